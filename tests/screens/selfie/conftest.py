"""A kiosk whose camera is a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.screens.app_stage import AppStage, switched_on
from tests.screens.selfie.mirrored import FACE
from tests.screens.stage import Stage


@pytest.fixture
def face(tmp_path: Path) -> Path:
    file = tmp_path / "face.png"
    picture = np.zeros((480, 640, 3), np.uint8)
    picture[:] = tuple(FACE)[::-1]
    cv2.imwrite(str(file), picture)
    return file


@pytest.fixture
def app(stage: Stage, tmp_path: Path, face: Path) -> Iterator[AppStage]:
    """A kiosk with a picture that stands in for its camera."""
    with switched_on(stage, tmp_path / "kiosk", camera=str(face), idle_s=8.0) as app:
        app.wake()
        yield app
