"""The winding road: nothing on it overlaps, and leaving in the middle of the walk ends it."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from screens.driving.player import Player
from screens.games.flax.road import course, dashes
from screens.page import Box
from tests.screens.app_stage import AppStage

rooms = st.builds(Box, st.just(56.0), st.just(300.0), st.floats(968, 1808), st.floats(380, 1300))


@given(rooms, st.integers(5, 9))
def test_what_stands_along_a_road_has_its_room_and_stays_within(box: Box, count: int) -> None:
    way = course(box, count)
    assert len(way.stops) == count
    half = way.room / 2 - 1
    for x, y in way.stops:
        assert box.x <= x - half <= x + half <= box.x + box.width
        assert box.y <= y - half <= y + half <= box.top
    for (ax, ay), (bx, by) in combinations(way.stops, 2):
        assert max(abs(ax - bx), abs(ay - by)) >= way.room - 1


@given(rooms, st.integers(5, 9))
def test_the_road_goes_by_everything_in_order(box: Box, count: int) -> None:
    way = course(box, count)
    passed = [way.curve.index(stop) for stop in way.stops]
    assert passed == sorted(passed)
    assert all(box.x - 30 <= x <= box.x + box.width + 30 for x, _y in way.bends)


def test_dashes_are_as_long_as_they_are_to_be_whatever_the_road_is_made_of() -> None:
    road = [(float(x), 0.0) for x in (0, 7, 9, 40, 41, 100)]
    assert sum(bx - ax for (ax, _), (bx, _) in dashes(road, 10, 10)) == 50


def test_leaving_in_the_middle_of_the_walk_ends_it(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("games.play", id="flax")
    stage = app_stage.page.stage
    while (hint := stage.round.hint) is not None:
        stage.make(hint)
    assert stage.round.whole
    assert not stage.round.done
    app_stage.show("games.menu")
    assert not stage.running
    assert not stage.round.done, "nobody was there to see it"
    assert Player(app_stage.driver).stage is None
