"""Build a house with a crane.

True to how a house of panels is put together: the foundation first, a wall on what carries it, a
floor on all the walls below, the roof when the uppermost walls stand. Nothing hangs in the air. A
part fits its own place only: a door does not close a window's, a small roof leaves the rain in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.crane.plans import OTHER_SIZE, PLANS, Part, Plan, carriers
from content.games.round import Move, Round, kind_of
from content.model import Game, Struct

SLOTS = 3
"""Parts that lie ready at once; the next is brought when one is lifted."""


class Level(Struct, frozen=True):
    """One of ``plans`` is built; ``strange`` parts look like some of it and are too large or too
    small, at most two; ``who`` works there."""

    plans: list[str]
    who: str
    strange: int = 0
    shadows: bool = True
    """Whether a place shows what belongs there, not only its outline."""


@dataclass(frozen=True)
class Build(Round):
    """``ready`` lie there (empty: nothing left to bring), ``coming`` are brought after them;
    ``built`` says which part stands at a place."""

    plan: str
    who: str
    shadows: bool
    ready: tuple[str, ...]
    coming: tuple[str, ...]
    built: tuple[tuple[str, str], ...] = ()

    @property
    def parts(self) -> Plan:
        """The plan's places."""
        return PLANS[self.plan]

    @property
    def standing(self) -> dict[str, str]:
        """The part that stands at a place."""
        return dict(self.built)

    @property
    def waiting(self) -> list[Part]:
        """Places still empty, from the ground up."""
        return [part for part in self.parts if part.place not in self.standing]

    def carries(self, part: Part) -> bool:
        """Whether all that a part rests on stands."""
        return all(one.place in self.standing for one in carriers(self.parts, part))

    @property
    def moves(self) -> Sequence[Move]:
        """Any part that lies ready, to any empty place."""
        return [Move(thing, part.place) for thing in self.ready if thing for part in self.waiting]

    def after(self, move: Move) -> Self:
        """A part is built in where it belongs and something carries it."""
        part = next((one for one in self.waiting if one.place == move.place), None)
        if part is None or not move.thing or move.thing not in self.ready:
            return self
        if kind_of(move.thing) != part.kind or not self.carries(part):
            return self
        brought, coming = (self.coming[0], self.coming[1:]) if self.coming else ("", ())
        ready = tuple(brought if one == move.thing else one for one in self.ready)
        return replace(
            self, ready=ready, coming=coming, built=(*self.built, (move.place, move.thing))
        )

    @property
    def hint(self) -> Move | None:
        """The lowest place that can be built at now."""
        return next((move for move in self.moves if self.is_right(move)), None)

    @property
    def done(self) -> bool:
        """The house stands."""
        return not self.waiting

    @property
    def met(self) -> Sequence[str]:
        """Who worked there."""
        return (self.who,)


def deal(level: Level, game: Game, seed: int) -> Build:
    """Parts come from the ground up, those of one height in any order, so that whatever is strange
    one of those that lie ready can be built in."""
    random = Random(seed)  # noqa: S311 - play, no secret
    name = random.choice(level.plans)
    plan = PLANS[name]
    named = [f"{part.kind}#{number}" for number, part in enumerate(plan)]
    height = {thing: part.y for thing, part in zip(named, plan, strict=True)}
    shuffled = random.sample(named, len(named))
    coming = sorted(shuffled, key=height.__getitem__)
    sized = sorted({part.kind for part in plan} & set(OTHER_SIZE))
    strange = [OTHER_SIZE[kind] for kind in random.sample(sized, level.strange)]
    for number, kind in enumerate(strange):
        coming.insert(random.randrange(SLOTS), f"{kind}#strange{number}")
    ready = coming[:SLOTS]
    random.shuffle(ready)
    return Build(name, level.who, level.shadows, tuple(ready), tuple(coming[SLOTS:]))
