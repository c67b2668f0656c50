"""A kiosk of the tests: makes records, signs batches, reads receipts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.centre import clock
from sync.centre.store import kiosks
from sync.centre.store.engine import Store
from sync.centre.store.ingest import Received, receive
from sync.form import ConsentGiven, SignupForm, encode
from sync.messages import Batch, BatchHeader, pack, pack_record
from sync.records import PEOPLE, USE, Record, make_record, uuid4, uuid7
from sync.seal import binding, key_name, seal
from sync.sign import BATCH, public_bytes, sign

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
ZONE = "Europe/Moscow"
NAME, PHONE = "Тест Тестов", "+79000000000"


@dataclass
class Sender:
    """A kiosk that is enrolled at ``store``."""

    store: Store
    id: str
    private: Ed25519PrivateKey
    epoch: str = "e1"
    received: list[Received] = field(default_factory=list)

    def record(
        self, seq: int, kind: str = "screen.seen", body: bytes = b"{}", **other: object
    ) -> Record:
        fields: dict[str, Any] = {
            "kiosk": self.id,
            "stream": USE,
            "epoch": self.epoch,
            "seq": seq,
            "id": uuid7(),
            "kind": kind,
            "schema": 1,
            "at": "2026-11-23T08:59:00.000Z",
            "visit": b"v" * 16,
            "key": "",
            "body": body,
        } | other
        return make_record(**fields)

    def signup(self, seq: int, sealing: bytes, name: str = NAME, event: str = "open-day") -> Record:
        form = SignupForm(
            event,
            "person",
            "adult",
            name,
            PHONE,
            ConsentGiven("signup", "2026-11", "0" * 64, "ru", "2026-11-23", "button"),
        )
        record_id = uuid4()
        box = seal(encode(form), sealing, binding(self.id, record_id, "signup.made", 1))
        return self.record(
            seq,
            "signup.made",
            box,
            stream=PEOPLE,
            id=record_id,
            at="2026-11-23",
            visit=b"",
            key=key_name(sealing),
        )

    def batch(
        self, records: Sequence[Record | bytes], sent_at: str = "2026-11-23T09:00:00.000Z"
    ) -> Batch:
        raw = [msgspec.Raw(r if isinstance(r, bytes) else pack_record(r)) for r in records]
        return Batch(BatchHeader(1, self.id, sent_at, 1, "test"), raw)

    def message(self, records: Sequence[Record | bytes]) -> bytes:
        return sign(BATCH, pack(self.batch(records)), self.private)

    def send(self, *records: Record | bytes, **how: int) -> list[str]:
        """Straight into the store; the outcomes, in the order of the receipt."""
        batch = self.batch(records)
        received = receive(self.store, self.id, batch, b"h" * 32, NOW, ZONE, **how)
        self.received.append(received)
        return [answer.outcome for answer in received.answers]


def enrolled(store: Store, name: str = "Киоск") -> Sender:
    """A kiosk enrolled without the ceremony."""
    private = Ed25519PrivateKey.generate()
    with store.write() as connection:
        kiosk = kiosks.add(connection, public_bytes(private), name, "test", clock.now())
    return Sender(store, kiosk.id, private)
