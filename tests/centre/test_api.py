"""The four calls over real HTTP."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.centre.embedded import Running
from sync.centre.store import backup, codes, kiosks
from sync.centre.store.engine import Store, open_store
from sync.centre.store.totals import totals
from sync.messages import (
    MAX_WIRE,
    Ask,
    Bundle,
    EnrolRequest,
    Mark,
    Receipt,
    State,
    Welcome,
    pack,
    unpack,
)
from sync.seal import seal
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
    verify,
)
from tests.centre.conftest import address
from tests.centre.sending import Sender, enrolled


def call(centre: Running, path: str, body: bytes | None = None) -> urllib3.BaseHTTPResponse:
    method = "GET" if body is None else "POST"
    return urllib3.request(method, centre.url + path, body=body, retries=False, timeout=20)


def bundle(centre: Running) -> Bundle:
    answer = call(centre, "/api/1/bundle")
    return unpack(verify(BUNDLE, answer.data, centre.centre.keys.root_public), Bundle)


@pytest.fixture
def sender(centre: Running) -> Sender:
    return enrolled(centre.centre.store)


def receipt(centre: Running, sender: Sender, message: bytes) -> Receipt:
    answer = call(centre, "/api/1/batch", message)
    assert answer.status == 200, answer.data
    return unpack(verify(RECEIPT, answer.data, bundle(centre).receipt), Receipt)


def state(centre: Running, sender: Sender, nonce: bytes = b"n" * 16) -> State:
    question = Ask(1, sender.id, nonce, "2026-11-23T09:00:00.000Z", [Mark("use", "e1", 9, [])], "")
    answer = call(centre, "/api/1/ask", sign(ASK, pack(question), sender.private))
    assert answer.status == 200, answer.data
    return unpack(verify(STATE, answer.data, bundle(centre).receipt), State)


def test_a_kiosk_enrols_by_a_code_and_is_believed_from_then_on(centre: Running) -> None:
    ours, keys = centre.centre, bundle(centre)
    assert keys.public_url == centre.url
    code = codes.make(ours.store, keys.root, ours.keys.pepper, "Выставка 01", ours.now())
    private = Ed25519PrivateKey.generate()
    public = public_bytes(private)
    asked = EnrolRequest(code.id, code.secret, public, "Киоск", "0.1")
    message = sign(ENROL, public + seal(pack(asked), keys.enrol, b"sozvezdie/enrol/1"), private)
    answer = call(centre, "/api/1/enrol", message)
    welcome = unpack(verify(WELCOME, answer.data, keys.receipt), Welcome)
    assert welcome.name == "Выставка 01"
    sender = Sender(ours.store, welcome.kiosk, private)
    assert (
        receipt(centre, sender, sender.message([sender.record(1)])).answers[0].outcome == "stored"
    )
    wrong = EnrolRequest(code.id, "00000000", public, "Киоск", "0.1")
    message = sign(ENROL, public + seal(pack(wrong), keys.enrol, b"sozvezdie/enrol/1"), private)
    assert call(centre, "/api/1/enrol", message).status == 403


def test_a_receipt_names_every_record_and_is_the_same_again(
    centre: Running, sender: Sender
) -> None:
    made = [sender.record(seq) for seq in range(1, 4)]
    message = sender.message(made)
    first, second = receipt(centre, sender, message), receipt(centre, sender, message)
    assert [(a.seq, a.sha256) for a in first.answers] == [(r.seq, r.sha256) for r in made]
    assert [a.outcome for a in first.answers] == ["stored"] * 3
    assert [a.outcome for a in second.answers] == ["same"] * 3
    assert first.centre_epoch == centre.centre.epoch


def test_a_question_is_answered_from_what_is_held(centre: Running, sender: Sender) -> None:
    receipt(centre, sender, sender.message([sender.record(1), sender.record(4)]))
    answer = state(centre, sender, b"q" * 16)
    assert answer.nonce == b"q" * 16
    assert answer.held == [Mark("use", "e1", 4, [(2, 4)])]
    assert (answer.backed_up, answer.revoked, answer.content) == ([], False, "")
    with centre.centre.store.write() as connection:
        kiosks.revoke(connection, sender.id, centre.centre.now())
    assert state(centre, sender).revoked


def test_an_unknown_key_is_refused_and_nothing_is_stored(centre: Running, sender: Sender) -> None:
    stranger = Sender(centre.centre.store, sender.id, Ed25519PrivateKey.generate())
    message = stranger.message([stranger.record(1), b"\xc1"])
    assert call(centre, "/api/1/batch", message).status == 403
    found = totals(centre.centre.store)
    assert (found["total"], found["quarantined"]) == (0, 0)


@pytest.mark.parametrize("place", [0, 10, 40, 120, -1])
def test_a_message_with_one_bit_changed_is_refused(
    centre: Running, sender: Sender, place: int
) -> None:
    message = bytearray(sender.message([sender.record(1)]))
    message[place] ^= 1
    assert call(centre, "/api/1/batch", bytes(message)).status in (400, 403)
    assert totals(centre.centre.store)["total"] == 0


def test_a_receipt_for_another_purpose_is_no_signature(centre: Running, sender: Sender) -> None:
    message = sign(ASK, pack(sender.batch([sender.record(1)])), sender.private)
    assert call(centre, "/api/1/batch", message).status == 403


def test_a_bomb_is_not_unpacked(centre: Running, sender: Sender) -> None:
    import zlib

    message = sign(BATCH, zlib.compress(bytes(50_000_000), 9), sender.private)
    answer = call(centre, "/api/1/batch", message)
    assert (answer.status, answer.data.count(b"\n")) == (400, 1)


def test_too_large_a_body_is_refused(centre: Running) -> None:
    assert call(centre, "/api/1/batch", bytes(MAX_WIRE + 1)).status == 413
    assert call(centre, "/api/1/enrol", bytes(9000)).status == 413


def test_garbage_is_one_line_and_four_hundred(centre: Running) -> None:
    for path in ("enrol", "ask", "batch"):
        for body in (b"", b"SZV1", os.urandom(300)):
            answer = call(centre, f"/api/1/{path}", body)
            assert answer.status in (400, 403)
            assert answer.data.count(b"\n") == 1


def test_a_restored_backup_begins_a_new_epoch_and_kiosks_see_it(
    home: Path, serve: Callable[..., Running]
) -> None:
    first = serve()
    sender = enrolled(first.centre.store)
    receipt(first, sender, sender.message([sender.record(1)]))
    backup.back_up(first.centre.store, home / "copy.db")
    assert state(first, sender).backed_up == [Mark("use", "e1", 1, [])]
    last = receipt(first, sender, sender.message([sender.record(2)]))
    assert last.backed_up == [Mark("use", "e1", 1, [])]
    first.stop()
    for name in ("centre.db", "centre.db-wal", "centre.db-shm"):
        (home / name).unlink(missing_ok=True)
    (home / "copy.db").rename(home / "centre.db")
    second = serve()
    assert second.centre.epoch != first.centre.epoch
    assert bundle(second).centre_epoch == second.centre.epoch
    assert state(second, sender).held == [Mark("use", "e1", 1, [])]
    second.stop()
    third = serve()
    assert third.centre.epoch == second.centre.epoch


def test_the_root_key_may_be_taken_offline(home: Path, serve: Callable[..., Running]) -> None:
    first = serve()
    port = int(first.url.rsplit(":", 1)[1])
    keys = bundle(first)
    first.stop()
    (home / "keys" / "root.key").unlink()
    again = serve(port=port)
    assert bundle(again).receipt == keys.receipt


def test_the_same_centre_runs_on_postgresql(serve: Callable[..., Running], postgres: Store) -> None:
    url = address(postgres)
    centre = serve(database=url)
    sender = enrolled(centre.centre.store)
    answers = receipt(centre, sender, sender.message([sender.record(1)])).answers
    assert [answer.outcome for answer in answers] == ["stored"]
    assert open_store(url).sqlite is False
