"""The daily sweep: forms whose time is over are erased without anybody asking."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from sync.centre import clock
from sync.centre.errors import CentreError
from sync.centre.home import Home
from sync.centre.packs import EventDay, Shelf, event_days
from sync.centre.store import audit, terms
from sync.centre.store.engine import Store, open_store
from sync.centre.store.erasing import MACHINE, erase, people_number
from sync.centre.store.sealed import blank
from sync.centre.store.tables import quarantine, sealed
from sync.centre.store.wiping import wipe
from sync.records import request_number

log = logging.getLogger("sozvezdie.centre")

EVERY_S = 24 * 3600.0
RETRY_S = 15 * 60.0
"""After a sweep that the database did not take."""
_AT_ONCE = 200
"""Sign-ups of one transaction, so that kiosks need not wait long."""


def sweep(store: Store, days: list[EventDay], now: dt.datetime, zone: str) -> int:
    """Erase every form whose time is over (:mod:`sync.centre.store.terms`), a line of the audit
    for each. How many. ``days`` are those of the published events. Sweeping twice, or on two
    machines at once, erases nothing twice."""
    today = clock.local_date(now, zone)
    with store.write() as connection:
        terms.note_days(connection, days, today)
        due = terms.due(connection, today, zone)
    erased = 0
    for source, ids in sorted(due.items()):
        for start in range(0, len(ids), _AT_ONCE):
            with store.write() as connection:
                some = ids[start : start + _AT_ONCE]
                erased += erase(connection, source, some, "term", MACHINE, now)
    erased += _sweep_unlisted(store, today, now, zone)
    wipe(store)
    return erased


def _sweep_unlisted(store: Store, today: dt.date, now: dt.datetime, zone: str) -> int:
    """Bodies of conflicts and of quarantined records: nobody ever answers those."""
    lines: list[tuple[str, str]] = []
    with store.write() as connection:
        for kiosk, sha256, id in terms.unlisted(connection, today, zone):
            which = (sealed.c.kiosk == kiosk) & (sealed.c.sha256 == sha256) & (sealed.c.held == 1)
            if blank(connection, sealed, sealed.c.body, which):
                lines.append((request_number(id), "term"))
        for kiosk, sha256, raw in terms.quarantined(connection, today, zone):
            number = people_number(raw)
            which = (quarantine.c.kiosk == kiosk) & (quarantine.c.raw_sha256 == sha256)
            if number is not None and blank(connection, quarantine, quarantine.c.raw, which):
                lines.append((number, "term"))
        audit.add(connection, MACHINE, "form.erased", lines, now)
    return len(lines)


def sweep_home(home: Home, database: str | None) -> int:
    """Sweep the centre of a home, as of now. Raises HomeError or StoreError."""
    zone = home.settings().zone
    store = open_store(home.database_url(database))
    try:
        return sweep(store, event_days(Shelf(home).pack()), clock.now(), zone)
    finally:
        store.close()


@contextmanager
def sweeping(home: Home, database: str | None) -> Iterator[None]:
    """Sweep at once and every 24 hours while the block lasts, in a thread of its own."""
    over = threading.Event()

    def go() -> None:
        pause = 0.0
        while not (pause and over.wait(pause)):
            try:
                sweep_home(home, database)
                pause = EVERY_S
            except (CentreError, SQLAlchemyError) as error:
                log.error("sweep: %s", type(error).__name__)
                pause = RETRY_S

    thread = threading.Thread(target=go, name="sweep", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=10)
