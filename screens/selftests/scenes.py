"""What a task shows: a scene on a mock phone. A scene is a module of its own in ``phone``."""

from __future__ import annotations

import importlib
import importlib.util
import logging
from typing import Any

from kivy.uix.widget import Widget

log = logging.getLogger(__name__)


def scene(name: str) -> Widget | None:
    """The scene of that name; None, with a line in the log, where this program has none."""
    place = f"screens.selftests.phone.{name}"
    if not name.isidentifier() or importlib.util.find_spec(place) is None:
        log.warning("scene %s is of another program", name)
        return None
    module: Any = importlib.import_module(place)
    made: Widget = module.make()
    return made
