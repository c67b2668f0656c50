"""Where the controls of every screen are, as a tour of this very program finds them."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.process import BIN

Point = tuple[float, float]


def at(screen: str, label: str) -> Point:
    """The middle of a control, pixels from the top left of 1080x1920. ``screen`` is the tour's
    name of it, ``label`` the control's, or how it begins. LookupError when there is none."""
    controls = _tour().get(screen, [])
    exact = [control for control in controls if control["label"] == label]
    for control in exact or [one for one in controls if one["label"].startswith(label)]:
        x, y, width, height = control["rect_px"]
        return x + width / 2, y + height / 2
    raise LookupError(f"the tour saw no {label!r} on {screen!r}")


@cache
def _tour() -> dict[str, list[dict[str, Any]]]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "tour"
        subprocess.run(
            [BIN / "kiosk", "tour", "--out", out],
            env={**os.environ, "KIOSK_HOME": f"{folder}/kiosk"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        seen = json.loads((out / "tour.json").read_text(encoding="utf-8"))["screens"]
    return {screen["name"]: screen["controls"] for screen in seen}
