"""A record: one line of the journal, and the same line on the wire and at the centre.

Two streams. ``use`` says what was looked at and never who looked. ``people`` holds what a
person entrusted to us, sealed before it touches the disk; it carries a date only and no visit,
so that a sign-up cannot be joined to a moment of the other stream.
"""

from __future__ import annotations

import hashlib
import secrets
import time
import uuid
from typing import Literal

import msgspec

Stream = Literal["use", "people"]
USE: Stream = "use"
PEOPLE: Stream = "people"

SCHEMAS: dict[str, tuple[Stream, int]] = {
    "visit.started": (USE, 1),
    "visit.ended": (USE, 1),
    "screen.seen": (USE, 1),
    "exhibit.opened": (USE, 1),
    "game.finished": (USE, 1),
    "selftest.finished": (USE, 1),
    "selftest.left": (USE, 1),
    "feedback.given": (USE, 1),
    "content.activated": (USE, 1),
    "kiosk.health": (USE, 1),
    "staff.action": (USE, 1),
    "signup.made": (PEOPLE, 1),
}
"""Every kind the program writes: its stream and the schema number of its body. Kinds are only
ever added, and an old number never changes its meaning."""

MAX_BODY = 64 * 1024
"""The longest body of a record, bytes."""


class Record(msgspec.Struct, frozen=True, array_like=True):
    """One record as stored. Field order is the wire order and never changes.

    ``id`` is 16 bytes: UUIDv7 in ``use``, UUIDv4 in ``people``. ``at`` is ISO 8601 in UTC with
    milliseconds in ``use`` and a bare date in ``people``. ``visit`` is 16 random bytes that live
    as long as the visit, and empty in ``people``. ``key`` names the sealing key, empty in
    ``use``. ``body`` is JSON in ``use`` and a sealed box in ``people``. ``sha256`` covers all
    other fields, see :func:`digest`.
    """

    kiosk: str
    stream: str
    epoch: str
    seq: int
    id: bytes
    kind: str
    schema: int
    at: str
    visit: bytes
    key: str
    body: bytes
    sha256: bytes


_encoder = msgspec.msgpack.Encoder()


def digest(
    kiosk: str,
    stream: str,
    epoch: str,
    seq: int,
    id: bytes,
    kind: str,
    schema: int,
    at: str,
    visit: bytes,
    key: str,
    body: bytes,
) -> bytes:
    """SHA-256 (32 bytes) over the MessagePack array of every field but the hash itself."""
    fields = (kiosk, stream, epoch, seq, id, kind, schema, at, visit, key, body)
    return hashlib.sha256(_encoder.encode(fields)).digest()


def make_record(
    kiosk: str,
    stream: str,
    epoch: str,
    seq: int,
    id: bytes,
    kind: str,
    schema: int,
    at: str,
    visit: bytes,
    key: str,
    body: bytes,
) -> Record:
    """A record with its hash filled in."""
    sha256 = digest(kiosk, stream, epoch, seq, id, kind, schema, at, visit, key, body)
    return Record(kiosk, stream, epoch, seq, id, kind, schema, at, visit, key, body, sha256)


def problem(record: Record) -> str | None:
    """Why a record cannot be stored as it stands, or None. Never raises on foreign values."""
    if record.sha256 != digest(
        record.kiosk,
        record.stream,
        record.epoch,
        record.seq,
        record.id,
        record.kind,
        record.schema,
        record.at,
        record.visit,
        record.key,
        record.body,
    ):
        return "hash"
    if record.stream not in (USE, PEOPLE) or record.seq < 1 or len(record.id) != 16:
        return "shape"
    if len(record.body) > MAX_BODY:
        return "size"
    known = SCHEMAS.get(record.kind)
    if known is not None and known[0] != record.stream:
        return "stream"
    if record.stream == PEOPLE:
        return None if not record.visit and len(record.at) == 10 and record.key else "people"
    try:
        msgspec.json.decode(record.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return "body"
    return None


def uuid7(now_ms: int | None = None) -> bytes:
    """A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random. 16 bytes."""
    ms = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    raw = bytearray((ms & (2**48 - 1)).to_bytes(6, "big") + secrets.token_bytes(10))
    raw[6] = raw[6] & 0x0F | 0x70
    raw[8] = raw[8] & 0x3F | 0x80
    return bytes(raw)


def uuid4() -> bytes:
    """A UUIDv4: random, says nothing of when. 16 bytes."""
    return uuid.uuid4().bytes


REQUEST_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def request_number(record_id: bytes) -> str:
    """The number a person takes home: 40 bits of the record's id as ``XXXX-XXXX`` (Crockford)."""
    value = int.from_bytes(record_id[-5:], "big")
    text = "".join(REQUEST_ALPHABET[value >> shift & 31] for shift in range(35, -1, -5))
    return f"{text[:4]}-{text[4:]}"
