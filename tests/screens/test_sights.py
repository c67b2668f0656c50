"""The tour's way beyond the road: every kind of screen is reached and told of by its name."""

from __future__ import annotations

from content.model import Exhibit, Game, SelfTest
from screens.driving.route import Route
from screens.driving.sights import Sights
from tests.screens.app_stage import AppStage


def test_the_sights_are_all_seen(app_stage: AppStage) -> None:
    seen: list[str] = []
    app_stage.wake()
    sights = Sights(Route(app_stage.driver, seen.append))
    sights.all()
    library = app_stage.kiosk.machine.library
    for game in library.every(Game):
        assert {f"game-{game.id}", f"game-{game.id}-played", f"game-{game.id}-done"} <= set(seen)
    for test in library.every(SelfTest):
        assert f"selftest-{test.id}-result" in seen
    for exhibit in library.every(Exhibit):
        assert f"exhibit-{exhibit.id}-played" in seen
    assert {"find", "championships", "vacancies", "hall", "timeline", "selfie"} <= set(seen)
