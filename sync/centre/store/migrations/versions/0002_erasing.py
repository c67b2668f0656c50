"""Sealed bodies in a table of their own, and what erasing notes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables and move the bodies."""
    op.create_table(
        "sealed",
        sa.Column("kiosk", sa.Text(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("batch", _NUMBER, nullable=False),
        sa.Column("held", sa.Integer(), server_default="1", nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kiosk", "sha256", name=op.f("pk_sealed")),
        comment="bodies of people's records and conflicts, apart so that they can be erased;"
        " held: 0 once blanked, and then no replay brings it back",
    )
    op.create_index("ix_sealed_id", "sealed", ["kiosk", "id"])
    op.create_table(
        "withdrawn",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_withdrawn")),
        comment="requests taken back before they came: their bodies are not stored when they do",
    )
    op.add_column("signups", sa.Column("event_day", sa.Text(), nullable=True))
    op.add_column("signups", sa.Column("erased_at", sa.Text(), nullable=True))
    for table in ("records", "conflicts"):
        _move(table)


def _move(name: str) -> None:
    """Blanked where they lay at their full length: on SQLite that overwrites them in place."""
    table = sa.table(
        name,
        *(sa.column(c) for c in ("kiosk", "sha256", "id", "at", "batch", "stream", "body")),
    )
    into = sa.table(
        "sealed",
        *(sa.column(c) for c in ("kiosk", "sha256", "id", "at", "batch", "body")),
    )
    columns = ["kiosk", "sha256", "id", "at", "batch", "body"]
    of_people = table.c.stream == "people"
    op.execute(
        into.insert().from_select(
            columns, sa.select(*(table.c[c] for c in columns)).where(of_people)
        )
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    blank = "zeroblob(length(body))" if sqlite else "''::bytea"
    op.execute(table.update().where(of_people).values(body=sa.text(blank)))
