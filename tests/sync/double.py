"""An honest centre in memory, with the wire's own rules, and a wire to it that may misbehave."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync import code as codes
from sync.http import UplinkError
from sync.identity import Identity
from sync.messages import (
    Answer,
    Ask,
    Batch,
    Bundle,
    EnrolRequest,
    Mark,
    Receipt,
    State,
    Welcome,
    pack,
    unpack,
    unpack_record,
)
from sync.records import Record, problem
from sync.seal import unseal
from sync.sign import (
    ASK,
    BATCH,
    BUNDLE,
    ENROL,
    RECEIPT,
    STATE,
    WELCOME,
    public_bytes,
    sign,
    split,
    verify,
)

KIOSK = "K1"
Place = tuple[str, str, int]


class CentreDouble:
    """Keeps what it is sent by the rules of the wire."""

    def __init__(self) -> None:
        self.root = Ed25519PrivateKey.generate()
        self.receipt = Ed25519PrivateKey.generate()
        self.sealing = X25519PrivateKey.generate()
        self.enrolment = X25519PrivateKey.generate()
        self.public_url = "https://kiosk.example"
        self.epoch = "c0"
        self.kiosks: dict[str, bytes] = {}
        self.codes: dict[str, str] = {}
        self.held: dict[Place, Record] = {}
        self.answered: set[Place] = set()
        self.conflicts: list[Record] = []
        self.quarantine: list[bytes] = []
        self.safe: list[Mark] = []
        self.poisoned: Callable[[Record], bool] = lambda record: False
        self.overlooked: Callable[[Record], bool] = lambda record: False
        self.revoked = False

    def code(self) -> codes.EnrolCode:
        """A fresh one-time code."""
        code = codes.new_code(public_bytes(self.root))
        self.codes[code.id] = code.secret
        return code

    def identity(self, private: Ed25519PrivateKey, kiosk: str = KIOSK) -> Identity:
        """Know ``private`` as ``kiosk`` without the ceremony."""
        self.kiosks[kiosk] = public_bytes(private)
        return Identity(
            kiosk=kiosk,
            name="Тест",
            url="http://127.0.0.1:1",
            public_url=self.public_url,
            root=public_bytes(self.root),
            receipt=public_bytes(self.receipt),
            sealing=self.sealing.public_key().public_bytes_raw(),
            public=public_bytes(private),
            enrolled_at=_now(),
        )

    def answer(self, path: str, body: bytes) -> bytes:
        """The centre's answer to one call; raises UplinkError as the wire would."""
        calls = {
            "/api/1/bundle": lambda _: self.bundle(),
            "/api/1/enrol": self.enrol,
            "/api/1/ask": self.ask,
            "/api/1/batch": self.batch,
        }
        return calls[path](body)

    def bundle(self) -> bytes:
        """The keys, signed by the root."""
        bundle = Bundle(
            1,
            public_bytes(self.root),
            public_bytes(self.receipt),
            self.sealing.public_key().public_bytes_raw(),
            self.enrolment.public_key().public_bytes_raw(),
            self.public_url,
            self.epoch,
        )
        return sign(BUNDLE, pack(bundle), self.root)

    def enrol(self, message: bytes) -> bytes:
        """A code for an identity."""
        public = split(message).payload[:32]
        box = verify(ENROL, message, public)[32:]
        request = unpack(unseal(box, self.enrolment, b"sozvezdie/enrol/1"), EnrolRequest)
        if self.codes.pop(request.code_id, None) != request.secret or request.public != public:
            raise UplinkError("refused")
        kiosk = f"K{len(self.kiosks) + 1}"
        self.kiosks[kiosk] = public
        return sign(WELCOME, pack(Welcome(kiosk, request.name, _now())), self.receipt)

    def ask(self, message: bytes) -> bytes:
        """What is held."""
        ask = unpack(self._signed(ASK, message), Ask)
        state = State(
            1,
            self.epoch,
            ask.nonce,
            _now(),
            self.marks(),
            self.safe,
            self.revoked,
            "",
            self.sealing.public_key().public_bytes_raw(),
            self.public_url,
        )
        return sign(STATE, pack(state), self.receipt)

    def batch(self, message: bytes) -> bytes:
        """Store a batch, answer with a receipt."""
        batch = unpack(self._signed(BATCH, message), Batch)
        answers, unreadable = [], 0
        for raw in batch.records:
            record = unpack_record(bytes(raw))
            if self.overlooked(record):
                continue
            place = (record.stream, record.epoch, record.seq)
            outcome = self._keep(place, record, bytes(raw))
            self.answered.add(place)
            answers.append(Answer(*place, record.sha256, outcome))
        sha256 = hashlib.sha256(message).digest()
        receipt = Receipt(1, self.epoch, sha256, _now(), answers, unreadable, self.safe)
        return sign(RECEIPT, pack(receipt), self.receipt)

    def marks(self) -> list[Mark]:
        """A mark for each stream and epoch answered for."""
        by_stream: dict[tuple[str, str], set[int]] = {}
        for stream, epoch, seq in self.answered:
            by_stream.setdefault((stream, epoch), set()).add(seq)
        marks = []
        for (stream, epoch), seqs in sorted(by_stream.items()):
            high = max(seqs)
            gaps = [(seq, seq + 1) for seq in range(1, high) if seq not in seqs]
            marks.append(Mark(stream, epoch, high, gaps))
        return marks

    def forget(self, lost: set[Place]) -> None:
        """Come back from a backup that lacks ``lost``: another life of the centre."""
        self.epoch = f"c{int(self.epoch[1:]) + 1}"
        self.answered -= lost
        for place in lost:
            self.held.pop(place, None)

    def _keep(self, place: Place, record: Record, raw: bytes) -> Any:
        if self.revoked or self.poisoned(record) or problem(record):
            self.quarantine.append(raw)
            return "quarantined"
        held = self.held.setdefault(place, record)
        if held is record:
            return "stored"
        if held.sha256 == record.sha256:
            return "same"
        self.conflicts.append(record)
        return "conflict"

    def _signed(self, prefix: bytes, message: bytes) -> bytes:
        for public in self.kiosks.values():
            try:
                return verify(prefix, message, public)
            except Exception:
                continue
        raise UplinkError("refused")


class WireDouble:
    """A wire to a centre double. ``fault(path, body, pass_on)`` may drop, double, forge: it gets
    the call and what would make it, and gives the answer or raises."""

    def __init__(self, centre: CentreDouble) -> None:
        self.centre = centre
        self.calls: list[str] = []
        self.fault: Callable[[str, bytes, Callable[[], bytes]], bytes] | None = None

    def get(self, path: str) -> bytes:
        """GET."""
        return self.post(path, b"")

    def post(self, path: str, body: bytes, repeat: bool = True) -> bytes:
        """POST."""
        self.calls.append(path)

        def pass_on() -> bytes:
            return self.centre.answer(path, body)

        return pass_on() if self.fault is None else self.fault(path, body, pass_on)

    def close(self) -> None:
        """Nothing to close."""


def reseal(message: bytes, prefix: bytes, kind: type, private: Ed25519PrivateKey, **changes: Any):
    """The same message with some fields changed, signed by ``private``."""
    changed = msgspec.structs.replace(unpack(split(message).payload, kind), **changes)
    return sign(prefix, pack(changed), private)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
