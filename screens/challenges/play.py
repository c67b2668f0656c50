"""One challenge: first what it is and two keys to begin, then the match itself.

The match is among the screen's arguments: a change of size, mode or language builds the screen
anew and the match goes on where it was.
"""

from __future__ import annotations

import math
import random
from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from content.exhibition.challenges.match import SECONDS, Match, tasks
from content.exhibition.challenges.round import Round
from content.exhibition.challenges.task import LEAST
from content.model import Challenge, Competence
from kiosk.best import board
from screens.challenges.lights import Lights, Panel, Score
from screens.challenges.seat import Seat
from screens.challenges.view import View, make_view, offered, view_of
from screens.page import Page, shape_of_head
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

EXAMPLE = 2
"""Seed of the task shown before the match."""
TICK_S, CALM_TICK_S = 0.25, 1.0
"""Between looks at the clock; its lights change once a second."""
RING = 210
"""Design units of the ring on a standing screen."""


class Screen(Page):
    """A challenge one plays."""

    tone = "night"
    gap = 20

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.seats: list[Seat] = []
        self._ring: Lights | None = None
        self._scores: list[Score] = []
        self._shown: View | None = None
        self._event: Any = None

    @property
    def challenge(self) -> Challenge:
        """The challenge shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        playable = offered(library)
        return next((one for one in playable if one.id == self.args.get("id")), playable[0])

    @property
    def match(self) -> Match | None:
        """The match played, None before it begins."""
        found = self.args.get("match")
        return found if isinstance(found, Match) else None

    # Building

    def heading(self) -> Heading:
        challenge = self.challenge
        competence = self.kiosk.machine.library.find(Competence, challenge.competence)
        playing = self.match is not None
        return Heading(
            title=challenge.name.say(theme.lang),
            kicker=competence.name.say(theme.lang) if competence is not None else "",
            subtitle="" if playing else challenge.lead.say(theme.lang),
            picture="" if playing else challenge.picture,
            tone="night",
            role="heading" if playing else "",
        )

    def make_art(self) -> Widget | None:
        match = self.match
        self._scores = []
        if match is None:
            self._ring = None
            return None
        alone, upright = len(match.rounds) == 1, shape_of_head() == "flat"
        # The large words of a lying screen's column leave no room for stars beside the ring.
        starry = upright or (alone and not (theme.large and shape_of_head() == "column"))
        self._scores = [Score(small=not alone, starry=starry) for _one in match.rounds]
        self._ring = Lights(*self._shine(match))
        return Panel(self._ring, self._scores[0] if alone else None)

    def art_share(self, room: float) -> float:
        return min(room * 0.22, u(RING))

    def build(self, column: Column) -> None:
        for seat in self.seats:
            seat.stop()
        self.seats = []
        if self.match is None:
            self._invite(column)
            return
        match, duel = self.match, len(self.match.rounds) == 2
        self.seats = [
            Seat(match, seat, score, shows_score=duel) for seat, score in enumerate(self._scores)
        ]
        upright = shape_of_head() == "flat"
        table = BoxLayout(
            orientation="vertical" if upright else "horizontal", spacing=u(36 if upright else 80)
        )
        for seat in self.seats:
            table.add_widget(seat)
        column.add_widget(table)

    def room(self) -> list[float]:
        if self.match is None:
            return super().room()
        side = u(view_of(self.challenge.id).side)
        return [side, u(12 if measure.portrait else 36), side, u(24)]

    def _invite(self, column: Column) -> None:
        challenge, palette = self.challenge, theme.palette("night")
        # On a lying screen the example beneath needs the height.
        low = shape_of_head() == "column" and not theme.large
        card = (
            Card("night", spacing=u(6), room=(36, 16, 36, 16))
            if low
            else Card("night", spacing=u(18))
        )
        for picture, text in (
            ("stopwatch", self._time_line()),
            ("light-bulb", _("Ошибки ничего не отнимают: верный ответ покажется сам.")),
            ("star", self._best_line(challenge)),
        ):
            line = BoxLayout(size_hint_y=None, spacing=u(28))
            line.bind(minimum_height=line.setter("height"))
            line.add_widget(Picture(picture, 48 if low else 72, pos_hint={"center_y": 0.5}))
            line.add_widget(Words(text, color=palette.ink, pos_hint={"center_y": 0.5}))
            card.add_widget(line)
        column.add_widget(card)
        keys = BoxLayout(
            size_hint_y=None, spacing=u(24), orientation="vertical" if theme.large else "horizontal"
        )
        keys.bind(minimum_height=keys.setter("height"))
        tall = 112 if low else 150
        begin = ActionKey(_("Начать"), "gold", "rocket", size="heading", units=tall)
        begin.bind(on_act=partial(self._begin, 1))
        keys.add_widget(begin)
        if challenge.duel:
            two = ActionKey(_("Вдвоём"), "glass", "handshake", size="heading", units=tall)
            two.bind(on_act=partial(self._begin, 2))
            keys.add_widget(two)
        column.add_widget(keys)
        if not theme.large and shape_of_head() != "upper":
            column.add_widget(self._example(challenge))

    def _example(self, challenge: Challenge) -> View:
        """The first task of a round of its own, done: what it is about, without a word."""
        view = self._shown = make_view(challenge.id, _nothing)
        one = Round(tasks(challenge.id, self.kiosk.machine.library, EXAMPLE, theme.lang)[:1])
        view.show(one.tasks[0], [])
        while not one.shows and one.task is not None:
            verdict = one.touch(one.task.right[one.step])
            if verdict is not None:
                view.judge(verdict)
        for option in view.options:
            option.lively = False
        return view

    def _time_line(self) -> str:
        if "calm" in theme.modes:
            return _("Двенадцать заданий, и время не идёт.")
        return _("Шестьдесят секунд. Если отойдёте, часы подождут.")

    def _best_line(self, challenge: Challenge) -> str:
        best = board(self.kiosk.machine).of(challenge.id, self.kiosk.today)
        if best is None:
            return _("Сегодня здесь ещё никто не играл. Будете первыми?")
        return _("Лучший результат сегодня: {score}").format(score=best)

    def _begin(self, players: int, *_args: Any) -> None:
        match = Match(
            self.challenge.id,
            random.getrandbits(32),
            self.kiosk.machine.library,
            players=players,
            timed="calm" not in theme.modes,
            lang=theme.lang,
        )
        self.kiosk.navigator.replace("challenges.play", id=self.challenge.id, match=match)

    # The life cycle

    def is_stale(self) -> bool:
        return self.match is None

    def enter(self, **args: Any) -> None:
        match = args.get("match")
        if isinstance(match, Match) and "calm" in theme.modes:
            match.calm()
        super().enter(**args)
        for seat in self.seats:
            seat.resume()
        if self.match is not None and self._event is None:
            self._event = Clock.schedule_interval(self._tick, CALM_TICK_S if theme.calm else TICK_S)

    def leave(self) -> None:
        super().leave()
        if self._event is not None:
            self._event.cancel()
            self._event = None
        for seat in self.seats:
            seat.stop()
        if self._shown is not None:
            self._shown.stop()

    def reset(self) -> None:
        super().reset()
        self.args = {}
        self._filled = None
        self.seats = []

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.match is not None:
            self.match.quiet = 0.0
        return bool(super().on_touch_down(touch))

    def _tick(self, dt: float) -> None:
        match = self.match
        if match is None or self._ring is None or self.kiosk.frame.over:
            return
        match.tick(dt)
        lit, text = self._shine(match)[1:]
        self._ring.show(lit, text)
        if match.over:
            self._finish(match)

    def _shine(self, match: Match) -> tuple[int, int, str]:
        """How many lights there are, how many shine, and the number among them."""
        if match.timed:
            left = math.ceil(match.left)
            return int(SECONDS), left, str(left)
        done = min(one.number for one in match.rounds)
        count = max(LEAST, *(len(one.tasks) for one in match.rounds))
        return count, done, str(min(done + 1, count))

    def _finish(self, match: Match) -> None:
        kiosk = self.kiosk
        record = False
        for one in match.rounds:
            if match.timed:
                best = board(kiosk.machine)
                record = best.offer(match.challenge, one.score, kiosk.today) or record
            if kiosk.visit is not None:
                kiosk.visit.played(match.challenge, score=one.score, seconds=round(match.passed))
        kiosk.navigator.replace("challenges.result", id=match.challenge, match=match, record=record)


def _nothing(_choice: int) -> None:
    """A task that is only looked at takes no touch."""
