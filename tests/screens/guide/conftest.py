"""A kiosk whose staff are about to lead a group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import Stage

PIN = "2468"


@pytest.fixture
def staffed(stage: Stage, tmp_path: Path) -> Iterator[AppStage]:
    """A kiosk whose staff screen is open."""
    with switched_on(stage, tmp_path / "kiosk", pin=PIN) as app:
        app.driver.knock()
        with app.driver.frames.unseen():
            for digit in PIN:
                app.tap(digit)
            app.tap("Войти")
        app.driver.settle()
        assert app.screen == "staff.day"
        yield app
