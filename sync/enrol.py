"""Enrolment: a one-time code becomes an identity, and a stranger's centre is refused first."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import code as codes
from sync.http import UplinkError, Wire
from sync.identity import Identity
from sync.messages import Bundle, EnrolRequest, MessageError, Welcome, pack, unpack
from sync.program import PROGRAM
from sync.seal import seal
from sync.sign import BUNDLE, ENROL, WELCOME, SignatureError, public_bytes, sign, split, verify

INFO = b"sozvezdie/enrol/1"
MAX_BUNDLE = 16 * 1024
"""Bytes a bundle or a welcome may unpack to."""


def enrol(
    url: str,
    code: codes.EnrolCode,
    name: str,
    private: Ed25519PrivateKey,
    wire: Wire | None = None,
) -> Identity:
    """Spend ``code`` at the centre of ``url`` for an identity called ``name`` whose signing key is
    ``private``. The centre hears the code's secret only after its root key has matched the code's
    fingerprint. Raises :class:`UplinkError`."""
    own = wire is None
    wire = wire or Wire(url)
    try:
        bundle = _introduce(wire.get("/api/1/bundle"), code)
        public = public_bytes(private)
        request = EnrolRequest(code.id, code.secret, public, name, PROGRAM)
        box = seal(pack(request), bundle.enrol, INFO)
        answer = wire.post("/api/1/enrol", sign(ENROL, public + box, private), repeat=False)
        welcome = unpack(verify(WELCOME, answer, bundle.receipt), Welcome, MAX_BUNDLE)
    except (SignatureError, MessageError, ValueError) as error:
        raise UplinkError("garbage", str(error)) from error
    finally:
        if own:
            wire.close()
    return Identity(
        kiosk=welcome.kiosk,
        name=welcome.name,
        url=url.strip().rstrip("/"),
        public_url=bundle.public_url,
        root=bundle.root,
        receipt=bundle.receipt,
        sealing=bundle.sealing,
        public=public,
        enrolled_at=welcome.at,
    )


def read_bundle(message: bytes, root: bytes) -> Bundle:
    """The keys a centre with root key ``root`` vouches for; ``UplinkError("root")`` when the
    message is signed by another key, ``"garbage"`` when it is none: a network's login page."""
    try:
        split(message)
    except SignatureError as error:
        raise UplinkError("garbage", str(error)) from error
    try:
        payload = verify(BUNDLE, message, root)
    except SignatureError as error:
        raise UplinkError("root", str(error)) from error
    try:
        bundle = unpack(payload, Bundle, MAX_BUNDLE)
    except MessageError as error:
        raise UplinkError("garbage", str(error)) from error
    keys = (bundle.root, bundle.receipt, bundle.sealing, bundle.enrol)
    if bundle.root != root or any(len(key) != 32 for key in keys):
        raise UplinkError("root", "the bundle contradicts its own signature")
    return bundle


def _introduce(message: bytes, code: codes.EnrolCode) -> Bundle:
    """The bundle of the centre the code was made by. The root key is inside the message it signs,
    so here alone a payload is unpacked, bounded, before its signature is checked; nothing of it is
    believed until it matches the fingerprint and the signature matches it."""
    try:
        claimed = unpack(split(message).payload, Bundle, MAX_BUNDLE).root
    except (SignatureError, MessageError) as error:
        raise UplinkError("garbage", str(error)) from error
    if codes.fingerprint(claimed) != code.fingerprint:
        raise UplinkError("root", "the centre's root key is not the one of the code")
    return read_bundle(message, claimed)
