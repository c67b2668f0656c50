"""Photographs of a thing: they come late, go with the page, and no file stops the kiosk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from content.media import packed
from screens.media.strip import DECODED, Strip
from screens.theme import theme
from tests.content import filming
from tests.screens.app_stage import AppStage
from tests.screens.looking import faults
from tests.screens.media.filmed import ALT, PHOTOS
from tests.screens.media.shown import cluster, decoded, open_page, open_video, shown
from tests.screens.stage import LANDSCAPE, PORTRAIT


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


# In every way


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
