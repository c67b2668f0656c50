"""The fingers on a stage: each holds its own thing, none takes another's, and a wrist that rests
holds nothing up. A tap on a thing and a tap on its place are enough; so are three taps near it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.input.motionevent import MotionEvent

from content.games import Move
from screens.games.hold import Hold
from screens.games.sprite import Sprite
from screens.units import u

if TYPE_CHECKING:
    from screens.games.stage import Stage

SLACK = 64
"""Design units beside a thing at which it is still meant."""
SNAP = 90
"""Design units beside a place at which what is let go still lands in it."""
TAPS = 3
"""Taps near the same thing after which it goes where it belongs by itself."""


class Fingers:
    """Everything that touches a stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._holds: dict[Any, Hold] = {}
        self._picked: Sprite | None = None
        self._tapped: tuple[str, int] = ("", 0)

    @property
    def busy(self) -> bool:
        """Whether anything is held."""
        return bool(self._holds)

    # What fingers do

    def down(self, touch: MotionEvent) -> None:
        """A finger comes down: it takes, or touches, the nearest thing that is meant."""
        stage = self._stage
        sprite = self._under(touch)
        if sprite is None:
            self._touch_place(touch)
        elif any(move.thing == sprite.name and not move.place for move in stage.round.moves):
            stage.make(Move(sprite.name))
        else:
            self._take(touch, sprite)

    def move(self, touch: MotionEvent) -> bool:
        """A finger moves; False where it holds nothing."""
        hold = self._holds.get(touch.uid)
        if hold is None:
            return False
        hold.follow(touch.x, touch.y, self._stage.box)
        if self._stage.passing and hold.moved:
            self._pass(hold.sprite)
        return True

    def up(self, touch: MotionEvent) -> bool:
        """A finger lifts; False where it held nothing."""
        hold = self._holds.get(touch.uid)
        if hold is None:
            return False
        sprite = self._let_go(hold)
        if hold.moved:
            self._drop(sprite)
        else:
            self._tap(sprite)
        return True

    def wait(self, seconds: float) -> None:
        """Time passes: what is held without a movement for long goes home."""
        for hold in list(self._holds.values()):
            if hold.wait(seconds):
                self._stage.send_home(self._let_go(hold))

    def let_all_go(self) -> None:
        """Every finger holds nothing any more."""
        for hold in list(self._holds.values()):
            self._let_go(hold)

    def unpick(self) -> None:
        """What was picked by a tap is so no longer."""
        if self._picked is not None:
            self._picked.lift(1.0)
            self._picked = None

    def forget_taps(self) -> None:
        """Count taps from the beginning."""
        self._tapped = ("", 0)

    # Taking and letting go

    def _under(self, touch: MotionEvent) -> Sprite | None:
        """The nearest thing that can be taken or touched now; what a finger that does not move
        rests on may be taken from under it."""
        stage = self._stage
        found: list[tuple[float, Sprite]] = []
        for name in {move.thing for move in stage.round.moves}:
            sprite = stage.sprites.get(name)
            if sprite is None or not sprite.shown or stage.glider.is_busy(sprite):
                continue
            hold = self._holds.get(sprite.held_by)
            if hold is not None and hold.moved:
                continue
            away = sprite.is_near(touch.x, touch.y, u(SLACK))
            if away is not None:
                found.append((away, sprite))
        return min(found, key=lambda one: one[0])[1] if found else None

    def _take(self, touch: MotionEvent, sprite: Sprite) -> None:
        stage = self._stage
        if sprite.held_by is not None:
            self._let_go(self._holds[sprite.held_by])
        touch.grab(stage)
        self._holds[touch.uid] = Hold(touch, sprite)
        sprite.held_by = touch.uid
        stage.glider.drop(sprite)
        # Uppermost, but for the hand.
        stage.remove_widget(sprite)
        stage.add_widget(sprite, index=min(1, len(stage.children)))
        sprite.lift()
        stage.taken(sprite)

    def _let_go(self, hold: Hold) -> Sprite:
        """The finger no longer holds its thing, which stays where it is until it is sent."""
        hold.touch.ungrab(self._stage)
        self._holds.pop(hold.touch.uid, None)
        hold.sprite.held_by = None
        hold.sprite.lift(1.0)
        return hold.sprite

    # Taps

    def _tap(self, sprite: Sprite) -> None:
        """A touch that took a thing and did not move: pick it, and after three, help."""
        self._stage.send_home(sprite)
        if self._count_tap(sprite.name):
            return
        if self._picked is not sprite:
            self.unpick()
        self._picked = sprite
        sprite.lift()

    def _touch_place(self, touch: MotionEvent) -> None:
        """A touch beside every thing: the place for what was picked before, or near something."""
        picked, stage = self._picked, self._stage
        places = self._places_for(picked.name) if picked is not None else []
        near = [one for one in places if one.is_near(touch.x, touch.y, u(SLACK)) is not None]
        if near and picked is not None:
            self.unpick()
            self._land(picked, near, touch.x, touch.y)
            return
        for place in stage.sprites.values():
            if place.role == "place" and place.is_near(touch.x, touch.y, u(SLACK)) is not None:
                stage.touched(place)
                self._count_tap(place.name)
                return

    def _count_tap(self, name: str) -> bool:
        """Count a tap near something; whether that was one too many and the move made itself."""
        last, count = self._tapped
        self._tapped = (name, count + 1 if last == name else 1)
        if self._tapped[1] < TAPS:
            return False
        self.forget_taps()
        round_ = self._stage.round
        moves = [one for one in round_.moves if name in (one.thing, one.place)]
        right = next((one for one in moves if round_.is_right(one)), round_.hint)
        if right is not None:
            self._stage.make(right)
        return right is not None

    # Landing

    def _drop(self, sprite: Sprite) -> None:
        x, y = sprite.middle
        places = self._places_for(sprite.name)
        near = [one for one in places if one.is_near(x, y, u(SNAP)) is not None]
        if near:
            self._land(sprite, near, x, y)
        else:
            self._stage.send_home(sprite)

    def _pass(self, sprite: Sprite) -> None:
        """Bring what is held, and stays held, to the right place it is over."""
        places = self._places_for(sprite.name)
        over = [one for one in places if one.is_near(*sprite.middle, 0) is not None]
        moves = [Move(sprite.name, place.name) for place in over]
        right = next((move for move in moves if self._stage.round.is_right(move)), None)
        if right is not None:
            self._stage.make(right)

    def _land(self, sprite: Sprite, near: list[Sprite], x: float, y: float) -> None:
        """Bring a thing to the nearest of these places, a right one before a wrong one."""
        near.sort(key=lambda one: one.is_near(x, y, float("inf")) or 0.0)
        moves = [Move(sprite.name, place.name) for place in near]
        round_ = self._stage.round
        self._stage.make(next((move for move in moves if round_.is_right(move)), moves[0]))

    def _places_for(self, name: str) -> list[Sprite]:
        stage = self._stage
        found = {move.place for move in stage.round.moves if move.thing == name}
        return [stage.sprites[place] for place in found if place in stage.sprites]
