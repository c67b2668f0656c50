"""The three-letter code of a test over Holland's hexagon. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from content.model import SelfTest
from content.selftests.scoring import ranks

LETTERS = 3
"""Letters of a code (Holland; S152)."""
Code = tuple[tuple[str, ...], ...]
"""Traits by their rank, the highest first; those of one rank are equal."""


def has_code(test: SelfTest) -> bool:
    """Whether every trait of the test is a letter of the hexagon."""
    return all(trait.riasec for trait in test.traits.values())


def code(test: SelfTest, score: Mapping[str, int]) -> Code:
    """The leading traits: as many ranks as three letters need. No lot is drawn among equals, so
    there may be more than three."""
    found: list[tuple[str, ...]] = []
    for rank in ranks(test, score):
        if sum(map(len, found)) >= LETTERS:
            break
        found.append(rank)
    return tuple(found)


def letters(test: SelfTest, found: Code) -> str:
    """A code as it is written: ``R · I/A`` where the second and the third are equal."""
    return " · ".join("/".join(test.traits[id].riasec or "" for id in rank) for rank in found)
