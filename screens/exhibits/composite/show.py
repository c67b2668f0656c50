"""The composite playing itself: one sheet bends like paper, eight in resin carry a cow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.exhibits.composite.view import CompositeView

LOOP_S = 21.0
FLIES_S = 0.7
SHEETS = (
    (0.6, "carbon", 0), (5.0, "carbon", 0), (5.6, "carbon", 0), (6.3, "glass", 45),
    (7.0, "glass", 45), (7.7, "carbon", 0), (8.4, "carbon", 0), (9.1, "carbon", 0),
)  # fmt: skip
"""When each sheet is taken, of which cloth, how it is turned. The outer layers carry most."""
POURS = (10.2, 12.6)
PRESSES = ((2.0, 4.4, 0.9), (13.4, 18.4, 0.97))
"""From when to when the handle is leant on, and how far."""
HAND = "show"


class Show:
    """Moves what hands move, by the time since it began."""

    def __init__(self, view: CompositeView) -> None:
        self._view = view
        self._before = LOOP_S

    def play(self, seconds: float) -> None:
        """What happens ``seconds`` after the beginning, in a loop."""
        now = seconds % LOOP_S
        view, before = self._view, self._before
        if now < before:
            view.composite.restart()
            before = 0.0
        self._before = now
        for start, cloth, angle in SHEETS:
            self._fly(start, cloth, angle, now, before)
        self._pour(now)
        pressed = False
        for start, end, deep in PRESSES:
            if start <= now < end:
                part = min(1.0, (now - start) / (end - start) / 0.7)
                view.press(deep * part * part * (3 - 2 * part))
                pressed = True
        if not pressed:
            view.composite.release()

    def _fly(self, start: float, cloth: str, angle: int, now: float, before: float) -> None:
        view = self._view
        end = start + FLIES_S
        key = (HAND, start)
        if start - 0.5 <= now < start:
            view.aims[cloth] = angle
        if start <= now < end:
            part = (now - start) / FLIES_S
            part = part * part * (3 - 2 * part)
            x, y, _radius = view.tray.dials[cloth]
            tx, ty = view.bench.bar.top(view.composite)
            view.sheets[key] = (cloth, x + (tx - x) * part, y + (ty - y) * part)
        else:
            view.sheets.pop(key, None)
        if before < end <= now:
            view.composite.lay(cloth, angle)

    def _pour(self, now: float) -> None:
        view = self._view
        start, end = POURS
        if not start <= now < end:
            view.jar = None
            return
        part = min(1.0, (now - start) / 0.7)
        part = part * part * (3 - 2 * part)
        x, y = view.tray.jar_home
        tx, ty = view.bench.bar.top(view.composite)
        sway = 0.22 * view.bench.bar.span * (now - start - 1.2)
        view.jar = (
            x + (tx + sway - x) * part,
            y + (ty + view.bench.bar.span * 0.42 - y) * part,
        )
