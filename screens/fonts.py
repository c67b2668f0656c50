"""The product's faces, registered from the pack's fonts; Kivy's own where the pack has none."""

from __future__ import annotations

import logging
from pathlib import Path

from kivy.core.text import DEFAULT_FONT, LabelBase

FILES = {
    "Onest": "Onest-Regular.ttf",
    "OnestMedium": "Onest-Medium.ttf",
    "OnestBold": "Onest-Bold.ttf",
    "Unbounded": "Unbounded-Bold.ttf",
    "UnboundedMedium": "Unbounded-Medium.ttf",
}


def register(folder: Path) -> None:
    """Register every face from ``folder``; a missing file falls back and is logged."""
    for name, file in FILES.items():
        path = folder / file
        if path.is_file():
            LabelBase.register(name, str(path))
        else:
            logging.getLogger(__name__).warning("font %s is missing", file)
            LabelBase.register(name, LabelBase._fonts[DEFAULT_FONT][0])
