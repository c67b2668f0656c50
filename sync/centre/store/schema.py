"""Bringing a database to the schema of this program."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from sync.centre.store.engine import Store, StoreError

HEAD = "0001"
"""The newest migration, so that a start on a current database need not load Alembic."""


def version(store: Store) -> str | None:
    """The migration a database is at; None for an empty one."""
    with store.read() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(store: Store) -> None:
    """Run the migrations that are missing, all in one transaction."""
    at = version(store)
    if at == HEAD:
        return
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
        raise StoreError(f"База данных от другой версии программы ({at}): {error}") from error
