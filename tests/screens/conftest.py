"""Fixtures of the UI tests."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sync.double import CentreDouble

if TYPE_CHECKING:
    from tests.screens.app_stage import AppStage
    from tests.screens.stage import Glass, Stage


@pytest.fixture(scope="session")
def glass() -> Iterator[Glass]:
    """The one window of the session."""
    from tests.screens.stage import Glass

    glass = Glass()
    # What the test session itself has loaded need not be looked at by every sweep of the kiosk.
    gc.collect()
    gc.freeze()
    yield glass
    gc.unfreeze()
    glass.close()


@pytest.fixture
def stage(glass: Glass) -> Iterator[Stage]:
    """An empty window in portrait. Afterwards nothing may be left running on it."""
    from tests.screens.stage import perform

    yield from perform(glass)


@pytest.fixture
def app_stage(stage: Stage, tmp_path: Path) -> Iterator[AppStage]:
    """The whole kiosk on the stage, on its attract screen, not enrolled, in an empty data folder.
    Afterwards it is switched off, and nothing may be left running."""
    from tests.screens.app_stage import switched_on

    with switched_on(stage, tmp_path / "kiosk") as kiosk:
        yield kiosk


@pytest.fixture
def centre() -> CentreDouble:
    """A centre in memory whose keys the test holds."""
    return CentreDouble()


@pytest.fixture
def enrolled(stage: Stage, tmp_path: Path, centre: CentreDouble) -> Iterator[AppStage]:
    """The same, known to ``centre``: it takes sign-ups."""
    from tests.screens.app_stage import switched_on

    with switched_on(stage, tmp_path / "kiosk", centre, pin="2468") as kiosk:
        yield kiosk
