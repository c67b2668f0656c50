"""Photographs and the video of a thing: they come late, go with the page, and no file whatever
stops the kiosk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from content.media import packed, packed_captions
from screens.media.film import PATIENCE_S, Film
from screens.media.strip import DECODED, Strip
from screens.theme import theme
from tests.content import filming
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.filmed import ALT, PHOTOS, VIDEO, fresh, pack_with_media
from tests.screens.looking import faults
from tests.screens.stage import LANDSCAPE, PORTRAIT, Stage

PACK = Path(__file__).parents[2] / "build" / "packs" / "current"
SORRY = "Это видео сейчас не показать."


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack_with_media(PACK, tmp_path_factory.mktemp("filmed") / "pack")


@pytest.fixture
def pack(filmed: Path, tmp_path: Path) -> Path:
    """One of this test's own, to spoil."""
    return fresh(filmed, tmp_path / "pack")


@pytest.fixture
def app(stage: Stage, tmp_path: Path, pack: Path) -> Iterator[AppStage]:
    """A kiosk with that pack and a visitor. Afterwards no process of ours is left either."""
    with switched_on(stage, tmp_path / "kiosk", still=False) as app:
        app.kiosk.take_pack(pack)
        app.wake()
        yield app
    assert not psutil.Process().children(recursive=True)


def cluster(app: AppStage) -> str:
    return app.kiosk.machine.library.clusters[0].id


def open_page(app: AppStage) -> Strip:
    app.show("exhibition.cluster", id=cluster(app))
    return next(one for one in app.page.walk() if isinstance(one, Strip))


def open_video(app: AppStage) -> Any:
    app.show("media.video", of="cluster", id=cluster(app))
    app.stage.until(lambda: app.page.film is not None or app.page.cinema.pane.is_placeholder)
    return app.page


def shown(strip: Strip) -> list[int]:
    return [n for n, card in enumerate(strip.cards) if card.pane.texture is not None]


def decoded(app: AppStage, strip: Strip) -> list[int]:
    app.stage.until(lambda: len(shown(strip)) == min(DECODED, PHOTOS - strip.wanted()[0]))
    return shown(strip)


def playing(app: AppStage) -> Film:
    page = app.page
    app.stage.until(lambda: page.film is not None and page.film.state == "playing")
    film: Film = page.film
    return film


# The strip


def test_photographs_come_after_the_first_frame_and_four_at_most(app: AppStage) -> None:
    app.kiosk.go("exhibition.cluster", id=cluster(app))
    app.stage.step()
    strip = next(one for one in app.page.walk() if isinstance(one, Strip))
    assert shown(strip) == []
    assert decoded(app, strip) == [0, 1, 2, 3]


def test_a_swipe_moves_the_strip_and_not_the_page(app: AppStage) -> None:
    strip = open_page(app)
    decoded(app, strip)
    x, y = strip.cards[0].center
    finger = app.stage.finger(x + 200, y)
    for step in range(1, 9):
        finger.to(x + 200 - 50 * step, y)
        app.stage.step()
    finger.up()
    app.driver.frames.quiet()
    assert (strip.at, app.page.scroller.offset) == (1, 0)
    assert app.screen == "exhibition.cluster", "a swipe opens nothing"


def test_keys_go_to_the_end_and_what_went_out_of_sight_is_given_back(app: AppStage) -> None:
    strip = open_page(app)
    decoded(app, strip)
    for _time in range(PHOTOS):
        app.tap("Следующее фото")
    assert strip.offset == strip.reach
    first = strip.wanted()[0]
    app.stage.until(lambda: shown(strip) == list(range(first, PHOTOS)))
    assert len(shown(strip)) <= DECODED


def test_a_page_that_is_left_keeps_no_photograph_and_gets_them_back(app: AppStage) -> None:
    strip = open_page(app)
    decoded(app, strip)
    app.show("home.home")
    assert shown(strip) == []
    again = open_page(app)
    assert decoded(app, again)


def test_a_visitor_leaving_while_photographs_are_decoded_leaves_nothing(app: AppStage) -> None:
    for _time in range(3):
        strip = open_page(app)
        app.stage.step(4)
        app.kiosk.go_home()
        assert shown(strip) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:900]),
        lambda path: path.write_bytes(b"\xff\xd8\xff" + b"noise" * 99),
        lambda path: filming.photograph(path, (4000, 3000), format="JPEG"),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["missing", "empty", "cut short", "noise", "too large", "a folder"],
)
def test_a_photograph_that_cannot_be_shown_is_words(
    app: AppStage, pack: Path, spoil: Callable[[Path], object]
) -> None:
    media = app.kiosk.machine.library.clusters[0].media
    spoil(packed(pack, media[0]))
    strip = open_page(app)
    app.stage.until(lambda: strip.cards[0].failed and len(shown(strip)) == 3)
    assert strip.cards[0].pane.is_placeholder
    assert list(faults(app.kiosk.frame)) == []
    app.tap(media[0].alt.ru)
    app.stage.until(lambda: app.page.pane.is_placeholder)


# One photograph


def test_a_touch_opens_a_photograph_and_the_next_follows(app: AppStage) -> None:
    open_page(app)
    app.tap(f"{ALT.ru}, шаг 1")
    assert app.screen == "media.photo"
    app.stage.until(lambda: app.page.pane.texture is not None)
    assert app.page.heading().title == f"{ALT.ru}, шаг 1"
    app.tap("Следующее ›")
    assert app.page.number == 1
    app.tap("Назад")
    assert app.screen == "exhibition.cluster"


def test_screens_of_what_has_no_media_say_so(app: AppStage) -> None:
    for name in ("media.photo", "media.video"):
        for about in ({"of": "cluster", "id": "nothing"}, {"of": "planet", "id": "x"}, {}):
            app.show(name, **about)
            assert list(faults(app.kiosk.frame)) == []


# The video


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


@pytest.mark.parametrize(
    ("size", "mode", "lang"),
    [
        (PORTRAIT, "", "en"),
        (PORTRAIT, "contrast", "ru"),
        (PORTRAIT, "reach", "en"),
        (LANDSCAPE, "large", "ru"),
    ],
)
def test_every_screen_of_media_keeps_the_promises_of_the_design(
    app: AppStage, size: tuple[int, int], mode: str, lang: str
) -> None:
    app.stage.turn(size)
    app.kiosk.set_language(lang)
    app.kiosk.set_modes(frozenset({mode} - {""}))
    strip = open_page(app)
    decoded(app, strip)
    assert list(faults(app.kiosk.frame)) == []
    app.show("media.photo", of="cluster", id=cluster(app), n=1)
    app.stage.until(lambda: app.page.pane.texture is not None)
    assert list(faults(app.kiosk.frame)) == []
    page = open_video(app)
    state = "paused" if theme.calm else "playing"
    app.stage.until(lambda: page.film.state == state and page.cinema.said)
    assert list(faults(app.kiosk.frame)) == []
