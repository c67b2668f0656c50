"""Letters among which exactly one deceives.

The signs are those every guide to phishing names: a stranger's address under a known name, haste
and threats, a password or a code asked for, a prize to be paid for, a program attached.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.mail.letters import SENDERS, TRICKS, Sender, Trick
from content.exhibition.challenges.task import Task, unlike
from content.model import Text

STARS = (4, 8, 13)
MOST = 24
COUNT = 3
BOXES = ("info", "news", "office")


@dataclass(frozen=True)
class Letter:
    """A letter as it lies in the box. ``trick`` names how it deceives, empty for an honest one."""

    name: Text
    address: str
    text: Text
    trick: str = ""

    @property
    def honest(self) -> bool:
        """Whether it may be trusted."""
        return not self.trick


@dataclass(frozen=True, kw_only=True)
class Post(Task):
    """Some letters; the right one to touch is the one that deceives."""

    letters: tuple[Letter, ...]
    tells: Text
    """What gives it away."""

    @property
    def key(self) -> Hashable:
        """Who is pretended to write, and how."""
        return self.letters[self.right[0]]


def tasks(seed: int, lang: str = "ru") -> Sequence[Post]:
    """A round: every letter from a house of its own."""
    return unlike(_draw, seed, MOST)


def _draw(random: Random, number: int) -> Post:
    senders = random.sample(SENDERS, COUNT)
    trick = random.choice(TRICKS)
    bad = random.randrange(COUNT)
    letters = tuple(
        _false(sender, trick) if place == bad else _honest(random, sender)
        for place, sender in enumerate(senders)
    )
    return Post(choices=COUNT, right=(bad,), letters=letters, tells=trick.tells)


def _honest(random: Random, sender: Sender) -> Letter:
    address = f"{random.choice(BOXES)}@{sender.domain}"
    return Letter(sender.name, address, random.choice(sender.honest))


def _false(sender: Sender, trick: Trick) -> Letter:
    name = sender.domain.partition(".")[0]
    return Letter(sender.name, trick.address.format(name=name), trick.text, trick.kind)
