"""A kiosk whose pack has photographs and a video."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.screens.app_stage import AppStage, switched_on
from tests.screens.media.filmed import fresh, pack_with_media
from tests.screens.stage import Stage

PACK = Path(__file__).parents[3] / "build" / "packs" / "current"


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack_with_media(PACK, tmp_path_factory.mktemp("filmed") / "pack")


@pytest.fixture
def pack(filmed: Path, tmp_path: Path) -> Path:
    """One of this test's own, to spoil."""
    return fresh(filmed, tmp_path / "pack")


@pytest.fixture
def app(stage: Stage, tmp_path: Path, pack: Path) -> Iterator[AppStage]:
    """A kiosk with that pack and a visitor. Afterwards no process of ours is left either."""
    with switched_on(stage, tmp_path / "kiosk", still=False) as app:
        app.kiosk.take_pack(pack)
        app.wake()
        yield app
    assert not psutil.Process().children(recursive=True)
