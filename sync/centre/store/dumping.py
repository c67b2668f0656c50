"""PostgreSQL's own dump of the database, made in a snapshot that we look into as well."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from sync.centre.store.engine import Store, StoreError
from sync.centre.store.tables import metadata

if TYPE_CHECKING:
    from psycopg import ConnectionInfo

T = TypeVar("T")


def dump(store: Store, file: Path, look: Callable[[Connection], T]) -> T:
    """Dump the database into ``file``, an archive of ``pg_dump``'s custom format, and prove that
    it can be read to its end. What ``look`` finds in the very snapshot that was dumped.

    The snapshot is exported by a transaction of ours and imported by ``pg_dump``
    (postgresql.org/docs/current/functions-admin.html, snapshot synchronization), so whatever is
    committed after it began is neither in the file nor seen by ``look``. StoreError when a
    program is missing or fails."""
    with store.engine.connect() as plain:
        connection = plain.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        with connection.begin():
            # This transaction idles while the dump runs, for which a server may have no patience.
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            snapshot = connection.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one()
            found = look(connection)
            _run_dump(connection, str(snapshot), file)
    _read_back(file)
    return found


def _run_dump(connection: Connection, snapshot: str, file: Path) -> None:
    """By the address the store was opened with, at the very server we reached: elsewhere the
    snapshot means nothing. A password goes by the environment: arguments are seen by everybody
    on the machine."""
    driver: Any = connection.connection.driver_connection
    info: ConnectionInfo = driver.info
    known = connection.engine.url
    query = {**known.query, "host": info.host, "port": str(info.port)}
    query.pop("password", None)
    url = URL.create("postgresql", known.username, database=known.database, query=query)
    environment = os.environ | ({"PGPASSWORD": info.password} if info.password else {})
    run(
        [
            "pg_dump",
            "--format=custom",
            "--no-password",
            f"--snapshot={snapshot}",
            f"--file={file}",
            f"--dbname={url.render_as_string()}",
        ],
        environment,
    )


def _read_back(file: Path) -> None:
    """Every table of ours is in the archive's list, and all of its data can be unpacked."""
    listed = run(["pg_restore", "--list", str(file)], os.environ)
    # 3402; 0 16398 TABLE DATA public records owner
    words = [line.split() for line in listed.splitlines() if " TABLE DATA " in line]
    if missing := set(metadata.tables) - {line[line.index("DATA") + 2] for line in words}:
        raise StoreError(f"Копия не сделана: в ней нет таблицы {min(missing)}.")
    run(["pg_restore", f"--file={os.devnull}", str(file)], os.environ)


def run(command: list[str], environment: Mapping[str, str]) -> str:
    """What the program printed; StoreError with its first complaint when it fails."""
    try:
        done = subprocess.run(
            command,
            env=environment,
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise StoreError(
            f"Базу PostgreSQL копирует программа {command[0]}, а её здесь нет:"
            " установите пакет postgresql-client не старше самого сервера."
        ) from error
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"{command[0]}: {done.returncode}"]
        raise StoreError(f"Копия не сделана: {said[0]}")
    return done.stdout
