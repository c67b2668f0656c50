"""Bringing a database to the schema of this program."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from sync.centre.store.engine import Store, StoreError
from sync.centre.store.tables import metadata

HEAD = "0002"
"""The newest migration, so that a start on a current database need not load Alembic."""

_STAMP = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def version(store: Store) -> str | None:
    """The migration a database is at; None for an empty one."""
    with store.read() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(store: Store) -> None:
    """Run the migrations that are missing, all in one transaction.

    An empty database gets the tables as they are declared, which a test holds equal to what the
    migrations make: loading Alembic takes longer than all the rest of a first start."""
    at = version(store)
    if at == HEAD:
        return
    with store.write() as connection:
        if at is None and not inspect(connection).has_table("alembic_version"):
            metadata.create_all(connection)
            connection.execute(text(_STAMP))
            connection.execute(
                text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD}
            )
            return
    migrate(store)


def migrate(store: Store) -> None:
    """Run Alembic's migrations up to the newest; StoreError when the database is from a newer
    program."""
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    try:
        with store.write() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(f"База данных от другой версии программы: {error}") from error
