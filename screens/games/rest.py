"""Time to rest: a robot leads a movement and looks far away with the child. Then goodbye.

Nobody is cut off: it comes between two rounds. Norms: SanPiN 1.2.3685-21.
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock

from screens.games.glide import Glider
from screens.games.keys import PictureKey, SpeakerKey
from screens.games.playpage import MEADOW, PlayPage
from screens.games.sprite import Sprite
from screens.page import Box
from screens.theme import _, theme
from screens.units import u
from screens.voice import voice

MOVE_S = 6.0
"""Seconds of each movement."""
BEAT_S = 0.75
SIDE = 420
HOLD, GOODBYE = "rest", "games.bye"
STRETCH, FLAP, BLINK, FAR = range(4)


class Screen(PlayPage):
    """The robot shows, the voice says, the child does."""

    floor = MEADOW

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.step = 0
        self._beat = 0
        self._passed = 0.0
        self._event: Any = None
        self._glider = Glider()
        self._middle = (0.0, 0.0)

    def furnish(self) -> None:
        self.on = self.keep(PictureKey(_("Дальше"), "right-arrow"))
        self.on.bind(on_act=self._go_on)
        self.speaker = self.keep(SpeakerKey(self.say, self.switch_captions))
        self.robot = Sprite("", "", "robot", SIDE, part=1.0)
        self.robot.lively = False
        self.keep(self.robot)
        self.keep(self.speaker.panel)

    def lay(self, box: Box) -> None:
        room = self.strip(box, self.on, None)
        self._middle = (room.x + room.width / 2, room.y + room.height * 0.5)
        self._glider.stop()
        self.robot.bring(*self._middle)

    def enter(self, **args: Any) -> None:
        self.step = self._beat = 0
        self._passed = 0.0
        super().enter(**args)
        self.kiosk.idle.hold(HOLD)
        if self._event is None:
            self._event = Clock.schedule_interval(self._tick, 1.0 if theme.calm else BEAT_S)

    def leave(self) -> None:
        super().leave()
        self.kiosk.idle.release(HOLD)
        self._glider.stop()
        if self._event is not None:
            self._event.cancel()
            self._event = None

    def say(self) -> None:
        lines = self.phrases("rest")
        if self.step < len(lines):
            voice.say(lines[self.step])

    def _tick(self, dt: float) -> None:
        self._passed += dt
        self._beat += 1
        if self._passed < MOVE_S:
            self._move()
            return
        self._passed = 0.0
        self.step += 1
        self.robot.dress("robot")
        self.robot.lift(1.0)
        self._glider.send(self.robot, *self._middle)
        if self.step >= max(1, len(self.phrases("rest"))):
            self._go_on()
        else:
            self.say()

    def _move(self) -> None:
        (x, y), up = self._middle, self._beat % 2 == 1
        kind = self.step % 4
        if kind == STRETCH:
            self.robot.lift(1.22 if up else 1.0)
            self._glider.send(self.robot, x, y + (u(130) if up else 0), BEAT_S * 0.8)
        elif kind == FLAP:
            self._glider.send(
                self.robot, x + u(190) * (1 if up else -1), y, BEAT_S * 0.8, arc=u(90)
            )
        elif kind == BLINK:
            self.robot.dress("sleeping-face" if self._passed < MOVE_S / 2 else "star-struck")
        else:
            far = 1 - 0.6 * min(1.0, self._passed / MOVE_S)
            self.robot.lift(far)
            self._glider.send(self.robot, x, y + u(200) * (1 - far), BEAT_S * 0.8)

    def _go_on(self, *_args: Any) -> None:
        self.kiosk.navigator.start(GOODBYE)
