import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.sign import public_bytes
from sync.token import (
    MAX_ADDRESS,
    MAX_KIOSK,
    MAX_SUBJECT,
    SignupToken,
    TicketToken,
    TokenError,
    address,
    make,
    read,
)

KEY, OTHER = Ed25519PrivateKey.from_private_bytes(b"1" * 32), Ed25519PrivateKey.generate()
times = st.integers(0, 2**32 - 1)
TOKEN = SignupToken("K1", "consultation", 1_700_000_000, 1_700_086_400)


def known(kiosk: str) -> bytes | None:
    return public_bytes(KEY) if kiosk.startswith("K") else None


@given(st.sampled_from([SignupToken, TicketToken]), st.text(min_size=1, max_size=12), times, times)
def test_a_token_is_read_back_as_it_was_made(kind, subject, at, expires):
    token = kind("K1", subject, at, expires)
    assert read(make(token, KEY), known) == token


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_no_changed_byte_passes(place, change):
    import base64

    text = make(TOKEN, KEY)
    raw = bytearray(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    raw[place % len(raw)] ^= change
    with pytest.raises(TokenError):
        read(base64.urlsafe_b64encode(raw).decode().rstrip("="), known)


@given(st.text(max_size=300))
def test_no_stray_text_is_a_token(text):
    with pytest.raises(TokenError):
        read(text, known)


def test_a_token_has_one_spelling():
    text = make(TOKEN, KEY)
    for other in (text + "=", text + "A", " " + text, text[:-1]):
        with pytest.raises(TokenError):
            read(other, known)


def test_another_kiosks_signature_and_an_unknown_kiosk_are_refused():
    with pytest.raises(TokenError):
        read(make(TOKEN, OTHER), known)
    with pytest.raises(TokenError):
        read(make(SignupToken("X1", "consultation", 1, 2), KEY), known)


def test_a_field_too_long_is_refused_when_the_token_is_made():
    for token in (
        SignupToken("K" * (MAX_KIOSK + 1), "e", 1, 2),
        SignupToken("K1", "e" * (MAX_SUBJECT + 1), 1, 2),
        SignupToken("K1", "", 1, 2),
        SignupToken("K1", "e", -1, 2),
    ):
        with pytest.raises(TokenError):
            make(token, KEY)


def test_a_usual_address_fits_the_qr_code_it_must_fit():
    token = SignupToken("N96DZ65K", "professional-trials-for-schools", 1_800_000_000, 1_800_600_000)
    url = address("https://kiosk.centre-profor.example.ru/", make(token, KEY))
    assert url.startswith("https://kiosk.centre-profor.example.ru/q#")
    assert len(url) <= MAX_ADDRESS
