"""The tables. Moments are ISO 8601 text in UTC with milliseconds, days are ISO dates.

The key of every table that grows begins with what the table would be distributed by: the kiosk
for what kiosks send, so the schema runs on several database machines as it stands.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer, "sqlite")


def _record_columns() -> list[Column[object]]:
    """The fields of :class:`sync.records.Record`, in its order, but the key ones."""
    return [
        Column("id", LargeBinary, nullable=False),
        Column("kind", Text, nullable=False),
        Column("schema", Number, nullable=False),
        Column("at", Text, nullable=False),
        Column("visit", LargeBinary, nullable=False),
        Column("key", Text, nullable=False),
        Column("body", LargeBinary, nullable=False),
    ]


centre = Table(
    "centre",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("epoch", Text, nullable=False),
    Column("since", Text, nullable=False),
)

kiosks = Table(
    "kiosks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("key_id", LargeBinary, nullable=False, unique=True),
    Column("public", LargeBinary, nullable=False),
    Column("name", Text, nullable=False),
    Column("program", Text, nullable=False, server_default=""),
    Column("enrolled_at", Text, nullable=False),
    Column("revoked_at", Text),
    Column("seen_at", Text),
    Column("clock_offset_ms", Number),
    Column("content", Text, nullable=False, server_default=""),
    Column("said", Number),
    Column("said_at", Text),
    Column("quarantined_bytes", Number, nullable=False, server_default="0"),
    comment="said: how many records the kiosk had when it last asked",
)

codes = Table(
    "codes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("secret_hash", LargeBinary, nullable=False),
    Column("name", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("spent_at", Text),
    Column("kiosk", Text),
)

batches = Table(
    "batches",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("kiosk", Text, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("sent_at", Text, nullable=False),
    Column("records", Integer, nullable=False),
    sqlite_autoincrement=True,
)

records = Table(
    "records",
    metadata,
    Column("kiosk", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("epoch", Text, primary_key=True),
    Column("seq", Number, primary_key=True, autoincrement=False),
    *_record_columns(),
    Column("sha256", LargeBinary, nullable=False),
    Column("batch", Number, nullable=False),
    UniqueConstraint("kiosk", "id"),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("kiosk", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("epoch", Text, primary_key=True),
    Column("seq", Number, primary_key=True, autoincrement=False),
    *_record_columns(),
    Column("sha256", LargeBinary, primary_key=True),
    Column("batch", Number, nullable=False),
)

sealed = Table(
    "sealed",
    metadata,
    Column("kiosk", Text, primary_key=True),
    Column("sha256", LargeBinary, primary_key=True),
    Column("id", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    Column("batch", Number, nullable=False),
    Column("held", Integer, nullable=False, server_default="1"),
    Column("body", LargeBinary, nullable=False),
    comment="bodies of people's records and conflicts, apart so that they can be erased;"
    " held: 0 once blanked, and then no replay brings it back",
)
Index("ix_sealed_id", sealed.c.kiosk, sealed.c.id)

quarantine = Table(
    "quarantine",
    metadata,
    Column("kiosk", Text, primary_key=True),
    Column("raw_sha256", LargeBinary, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("batch", Number, nullable=False),
)


def _ranges(name: str) -> Table:
    """Unbroken runs of seq, ``low`` to ``high`` inclusive."""
    return Table(
        name,
        metadata,
        Column("kiosk", Text, primary_key=True),
        Column("stream", Text, primary_key=True),
        Column("epoch", Text, primary_key=True),
        Column("low", Number, primary_key=True, autoincrement=False),
        Column("high", Number, nullable=False),
    )


spans = _ranges("spans")
backed_up = _ranges("backed_up")

rollups = Table(
    "rollups",
    metadata,
    Column("kiosk", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("count", Number, nullable=False),
    Column("total", Number, nullable=False),
    comment="total: the sum of the scores of feedback.given, else 0",
)
Index("ix_rollups_day", rollups.c.day)

signups = Table(
    "signups",
    metadata,
    Column("source", Text, primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("number", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("event", Text, nullable=False, server_default=""),
    Column("status", Text, nullable=False, server_default="new"),
    Column("status_at", Text),
    Column("status_by", Text),
    Column("event_day", Text),
    Column("erased_at", Text),
    comment="source: a kiosk's id, or phone; event: empty until staff have read the form;"
    " event_day: its date, empty for an offer without one, null while unknown",
)
Index("ix_signups_number", signups.c.number)
Index("ix_signups_day", signups.c.day)

forms = Table(
    "forms",
    metadata,
    Column("kiosk", Text, primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("schema", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="sign-ups made on a phone, sealed; kiosk: whose QR opened the page",
)

withdrawn = Table(
    "withdrawn",
    metadata,
    Column("number", Text, primary_key=True),
    Column("at", Text, nullable=False),
    comment="requests taken back before they came: their bodies are not stored when they do",
)

administrators = Table(
    "administrators",
    metadata,
    Column("name", Text, primary_key=True),
    Column("password_hash", Text, nullable=False),
    Column("created_at", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("administrator", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
)

limits = Table(
    "limits",
    metadata,
    Column("subject", LargeBinary, primary_key=True),
    Column("window_at", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    comment="subject: a keyed hash, never an address or a name",
)

audit = Table(
    "audit",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
    Column("detail", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)
Index("ix_audit_at", audit.c.at)
