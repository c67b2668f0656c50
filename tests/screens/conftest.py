"""Fixtures of the UI tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.screens.stage import Glass, Stage


@pytest.fixture(scope="session")
def glass() -> Iterator[Glass]:
    """The one window of the session."""
    from tests.screens.stage import Glass

    glass = Glass()
    yield glass
    glass.close()


@pytest.fixture
def stage(glass: Glass) -> Iterator[Stage]:
    """An empty window in portrait. Afterwards nothing may be left running on it."""
    from tests.screens.stage import perform

    yield from perform(glass)
