"""The stage of every game: sprites, fingers, hints. A game's view says what there is and where it
belongs; the round says what is right.

Kind to small hands: the nearest thing is taken also when the finger comes down beside it, a near
miss snaps, what is let go elsewhere flies home. Any number of fingers play at once, each with its
own thing; a wrist that rests on the glass holds nothing up.
"""

from __future__ import annotations

from typing import Any, Protocol

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.floatlayout import FloatLayout

from content.games import Move, Round, kind_of
from content.model import Game, Thing
from screens.games.glide import GLIDE_S, Glider
from screens.games.hand import Hand
from screens.games.hold import Hold
from screens.games.sprite import LEAST, Spot, Sprite
from screens.page import Box
from screens.theme import Colour, theme
from screens.units import u

SLACK = 64
"""Design units beside a thing at which it is still meant."""
SNAP = 90
"""Design units beside a place at which what is let go still lands in it."""
HINT_S, SPEAK_S, EASE_S = 6.0, 12.0, 40.0
"""Seconds without a touch after which the hand shows the move and the voice repeats; seconds
without a right move after which the round is made easier."""
TICK_S, CALM_TICK_S = 0.5, 1.0
END_S = 0.7
"""Seconds between the last right move and the reward: everything has come to rest."""
TAPS = 3
"""Taps near the same thing after which it goes where it belongs by itself."""


class Host(Protocol):
    """Who keeps the score of a round: the screen."""

    def stepped(self, move: Move) -> None:
        """A right move was made."""

    def slipped(self, move: Move) -> None:
        """A wrong one."""

    def hinted(self) -> None:
        """The hand shows a move."""

    def eased(self) -> None:
        """The round was made easier."""

    def reminded(self) -> None:
        """It is time to say the task again."""

    def finished(self) -> None:
        """The round is done and everything lies still."""


