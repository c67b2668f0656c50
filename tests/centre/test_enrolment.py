"""One-time codes: what they open, how often they may be tried."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from sync.centre.store import codes, kiosks
from sync.centre.store.engine import Store
from sync.centre.store.tables import codes as code_table
from sync.code import EnrolCode, fingerprint
from sync.messages import EnrolRequest
from sync.sign import public_bytes
from tests.centre.sending import NOW

ROOT, PEPPER = b"r" * 32, b"p" * 32


def new_key() -> bytes:
    return public_bytes(Ed25519PrivateKey.generate())


def redeem(
    store: Store, code: EnrolCode, public: bytes, secret: str | None = None, later: float = 0
) -> kiosks.Kiosk:
    wanted = EnrolRequest(code.id, code.secret if secret is None else secret, public, "Имя", "0.1")
    return codes.redeem(store, wanted, public, PEPPER, NOW + dt.timedelta(minutes=later))


def test_a_code_enrols_one_kiosk_under_the_name_staff_gave(store: Store) -> None:
    code = codes.make(store, ROOT, PEPPER, "Выставка 01", NOW)
    assert code.fingerprint == fingerprint(ROOT)
    kiosk = redeem(store, code, new_key())
    assert (kiosk.name, kiosk.revoked_at, len(kiosk.id)) == ("Выставка 01", None, 8)
    with pytest.raises(codes.CodeRefused):
        redeem(store, code, new_key())


def test_a_kiosk_whose_answer_was_lost_gets_the_same_identity_again(store: Store) -> None:
    code, key = codes.make(store, ROOT, PEPPER, "", NOW), new_key()
    first = redeem(store, code, key)
    assert first.name == "Имя"
    assert redeem(store, code, key) == first


def test_a_code_is_over_after_fifteen_minutes(store: Store) -> None:
    code = codes.make(store, ROOT, PEPPER, "", NOW)
    with pytest.raises(codes.CodeRefused):
        redeem(store, code, new_key(), later=15)
    assert redeem(store, code, new_key(), later=14.9)


def test_five_wrong_tries_spend_a_code_even_side_by_side(store: Store) -> None:
    code = codes.make(store, ROOT, PEPPER, "", NOW)
    refused = []

    def guess() -> None:
        try:
            redeem(store, code, new_key(), "WRONG000")
        except codes.CodeRefused:
            refused.append(1)

    threads = [threading.Thread(target=guess) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 6
    with pytest.raises(codes.CodeRefused):
        redeem(store, code, new_key())
    with store.read() as connection:
        assert connection.execute(select(code_table.c.tries)).scalar_one() == codes.TRIES


def test_four_wrong_tries_leave_the_right_one(store: Store) -> None:
    code = codes.make(store, ROOT, PEPPER, "", NOW)
    for _ in range(4):
        with pytest.raises(codes.CodeRefused):
            redeem(store, code, new_key(), "WRONG000")
    assert redeem(store, code, new_key())


def test_a_revoked_kiosk_does_not_come_back_by_its_old_code(store: Store) -> None:
    code, key = codes.make(store, ROOT, PEPPER, "", NOW), new_key()
    kiosk = redeem(store, code, key)
    with store.write() as connection:
        kiosks.revoke(connection, kiosk.id, NOW)
    with pytest.raises(codes.CodeRefused):
        redeem(store, code, key)


def test_the_secret_is_not_in_the_database(store: Store) -> None:
    code = codes.make(store, ROOT, PEPPER, "", NOW)
    with store.read() as connection:
        row = connection.execute(select(code_table)).one()
    assert code.secret not in repr(tuple(row))
