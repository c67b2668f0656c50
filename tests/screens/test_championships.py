"""The screens of championships by injected touches: the way in, the plot, what is said where a
source is silent. The contests here are invented, so that the tests hold whatever is published."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.driving.controls import box_of
from screens.exhibition.contests.plot import Plot
from screens.exhibition.contests.star import YearStar
from screens.exhibition.contests.story import lanes, latest, rows, spoken
from screens.exhibition.parts import FigureKey
from screens.theme import theme
from screens.units import measure
from screens.widgets.words import Words
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.contests import CONTESTS, MOVEMENTS, furnish, held, library_with
from tests.screens.looking import faults
from tests.screens.stage import UNLIKE_WAYS, Stage


@pytest.fixture
def app(app_stage: AppStage) -> AppStage:
    furnish(app_stage)
    app_stage.wake()
    app_stage.show("exhibition.championships")
    return app_stage


def star(app: AppStage, id: str) -> YearStar:
    return next(one for one in stars(app) if one.contest.id == id)


def stars(app: AppStage) -> list[YearStar]:
    return [one for one in app.page.walk(restrict=True) if isinstance(one, YearStar)]


def texts(widget: Any) -> list[str]:
    """What is written on a widget, one line a text."""
    return [
        one.text.replace("\n", " ")
        for one in widget.walk(restrict=True)
        if isinstance(one, Words) and one.text
    ]


def test_three_touches_lead_from_the_hub_to_a_competence_and_its_profession(app: AppStage) -> None:
    app.tap("Промышленное производство")
    app.tap("Сварочные технологии")
    assert (app.screen, app.page.ref) == ("exhibition.competence", "welding")
    profession = app.kiosk.machine.library.profession("welder")
    assert profession is not None
    app.tap(profession.title.say("ru"))
    assert (app.screen, app.page.ref) == ("exhibition.profession", "welder")


def test_a_year_without_a_number_is_a_hollow_star_and_shows_no_zero(app: AppStage) -> None:
    for id in ("w19", "w20", "a17"):
        quiet = star(app, id)
        assert quiet.is_hollow
        assert texts(quiet) == [str(quiet.contest.year)]
        app.tap(quiet.label)
        said = " ".join(texts(app.page.reading))
        assert "Сколько человек соревновалось, источники не говорят." in said or id != "w19"
        assert not re.search(r"(?<!\d)0(?!\d)", said + quiet.label)
    assert not star(app, "w18").is_hollow


def test_a_touched_year_tells_exactly_what_the_content_says_with_year_and_source(
    app: AppStage,
) -> None:
    library = app.kiosk.machine.library
    for shown in stars(app):
        contest = shown.contest
        app.tap(shown.label)
        assert [one for one in stars(app) if one.chosen] == [shown]
        said = texts(app.page.reading)
        whole = " ".join(said)
        assert f"Год: {contest.year}" in said
        assert f"Источник: {library.source(contest.source, 'ru')}" in whole
        for text in (contest.name, contest.place, contest.when, contest.note):
            assert text is None or text.say("ru") in whole
        about = library.source(contest.source, "ru")
        numbers = re.findall(r"\d+", whole.replace(about, ""))
        told = [contest.participants, contest.competences, contest.venues, contest.year]
        allowed = {str(one) for one in told if one is not None} | set(
            re.findall(r"\d+", f"{contest.name} {contest.when}")
        )
        assert set(numbers) <= allowed
        assert {str(one) for one in told if one is not None} <= set(numbers)


@pytest.mark.parametrize("modes", [frozenset(), frozenset({"calm"})])
def test_what_a_touched_year_tells_comes_into_sight(app: AppStage, modes: frozenset[str]) -> None:
    app.kiosk.set_modes(modes)
    app.driver.frames.quiet()
    app.tap(star(app, "w17").label)
    card, window = box_of(app.page.reading), box_of(app.page.scroller)
    assert card.y >= window.y
    assert card.y + card.height <= window.y + window.height


def test_the_label_of_a_year_says_its_figures_for_those_who_listen(app: AppStage) -> None:
    assert star(app, "p25").label == (
        "2025. Выдуманный чемпионат p25: 204 участника, 38 компетенций, 18 площадок"
    )
    assert star(app, "w19").label.endswith("чисел в источниках нет")


def test_two_movements_that_are_one_story_share_a_lane_and_the_other_has_its_own(
    app: AppStage,
) -> None:
    first, second = lanes(app.kiosk.machine.library, "region")
    assert [one.id for one in first.contests] == ["w17", "w18", "w19", "w20", "w21", "p25", "p26"]
    assert [one.id for one in second.contests] == ["a17", "a22"]
    assert [one.id for one in first.movements] == ["worldskills", "professionals"]


def test_the_more_people_the_higher_the_star(app: AppStage) -> None:
    counted = [one for one in stars(app) if one.contest.participants is not None]
    lane = [one for one in counted if one.contest.movement != "abilympics"]
    by_people = sorted(lane, key=lambda one: one.contest.participants or 0)
    heights = [one.tip[1] - one.y for one in by_people]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


def test_another_level_shows_its_own_years_and_an_empty_one_says_where_to_look(
    app: AppStage,
) -> None:
    app.tap("Россия")
    assert [one.contest.id for one in stars(app)] == ["r13"]
    app.tap("Мир")
    assert stars(app) == []
    assert any("Посмотрите другой уровень" in one for one in texts(app.page))
    app.tap("Область")
    assert len(stars(app)) == 9


def test_what_was_chosen_stays_in_another_language_and_goes_with_the_visitor(
    app: AppStage,
) -> None:
    app.tap("Россия")
    app.tap("Область")
    app.tap(star(app, "w17").label)
    app.kiosk.switch_language()
    app.driver.frames.quiet()
    assert [one.contest.id for one in stars(app) if one.chosen] == ["w17"]
    assert any("13-17 February" in one for one in texts(app.page.reading))
    app.kiosk.go_home()
    app.kiosk.navigator.reset()
    app.show("exhibition.championships")
    assert [one.contest.id for one in stars(app) if one.chosen] == ["p26"]


def test_a_figure_of_a_chapter_shows_its_year_and_source(app: AppStage) -> None:
    app.tap("WorldSkills")
    assert app.screen == "exhibition.movement"
    for figure in MOVEMENTS[0].chapters[0].figures:
        (key,) = [
            one
            for one in app.driver.controls()
            if type(one.widget) is FigureKey and one.label.startswith(figure.value.ru)
        ]
        app.driver.tap_control(key)
        said = " ".join(texts(app.kiosk.frame.over[-1]))
        assert f"Год: {figure.year}" in said
        assert app.kiosk.machine.library.source(figure.source, "ru") in said
        app.tap("Понятно")


def test_without_any_contests_every_screen_still_leads_somewhere(app_stage: AppStage) -> None:
    machine = app_stage.kiosk.machine
    nothing: dict[str, Any] = {
        kind: [] for kind in ("movements", "sectors", "competences", "championships")
    }
    machine._library = library_with(machine.library, **nothing)
    app_stage.wake()
    for name in ("championships", "movement", "sector", "competence"):
        app_stage.show(f"exhibition.{name}")
        assert not list(faults(app_stage.kiosk.frame))
        app_stage.tap("«Посетитель»")
        assert app_stage.screen == "exhibition.programme"


def test_a_competence_without_professions_leads_to_advice(app: AppStage) -> None:
    app.show("exhibition.competence", id="cnc")
    library = app.kiosk.machine.library
    machine = app.kiosk.machine
    machine._library = library_with(
        library,
        professions=[msgspec.structs.replace(p, competences=[]) for p in library.pack.professions],
    )
    app.show("exhibition.competence", id="mechatronics")
    app.tap("Спросить на консультации")
    assert app.screen == "signup.start"


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=str)
def test_every_screen_of_championships_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found: list[str] = []
    with switched_on(stage, tmp_path / "kiosk", still=mode != "calm") as app:
        furnish(app)
        app.wake()
        app.kiosk.set_modes(frozenset({mode} if mode else ()))
        for lang in ("ru", "en"):
            app.kiosk.set_language(lang)
            for name, args in (
                ("championships", {}),
                ("championships", {"level": "world"}),
                ("movement", {"id": "worldskills"}),
                ("sector", {"id": "industry"}),
                ("competence", {"id": "welding"}),
            ):
                app.show(f"exhibition.{name}", **args)
                where = f"{name} {args} {lang}"
                found += [f"{where}: {fault}" for fault in faults(app.kiosk.frame)]
    assert not found, "\n".join(found)


def test_a_long_story_wraps_and_no_star_is_too_small_to_touch(app: AppStage) -> None:
    machine = app.kiosk.machine
    many = [
        held(f"w{year}", "worldskills", year, participants=1000 + year)
        for year in range(1990, 2030)
    ]
    machine._library = library_with(machine.library, championships=many)
    app.show("exhibition.championships", level="region")
    assert len({one.y for one in stars(app)}) > 2
    assert not list(faults(app.kiosk.frame))
    plot = next(one for one in app.page.walk(restrict=True) if isinstance(one, Plot))
    left, right = plot.x, plot.x + plot.width
    assert all(left <= one.x and one.x + one.width <= right for one in stars(app))
    assert min(one.width for one in stars(app)) >= 96 * measure.unit


@given(count=st.integers(0, 60), per_row=st.integers(0, 12))
def test_rows_hold_every_star_once_and_none_is_overfull(count: int, per_row: int) -> None:
    shares = rows(count, per_row)
    assert sum(shares) == count
    assert all(0 < one <= max(1, per_row) for one in shares)
    assert not shares or max(shares) - min(shares) <= 1


def test_the_plot_begins_with_the_last_year_that_has_a_number() -> None:
    theme.lang = "ru"
    quiet = held("q", "worldskills", 2030)
    from screens.exhibition.contests.story import Lane

    lane = Lane((MOVEMENTS[0],), (CONTESTS[5], CONTESTS[2], quiet))
    assert latest([lane]) is CONTESTS[2]
    assert latest([Lane((MOVEMENTS[0],), (quiet,))]) is quiet
    assert latest([]) is None
    assert "0" not in spoken(quiet).removeprefix("2030")
