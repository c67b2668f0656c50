"""The mock phone: every task has its scene, drawn whole and large enough in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import content
from content.loading import load
from content.model import Item, SelfTest
from content.model.selftests import View
from content.selftests.sheet import Sheet
from screens.driving.controls import box_of
from screens.selftests.phone.body import Phone
from screens.selftests.scenes import VIEWS
from screens.theme import _, theme
from screens.units import u
from screens.widgets.press import Pressable
from screens.widgets.surface import Picture
from screens.widgets.words import Words
from tests.screens.app_stage import AppStage
from tests.screens.stage import LANDSCAPE, PORTRAIT

TEST = next(one for one in load(Path(content.__path__[0])).values(SelfTest) if one.id == "digital")
LEAST = 24
"""Design units of a letter's size."""
SLACK = 2
"""Pixels of rounding."""
WAYS = [
    (PORTRAIT, "", "ru"),
    (PORTRAIT, "large", "en"),
    (PORTRAIT, "reach", "ru"),
    (PORTRAIT, "contrast", "en"),
    (LANDSCAPE, "", "ru"),
    (LANDSCAPE, "large", "ru"),
    (LANDSCAPE, "large", "en"),
]


def said(item: Item, lang: str) -> set[str]:
    """What the scene of an item has to show, letters alone."""
    assert item.scene is not None
    texts = [item.scene.title, *item.scene.lines, *item.scene.keys]
    return {letters(text.say(lang)) for text in texts}


def letters(text: str) -> str:
    return "".join(text.split())


def test_every_view_of_the_content_is_drawn() -> None:
    assert set(VIEWS) == set(get_args(View))


@pytest.mark.parametrize(("size", "mode", "lang"), WAYS, ids=str)
def test_every_scene_says_all_it_has_to_inside_its_phone(
    app_stage: AppStage, size: tuple[int, int], mode: str, lang: str
) -> None:
    app = app_stage
    app.stage.turn(size)
    app.wake()
    app.kiosk.set_language(lang)
    app.kiosk.set_modes(frozenset({mode} if mode else ()))
    for at, item in enumerate(TEST.items):
        app.kiosk.navigator.start("selftests.item", id=TEST.id, sheet=Sheet(TEST), at=at)
        app.driver.frames.quiet()
        (phone,) = [one for one in app.page.walk(restrict=True) if isinstance(one, Phone)]
        room = box_of(phone.body)
        words = [one for one in phone.walk(restrict=True) if isinstance(one, Words)]
        assert {letters(one.text) for one in words} == said(item, theme.lang)
        for one in words:
            assert one.font_size >= u(LEAST), (item.id, one.text)
        addresses = [one.text for one in words if ".example" in letters(one.text)]
        assert not [text for text in addresses if "\n" in text], "an address is broken"
        for one in [
            *words,
            *(one for one in phone.walk(restrict=True) if isinstance(one, Picture)),
        ]:
            box = box_of(one)
            assert box.x >= room.x - SLACK, item.id
            assert box.y >= room.y - SLACK, item.id
            assert box.x + box.width <= room.x + room.width + SLACK, item.id
            assert box.y + box.height <= room.y + room.height + SLACK, item.id
        assert not [one for one in phone.walk(restrict=True) if isinstance(one, Pressable)]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_phone_stands_over_what_is_touched_in_the_reach_mode(
    app_stage: AppStage, lang: str
) -> None:
    app_stage.wake()
    app_stage.kiosk.set_language(lang)
    app_stage.kiosk.set_modes(frozenset({"reach"}))
    for at, item in enumerate(TEST.items):
        app_stage.kiosk.navigator.start("selftests.item", id=TEST.id, sheet=Sheet(TEST), at=at)
        app_stage.driver.frames.quiet()
        (phone,) = [one for one in app_stage.page.walk(restrict=True) if isinstance(one, Phone)]
        head, art, _body = app_stage.page.places()
        assert phone is app_stage.page.art
        assert phone.size_hint_min_y <= art.height, f"{item.id} is too tall for its place"
        assert art.top <= head.top


@pytest.mark.parametrize("right", [True, False])
def test_a_task_tells_why_whatever_was_chosen_and_never_says_wrong(
    app_stage: AppStage, right: bool
) -> None:
    app_stage.wake()
    app_stage.kiosk.navigator.start("selftests.item", id=TEST.id, sheet=Sheet(TEST), at=1)
    app_stage.driver.frames.quiet()
    app_stage.driver.let_pass(2)
    item = TEST.items[1]
    answer = next(one for one in item.answers if one.right == right)
    app_stage.tap(answer.say.say("ru"))
    over = app_stage.kiosk.frame.over[-1]
    shown = {letters(one.text) for one in over.walk(restrict=True) if isinstance(one, Words)}
    assert item.why is not None
    assert letters(item.why.say("ru")) in shown
    assert letters(_("Верно!") if right else _("Почти. Вот как надёжнее")) in shown


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_result_names_no_marks_and_ticks_what_is_safe(app_stage: AppStage, lang: str) -> None:
    app_stage.wake()
    app_stage.kiosk.set_language(lang)
    sheet = Sheet(TEST)
    for item in TEST.items:
        safe = item.trait == "trust"
        sheet.choose([one.right for one in item.answers].index(safe), 4000)
    app_stage.kiosk.navigator.start("selftests.result", id=TEST.id, sheet=sheet)
    app_stage.driver.frames.quiet()
    told = [one.text for one in app_stage.page.walk(restrict=True) if isinstance(one, Words)]
    assert not [text for text in told if " / " in text]
    pictures = [one.name for one in app_stage.page.walk(restrict=True) if isinstance(one, Picture)]
    assert pictures.count("check-mark-button") == 1
