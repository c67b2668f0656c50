"""The video of a thing: it comes late, goes with the page, and no file whatever stops the kiosk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from content.media import packed, packed_captions
from screens.media.film import PATIENCE_S, Film
from tests.content import filming
from tests.screens.app_stage import AppStage
from tests.screens.looking import faults
from tests.screens.media.filmed import VIDEO
from tests.screens.media.shown import cluster, open_video, playing
from tests.screens.stage import Stage

SORRY = "Это видео сейчас не показать."


def test_a_video_plays_to_its_end_with_captions_and_without_sound(app: AppStage) -> None:
    page = open_video(app)
    film = playing(app)
    said = set()

    def is_over() -> bool:
        said.add(page.cinema.said)
        return film.state == "ended"

    app.stage.until(is_over)
    assert {"Полоса слева", "Полоса справа"} <= said
    assert not page.sound.on
    assert page.cinema.pane.texture is not None, "the last frame stays"
    app.tap("Сначала")
    app.stage.until(lambda: film.state == "playing" and 0 < film.at < 1)


def test_pause_sound_and_captions_are_keys(app: AppStage) -> None:
    page = open_video(app)
    film = playing(app)
    app.stage.until(lambda: page.cinema.said)
    app.tap("Пауза")
    assert film.state == "paused"
    app.tap("Звук: выкл")
    assert page.sound.on
    app.tap("Титры: вкл")
    assert (page.cinema.said, page.titles.on) == ("", False)
    app.tap("Смотреть")
    assert film.state == "playing"


def test_a_touch_on_the_line_goes_there(app: AppStage) -> None:
    page = open_video(app)
    film = playing(app)
    start, long = page.line._run
    finger = app.stage.finger(start + long * 0.1, page.line.center_y)
    app.stage.step()
    finger.to(start + long * 0.7, page.line.center_y)
    app.stage.step()
    finger.up()
    app.stage.until(lambda: film.at > 1.2)


def test_the_idle_clock_waits_while_it_plays_and_counts_when_it_rests(app: AppStage) -> None:
    open_video(app)
    playing(app)
    assert app.kiosk.idle._held
    app.tap("Пауза")
    assert not app.kiosk.idle._held
    app.driver.let_pass(64)
    assert app.kiosk.idle.warning is not None


def test_in_the_calm_mode_it_waits_to_be_started(app: AppStage) -> None:
    app.kiosk.set_modes(frozenset({"calm"}))
    page = open_video(app)
    app.stage.until(lambda: page.film.state == "paused")
    assert page.cinema.pane.texture is not None, "its first frame is shown"
    assert list(faults(app.kiosk.frame)) == []
    app.tap("Смотреть")
    playing(app)


def test_leaving_at_any_moment_ends_the_process(app: AppStage) -> None:
    for frames in (0, 1, 4, 30):
        app.show("media.video", of="cluster", id=cluster(app))
        app.stage.step(frames)
        process = app.page.film and app.page.film.process
        app.kiosk.go_home()
        assert process is None or process.poll() is not None
    open_video(app)
    playing(app)
    app.kiosk.end("idle")
    assert not psutil.Process().children(recursive=True)


def _other_codec(path: Path) -> None:
    """What no checked pack has: FFmpeg may play it or not, the kiosk lives on."""
    path.write_bytes(b"RIFF\x24\x00\x00\x00AVI LIST" + b"\0" * 400)


def _huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(500 * 10**6)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:2000]),
        lambda path: path.write_bytes(bytes(range(256)) * 64),
        _other_codec,
        _huge,
    ],
    ids=["missing", "empty", "cut short", "noise", "another codec", "500 MB"],
)
def test_a_video_that_cannot_be_played_is_words(
    app: AppStage, pack: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(packed(pack, VIDEO))
    app.show("media.video", of="cluster", id=cluster(app))
    page = app.page
    app.stage.until(lambda: page.cinema.pane.is_placeholder, PATIENCE_S + 2)
    assert not app.kiosk.idle._held
    texts = [getattr(one, "text", "") for one in page.cinema.walk()]
    assert any(SORRY in text and VIDEO.alt.ru in text.replace("\n", " ") for text in texts)
    assert list(faults(app.kiosk.frame)) == []


def test_a_film_whose_process_dies_or_hangs_is_given_up(
    app: AppStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_video(app)
    film = playing(app)
    assert film.process is not None
    film.process.kill()
    app.stage.until(lambda: page.cinema.pane.is_placeholder)
    app.tap("Смотреть")
    film = playing(app)
    assert film.process is not None
    psutil.Process(film.process.pid).suspend()
    monkeypatch.setattr("screens.media.film.PATIENCE_S", 0.2)
    app.stage.until(lambda: page.cinema.pane.is_placeholder)
    assert page.film is None


def test_a_film_larger_than_its_place_is_made_smaller_before_it_is_handed_over(
    stage: Stage, pack: Path
) -> None:
    film = Film(packed(pack, VIDEO), (filming.WIDTH // 2, filming.HEIGHT // 2), playing=True)
    try:
        stage.until(lambda: film.poll() and film.frame)
        assert film.frame is not None
        wide, tall, pixels = film.frame
        assert (wide, tall) == (80, 44)
        assert len(pixels) == wide * tall * 3
    finally:
        film.close()


def test_captions_that_cannot_be_read_are_none(app: AppStage, pack: Path) -> None:
    captions = packed_captions(pack, VIDEO, "ru")
    assert captions is not None
    captions.write_bytes(b"\xff\xfe not captions")
    page = open_video(app)
    playing(app)
    assert page.cinema.cues == []
