"""The database as the rest sees it: transactions that read and transactions that write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

from sync.centre.errors import CentreError

BUSY_MS = 10_000
"""How long a writer waits for another one on SQLite."""


class StoreError(CentreError):
    """The database cannot be opened or used."""


class Store:
    """One database. ``write`` transactions take SQLite's write lock at once, so that what they
    read cannot change under them; on PostgreSQL they lock the rows they depend on."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(writes=True)

    @property
    def sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with _named(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that commits on leaving and rolls back on an error."""
        with _named(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


@contextmanager
def _named() -> Iterator[None]:
    """A database that is away, locked, full or broken is a StoreError. Errors of this kind quote
    no values."""
    try:
        yield
    except OperationalError as error:
        raise StoreError(f"База данных недоступна: {error.orig}") from error


def open_store(url: str) -> Store:
    """The store at an SQLAlchemy URL (``sqlite:///path`` or ``postgresql://…``)."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return Store(_sqlite(parsed))
        if parsed.get_backend_name() == "postgresql":
            driver = parsed.set(drivername="postgresql+psycopg")
            return Store(create_engine(driver, pool_pre_ping=True, hide_parameters=True))
    except (ArgumentError, SQLAlchemyError) as error:
        raise StoreError(f"Не открывается база данных: {error}") from error
    raise StoreError("База данных центра — SQLite или PostgreSQL.")


def _sqlite(url: URL) -> Engine:
    """SQLite 3.51.3 or newer (the WAL-reset bug is below it), durable on every commit."""
    from pysqlite3 import dbapi2

    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"),
        module=dbapi2,
        hide_parameters=True,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "cache_size=-32000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
