"""A real journal on real SQLite, and a centre double at the other end of the wire."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.journal import Entry, Journal, people_entry, use_entry
from sync.records import uuid4
from sync.uplink import SyncResult, sync_http
from tests.sync.double import KIOSK, CentreDouble, WireDouble

DAY = dt.date(2026, 11, 2)


def sealed(size: int = 600) -> Entry:
    """A line of people whose box is ``size`` bytes."""
    return people_entry("signup.made", uuid4(), "k" * 16, b"\x80" * size, DAY)


class Line:
    """A kiosk's journal and its wire to a centre."""

    def __init__(self, folder: Path) -> None:
        self.centre = CentreDouble()
        self.wire = WireDouble(self.centre)
        self.private = Ed25519PrivateKey.generate()
        self.identity = self.centre.identity(self.private)
        self.journal = Journal(folder / "journal.db", KIOSK)

    def note(self, count: int, people: int = 0) -> None:
        """Journal ``count`` records of use and some of people."""
        now = dt.datetime.now(dt.UTC)
        body = {"screen": "home.home"}
        entries = [use_entry("screen.seen", body, b"v" * 16, now) for _ in range(count)]
        entries += [sealed() for _ in range(people)]
        self.journal.append_all(entries)

    def sync(self, **options: object) -> SyncResult:
        """One sync."""
        self.wire.calls.clear()
        outbox = self.journal.outbox()
        return sync_http(outbox, self.identity, self.private, wire=self.wire, **options)


@pytest.fixture
def line(tmp_path: Path):
    made = Line(tmp_path)
    yield made
    made.journal.close()
