"""One thing that is left over, and the bins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from content.exhibition.challenges.round import Verdict
from content.exhibition.challenges.waste.rules import BINS, THINGS, Thing
from screens.challenges import view
from screens.challenges.view import GAP
from screens.challenges.waste.bins import paint_bin
from screens.challenges.waste.things import paint_thing
from screens.exhibits.strokes import outline, sheet
from screens.theme import _, rgba, theme
from screens.units import u


class Shown(FloatLayout):
    """The thing in hand, large on a light sheet."""

    def __init__(self, thing: str, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self.thing = thing
        self._draw_once = Clock.create_trigger(self._draw, -1)
        self.bind(pos=self._draw_once, size=self._draw_once)

    def _draw(self, *_args: Any) -> None:
        self.canvas.clear()
        side = min(self.width, self.height) * 0.8
        with self.canvas:
            sheet(self.x, self.y, self.width, self.height, u(36), rgba("#FFFFFF"))
            if theme.contrast:
                outline(self.x, self.y, self.width, self.height, u(36), u(5), (0, 0, 0, 1))
            x, y = self.x + (self.width - side) / 2, self.y + (self.height - side) / 2
            paint_thing(self.thing, x, y, side)


class View(view.View):
    """What goes where?"""

    task: Thing

    def build(self) -> None:
        self.shown = Shown(self.task.thing)
        self.add_widget(self.shown)
        for number, kind in enumerate(self.task.bins):
            name = BINS[kind].say(theme.lang)
            self.option(number, name, partial(paint_bin, kind), caption=name)

    def lay(self) -> None:
        x, y, wide, tall, gap = self.x, self.y, self.width, self.height, u(GAP)
        if tall >= wide * 0.8:
            share = round(tall * 0.36)
            self.shown.pos, self.shown.size = (x, y + tall - share), (wide, share)
            self.grid(self.options, (x, y, wide, tall - share - gap), columns=3)
        else:
            share = round(wide * 0.3)
            self.shown.pos, self.shown.size = (x, y), (share, tall)
            self.grid(self.options, (x + share + gap, y, wide - share - gap, tall), columns=3)

    def asks(self, task: Thing) -> str:
        name = THINGS[task.thing][1].say(theme.lang)
        return _("{thing}: куда?").format(thing=name[:1].upper() + name[1:])

    def tells(self, task: Thing, judged: Sequence[Verdict]) -> str:
        kind, name = THINGS[task.thing]
        told = name.say(theme.lang)
        return _("{thing} — {bin}.").format(
            thing=told[:1].upper() + told[1:], bin=BINS[kind].say(theme.lang)
        )