class Stage(FloatLayout):
    """A round on the screen. Subclasses make sprites in :meth:`build` and say in :meth:`arrange`
    where each belongs for the round as it is now."""

    rest_s = 1.0
    """Seconds after which what happens by itself in a round happens (:meth:`Round.rested`)."""
    passing = False
    """Whether what is held is brought to a place already by passing over it: tracing."""

    def __init__(self, game: Game, start: Round, host: Host, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.game, self.round, self.host = game, start, host
        self.sprites: dict[str, Sprite] = {}
        self.glider = Glider()
        self.hand = Hand(self.glider)
        self.running = False
        self._holds: dict[Any, Hold] = {}
        self._picked: Sprite | None = None
        self._tapped: tuple[str, int] = ("", 0)
        self._quiet = 0.0
        self._since_right = 0.0
        self._tick: Any = None
        self._later: Any = None
        self._laid = False
        self._lay_once = Clock.create_trigger(self._lay, -1)
        self.bind(pos=self._lay_once, size=self._lay_once)
        self.build()
        self.add_widget(self.hand)

    # What a game says of itself

    def build(self) -> None:
        """Make the sprites of a round: :meth:`piece` and :meth:`spot`."""

    def arrange(self) -> None:
        """Say where each sprite belongs now: :meth:`put`. Called whenever the round or the size
        has changed; must not depend on where sprites are."""

    def shown(self, move: Move) -> None:
        """A right move was just made and :meth:`arrange` called: what else is to be seen of it."""

    def happened(self, before: Round) -> None:
        """Something happened by itself (:meth:`Round.rested`) and :meth:`arrange` was called: what
        else is to be seen of it."""

    def missed(self, move: Move) -> None:
        """A wrong move was just made: what is to be seen of it, before the host tells of it."""

    def touched(self, place: Sprite) -> None:
        """A place was touched by a finger that brings nothing: it may say what it is."""

    def sound(self, move: Move) -> str:
        """The effect that goes with a right move just made (:mod:`content.speech.effects`)."""
        return "right"

    # Making sprites

    def thing(self, name: str) -> Thing | None:
        """The game's thing behind a name of the round."""
        return self.game.things.get(kind_of(name))

    def piece(
        self, name: str, side: float = LEAST, *, card: Colour | None = None, **kwargs: Any
    ) -> Sprite:
        """A thing of the round. Raises KeyError where the game has no such thing."""
        thing = self.game.things[kind_of(name)]
        return self.keep(
            Sprite(name, thing.name.say(theme.lang), thing.picture, side, card=card, **kwargs)
        )

    def spot(self, name: str, label: str, side: float = LEAST, **kwargs: Any) -> Spot:
        """A place things are brought to."""
        made = Spot(name, label, side, **kwargs)
        self.keep(made)
        return made

    def keep(self, sprite: Sprite) -> Sprite:
        """Take a sprite of a game's own making; the last ones lie uppermost."""
        self.sprites[sprite.name] = sprite
        self.add_widget(sprite)
        return sprite

    def put(
        self,
        sprite: Sprite,
        x: float,
        y: float,
        *,
        side: float = 0,
        arc: float = 0,
        seconds: float = GLIDE_S,
    ) -> None:
        """Where a sprite's middle belongs, px, how large it is there, design units, and in which
        time it glides there."""
        sprite.home = (x, y)
        if side and sprite.size != [u(side), u(side)]:
            middle = sprite.middle
            sprite.size = (u(side), u(side))
            sprite.bring(*middle)
        if sprite.held_by is not None:
            return
        if self._laid:
            self.glider.send(sprite, x, y, seconds, arc=arc)
        else:
            self.glider.drop(sprite)
            sprite.bring(x, y)

    @property
    def box(self) -> Box:
        """The room of the stage, px."""
        return Box(self.x, self.y, self.width, self.height)

    # Life

    def start(self) -> None:
        """Begin to follow fingers and to think of hints."""
        self.running = True
        self._quiet = self._since_right = 0.0
        if self._tick is None:
            period = CALM_TICK_S if theme.calm else TICK_S
            self._tick = Clock.schedule_interval(self._count, period)
        self._go_on()

    def stop(self) -> None:
        """Stand still; every finger lets go, nothing is left running."""
        self.running = False
        for hold in list(self._holds.values()):
            self._let_go(hold)
        self.hand.hide()
        self.glider.stop()
        self._lay_once.cancel()
        for event in (self._tick, self._later):
            if event is not None:
                event.cancel()
        self._tick = self._later = None

    # Fingers

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if not self.running or not self.collide_point(*touch.pos):
            return False
        self._quiet = 0.0
        self.hand.hide()
        sprite = self._under(touch)
        if sprite is None:
            self._touch_place(touch)
            return True
        if any(move.thing == sprite.name and not move.place for move in self.round.moves):
            self.make(Move(sprite.name))
            return True
        self._take(touch, sprite)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        hold = self._holds.get(touch.uid)
        if hold is None:
            return False
        self._quiet = 0.0
        hold.follow(touch.x, touch.y, self.box)
        if self.passing and hold.moved:
            self._pass(hold.sprite)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        hold = self._holds.get(touch.uid)
        if hold is None:
            return False
        touch.ungrab(self)
        sprite = self._let_go(hold)
        if not hold.moved:
            self._tap(sprite)
        else:
            self._drop(sprite)
        return True

    def _under(self, touch: MotionEvent) -> Sprite | None:
        """The nearest thing that can be taken or touched now; what a finger that does not move
        rests on may be taken from under it."""
        names = {move.thing for move in self.round.moves}
        found: list[tuple[float, Sprite]] = []
        for name in names:
            sprite = self.sprites.get(name)
            if sprite is None or not sprite.shown or self.glider.is_busy(sprite):
                continue
            hold = self._holds.get(sprite.held_by)
            if hold is not None and hold.moved:
                continue
            away = sprite.is_near(touch.x, touch.y, u(SLACK))
            if away is not None:
                found.append((away, sprite))
        return min(found, key=lambda one: one[0])[1] if found else None

    def _take(self, touch: MotionEvent, sprite: Sprite) -> None:
        if sprite.held_by is not None:
            self._let_go(self._holds[sprite.held_by])
        touch.grab(self)
        self._holds[touch.uid] = Hold(touch, sprite)
        sprite.held_by = touch.uid
        self.glider.drop(sprite)
        self.remove_widget(sprite)
        self.add_widget(sprite, index=len(self.children) and 1)
        sprite.lift()

    def _let_go(self, hold: Hold) -> Sprite:
        """The finger no longer holds its thing, which stays where it is until it is sent."""
        hold.touch.ungrab(self)
        self._holds.pop(hold.touch.uid, None)
        hold.sprite.held_by = None
        hold.sprite.lift(1.0)
        return hold.sprite

    def _send_home(self, sprite: Sprite) -> None:
        self.glider.send(sprite, *sprite.home)

    def _tap(self, sprite: Sprite) -> None:
        """A touch that took a thing and did not move: pick it, and after three, help."""
        self._send_home(sprite)
        if self._count_tap(sprite.name):
            return
        if self._picked is not None and self._picked is not sprite:
            self._picked.lift(1.0)
        self._picked = sprite
        sprite.lift()

    def _touch_place(self, touch: MotionEvent) -> None:
        """A touch beside every thing: the place for what was picked before, or near something."""
        places = self._places_for(self._picked.name) if self._picked is not None else []
        near = [one for one in places if one.is_near(touch.x, touch.y, u(SLACK)) is not None]
        if near and self._picked is not None:
            sprite, self._picked = self._picked, None
            sprite.lift(1.0)
            self._land(sprite, near, touch.x, touch.y)
            return
        for place in self.sprites.values():
            if place.role == "place" and place.is_near(touch.x, touch.y, u(SLACK)) is not None:
                self.touched(place)
                self._count_tap(place.name)
                return

    def _count_tap(self, name: str) -> bool:
        """Count a tap near something; whether that was one too many and the move made itself."""
        last, count = self._tapped
        self._tapped = (name, count + 1 if last == name else 1)
        if self._tapped[1] < TAPS:
            return False
        self._tapped = ("", 0)
        moves = [one for one in self.round.moves if name in (one.thing, one.place)]
        right = next((one for one in moves if self.round.is_right(one)), self.round.hint)
        if right is not None:
            self.make(right)
        return right is not None

    def _drop(self, sprite: Sprite) -> None:
        places = self._places_for(sprite.name)
        x, y = sprite.middle
        near = [one for one in places if one.is_near(x, y, u(SNAP)) is not None]
        if near:
            self._land(sprite, near, x, y)
        else:
            self._send_home(sprite)

    def _pass(self, sprite: Sprite) -> None:
        """Bring what is held, and stays held, to the right place it is over."""
        places = self._places_for(sprite.name)
        over = [one for one in places if one.is_near(*sprite.middle, 0) is not None]
        moves = [Move(sprite.name, place.name) for place in over]
        right = next((move for move in moves if self.round.is_right(move)), None)
        if right is not None:
            self.make(right)

    def _land(self, sprite: Sprite, near: list[Sprite], x: float, y: float) -> None:
        """Bring a thing to the nearest of these places, a right one before a wrong one."""
        near.sort(key=lambda one: one.is_near(x, y, float("inf")) or 0.0)
        moves = [Move(sprite.name, place.name) for place in near]
        self.make(next((move for move in moves if self.round.is_right(move)), moves[0]))

    def _places_for(self, name: str) -> list[Sprite]:
        found = {move.place for move in self.round.moves if move.thing == name}
        return [self.sprites[place] for place in found if place in self.sprites]

    # Moves

    def make(self, move: Move) -> None:
        """Make a move: right, and everything goes where it belongs; wrong, and it flies home."""
        if self._picked is not None:
            self._picked.lift(1.0)
            self._picked = None
        after = self.round.after(move)
        if after == self.round:
            self.missed(move)
            self.host.slipped(move)
            sprite = self.sprites.get(move.thing)
            if sprite is not None and sprite.held_by is None:
                self._send_home(sprite)
            return
        self.round = after
        self._since_right = 0.0
        self._tapped = ("", 0)
        self.host.stepped(move)
        self.arrange()
        self.shown(move)
        self._go_on()

    def where(self, move: Move) -> tuple[tuple[float, float], tuple[float, float] | None]:
        """Where a finger comes down for a move, and where it lifts; None for a touch alone."""
        thing = self.sprites[move.thing].middle
        return thing, self.sprites[move.place].middle if move.place else None

    def _go_on(self) -> None:
        """What comes by itself: the end, or what a round does on its own."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
        if self.round.done:
            self._later = Clock.schedule_once(lambda _dt: self._end(), END_S)
        elif self.round.rested() != self.round:
            self._later = Clock.schedule_once(lambda _dt: self._rest(), self.rest_s)

    def _rest(self) -> None:
        self._later = None
        before, self.round = self.round, self.round.rested()
        self.arrange()
        self.happened(before)
        self._go_on()

    def _end(self) -> None:
        self._later = None
        self.host.finished()

    # Hints

    def _count(self, dt: float) -> None:
        for hold in list(self._holds.values()):
            if hold.wait(dt):
                self._send_home(self._let_go(hold))
        if self.round.done or self._holds:
            return
        before = self._quiet
        self._quiet += dt
        self._since_right += dt
        if self._since_right >= EASE_S:
            self._ease()
        elif before < SPEAK_S <= self._quiet:
            self.host.reminded()
            self._quiet = 0.0
            self.hint()
        elif before < HINT_S <= self._quiet:
            self.hint()

    def hint(self) -> None:
        """Let the hand show the next right move."""
        move = self.round.hint
        if move is None or move.thing not in self.sprites:
            return
        self.host.hinted()
        self.remove_widget(self.hand)
        self.add_widget(self.hand)
        self.hand.show(*self.where(move), done=_nothing)

    def _ease(self) -> None:
        self._since_right = self._quiet = 0.0
        self.host.eased()
        self.round = self.round.eased()
        self.arrange()
        self._go_on()

    def _lay(self, *_args: Any) -> None:
        if self.width > 1 and self.height > 1:
            self._laid = False
            self.arrange()
            self._laid = True


def _nothing() -> None:
    """The hand has shown what it had to."""
