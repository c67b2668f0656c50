"""``kiosk soak``: kinds are found by name, things are opened in turn, failures are counted."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from screens.navigation import ATTRACT
from screens.soak import can_soak, soaked
from screens.soaking import exhibits
from screens.soaking.tally import Tally
from tests.screens.app_stage import AppStage


def test_a_kind_that_is_none_yet_is_said_in_one_line() -> None:
    said = CliRunner().invoke(main, ["soak", "--visits", "1", "--only", "selftests"])
    assert said.exit_code == 2
    assert "there are no selftests yet" in said.output
    assert can_soak("exhibits")


def test_each_exhibit_is_opened_in_turn_and_then_the_visitor_leaves(
    app_stage: AppStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    opened = exhibits.Kind.open

    def noted(kind: exhibits.Kind, exhibit: Any) -> float:
        took = opened(kind, exhibit)
        seen.append(app_stage.page.exhibit.id)
        return took

    monkeypatch.setattr(exhibits.Kind, "open", noted)
    shown = [one.id for one in exhibits.Kind(app_stage.driver, Tally()).shown]
    told = soaked(app_stage.driver, len(shown), "exhibits")
    assert seen == shown
    assert (told["visits"], told["exceptions"]) == (len(shown), 0)
    assert told["rss_mb_first"] > 0
    assert app_stage.screen == ATTRACT


def test_a_failure_is_counted_and_the_next_time_begins_anew(
    app_stage: AppStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens: list[str] = []

    def fails(kind: exhibits.Kind, _number: int) -> None:
        screens.append(app_stage.screen)
        kind.begin()
        raise RuntimeError("an exhibit fell over")

    monkeypatch.setattr(exhibits.Kind, "once", fails)
    assert soaked(app_stage.driver, 2, "exhibits")["exceptions"] == 2
    assert screens == [ATTRACT, ATTRACT]
    assert app_stage.kiosk.visit is None
