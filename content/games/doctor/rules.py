"""A visit to the doctor: clean hands first, then look, then help, then a thank-you.

The order is the one of any care: hands are washed before each patient (World Health Organization,
"My five moments for hand hygiene", moment 1), a sick one is examined before they are helped. What
helps is what a grown-up at home knows too: a scratch is rinsed and covered, one who is hot drinks
a lot, one who coughs drinks something warm. Nobody gives medicine here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round
from content.model import Game, Struct

HEAD, MOUTH, CHEST, PAW, HANDS = "head", "mouth", "chest", "paw", "hands"
PLACES = (HEAD, MOUTH, CHEST, PAW, HANDS)
"""Where things are brought: parts of the patient, and one's own hands over the basin."""
WASH = Move("soap", HANDS)
HEART = Move("heart")
NEEDS: dict[str, tuple[Move, ...]] = {
    "fever": (Move("thermometer", HEAD), Move("drink", MOUTH)),
    "cough": (Move("stethoscope", CHEST), Move("tea", MOUTH)),
    "scratch": (Move("water", PAW), Move("plaster", PAW)),
    "chill": (Move("scarf", CHEST),),
    "hunger": (Move("apple", MOUTH),),
    "tooth": (Move("toothbrush", MOUTH),),
}
"""What is wrong -> what is done about it, in this order."""
WORN = {"plaster", "scarf"}
"""What stays on the patient."""
STRANGE = ("hammer", "ball")
"""What no patient needs."""
CARERS = {"bear": "nurse", "doll": "feldsher", "dog": "vet", "cat": "vet", "rabbit": "vet"}
"""Who comes -> who is there for them: people's helpers for toys played as people, the vet for
animals."""


class Level(Struct, frozen=True):
    """``patients`` one after another, each with ``needs`` out of ``among``; ``extra`` things on
    the tray that the need of the moment does not ask for; ``plain``: the thought shows the thing
    itself, not what is wrong."""

    patients: int
    needs: int
    among: list[str]
    extra: int = 0
    plain: bool = False


@dataclass(frozen=True)
class Need:
    """Something that is wrong, and what lies on the tray meanwhile."""

    id: str
    tray: tuple[str, ...]

    @property
    def steps(self) -> tuple[Move, ...]:
        """What is done about it, in order."""
        return NEEDS[self.id]


@dataclass(frozen=True)
class Patient:
    """Who came, and with what, in the order it is told."""

    kind: str
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class Visit(Round):
    """The patient ``number`` (from 0) is here: ``need`` and ``step`` count what was done for them;
    as many needs as there are means that only the thank-you is left. ``using`` is what was just
    brought and is still at its place."""

    patients: tuple[Patient, ...]
    plain: bool = False
    number: int = 0
    washed: bool = False
    need: int = 0
    step: int = 0
    worn: frozenset[str] = frozenset()
    using: Move | None = None

    @property
    def patient(self) -> Patient:
        """Who is here now; the last one when all have gone."""
        return self.patients[min(self.number, len(self.patients) - 1)]

    @property
    def now(self) -> Need | None:
        """What is wrong now; None when nothing is any more."""
        needs = self.patient.needs
        return needs[self.need] if self.need < len(needs) else None

    @property
    def left(self) -> tuple[str, ...]:
        """What is still wrong with the patient, in the order it is told."""
        if self.done:
            return ()
        return tuple(need.id for need in self.patient.needs[self.need :])

    @property
    def tray(self) -> tuple[str, ...]:
        """What lies at hand."""
        if self.done:
            return ()
        shown = self.now or self.patient.needs[-1]
        return tuple(thing for thing in shown.tray if thing not in self.worn)

    @property
    def thought(self) -> str:
        """What the patient thinks of: a key of ``Game.things``."""
        if self.now is None:
            return HEART.thing
        if self.plain or not self.washed:
            return self._right.thing
        return self.now.id

    @property
    def gladness(self) -> float:
        """How well the patient feels, 0 to 1."""
        if self.done or self.now is None:
            return 1.0
        done = sum(len(need.steps) for need in self.patient.needs[: self.need]) + self.step
        return 0.9 * done / sum(len(need.steps) for need in self.patient.needs)

    @property
    def _right(self) -> Move:
        if self.now is None:
            return HEART
        return self.now.steps[self.step] if self.washed else WASH

    @property
    def moves(self) -> Sequence[Move]:
        """Anything at hand to any place; the heart once it is given."""
        if self.done:
            return ()
        things = [Move(thing, place) for thing in self.tray for place in PLACES]
        return [HEART, *things] if self.now is None else things

    def after(self, move: Move) -> Self:
        """Only the next thing to do does anything."""
        if self.done or move != self._right:
            return self
        if move == HEART:
            return replace(
                self, number=self.number + 1, need=0, worn=frozenset(), washed=False, using=None
            )
        if move == WASH:
            return replace(self, washed=True, using=move)
        assert self.now is not None
        worn = self.worn | ({move.thing} & WORN)
        if self.step + 1 < len(self.now.steps):
            return replace(self, step=self.step + 1, worn=worn, using=move)
        return replace(self, need=self.need + 1, step=0, worn=worn, using=move)

    def rested(self) -> Self:
        """What was used goes back."""
        return replace(self, using=None)

    @property
    def hint(self) -> Move | None:
        """What is to be done next."""
        return None if self.done else self._right

    @property
    def done(self) -> bool:
        """Everybody was helped and has said thank you."""
        return self.number == len(self.patients)

    @property
    def met(self) -> Sequence[str]:
        """Those who cared for who came."""
        return tuple(dict.fromkeys(CARERS[one.kind] for one in self.patients))


def deal(level: Level, game: Game, seed: int) -> Visit:
    """Patients and their needs in a random order."""
    random = Random(seed)  # noqa: S311 - play, no secret
    kinds = random.sample(list(CARERS), level.patients)
    return Visit(tuple(_patient(random, level, kind) for kind in kinds), level.plain)


def _patient(random: Random, level: Level, kind: str) -> Patient:
    needs = random.sample(level.among, level.needs)
    tools = dict.fromkeys(move.thing for need in level.among for move in NEEDS[need])
    found, worn = [], set[str]()
    for id in needs:
        own = [move.thing for move in NEEDS[id]]
        others = [one for one in (*tools, *STRANGE) if one not in own and one not in worn]
        tray = ["soap", *own, *random.sample(others, min(level.extra, len(others)))]
        random.shuffle(tray)
        found.append(Need(id, tuple(tray)))
        worn |= WORN & set(own)
    return Patient(kind, tuple(found))
