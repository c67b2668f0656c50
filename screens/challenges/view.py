"""What every challenge's view is: it draws a task, takes touches and shows how they were judged.

A challenge is two folders: ``content/exhibition/challenges/<id>/`` holds its words and its rules,
pure Python; ``screens/challenges/<id>/view.py`` holds the class ``View``. Nothing else knows of it.
"""

from __future__ import annotations

import importlib
import logging
import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from content.exhibition.challenges.match import has_tasks
from content.exhibition.challenges.round import Verdict
from content.exhibition.challenges.task import Task
from content.library import Library
from content.model import Challenge
from screens.challenges.option import Option, Paint
from screens.navigation import has_screen
from screens.units import u
from screens.widgets.press import Pressable

log = logging.getLogger(__name__)
GAP = 24
"""Design units between things to touch."""


class View(FloatLayout):
    """Draws the task in hand. Subclasses make their things in :meth:`build` and place them in
    :meth:`lay`; most need nothing else. ``on_choice`` is called with the number touched."""

    side = 40
    """Design units left free beside it on a standing screen."""

    def __init__(self, on_choice: Callable[[int], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.on_choice = on_choice
        self.task: Any = None
        self.options: list[Any] = []
        self.judged: list[Verdict] = []
        self._lay_once = Clock.create_trigger(self._lay, -1)
        self.bind(pos=self._lay_once, size=self._lay_once)

    # What a challenge says of itself

    def build(self) -> None:
        """Make the things of ``self.task``."""

    def lay(self) -> None:
        """Put everything where it belongs for the current ``pos`` and ``size``."""
        self.grid(self.options)

    def asks(self, task: Any) -> str:
        """What to do now, a few words."""
        raise NotImplementedError

    def tells(self, task: Any, judged: Sequence[Verdict]) -> str:
        """What was right and why, a few words, once the task is done."""
        return self.asks(task)

    def settle(self, verdict: Verdict) -> None:
        """Show how one touch was judged."""
        for option in self.options:
            if option.choice == verdict.wanted:
                option.settle("right" if verdict.right else "wanted")
            elif option.choice == verdict.choice:
                option.settle("missed")

    # What views share

    def show(self, task: Task, judged: Sequence[Verdict]) -> None:
        """Draw a task, with the touches already judged."""
        self.clear_widgets()
        self.canvas.before.clear()
        self.canvas.after.clear()
        self.task, self.options, self.judged = task, [], []
        self.build()
        for verdict in judged:
            self.judge(verdict)
        self._lay_once()

    def judge(self, verdict: Verdict) -> None:
        """Take one more verdict."""
        self.judged.append(verdict)
        self.settle(verdict)

    def option(self, choice: int, label: str, paint: Paint | None = None, **kwargs: Any) -> Option:
        """A card to touch, added to the view and to ``options``."""
        return self.take(Option(choice, label, paint, **kwargs))

    def take(self, thing: Any) -> Any:
        """Add a thing to touch that has a ``choice``."""
        thing.bind(on_act=partial(self._chosen, thing))
        self.options.append(thing)
        self.add_widget(thing)
        return thing

    def grid(
        self,
        things: Sequence[Any],
        box: tuple[float, float, float, float] | None = None,
        shape: float = 1.0,
        columns: int = 0,
    ) -> None:
        """Lay things in equal cells, in rows from the top; as many columns as make the cells most
        like ``shape`` (width to height) where none are given."""
        if not things:
            return
        x, y, wide, tall = box or (self.x, self.y, self.width, self.height)
        gap, count = u(GAP), len(things)

        def cell(across: int) -> tuple[float, float]:
            down = math.ceil(count / across)
            return (wide - gap * (across - 1)) / across, (tall - gap * (down - 1)) / down

        def worth(across: int) -> float:
            w, h = cell(across)
            return min(w, h * shape) * (1.0 if count % across == 0 else 0.86)

        across = columns or max(range(1, count + 1), key=worth)
        w, h = cell(across)
        for number, thing in enumerate(things):
            row, place = divmod(number, across)
            # A last row that is not full stands in the middle.
            short = across - min(across, count - row * across)
            left = x + short * (w + gap) / 2
            thing.size = (round(w), round(h))
            thing.pos = (round(left + place * (w + gap)), round(y + tall - h - row * (h + gap)))

    def stop(self) -> None:
        """Leave nothing under way."""
        self._lay_once.cancel()

    def _chosen(self, thing: Pressable, *_args: Any) -> None:
        self.on_choice(thing.choice)

    def _lay(self, *_args: Any) -> None:
        if self.task is not None and self.width > 1 and self.height > 1:
            self.lay()


def has_view(challenge: Challenge) -> bool:
    """Whether this program knows how to play a challenge; a pack may name newer ones."""
    known = has_screen(f"challenges.{challenge.id}.view")
    if not known:
        log.info("challenge %s is of another program", challenge.id)
    return known


def offered(library: Library) -> list[Challenge]:
    """The challenges this program can play and the library has tasks for, in order."""
    known = (one for one in library.every(Challenge) if has_view(one))
    return [one for one in known if has_tasks(one.id, library)]


def view_of(challenge: str) -> type[View]:
    """The class that draws a challenge."""
    module = importlib.import_module(f"screens.challenges.{challenge}.view")
    found: type[View] = module.View
    return found


def make_view(challenge: str, on_choice: Callable[[int], None]) -> View:
    """The view of a challenge, with no task yet."""
    return view_of(challenge)(on_choice)
