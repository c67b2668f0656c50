"""The four calls. Each checks the signature before it unpacks a byte."""

from __future__ import annotations

import hashlib
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.centre import clock, packs
from sync.centre.api.body import octets, read_body
from sync.centre.state import Centre
from sync.centre.store import codes, epoch, kiosks, spans
from sync.centre.store.ingest import receive
from sync.centre.store.tables import backed_up
from sync.messages import (
    MAX_RECORDS,
    MAX_WIRE,
    Ask,
    Batch,
    EnrolRequest,
    MessageError,
    Receipt,
    State,
    Welcome,
    pack,
    unpack,
)
from sync.seal import SealError, unseal
from sync.sign import (
    ASK,
    BATCH,
    ENROL,
    RECEIPT,
    STATE,
    WELCOME,
    SignatureError,
    sign,
    split,
    verify,
)

MAX_ENROL = 8 * 1024
MAX_ASK = 256 * 1024
ENROL_INFO = b"sozvezdie/enrol/1"

Said = TypeVar("Said", Ask, Batch)


async def get_bundle(request: Request) -> Response:
    """The centre's public keys, signed by its root key."""
    centre: Centre = request.app.state.centre
    return octets(centre.bundle)


async def enrol(request: Request) -> Response:
    """A one-time code for an identity."""
    message = await read_body(request, MAX_ENROL)
    return octets(await run_in_threadpool(_enrol, request.app.state.centre, message))


async def ask(request: Request) -> Response:
    """What do you hold of mine?"""
    message = await read_body(request, MAX_ASK)
    return octets(await run_in_threadpool(_ask, request.app.state.centre, message))


async def take_batch(request: Request) -> Response:
    """One batch in, one receipt out."""
    message = await read_body(request, MAX_WIRE)
    return octets(await run_in_threadpool(_batch, request.app.state.centre, message))


def _enrol(centre: Centre, message: bytes) -> bytes:
    try:
        public = split(message).payload[:32]
        box = verify(ENROL, message, public)[32:]
        plain = unseal(box, centre.keys.enrol, ENROL_INFO)
        request = unpack(plain, EnrolRequest, limit=MAX_ENROL)
    except SignatureError as error:
        raise HTTPException(400, f"not an enrolment: {error}") from error
    except (SealError, MessageError) as error:
        raise HTTPException(400, "the enrolment request does not open") from error
    if request.public != public:
        raise HTTPException(400, "the sealed key is not the signing key")
    try:
        kiosk = codes.redeem(centre.store, request, public, centre.keys.pepper, centre.now())
    except codes.CodeRefused:
        raise HTTPException(403, "the code is wrong, spent or expired") from None
    welcome = Welcome(kiosk.id, kiosk.name, clock.stamp(centre.now()))
    return sign(WELCOME, pack(welcome), centre.keys.receipt)


def _verified(centre: Centre, prefix: bytes, message: bytes) -> tuple[kiosks.Kiosk, bytes]:
    """The kiosk that signed, and the payload; 400 or 403 before anything is unpacked."""
    try:
        name = split(message).key_id
    except SignatureError as error:
        raise HTTPException(400, str(error)) from error
    with centre.store.read() as connection:
        kiosk = kiosks.by_key_id(connection, name)
    if kiosk is None:
        raise HTTPException(403, "this key is not known here")
    try:
        return kiosk, verify(prefix, message, kiosk.public)
    except SignatureError as error:
        raise HTTPException(403, str(error)) from error


def _ask(centre: Centre, message: bytes) -> bytes:
    kiosk, payload = _verified(centre, ASK, message)
    question = _unpacked(payload, Ask)
    _same_kiosk(question.kiosk, kiosk)
    now = centre.now()
    said = sum(max(0, min(mark.high, 2**53)) for mark in question.marks[:1000])
    offset = clock.offset_ms(question.sent_at, now)
    with centre.store.write() as connection:
        kiosks.note_asked(connection, kiosk.id, said, offset, _line(question.content), now)
        held = spans.marks(connection, kiosk.id)
        safe = spans.marks(connection, kiosk.id, backed_up)
    state = State(
        version=1,
        centre_epoch=centre.epoch,
        nonce=question.nonce[:64],
        at=clock.stamp(now),
        held=held,
        backed_up=safe,
        revoked=kiosk.revoked_at is not None,
        content=packs.current_name(centre.home),
        sealing_key=centre.keys.sealing_public,
        public_url=centre.public_url,
    )
    return sign(STATE, pack(state), centre.keys.receipt)


def _batch(centre: Centre, message: bytes) -> bytes:
    kiosk, payload = _verified(centre, BATCH, message)
    batch = _unpacked(payload, Batch)
    _same_kiosk(batch.header.kiosk, kiosk)
    if len(batch.records) > MAX_RECORDS:
        raise HTTPException(400, f"more than {MAX_RECORDS} records")
    now = centre.now()
    sha256 = hashlib.sha256(message).digest()
    received = receive(centre.store, kiosk.id, batch, sha256, now, centre.zone)
    epoch.note(centre.home.last_batch, received.batch)
    with centre.store.read() as connection:
        safe = spans.marks(connection, kiosk.id, backed_up)
    receipt = Receipt(
        version=1,
        centre_epoch=centre.epoch,
        batch_sha256=sha256,
        at=clock.stamp(now),
        answers=received.answers,
        unreadable=received.unreadable,
        backed_up=safe,
    )
    return sign(RECEIPT, pack(receipt), centre.keys.receipt)


def _unpacked(payload: bytes, kind: type[Said]) -> Said:
    try:
        return unpack(payload, kind)
    except MessageError as error:
        raise HTTPException(400, str(error)) from error


def _same_kiosk(said: str, kiosk: kiosks.Kiosk) -> None:
    if said != kiosk.id:
        raise HTTPException(400, "it names another kiosk than the one that signed it")


def _line(text: str) -> str:
    return text[:80].replace("\0", "")


routes = [
    Route("/api/1/bundle", get_bundle, methods=["GET"], name="bundle"),
    Route("/api/1/enrol", enrol, methods=["POST"], name="enrol"),
    Route("/api/1/ask", ask, methods=["POST"], name="ask"),
    Route("/api/1/batch", take_batch, methods=["POST"], name="batch"),
]
