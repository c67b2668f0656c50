"""The database's shape: migrations and declarations say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from sync.centre.store import schema
from sync.centre.store.engine import Store, StoreError, open_store
from sync.centre.store.tables import metadata


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'centre.db'}")
    yield store
    store.close()


def shape(store: Store) -> dict[str, str]:
    with store.read() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql <> ''"))
        return {name: " ".join(sql.split()) for name, sql in rows if "sqlite_" not in name}


def test_the_migrations_make_the_tables_that_are_declared(fresh: Store, tmp_path: Path) -> None:
    schema.migrate(fresh)
    with fresh.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    declared = open_store(f"sqlite:///{tmp_path / 'declared.db'}")
    schema.upgrade(declared)
    made, said = shape(fresh), shape(declared)
    declared.close()
    assert set(made) == set(said)
    assert schema.version(fresh) == schema.HEAD


def test_a_current_database_is_left_alone(fresh: Store) -> None:
    schema.upgrade(fresh)
    before = shape(fresh)
    schema.upgrade(fresh)
    assert shape(fresh) == before


def test_a_database_of_a_newer_program_is_refused_in_one_line(fresh: Store) -> None:
    schema.upgrade(fresh)
    with fresh.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="другой версии"):
        schema.upgrade(fresh)


def test_sqlite_is_new_enough_and_durable(fresh: Store) -> None:
    with fresh.read() as connection:
        version = connection.execute(text("SELECT sqlite_version()")).scalar_one()
        assert tuple(map(int, version.split("."))) >= (3, 51, 3)
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar_one() == 2


@pytest.mark.parametrize(
    "url", ["mysql://localhost/x", "not an address", "sqlite:////no/such/x.db"]
)
def test_a_database_that_cannot_be_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(StoreError):
        schema.upgrade(open_store(url))
