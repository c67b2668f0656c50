"""What pages leave behind is collected a moment later, and never piles up before that."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import pytest

from screens.sweeping import MANY, SWEEP_S, Sweep
from tests.screens.app_stage import AppStage
from tests.screens.stage import FRAME, Stage

MOMENT = round(SWEEP_S / FRAME) + 2


@pytest.fixture
def by_itself() -> Iterator[None]:
    """Python collects nothing by itself: what goes, goes by the sweep."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def done(stage: Stage) -> Iterator[tuple[Sweep, list[str]]]:
    """A sweep, and what it did."""
    told: list[str] = []
    sweep = Sweep(lambda: told.append("tidy"), lambda: told.append("collect"))
    yield sweep, told
    sweep.cancel()


def test_a_page_that_went_is_swept_a_moment_later(
    stage: Stage, done: tuple[Sweep, list[str]]
) -> None:
    sweep, told = done
    sweep.soon()
    stage.step(2)
    assert told == []
    stage.step(MOMENT)
    assert told == ["tidy"]


def test_a_change_of_mode_that_drops_every_page_waits_too(
    stage: Stage, done: tuple[Sweep, list[str]]
) -> None:
    sweep, told = done
    sweep.soon(MANY)
    assert told == []
    stage.step(MOMENT)
    assert told == ["tidy"]


def test_pages_that_go_quicker_than_the_moment_are_collected_on_the_way(
    done: tuple[Sweep, list[str]],
) -> None:
    sweep, told = done
    for _page in range(MANY):
        sweep.soon()
    assert told == []
    for _page in range(2 * MANY):
        sweep.soon()
    assert told == ["collect"] * 2


@pytest.mark.usefixtures("by_itself")
def test_thirty_pages_without_a_pause_leave_no_pile(app_stage: AppStage) -> None:
    app_stage.wake()
    clusters = app_stage.kiosk.machine.library.clusters
    bodies: list[weakref.ref[Any]] = []
    most = 0
    for number in range(30):
        app_stage.kiosk.go("exhibition.cluster", id=clusters[number % len(clusters)].id)
        bodies.append(weakref.ref(app_stage.page.scroller))
        most = max(most, sum(body() is not None for body in bodies))
    assert len(clusters) > 1
    assert most <= MANY + 2


def test_a_kept_page_shown_again_and_again_gathers_nothing(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("exhibits.menu")
    scroller = app_stage.page.scroller
    watched = ("offset", "pos", "size", "overflows")

    def bound() -> list[int]:
        return [len(scroller.get_property_observers(name)) for name in watched]

    first = bound()
    for _time in range(3):
        app_stage.show("home.home")
        app_stage.show("exhibits.menu")
    assert app_stage.page.scroller is scroller
    assert bound() == first
