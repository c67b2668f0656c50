"""Things left over, each of which goes into one bin.

Sorted by what a thing is made of; what holds mercury, acid or heavy metals goes to a place of its
own (in Russian law waste of the first and second hazard class), never to the others.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.task import Task
from content.model import Text

BINS = {
    "paper": Text(ru="бумага", en="paper"),
    "plastic": Text(ru="пластик", en="plastic"),
    "glass": Text(ru="стекло", en="glass"),
    "metal": Text(ru="металл", en="metal"),
    "food": Text(ru="пищевое", en="food"),
    "danger": Text(ru="опасное", en="hazardous"),
}
THINGS = {
    "newspaper": ("paper", Text(ru="газета", en="newspaper")),
    "carton": ("paper", Text(ru="картонная коробка", en="cardboard box")),
    "letter": ("paper", Text(ru="бумажный конверт", en="paper envelope")),
    "notebook": ("paper", Text(ru="исписанная тетрадь", en="filled notebook")),
    "bottle": ("plastic", Text(ru="пластиковая бутылка", en="plastic bottle")),
    "shampoo": ("plastic", Text(ru="флакон от шампуня", en="shampoo bottle")),
    "canister": ("plastic", Text(ru="пластиковая канистра", en="plastic canister")),
    "lid": ("plastic", Text(ru="пластиковая крышечка", en="plastic cap")),
    "wine": ("glass", Text(ru="стеклянная бутылка", en="glass bottle")),
    "jar": ("glass", Text(ru="банка от варенья", en="jam jar")),
    "vial": ("glass", Text(ru="флакон от духов", en="scent bottle")),
    "syrup": ("glass", Text(ru="склянка от сиропа", en="syrup bottle")),
    "can": ("metal", Text(ru="банка от лимонада", en="drink can")),
    "tin": ("metal", Text(ru="консервная банка", en="food tin")),
    "nail": ("metal", Text(ru="гнутый гвоздь", en="bent nail")),
    "key": ("metal", Text(ru="ключ без замка", en="key without a lock")),
    "banana": ("food", Text(ru="банановая кожура", en="banana peel")),
    "core": ("food", Text(ru="огрызок яблока", en="apple core")),
    "egg": ("food", Text(ru="яичная скорлупа", en="eggshell")),
    "carrot": ("food", Text(ru="морковный хвостик", en="carrot end")),
    "battery": ("danger", Text(ru="батарейка", en="battery")),
    "thermometer": ("danger", Text(ru="ртутный градусник", en="mercury thermometer")),
    "tube": ("danger", Text(ru="лампа дневного света", en="fluorescent lamp")),
    "accumulator": ("danger", Text(ru="аккумулятор", en="car battery")),
}
STARS = (10, 17, 23)


@dataclass(frozen=True, kw_only=True)
class Thing(Task):
    """One thing, by its name in :data:`THINGS`; the bins stand in the order of ``bins``."""

    thing: str
    bins: tuple[str, ...]

    @property
    def key(self) -> Hashable:
        """The thing: none comes twice."""
        return self.thing


def tasks(seed: int, lang: str = "ru") -> Sequence[Thing]:
    """Every thing once; the bins keep their places for a whole round."""
    random = Random(seed)  # noqa: S311 - play, no secret
    bins, order = list(BINS), list(THINGS)
    random.shuffle(bins)
    random.shuffle(order)
    return tuple(
        Thing(
            choices=len(bins), right=(bins.index(THINGS[thing][0]),), thing=thing, bins=tuple(bins)
        )
        for thing in order
    )
