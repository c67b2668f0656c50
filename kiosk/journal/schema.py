"""The tables of ``journal.db``.

The two streams lie in tables of their own, each with its own order: nothing in the file says
between which moments of ``use`` a line of ``people`` was written.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sync.records import PEOPLE, USE

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Single values: machine, starts, epoch, centre_epoch, last_sync, clean, offered."""

epochs = Table(
    "epochs",
    metadata,
    Column("epoch", String, primary_key=True),
    Column("kiosk", String, nullable=False),
    Column("since", String, nullable=False),
)
"""Every epoch this journal ever had and the kiosk's id in it, empty before enrolment."""

heads = Table(
    "heads",
    metadata,
    Column("epoch", String, nullable=False),
    Column("stream", String, nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("epoch", "stream"),
)
"""The last seq given out, which outlives purged records."""

backed_up = Table(
    "backed_up",
    metadata,
    Column("epoch", String, nullable=False),
    Column("stream", String, nullable=False),
    Column("high", Integer, nullable=False),
    Column("gaps", Text, nullable=False),
    PrimaryKeyConstraint("epoch", "stream"),
)
"""What the centre said it has a backup of: JSON ``[[from, to], ...]`` half-open below ``high``."""


def _stream(name: str) -> Table:
    # An index on NULLs alone: the outbox is found at once however long the journal is.
    outcome = Column("outcome", String)
    return Table(
        name,
        metadata,
        Column("n", Integer, primary_key=True),
        Column("epoch", String, nullable=False),
        Column("seq", Integer, nullable=False),
        Column("at", String, nullable=False),
        Column("kind", String, nullable=False),
        Column("sha256", LargeBinary, nullable=False),
        Column("wire", LargeBinary, nullable=False),
        outcome,
        UniqueConstraint("epoch", "seq"),
        Index(f"{name}_waiting", outcome, sqlite_where=outcome.is_(None)),
        Index(f"{name}_at_kind", "at", "kind"),
        sqlite_autoincrement=True,
    )


use = _stream("use_records")
people = _stream("people_records")

STREAMS: dict[str, Table] = {USE: use, PEOPLE: people}
"""The table of each stream. ``wire`` is the MessagePack of the whole record, ``outcome`` the
receipt's word or NULL while there is none."""
