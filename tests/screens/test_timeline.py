"""The line of years by injected touches: it glides and stops, every star can be reached, and what
is said is whole."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kivy.clock import Clock

from content.library import Library
from kiosk.timeline import points
from screens.driving.controls import box_of
from screens.driving.finger import Finger
from screens.theme import theme
from screens.timeline.axis import Axis
from screens.widgets.words import Words
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.stage import UNLIKE_WAYS, Stage


@pytest.fixture
def app(stage: Stage, tmp_path: Path) -> AppStage:
    """A kiosk that may move by itself."""
    with switched_on(stage, tmp_path / "kiosk", still=False) as app:
        app.wake()
        app.show("timeline.line")
        yield app  # type: ignore[misc]


def told(app: AppStage) -> str:
    return " ".join(
        words.text.replace("\n", " ")
        for words in app.page.card.walk(restrict=True)
        if isinstance(words, Words)
    )


def plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def flick(app: AppStage, across: float, frames: int = 4) -> None:
    """A finger that leaves while it moves; what follows is not waited for."""
    box = box_of(app.page.strip)
    x, y = box.x + box.width / 2, box.y + 20
    finger = Finger(x, y).down()
    app.driver.frames.step()
    for step in range(1, frames + 1):
        finger.to(x + across * step / frames, y)
        app.driver.frames.step()
    finger.up()


def test_a_flick_glides_on_slows_down_and_rests_on_a_star(app: AppStage) -> None:
    pull = app.page.pull
    start = pull.offset
    flick(app, 300)
    left = pull.offset
    assert start - left == pytest.approx(300, abs=2)
    steps = []
    for _frame in range(20):
        before = pull.offset
        app.driver.frames.step()
        steps.append(before - pull.offset)
    assert min(steps) > 0
    assert steps[-1] < steps[0]
    app.driver.frames.quiet()
    app.driver.frames.quiet()
    number = app.page.pull.axis.nearest(pull.offset)
    assert app.page.strip.near == number
    gap = abs(pull.axis.places[number] - pull.offset)
    assert gap < 1 or gap > 100


def test_it_stops_at_both_ends(app: AppStage) -> None:
    pull, axis = app.page.pull, app.page.pull.axis
    for across, end in ((480, axis.first), (-480, axis.last)):
        for _flick in range(12):
            flick(app, across, frames=2)
            app.driver.frames.step(30)
        app.driver.frames.quiet()
        app.driver.frames.quiet()
        assert pull.offset == end
    assert app.page.args["point"] == app.page.points[-1].id


def test_a_finger_that_waits_before_it_lifts_throws_nothing(app: AppStage) -> None:
    box = box_of(app.page.strip)
    finger = Finger(box.x + 300, box.y + 20).down()
    finger.to(box.x + 700, box.y + 20)
    app.driver.frames.step(12)
    resting = app.page.pull.offset
    finger.up()
    app.driver.frames.quiet()
    assert abs(app.page.pull.offset - resting) < 160


def test_in_the_calm_mode_nothing_glides(app: AppStage) -> None:
    app.kiosk.set_modes(frozenset({"calm"}))
    app.driver.frames.quiet()
    flick(app, 300)
    resting = app.page.pull.offset
    app.driver.frames.step(10)
    assert app.page.pull.offset == resting
    assert not [one for one in Clock.get_events() if one.loop and one.timeout < 0.5]


def test_every_fact_is_reached_by_one_key_and_told_with_its_source(app: AppStage) -> None:
    app.kiosk.set_modes(frozenset({"calm"}))
    app.driver.frames.quiet()
    library = app.kiosk.machine.library
    facts = points(library)
    seen = []
    with app.driver.frames.unseen():
        for _fact in facts:
            seen.append(app.page.points[app.page.strip.near].id)
            said = plain(told(app))
            fact = app.page.points[app.page.strip.near]
            assert plain(fact.title.ru) in said
            assert str(fact.year) in said
            assert plain(library.source(fact.source, "ru")) in said
            for figure in fact.figures:
                assert plain(figure.label.ru) in said
            app.tap("Раньше")
    assert seen == [one.id for one in reversed(facts)]
    assert app.page.strip.near == 0
    app.tap("Позже")
    assert app.page.strip.near == 1


def test_a_touched_star_comes_under_the_middle_and_tells(app: AppStage) -> None:
    strip = app.page.strip
    other = next(star for number, star in strip.stars.items() if number == strip.near - 1)
    label = other.label
    app.tap(label)
    chosen = [star for star in strip.stars.values() if star.chosen]
    assert [star.label for star in chosen] == [label]
    middle = box_of(strip).x + box_of(strip).width / 2
    assert box_of(chosen[0]).centre[0] == pytest.approx(middle, abs=2)


def test_a_star_half_out_of_sight_is_brought_in_by_a_tap(app: AppStage) -> None:
    strip, box = app.page.strip, box_of(app.page.strip)
    number = 20
    app.page.pull.offset = app.page.pull.axis.places[number] + box.width / 2 - 30
    app.driver.frames.step()
    assert not strip.stars[number].lively
    app.driver.tap_at(box.x + 10, box_of(strip.stars[number]).centre[1])
    assert strip.near == number


def test_labels_of_stars_are_whole_sentences(app: AppStage) -> None:
    for star in app.page.strip.stars.values():
        assert star.label.endswith(".")
        assert star.label[:4].isdecimal()
        assert "…" not in star.label


def test_far_stars_are_not_there(app: AppStage) -> None:
    app.page.pull.go(0)
    app.driver.frames.quiet()
    for number in range(0, len(app.page.points), 5):
        app.page.pull.go(number)
        app.driver.frames.quiet()
        stars = app.page.strip.stars
        assert number in stars
        assert len(stars) <= 12
        assert len(stars) + len(app.page.strip._spare) <= 16


def test_between_stars_it_is_quiet(app: AppStage) -> None:
    pull, axis = app.page.pull, app.page.pull.axis
    pull.offset = (axis.places[0] + axis.places[1]) / 2
    box = box_of(app.page.strip)
    app.driver.drag(box.x + 500, box.y + 20, 60, 0)
    assert "Тихие годы" in told(app)
    app.tap("Позже")
    assert "1972" in told(app)


def test_a_second_finger_does_not_tear_the_line(app: AppStage) -> None:
    box = box_of(app.page.strip)
    first = Finger(box.x + 400, box.y + 20).down()
    second = Finger(box.x + 600, box.y + 30).down()
    first.to(box.x + 500, box.y + 20)
    held = app.page.pull.offset
    second.to(box.x + 100, box.y + 30)
    assert app.page.pull.offset == held
    second.up()
    first.to(box.x + 520, box.y + 20)
    assert app.page.pull.offset == held - 20
    app.kiosk.go_home()  # the visitor leaves in the middle
    first.up()
    app.driver.frames.quiet()
    assert app.screen == "home.home"


def test_the_lower_half_pulls_the_sky_for_who_reaches_only_that_far(app: AppStage) -> None:
    app.kiosk.set_modes(frozenset({"reach", "calm"}))
    app.driver.frames.quiet()
    app.page.pull.go(20)
    before = app.page.pull.offset
    body = box_of(app.page.scroller)
    assert body.y + body.height <= app.kiosk.frame.height / 2 + 1
    app.driver.drag(body.x + 500, body.y + body.height * 0.4, 400, 0)
    assert app.page.pull.offset < before - 200
    strip = box_of(app.page.strip)
    resting = app.page.pull.offset
    app.driver.drag(strip.x + 500, strip.y + strip.height * 0.5, 400, 0)
    assert app.page.pull.offset == resting


def test_another_language_keeps_the_place_and_the_next_visitor_begins_anew(app: AppStage) -> None:
    app.tap("Раньше")
    app.tap("Раньше")
    chosen = app.page.args["point"]
    app.kiosk.switch_language()
    app.driver.frames.quiet()
    assert app.page.args["point"] == chosen
    app.kiosk.end("finished")
    app.wake()
    app.show("timeline.line")
    assert app.page.strip.near == len(app.page.points) - 1


def test_a_library_without_facts_has_a_kind_word(app: AppStage) -> None:
    machine = app.kiosk.machine
    pack = msgspec.structs.replace(machine.library.pack, championships=[], movements=[])
    machine._library = Library(pack, machine.library.folder)
    app.kiosk.navigator.rebuild()
    app.driver.frames.quiet()
    assert app.page.strip is None
    assert not list(faults(app.kiosk.frame))


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=str)
def test_the_line_can_be_touched_and_read_in_every_way(
    stage: Stage, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found: list[str] = []
    with switched_on(stage, tmp_path / "kiosk", still=mode != "calm") as app:
        app.wake()
        app.kiosk.set_modes(frozenset({mode} if mode else ()))
        for lang in ("ru", "en"):
            app.kiosk.set_language(lang)
            app.show("timeline.line")
            for number in range(0, len(app.page.points), 3 if mode == "large" else 9):
                app.page.pull.go(number)
                app.driver.frames.quiet()
                where = f"{app.page.points[number].id} {lang}"
                found += [f"{where}: {fault}" for fault in faults(app.kiosk.frame)]
    assert theme.lang == "ru"
    assert not found, "\n".join(found)


@given(
    held=st.lists(st.integers(1950, 1990), min_size=1, max_size=25),
    place=st.floats(-1e4, 1e5, allow_nan=False),
)
def test_every_point_has_a_place_of_its_own_in_its_year(held: list[int], place: float) -> None:
    class At:
        def __init__(self, year: int) -> None:
            self.year = year

    held.sort()
    axis = Axis([At(year) for year in held], range(held[0], 2000), 90, 170)  # type: ignore[misc]
    assert [axis.year_at(one) for one in axis.places] == held
    gaps = [b - a for a, b in zip(axis.places, axis.places[1:], strict=False)]
    assert all(gap >= 89 for gap in gaps)
    best = min(axis.places, key=lambda one: abs(one - place))
    assert abs(axis.places[axis.nearest(place)] - place) == pytest.approx(abs(best - place))
    shown = axis.points_between(place, place + 500)
    assert list(shown) == [n for n, one in enumerate(axis.places) if place <= one <= place + 500]
