"""Games for those who do not read yet: pictures, what is said aloud, levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from content.model.base import Struct, Text

Use = Literal["tile", "figure", "thing"]
"""How a game's picture is drawn: on its tile, large, small."""


class Thing(Struct, frozen=True):
    """Something of a game that is drawn and named aloud."""

    picture: str
    name: Text
    figure: bool = False
    """Whether it is drawn large: a worker, a house, a tractor."""
    profession: str | None = None
    """The profession one meets in it, an id of the library."""
    asks: Text | None = None
    """What it says of itself when its turn comes."""


class Game(Struct, frozen=True):
    """A game, the face of ``games/<id>/rules.py``. ``levels`` rise; each is read as that module's
    ``Level``. Nothing of it is written on the screen: ``name`` and ``ask`` are spoken."""

    id: str
    name: Text
    ask: Text
    """What to do, one short sentence to a child."""
    picture: str
    order: int
    things: dict[str, Thing]
    levels: list[Any]
    tile: str = "#CFE0FF"
    """The colour of its tile and of its sky."""
    floor: str = "#B8E3A9"
    """The colour of the ground its things stand on."""
    hands: int = 1
    """How many children may play at once."""
    drawn: list[str] = []
    """Pictures its view draws besides its things."""
    staged: list[str] = []
    """Pictures its view draws as large as a figure."""
    checked: bool = True

    @property
    def pictures(self) -> Iterator[tuple[str, str, Use]]:
        """Every picture: the path of its field, its name, how it is drawn."""
        yield "picture", self.picture, "tile"
        for id, thing in self.things.items():
            yield f"things.{id}.picture", thing.picture, "figure" if thing.figure else "thing"
        for number, name in enumerate(self.drawn):
            yield f"drawn[{number}]", name, "thing"
        for number, name in enumerate(self.staged):
            yield f"staged[{number}]", name, "figure"

    @property
    def spoken(self) -> Iterator[Text]:
        """Everything the game says aloud."""
        yield self.name
        yield self.ask
        for thing in self.things.values():
            yield thing.name
            if thing.asks is not None:
                yield thing.asks


class Phrase(Struct, frozen=True):
    """What the kiosk says aloud on an occasion, in several ways: one is taken at a time."""

    id: str
    says: list[Text]

    @property
    def spoken(self) -> Iterator[Text]:
        """All the ways."""
        yield from self.says
