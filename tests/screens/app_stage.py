"""The whole kiosk on the stage: what tests of screens and of the way between them start from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kivy.uix.widget import Widget

from kiosk.machine import Machine
from kiosk.settings import load
from screens.app import Kiosk
from screens.theme import theme
from screens.widgets.press import Pressable
from tests.screens.stage import Stage


@dataclass
class AppStage:
    """A kiosk to touch. ``stage`` steps the frames."""

    stage: Stage
    kiosk: Kiosk

    @property
    def screen(self) -> str:
        """The name of the screen shown."""
        page = self.kiosk.navigator.current
        return page.name if page is not None else ""

    def wake(self) -> None:
        """A first touch in the middle of the glass."""
        window = self.stage.window
        self.stage.finger(window.width / 2, window.height / 2).up()
        self.stage.step(3)

    def control(self, label: str) -> Widget:
        """The control with that label; LookupError naming those there are."""
        found = _controls(self.kiosk.frame)
        if label not in found:
            raise LookupError(f"no {label!r} among {sorted(found)}")
        return found[label]

    def tap(self, label: str) -> None:
        """Touch the control with that label and let what follows be drawn."""
        self.stage.tap(self.control(label))
        self.stage.step(2)


def _controls(root: Widget) -> dict[str, Widget]:
    controls = (each for each in root.walk() if isinstance(each, Pressable) and each.lively)
    return {control.label: control for control in controls}


@contextmanager
def switched_on(stage: Stage, home: Path, **settings: Any) -> Iterator[AppStage]:
    """A kiosk with its data in ``home``; ``settings`` as in :func:`kiosk.settings.load`."""
    settings.setdefault("still", True)
    machine = Machine.open(load(home, **settings))
    try:
        kiosk = Kiosk(machine, stage.window)
        kiosk.unguarded = True
        try:
            kiosk.attract()
            stage.step(3)
            yield AppStage(stage, kiosk)
        finally:
            kiosk.stop()
            theme.lang, theme.modes, theme.still = "ru", frozenset(), False
    finally:
        machine.close()
