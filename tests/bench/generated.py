"""A library far larger than the real one, made of its own words: what a busy region may grow to."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec

from content.library import Library
from content.model import Text

SEED = 67


def grown(library: Library, professions: int) -> Library:
    """The library with so many professions: each a mixture of two real ones and words of its own,
    drawn by a fixed seed."""
    draw = random.Random(SEED)
    real = library.pack.professions
    made = list(real[:professions])
    for number in range(len(made), professions):
        one, other = draw.choice(real), draw.choice(real)
        coined = Text(_coined(draw, RU, 3), _coined(draw, EN, 3))
        made.append(
            msgspec.structs.replace(
                one,
                id=f"made-{number}",
                title=_both(one.title, coined),
                name=_both(other.name, coined),
                code=f"{number % 90 + 10}.{number // 90 + 10}.{number % 77 + 10}",
                day=_both(one.day, coined),
                likes=[*one.likes[:2], *other.likes[:2]],
                clusters=[draw.choice(library.clusters).id],
                colleges=[draw.choice(library.pack.colleges).id],
            )
        )
    return Library(msgspec.structs.replace(library.pack, professions=made), library.folder)


def library_of(pack: Path) -> Library:
    """The pack in a folder."""
    return Library.open(pack)


RU, EN = ("ба", "ве", "го", "ди", "жу", "ла", "ме", "но", "ри", "сты"), (
    "ba", "ve", "go", "di", "zu", "la", "me", "no", "ri", "sty",
)  # fmt: skip


def _coined(draw: random.Random, syllables: tuple[str, ...], count: int) -> str:
    return "".join(draw.choice(syllables) for _ in range(count))


def _both(one: Text, other: Text) -> Text:
    return Text(f"{one.ru} {other.ru}", f"{one.en} {other.en}")
