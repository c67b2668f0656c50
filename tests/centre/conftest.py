"""A store on each database, and a centre served on loopback."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from sync.centre import embedded, packs
from sync.centre.home import Home
from sync.centre.setup import set_up
from sync.centre.store.engine import Store, open_store
from sync.centre.store.schema import upgrade
from sync.centre.store.tables import metadata
from sync.centre.vault import process
from tests.centre.clusters import binaries, cluster
from tests.centre.packing import build
from tests.centre.sending import Sender, enrolled

ADMINISTRATOR, PASSWORD, PASSPHRASE = "Анна", "пароль-для-теста", "тихая звезда"


@pytest.fixture(scope="session")
def _postgres() -> Iterator[Store]:
    """PostgreSQL with the tables made. Skipped only where its server is not installed."""
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed")
    with cluster(programs) as url:
        store = open_store(url)
        upgrade(store)
        yield store
        store.close()


@pytest.fixture
def postgres(_postgres: Store) -> Iterator[Store]:
    """An empty PostgreSQL."""
    yield _postgres
    with _postgres.write() as connection:
        names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))


def address(store: Store) -> str:
    """The URL of a PostgreSQL store, as a person would type it."""
    return store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, once on each database."""
    if request.param == "sqlite":
        made = open_store(f"sqlite:///{tmp_path / 'centre.db'}")
        upgrade(made)
        yield made
        made.close()
        return
    yield request.getfixturevalue("postgres")


@pytest.fixture
def sender(store: Store) -> Sender:
    """A kiosk enrolled at the store."""
    return enrolled(store)


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One centre, set up; tests get copies of it, for keys take a moment to make."""
    folder = tmp_path_factory.mktemp("made") / "centre"
    set_up(folder, PASSPHRASE, ADMINISTRATOR, PASSWORD)
    return folder


@pytest.fixture
def home(_made: Path, tmp_path: Path) -> Path:
    """The folder of a centre that is set up and not served."""
    folder = tmp_path / "home"
    shutil.copytree(_made, folder)
    return folder


@pytest.fixture
def serve(home: Path) -> Iterator[Callable[..., embedded.Running]]:
    """Serve the home on loopback; everything is stopped after the test."""
    running: list[embedded.Running] = []

    def start(**how: Any) -> embedded.Running:
        running.append(embedded.start(home, **how))
        return running[-1]

    yield start
    for one in running:
        one.stop()


@pytest.fixture
def centre(serve: Callable[..., embedded.Running]) -> embedded.Running:
    """A centre being served."""
    return serve()


@pytest.fixture
def published(home: Path, tmp_path: Path) -> Path:
    """A home whose phone pages know three events."""
    built_at = dt.datetime.now(dt.UTC).isoformat()
    packs.publish(Home(home), build(tmp_path / "pack", built_at))
    return home


@pytest.fixture
def vault(home: Path) -> Iterator[None]:
    """The home's vault, on its real socket, in a thread."""
    server, store = process.make_server(Home(home))
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    yield
    server.shutdown()
    thread.join()
    server.server_close()
    store.close()
