"""The kiosk's side of a sync: ask, send what waits, believe only verified receipts.

A sync with nothing to send is one round trip. Otherwise one batch is on the way while a second
thread marks the one before and packs the one after. Every batch may be cut off, doubled or
answered into the void: what has no receipt is sent again by the next sync.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.enrol import enrol, read_bundle
from sync.http import Reason, UplinkError, Wire
from sync.identity import Identity
from sync.messages import (
    MAX_BATCH,
    MAX_RECORDS,
    Ask,
    Batch,
    BatchHeader,
    MessageError,
    Receipt,
    State,
    pack,
    unpack,
)
from sync.outbox import START, Lost, Outbox, Parcel, Progress, Tally
from sync.program import PROGRAM
from sync.sign import ASK, BATCH, RECEIPT, STATE, SignatureError, sign, verify

__all__ = ["Reason", "SyncResult", "UplinkError", "enrol", "sync_http"]


class SyncResult(NamedTuple):
    """How a sync went. ``sent`` records were sent and answered; of them ``same`` were held
    already, ``conflict`` lie beside another record of the same place, ``quarantined`` were put
    aside. ``pending`` still wait. ``content`` names the pack the centre has. ``again`` and ``gone``
    are what the centre had lost: sent once more, or purged here and lost. ``revoked``: the centre
    takes this kiosk's records into quarantine only."""

    sent: int
    same: int
    conflict: int
    quarantined: int
    pending: int
    seconds: float
    content: str
    again: int = 0
    gone: int = 0
    revoked: bool = False


def sync_http(
    journal: Outbox,
    identity: Identity,
    private: Ed25519PrivateKey,
    progress: Progress | None = None,
    *,
    content: str = "",
    remember: Callable[[Identity], None] | None = None,
    wire: Wire | None = None,
) -> SyncResult:
    """Send what waits in ``journal`` to the centre of ``identity``.

    ``content`` names the pack in use. ``remember`` is given the identity when the centre has
    other keys, signed by the pinned root, another public address, or our clock has moved against
    its own. Raises :class:`UplinkError`; what had been received by then stays received."""
    own = wire is None
    wire = wire or Wire(identity.url)
    began = time.perf_counter()
    try:
        session = _Session(wire, identity, private)
        state = session.ask(journal, content)
        if remember is not None and session.identity != identity:
            remember(session.identity)
        lost = journal.compare(state)
        tally = _send(session, journal, progress)
    finally:
        if own:
            wire.close()
    journal.synced(state)
    return _result(tally, lost, state, journal.pending(), time.perf_counter() - began)


def _result(tally: Tally, lost: Lost, state: State, pending: int, seconds: float) -> SyncResult:
    return SyncResult(
        sent=tally.stored + tally.same + tally.conflict + tally.quarantined,
        same=tally.same,
        conflict=tally.conflict,
        quarantined=tally.quarantined,
        pending=pending,
        seconds=round(seconds, 3),
        content=state.content,
        again=lost.again,
        gone=lost.gone,
        revoked=state.revoked,
    )


def _send(session: _Session, journal: Outbox, progress: Progress | None) -> Tally:
    done, total = Tally(), journal.pending()
    if progress is not None:
        progress(0, total)
    if not total:
        return done
    settling: Future[Tally] | None = None
    with ThreadPoolExecutor(1, thread_name_prefix="uplink") as beside:
        loading = beside.submit(_load, session, journal, START)
        while (loaded := loading.result()) is not None:
            parcel, message = loaded
            loading = beside.submit(_load, session, journal, parcel.after)
            receipt = session.post_batch(message)
            if settling is not None:
                done = done.plus(settling.result())
                _say(progress, done, total)
            settling = beside.submit(journal.receive, parcel, receipt)
        if settling is not None:
            done = done.plus(settling.result())
            _say(progress, done, total)
    return done


def _say(progress: Progress | None, done: Tally, total: int) -> None:
    if progress is not None:
        count = sum(done) - done.unnamed
        progress(count, max(total, count))


