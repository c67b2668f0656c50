"""One player's place: what to do, and the task. Two of them stand side by side in a duel."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.uix.boxlayout import BoxLayout

from content.exhibition.challenges.match import Match
from screens.challenges.lights import Score
from screens.challenges.view import make_view
from screens.theme import theme
from screens.units import u
from screens.widgets.words import Words

GLANCE_S = 0.5
"""How long a task done without a fault stays."""
LOOK_S = 1.8
"""How long what would have been right stays."""
CALM_S = 3.2


class Seat(BoxLayout):
    """The task in hand of one player of a match."""

    def __init__(
        self, match: Match, seat: int, score: Score, *, shows_score: bool, **kwargs: Any
    ) -> None:
        super().__init__(orientation="vertical", spacing=u(18), **kwargs)
        self.match, self.seat, self.score = match, seat, score
        self.round = match.rounds[seat]
        palette = theme.palette("night")
        head = BoxLayout(size_hint_y=None, spacing=u(20))
        self.words = Words(
            "",
            role="strong" if shows_score else "heading",
            color=palette.ink,
            valign="middle",
            pos_hint={"center_y": 0.5},
            size_hint=(1, None),
        )
        head.add_widget(self.words)
        if shows_score:
            score.pos_hint = {"center_y": 0.5}
            head.add_widget(score)
        self._head, self._least = head, u(110)
        self.words.bind(height=self._grow)
        self.add_widget(head)
        self.view = make_view(match.challenge, self.choose)
        self.add_widget(self.view)
        self._wait: Any = None
        self.show()

    def choose(self, choice: int) -> None:
        """The player touched a thing."""
        verdict = self.match.touch(self.seat, choice)
        if verdict is None:
            return
        self.view.judge(verdict)
        self._tell()
        if verdict.done:
            self._wait_for_next()

    def show(self) -> None:
        """Draw the task in hand."""
        task = self.round.task
        if task is None:
            self.view.opacity = 0.35
        else:
            self.view.show(task, self.round.judged)
        self._tell()

    def resume(self) -> None:
        """Go on after the page was away."""
        if self.round.shows:
            self._wait_for_next()

    def stop(self) -> None:
        """Leave nothing under way."""
        if self._wait is not None:
            self._wait.cancel()
            self._wait = None
        self.view.stop()

    def _wait_for_next(self) -> None:
        if self._wait is not None:
            self._wait.cancel()
        flawless = all(one.right for one in self.round.judged)
        look = LOOK_S if self.match.timed else CALM_S
        self._wait = Clock.schedule_once(self._next, GLANCE_S if flawless else look)

    def _next(self, _dt: float) -> None:
        self._wait = None
        self.round.next()
        if not self.match.over:
            self.show()

    def _tell(self) -> None:
        task, view = self.round.task, self.view
        if task is not None:
            told = view.tells(task, self.round.judged) if self.round.shows else view.asks(task)
            self.words.say(told)
        self.score.show(self.round.score, self.match.stars(self.seat))

    def _grow(self, *_args: Any) -> None:
        inner = max([self._least, *(child.height for child in self._head.children)])
        self._head.height = inner
