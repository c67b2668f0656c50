"""The search screen: what is listed, how it follows the fingers, what it keeps to itself."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from content.library import Library
from screens.driving.controls import Control
from screens.exhibition.found import FoundRow
from screens.theme import theme
from screens.widgets.scroller import Scroller
from tests.bench.generated import grown
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.stage import LANDSCAPE, UNLIKE_WAYS, Stage

FIND = "exhibition.find"


@pytest.fixture
def finding(app_stage: AppStage) -> AppStage:
    app_stage.wake()
    app_stage.show(FIND)
    return app_stage


@pytest.fixture
def crowd(app_stage: AppStage) -> AppStage:
    """The same with a thousand professions."""
    machine = app_stage.kiosk.machine
    machine._library = grown(machine.library, 1000)
    app_stage.wake()
    app_stage.show(FIND)
    return app_stage


def rows(app: AppStage) -> list[Control]:
    return [one for one in app.driver.controls() if isinstance(one.widget, FoundRow)]


def library(app: AppStage) -> Library:
    return app.kiosk.machine.library


def test_everything_is_listed_before_anything_is_typed(finding: AppStage) -> None:
    assert len(finding.page.roll.items) > len(library(finding).pack.professions)
    assert not finding.page.typing
    assert not finding.driver.has("Готово", "key"), "the keyboard waits for a touch on the field"


def test_a_touch_on_the_field_opens_the_keyboard_and_done_closes_it(finding: AppStage) -> None:
    finding.tap("Что искать")
    assert finding.page.typing
    assert finding.driver.has("Пробел", "key")
    finding.tap("Готово")
    assert not finding.page.typing
    assert not finding.driver.has("Пробел", "key")


def test_the_list_follows_each_letter(finding: AppStage) -> None:
    finding.tap("Что искать")
    counts = [len(finding.page.roll.items)]
    for sign in "сварщик":
        finding.driver.type(sign)
        counts.append(len(finding.page.roll.items))
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0]
    assert rows(finding)[0].label == "Сварщик" or any(
        one.label == "Сварщик" and one.in_sight for one in rows(finding)
    )


def test_a_letter_typed_far_down_the_list_shows_the_best_first(crowd: AppStage) -> None:
    crowd.page.scroller.offset = crowd.page.scroller.reach
    crowd.driver.frames.quiet()
    crowd.tap("Что искать")
    crowd.driver.type("сварщик")
    crowd.driver.frames.quiet()
    assert crowd.page.scroller.offset == 0
    top = max(rows(crowd), key=lambda one: one.whole.y)
    assert top.widget.found.key == crowd.page.roll.items[0].key


def test_a_row_opens_its_page_and_back_returns_to_what_was_found(finding: AppStage) -> None:
    finding.tap("Что искать")
    finding.driver.type("сварщи")
    finding.tap("Готово")
    finding.tap("Сварщик")
    assert finding.screen == "exhibition.profession"
    assert finding.page.args == {"id": "welder"}
    finding.tap("Назад")
    assert finding.screen == FIND
    assert finding.page.wish.text == "сварщи"
    assert any(one.label == "Сварщик" for one in rows(finding))


def test_a_college_and_a_cluster_open_their_pages(finding: AppStage) -> None:
    college = library(finding).pack.colleges[0]
    for wanted, screen in ((college.name.ru, "college"), ("Химический кластер", "cluster")):
        finding.page.wish.text = wanted
        finding.page._search()
        finding.driver.frames.quiet()
        first = min(rows(finding), key=lambda one: -one.whole.y)
        finding.driver.tap_control(first)
        assert finding.screen == f"exhibition.{screen}"
        finding.tap("Назад")


def test_the_filters_narrow_the_list_and_say_so(finding: AppStage) -> None:
    finding.tap("Всё")
    finding.tap("Колледжи")
    colleges = {one.id for one in library(finding).pack.colleges}
    assert {item.hit.id for item in finding.page.roll.items} == colleges
    finding.tap("Вся область")
    finding.tap("Вязьма")
    assert {item.hit.id for item in finding.page.roll.items} == {
        one.id for one in library(finding).pack.colleges if one.town == "vyazma"
    }
    assert finding.driver.has("Вязьма")
    finding.tap("Вязьма")
    finding.tap("Закрыть")
    assert finding.page.wish.town == "vyazma", "looking at the choices changes none"


def test_where_nothing_fits_it_says_what_to_do_and_leads_there(finding: AppStage) -> None:
    finding.tap("Что искать")
    finding.driver.type("ъъъъъ")
    assert not rows(finding)
    finding.tap("Готово")
    finding.tap("Показать всё")
    assert len(rows(finding)) > 3
    assert finding.page.wish.is_empty


def test_a_change_of_mode_language_or_size_loses_nothing(finding: AppStage) -> None:
    finding.tap("Всё")
    finding.tap("Профессии")
    finding.tap("Что искать")
    finding.driver.type("свар")
    finding.tap("Готово")
    for change in ("Крупно", "English"):
        finding.tap(change)
        assert finding.screen == FIND
        assert (finding.page.wish.text, finding.page.wish.kind) == ("свар", "profession")
        assert any("welder" in item.key for item in finding.page.roll.items)
    finding.stage.turn(LANDSCAPE)
    assert (finding.page.wish.text, finding.page.wish.kind) == ("свар", "profession")


def test_the_next_visitor_finds_an_empty_field(finding: AppStage) -> None:
    finding.tap("Что искать")
    finding.driver.type("свар")
    finding.kiosk.end("idle")
    finding.wake()
    finding.show(FIND)
    assert finding.page.wish.is_empty
    assert not finding.page.typing


def test_what_is_typed_is_neither_journalled_nor_in_a_label(finding: AppStage) -> None:
    finding.tap("Что искать")
    finding.driver.type("иванов")
    labels = " ".join(one.label for one in finding.driver.controls()).lower()
    assert "иванов" not in labels
    finding.tap("Готово")
    finding.tap("Начало")
    finding.kiosk.end("finished")
    finding.driver.settle()
    seen = [json.loads(record.body) for record in finding.records() if record.kind == "screen.seen"]
    assert any(body["screen"] == FIND for body in seen)
    told = "".join(record.body.decode() for record in finding.records())
    assert "иванов" not in json.dumps([told], ensure_ascii=False).lower()
    assert "\\u0438\\u0432\\u0430" not in told, "nor written in another way"
    assert all(not body.get("ref") for body in seen if body["screen"] == FIND)


def test_a_screen_can_be_opened_with_its_filters_set(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show(FIND, kind="college", town="vyazma")
    assert {item.hit.kind for item in app_stage.page.roll.items} == {"college"}
    app_stage.show(FIND, cluster="chemistry")
    assert not app_stage.page.wish.town


def test_of_a_thousand_rows_only_those_in_sight_exist(crowd: AppStage) -> None:
    assert len(crowd.page.roll.items) > 1000
    scroller = crowd.page.scroller
    seen = 0
    for offset in (0, 900, 20_000, scroller.reach / 2, scroller.reach, 3000, 0):
        scroller.offset = offset
        crowd.driver.frames.quiet()
        shown = [one for one in rows(crowd) if not one.box.is_empty]
        assert len(rows(crowd)) < 16
        covered = sum(one.box.height for one in shown)
        assert covered > scroller.height * 0.7, "rows fill what is seen"
        tops = sorted(one.whole.y for one in rows(crowd))
        assert all(low + 90 < high for low, high in pairwise(tops))
        seen += len(shown)
    assert seen > 20


def test_the_last_of_a_thousand_rows_is_reached_and_opens(crowd: AppStage) -> None:
    scroller = crowd.page.scroller
    for _again in range(3):  # heights become known on the way
        scroller.offset = scroller.reach
        crowd.driver.frames.quiet()
    last = crowd.page.roll.items[-1]
    bottom = min(rows(crowd), key=lambda one: one.whole.y)
    assert bottom.widget.found.key == last.key
    assert bottom.whole.y > scroller.y
    crowd.driver.tap_control(bottom)
    assert crowd.screen != FIND


def test_rows_move_with_the_finger_and_a_drag_opens_none(crowd: AppStage) -> None:
    before = {one.widget.found.key: one.whole.y for one in rows(crowd)}
    crowd.driver.drag(540, 900, 0, 300)
    after = {one.widget.found.key: one.whole.y for one in rows(crowd)}
    moved = {round(after[key] - before[key]) for key in before.keys() & after.keys()}
    assert len(moved) == 1
    assert abs(moved.pop() - 300) <= 2
    assert crowd.screen == FIND


def looks(app: AppStage) -> Iterator[str]:
    yield "list"
    app.page._open_keyboard()
    yield "keyboard"
    app.page.wish.text = "строительство и эксплуатация зданий"
    app.page._search()
    yield "long words"
    app.page.wish.text = "ъъъъъ"
    app.page._search()
    yield "nothing"
    app.page._close_keyboard()
    app.page._show_all()
    for name in ("kind", "town", "cluster"):
        app.page._filters._ask(name)
        yield name
        app.kiosk.frame.close_all()
    for college in library(app).pack.colleges[:: 1 if theme.large else 9]:
        app.show("exhibition.college", id=college.id)
        yield college.id
    for profession in library(app).pack.professions[::20]:
        app.show("exhibition.profession", id=profession.id)
        yield profession.id


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=str)
def test_the_search_and_its_pages_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found = []
    with switched_on(stage, tmp_path / "kiosk") as app:
        app.wake()
        for lang in ("ru", "en"):
            app.kiosk.set_language(lang)
            app.kiosk.set_modes(frozenset({mode} if mode else ()))
            app.show(FIND)
            for state in looks(app):
                app.driver.frames.quiet()
                found += [f"{lang} {state}: {fault}" for fault in faults(app.kiosk.frame)]
    assert not found, "\n".join(found)


def test_nothing_glides_on_after_the_screen_is_left(stage: Stage, tmp_path: Path) -> None:
    with switched_on(stage, tmp_path / "kiosk", still=False) as app:
        app.wake()
        app.show(FIND)
        scroller: Scroller = app.page.scroller
        app.page.scroller.page()
        stage.step()
        app.kiosk.go_home()
        at = scroller.offset
        stage.step(10)
        assert scroller.offset == at