def _load(
    session: _Session, journal: Outbox, after: tuple[int, int]
) -> tuple[Parcel, bytes] | None:
    parcel = journal.take(after, MAX_RECORDS, MAX_BATCH)
    return None if parcel is None else (parcel, session.make_batch(parcel.records))


class _Session:
    """One sync's talk with one centre: who we are, which keys it answers with."""

    def __init__(self, wire: Wire, identity: Identity, private: Ed25519PrivateKey) -> None:
        self.identity = identity
        self._wire = wire
        self._private = private
        self._number = 0

    def ask(self, journal: Outbox, content: str) -> State:
        """What the centre holds. Brings :attr:`identity` up to date on the way."""
        nonce = secrets.token_bytes(16)
        before = dt.datetime.now(dt.UTC)
        question = Ask(1, self.identity.kiosk, nonce, _stamp(before), journal.marks(), content)
        answer = self._wire.post("/api/1/ask", sign(ASK, pack(question), self._private))
        after = dt.datetime.now(dt.UTC)
        state = self._read_state(answer)
        if not secrets.compare_digest(state.nonce, nonce):
            raise UplinkError("garbage", "an answer to another question")
        if state.sealing_key != self.identity.sealing:
            self._renew_keys()
        self._learn(state, before + (after - before) / 2)
        return state

    def make_batch(self, records: list[bytes]) -> bytes:
        """The signed message of one batch."""
        self._number += 1
        header = BatchHeader(
            1, self.identity.kiosk, _stamp(dt.datetime.now(dt.UTC)), self._number, PROGRAM
        )
        batch = Batch(header, [msgspec.Raw(record) for record in records])
        return sign(BATCH, pack(batch), self._private)

    def post_batch(self, message: bytes) -> Receipt:
        """Send one batch; its verified receipt."""
        answer = self._wire.post("/api/1/batch", message)
        try:
            receipt = unpack(verify(RECEIPT, answer, self.identity.receipt), Receipt)
        except (SignatureError, MessageError) as error:
            raise UplinkError("garbage", f"not a receipt: {error}") from error
        if receipt.batch_sha256 != hashlib.sha256(message).digest():
            raise UplinkError("garbage", "a receipt for another batch")
        return receipt

    def _read_state(self, answer: bytes) -> State:
        try:
            payload = verify(STATE, answer, self.identity.receipt)
        except SignatureError:
            if not self._renew_keys():
                raise UplinkError("garbage", "the answer is not signed by the centre") from None
            try:
                payload = verify(STATE, answer, self.identity.receipt)
            except SignatureError as error:
                raise UplinkError("garbage", str(error)) from error
        try:
            return unpack(payload, State)
        except MessageError as error:
            raise UplinkError("garbage", str(error)) from error

    def _renew_keys(self) -> bool:
        """Fetch the keys the pinned root vouches for now; whether any of them changed."""
        bundle = read_bundle(self._wire.get("/api/1/bundle"), self.identity.root)
        renewed = msgspec.structs.replace(
            self.identity, receipt=bundle.receipt, sealing=bundle.sealing
        )
        changed, self.identity = renewed != self.identity, renewed
        return changed

    def _learn(self, state: State, asked: dt.datetime) -> None:
        """Keep the public address, and the clocks' difference once it moved by two seconds."""
        changes: dict[str, object] = {}
        if state.public_url and state.public_url != self.identity.public_url:
            changes["public_url"] = state.public_url
        try:
            ahead = dt.datetime.fromisoformat(state.at) - asked
        except (ValueError, TypeError) as error:
            raise UplinkError("garbage", "the answer has no time") from error
        offset = round(ahead / dt.timedelta(milliseconds=1))
        if abs(offset - self.identity.clock_offset_ms) > 2000:
            changes["clock_offset_ms"] = offset
        if changes:
            self.identity = msgspec.structs.replace(self.identity, **changes)


def _stamp(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
