"""What the uplink needs of a journal: records in order, and a place for the centre's word."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from sync.messages import Mark, Receipt, State

Progress = Callable[[int, int], None]
"""``progress(done, total)``, both counting records."""


class Place(NamedTuple):
    """One record waiting in the outbox: the journal's own number ``n`` in its stream, and what a
    receipt must name."""

    n: int
    stream: str
    epoch: str
    seq: int
    sha256: bytes


class Parcel(NamedTuple):
    """Up to one batch of records, in order. ``places`` and ``records`` (MessagePack of each) go
    together; ``after`` is where the next parcel begins."""

    after: tuple[int, int]
    places: list[Place]
    records: list[bytes]


class Tally(NamedTuple):
    """What a receipt said of the records it was asked about."""

    stored: int = 0
    same: int = 0
    conflict: int = 0
    quarantined: int = 0
    unnamed: int = 0

    def plus(self, other: Tally) -> Tally:
        """The sum of both."""
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))


class Lost(NamedTuple):
    """What a centre that came back older does not hold any more: ``again`` records are sent once
    more, ``gone`` were purged here and are lost."""

    again: int = 0
    gone: int = 0


START = (0, 0)
"""Where the first parcel of a sync begins."""


class Outbox(Protocol):
    """A kiosk's records without a receipt. Called from more than one thread, one at a time."""

    def marks(self) -> list[Mark]:
        """How far each of this kiosk's streams goes, without gaps."""

    def pending(self) -> int:
        """Records without a receipt."""

    def compare(self, state: State) -> Lost:
        """Believe ``state`` about what the centre holds: what it lost waits again."""

    def take(self, after: tuple[int, int], records: int, size: int) -> Parcel | None:
        """The next parcel after ``after`` of at most that many records and bytes (one larger record
        goes alone), None when there is none."""

    def receive(self, parcel: Parcel, receipt: Receipt) -> Tally:
        """Mark as received what a verified receipt names by place and by hash."""

    def synced(self, state: State) -> None:
        """A sync went through to its end."""
