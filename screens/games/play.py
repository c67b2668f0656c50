"""A game: its stage, its stars, and what is told of it.

The round lives with the visit (:class:`content.games.session.Session`), so a change of size, mode
or language goes on where it was, and who comes back to a game goes on at their level.
"""

from __future__ import annotations

import importlib
from typing import Any

from kivy.clock import Clock

from content.games import Move, Round
from content.games.session import STARS, Session
from content.model import Game
from screens.games.cheer import Cheer
from screens.games.host import Host
from screens.games.keys import PictureKey, SpeakerKey, Stars
from screens.games.menu import playable
from screens.games.playpage import PlayPage
from screens.games.prize import Prize
from screens.games.stage import Stage
from screens.page import Box
from screens.theme import _
from screens.units import u
from screens.voice import voice

NEXT_S = 2.0
"""Seconds of joy before the next round."""
MANY_SLIPS = 3
"""Wrong moves in a row after which the hand helps at once."""
REST, MENU = "games.rest", "games.menu"


class Screen(PlayPage):
    """One game; also the prize at its end."""

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.stage: Stage | None = None
        self.prize: Prize | None = None
        self.cheer: Cheer | None = None
        self._next: Any = None
        self._in_a_row = 0
        self._since: Any = None
        self._praised = 0

    @property
    def game(self) -> Game:
        """The game shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        found = library.find(Game, str(self.args.get("id")))
        if found is not None and playable(found):
            return found
        return next(game for game in library.every(Game) if playable(game))

    @property
    def session(self) -> Session:
        """Where the child is in it."""
        return self.playtime.session(self.game)

    # Building

    def furnish(self) -> None:
        session = self.session
        self._drop_stage()
        self.home = self.keep(PictureKey(_("Все игры"), "house"))
        self.home.bind(on_act=self._to_menu)
        self.stars = self.keep(Stars(STARS))
        self.stars.light(session.stars)
        self.speaker = self.keep(SpeakerKey(self.say, self.switch_captions))
        self.prize = None
        if session.won:
            self.prize = self.keep(Prize(self.game, self._again, self._to_menu))
        else:
            self.stage = self.keep(make_view(self.game, session.round, self))
        self.cheer = self.keep(Cheer())
        self.keep(self.speaker.panel)

    def fill(self) -> None:
        self.sky, self.floor = self.game.tile, self.game.floor
        super().fill()

    def lay(self, box: Box) -> None:
        room = self.strip(box, self.home, self.stars)
        for part in (self.stage, self.prize):
            if part is not None:
                part.size_hint = (None, None)
                part.pos = (room.x, room.y + u(24))
                part.size = (room.width, room.height - u(24))

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self._begin()

    def leave(self) -> None:
        super().leave()
        if self._next is not None:
            self._next.cancel()
            self._next = None
            # The star was given: what comes next is only not shown yet.
            if not self.session.won:
                self.session.go_on()
        if self.cheer is not None:
            self.cheer.stop()
        if self.stage is not None and not self.stage.round.done:
            self.session.round = self.stage.round
        self._drop_stage()
        self.prize = self.cheer = None

    def reset(self) -> None:
        super().reset()
        self._drop_stage()
        self.clear_widgets()

    def say(self) -> None:
        if self.session.won:
            self.utter("finished", 0)
        else:
            voice.say(self.game.ask)

    def _begin(self) -> None:
        self._in_a_row = 0
        self._since = self.kiosk.machine.now()
        if self.stage is not None:
            self.stage.start()

    def _drop_stage(self) -> None:
        if self.stage is not None:
            self.stage.stop()
            self.stage = None

    # What the stage tells

    @property
    def paused(self) -> bool:
        """Whether something lies over the stage: the warning of silence."""
        return bool(self.kiosk.frame.over)

    def stepped(self, move: Move) -> None:
        """A right move was made."""
        self._in_a_row = 0
        self.session.steps += 1
        voice.effect("right" if self.stage is None else self.stage.sound(move))

    def slipped(self, move: Move) -> None:
        """A wrong one: nothing is lost, and after some the hand helps."""
        self._in_a_row += 1
        self.session.slips += 1
        voice.effect("soft")
        if self._in_a_row % MANY_SLIPS == 0 and self.stage is not None:
            self.utter("again", self._in_a_row // MANY_SLIPS)
            self.stage.hint()

    def hinted(self) -> None:
        """The hand shows a move."""
        self.session.hints += 1

    def eased(self) -> None:
        """The round was made easier."""
        self.session.eased = True

    def reminded(self) -> None:
        """Say the task again."""
        self.say()

    def finished(self) -> None:
        """The round is done: a star, a word of praise, a line in the journal."""
        session, stage = self.session, self.stage
        if stage is None or self._next is not None:
            return
        for name in stage.round.met:
            thing = stage.thing(name)
            if thing is not None:
                self.playtime.meet(thing)
        passed = (self.kiosk.machine.now() - self._since).total_seconds()
        told = session.finish()
        if self.kiosk.visit is not None:
            self.kiosk.visit.played(self.game.id, **told, seconds=max(0, round(passed)))
        self.stars.light(session.stars)
        star = self.stars.place_of(session.stars - 1)
        if self.cheer is not None:
            self.cheer.burst(*stage.center, star)
        voice.effect("reward" if session.won else "star")
        self.utter("praise", session.stars + len(told) + self._praised)
        self._praised += 1
        self._next = Clock.schedule_once(lambda _dt: self._go_on(), NEXT_S)

    def _go_on(self) -> None:
        self._next = None
        if self.playtime.over:
            self.kiosk.navigator.start(REST)
            return
        if not self.session.won:
            self.session.go_on()
        self._anew()

    def _again(self, *_args: Any) -> None:
        self.session.again()
        self._anew()

    def play_level(self, level: int, stars: int = 0) -> None:
        """Deal a round of a level, counted from 0, with so many stars won."""
        session = self.session
        session.level = min(level, len(session.game.levels) - 1)
        session.again()
        session.stars = stars
        self._anew()

    def _anew(self) -> None:
        """Show what comes next."""
        self.fill()
        if self.session.won or self.session.stars == 0:
            self.say()
        self._begin()
        self.kiosk.sweep_soon()

    def _to_menu(self, *_args: Any) -> None:
        if self.session.won:
            self.session.again()
        self.kiosk.navigator.start(MENU)


def make_view(game: Game, start: Round, host: Host) -> Stage:
    """The stage of a game, for that round."""
    module = importlib.import_module(f"screens.games.{game.id}.view")
    made: Stage = module.View(game, start, host)
    return made
