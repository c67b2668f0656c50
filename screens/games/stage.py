"""The stage of every game: sprites, fingers, hints. A game's view says what there is and where it
belongs; the round says what is right.

Kind to small hands: the nearest thing is taken also when the finger comes down beside it, a near
miss snaps, what is let go elsewhere flies home. Any number of fingers play at once, each with its
own thing; a wrist that rests on the glass holds nothing up.
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.floatlayout import FloatLayout

from content.games import Move, Round, kind_of
from content.model import Game, Thing
from screens.games.fingers import Fingers
from screens.games.glide import GLIDE_S, Glider
from screens.games.hand import Hand
from screens.games.host import Host
from screens.games.patience import Patience
from screens.games.sprite import LEAST, Spot, Sprite
from screens.page import Box
from screens.theme import Colour, theme
from screens.units import u

TICK_S, CALM_TICK_S = 0.5, 1.0
END_S = 0.7
"""Seconds between the last right move and the reward: everything has come to rest."""


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
        self.fingers = Fingers(self)
        self.patience = Patience()
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
        self.patience = Patience()
        if self._tick is None:
            period = CALM_TICK_S if theme.calm else TICK_S
            self._tick = Clock.schedule_interval(self._count, period)
        self._go_on()

    def stop(self) -> None:
        """Stand still; every finger lets go, nothing is left running."""
        self.running = False
        self.fingers.let_all_go()
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
        self.patience.touched()
        self.hand.hide()
        self.fingers.down(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if not self.fingers.move(touch):
            return False
        self.patience.touched()
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return self.fingers.up(touch)

    def taken(self, sprite: Sprite) -> None:
        """A finger has taken a thing: what else is to be seen of it."""

    def send_home(self, sprite: Sprite) -> None:
        """Let a thing fly where it belongs."""
        self.glider.send(sprite, *sprite.home)

    # Moves

    def make(self, move: Move) -> None:
        """Make a move: right, and everything goes where it belongs; wrong, and it flies home."""
        self.fingers.unpick()
        after = self.round.after(move)
        if after == self.round:
            self.missed(move)
            self.host.slipped(move)
            sprite = self.sprites.get(move.thing)
            if sprite is not None and sprite.held_by is None:
                self.send_home(sprite)
            return
        self.round = after
        self.patience.helped()
        self.fingers.forget_taps()
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
        self.fingers.wait(dt)
        if self.round.done or self.fingers.busy or self.host.paused:
            return
        asked = self.patience.wait(dt)
        if asked == "ease":
            self._ease()
        elif asked == "speak":
            self.host.reminded()
        if asked in ("speak", "hint"):
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
