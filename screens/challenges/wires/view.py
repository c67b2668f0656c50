"""A row of terminals and the wires that hang beneath it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from content.exhibition.challenges.round import Verdict
from content.exhibition.challenges.wires.rules import ROLES, TERMINALS, WIRES, Wiring
from screens.challenges import view
from screens.challenges.view import GAP
from screens.challenges.wires.cable import hanging, led
from screens.challenges.wires.terminal import Terminal
from screens.theme import _, theme
from screens.units import u

LEAST = 100
"""Design units of width a wire wants at least; narrower ones hang in two rows."""


class View(view.View):
    """The terminal that glows waits for its wire."""

    task: Wiring

    def build(self) -> None:
        self.terminals = [
            Terminal(name, ROLES[name].say(theme.lang)) for name in self.task.terminals
        ]
        for terminal in self.terminals:
            self.add_widget(terminal)
        for number, wire in enumerate(self.task.wires):
            name = WIRES[wire].say(theme.lang)
            self.option(number, name, partial(hanging, wire), caption=name)
        self._glow()

    def lay(self) -> None:
        gap = u(GAP)
        head = min(self.height * 0.34, u(260))
        slack = min(self.height * 0.16, u(150))
        self.grid(
            self.terminals,
            (self.x, self.y + self.height - head, self.width, head),
            columns=len(self.terminals),
        )
        low = self.height - head - slack
        narrow = self.width < len(self.options) * u(LEAST + GAP)
        columns = math.ceil(len(self.options) / (2 if narrow else 1))
        self.grid(self.options, (self.x, self.y, self.width, low), columns=columns)
        self.canvas.before.clear()
        with self.canvas.before:
            for verdict in self.judged:
                wire = self.task.wires[verdict.wanted]
                option, terminal = self.options[verdict.wanted], self.terminals[verdict.step]
                start = (option.x + option.width / 2, option.y + option.height - gap)
                end = (terminal.x + terminal.width / 2, terminal.y + terminal.height * 0.2)
                led(wire, start, end, min(u(34), option.width * 0.3))

    def settle(self, verdict: Verdict) -> None:
        self.options[verdict.wanted].settle("right" if verdict.right else "wanted")
        self._glow()
        self._lay_once()

    def asks(self, task: Wiring) -> str:
        terminal = task.terminals[min(len(self.judged), len(task.terminals) - 1)]
        asked = _("{terminal}, {role}: какой провод?").format(
            terminal=terminal, role=ROLES[terminal].say(theme.lang)
        )
        if self.judged and not self.judged[-1].right:
            return f"{self._told(task, self.judged[-1])} {asked}"
        return asked

    def tells(self, task: Wiring, judged: Sequence[Verdict]) -> str:
        wrong = next((one for one in judged if not one.right), None)
        if wrong is None:
            return _("Всё на местах, можно проверять.")
        return self._told(task, wrong)

    def _told(self, task: Wiring, verdict: Verdict) -> str:
        terminal = task.terminals[verdict.step]
        return _("{terminal} — {wire}.").format(
            terminal=terminal, wire=WIRES[TERMINALS[terminal]].say(theme.lang)
        )

    def _glow(self) -> None:
        for number, terminal in enumerate(self.terminals):
            terminal.show(glows=number == len(self.judged), wired=number < len(self.judged))
