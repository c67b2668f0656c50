"""The messages of the wire, as types, and how they become bytes.

Every message is MessagePack, compressed with zlib where it may be large, inside the signed
envelope of :mod:`sync.sign`. Decoding is bounded: a message that unpacks to more than its limit
raises :class:`MessageError`.
"""

from __future__ import annotations

import zlib
from typing import Literal, TypeVar

import msgspec

from sync.records import Record

MAX_RECORDS = 1000
"""Records in one batch at most."""
MAX_BATCH = 1024 * 1024
"""Bytes of one batch's records at most, before compression (one large record may exceed it)."""
MAX_PLAIN = 4 * 1024 * 1024
"""Bytes any message may unpack to at most."""
MAX_WIRE = 2 * 1024 * 1024
"""Bytes any message may have on the wire at most."""

Outcome = Literal["stored", "same", "conflict", "quarantined"]


class MessageError(Exception):
    """Bytes that are not the message they should be."""


class BatchHeader(msgspec.Struct, frozen=True):
    """What a batch says of itself. ``number`` counts batches of a kiosk for people to read."""

    version: int
    kiosk: str
    sent_at: str
    """The kiosk's own clock, ISO 8601 UTC; order never depends on it."""
    number: int
    program: str
    """The version of the program that wrote it."""


class Batch(msgspec.Struct, frozen=True):
    """A header and up to :data:`MAX_RECORDS` records. Records stay raw so that one that cannot
    be read never stops the others: each is the MessagePack of a :class:`Record`."""

    header: BatchHeader
    records: list[msgspec.Raw]


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """The fate of one record of a batch, named by place and by hash."""

    stream: str
    epoch: str
    seq: int
    sha256: bytes
    outcome: Outcome


class Receipt(msgspec.Struct, frozen=True):
    """The centre's word for each record of one batch. A record the receipt does not name is not
    received. ``backed_up`` are the marks below which the centre also holds a backup."""

    version: int
    centre_epoch: str
    batch_sha256: bytes
    at: str
    """The centre's clock, ISO 8601 UTC."""
    answers: list[Answer]
    unreadable: int
    """Records that could not even be named; their bytes are in quarantine."""
    backed_up: list[Mark]


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """How far one stream of one epoch is held: ``high`` is the greatest seq, ``gaps`` the
    half-open ranges missing below it."""

    stream: str
    epoch: str
    high: int
    gaps: list[tuple[int, int]] = []


class Ask(msgspec.Struct, frozen=True):
    """The first question of a sync: what do you hold of mine? ``nonce`` (16 bytes) comes back in
    the answer so that an old answer cannot be played again."""

    version: int
    kiosk: str
    nonce: bytes
    sent_at: str
    marks: list[Mark]
    """What the kiosk has, with ``high`` its last seq; ``gaps`` empty."""
    content: str


class State(msgspec.Struct, frozen=True):
    """The centre's answer: what it holds, since which epoch, and what else a kiosk should know."""

    version: int
    centre_epoch: str
    nonce: bytes
    at: str
    held: list[Mark]
    backed_up: list[Mark]
    revoked: bool
    content: str
    sealing_key: bytes
    public_url: str


class Bundle(msgspec.Struct, frozen=True):
    """The centre's public keys, signed by its root key (``BUNDLE``). 32 bytes each."""

    version: int
    root: bytes
    receipt: bytes
    sealing: bytes
    enrol: bytes
    """X25519: the enrolment request is sealed to it, so the code is not read on the way."""
    public_url: str
    centre_epoch: str


class EnrolRequest(msgspec.Struct, frozen=True):
    """Inside the seal: the one-time code's id and secret, and the kiosk's own public key. The
    sealed box is signed with that key (``ENROL``)."""

    code_id: str
    secret: str
    public: bytes
    name: str
    program: str


class Welcome(msgspec.Struct, frozen=True):
    """The centre's answer to a good code, signed with its receipt key (``WELCOME``)."""

    kiosk: str
    name: str
    at: str


T = TypeVar("T")
_encoder = msgspec.msgpack.Encoder()


def pack(message: msgspec.Struct) -> bytes:
    """MessagePack, then zlib at its fastest level."""
    return zlib.compress(_encoder.encode(message), 1)


def unpack(data: bytes, kind: type[T], limit: int = MAX_PLAIN) -> T:
    """The inverse of :func:`pack`, never unpacking more than ``limit`` bytes."""
    try:
        inflate = zlib.decompressobj()
        plain = inflate.decompress(data, limit)
        if inflate.unconsumed_tail or not inflate.eof or inflate.unused_data:
            raise MessageError("too long, cut short, or followed by something else")
        return msgspec.msgpack.decode(plain, type=kind)
    except (zlib.error, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise MessageError(f"not a {kind.__name__.lower()}") from error


def pack_record(record: Record) -> bytes:
    """One record as it lies in a batch."""
    return _encoder.encode(record)


def unpack_record(raw: bytes) -> Record:
    """One record of a batch; MessageError when it is not one."""
    try:
        return msgspec.msgpack.decode(raw, type=Record)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise MessageError("not a record") from error
