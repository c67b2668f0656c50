import datetime as dt

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.http import UplinkError
from sync.messages import Mark, Receipt, State, unpack
from sync.sign import RECEIPT, STATE, public_bytes, split
from tests.sync.conftest import sealed
from tests.sync.double import reseal

STRANGER = Ed25519PrivateKey.generate()


def test_a_sync_with_nothing_to_send_is_one_round_trip(line):
    result = line.sync()
    assert line.wire.calls == ["/api/1/ask"]
    assert (result.sent, result.pending) == (0, 0)


def test_everything_journalled_arrives_once_in_order_and_the_second_sync_sends_nothing(line):
    line.note(2300, people=3)
    result = line.sync()
    assert (result.sent, result.same, result.pending) == (2303, 0, 0)
    assert line.wire.calls.count("/api/1/batch") == 3
    assert [place[2] for place in line.centre.held if place[0] == "use"] == list(range(1, 2301))
    assert line.sync().sent == 0
    assert line.wire.calls == ["/api/1/ask"]


def test_batches_stay_within_the_size_the_wire_allows(line, monkeypatch):
    sizes = []
    line.note(0, people=40)
    line.journal.append_all([sealed(60_000) for _ in range(40)])
    outbox = line.journal.outbox()
    after = (0, 0)
    while parcel := outbox.take(after, 1000, 1024 * 1024):
        sizes.append(sum(map(len, parcel.records)))
        after = parcel.after
    assert max(sizes) <= 1024 * 1024
    assert line.sync().sent == 80


def test_progress_counts_up_to_everything(line):
    line.note(1500)
    seen = []
    line.sync(progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 1500), (1000, 1500), (1500, 1500)]


def forged(line, **changes):
    """A receipt changed on the way, signed by ``signer`` or by the centre."""
    signer = changes.pop("signer", line.centre.receipt)

    def fault(path, body, pass_on):
        answer = pass_on()
        if path != "/api/1/batch":
            return answer
        fields = {name: change(answer) for name, change in changes.items()}
        return reseal(answer, RECEIPT, Receipt, signer, **fields)

    return fault


def test_a_receipt_signed_by_another_key_marks_nothing(line):
    line.note(5)
    line.wire.fault = forged(line, signer=STRANGER)
    with pytest.raises(UplinkError) as raised:
        line.sync()
    assert raised.value.reason == "garbage"
    assert line.journal.pending() == 5


def test_a_receipt_for_another_batch_marks_nothing(line):
    line.note(5)
    line.wire.fault = forged(line, batch_sha256=lambda _: b"\0" * 32)
    with pytest.raises(UplinkError):
        line.sync()
    assert line.journal.pending() == 5


def test_a_receipt_marks_only_records_it_names_by_place_and_by_hash(line):
    line.note(5)

    def answers(answer):
        said = unpack(split(answer).payload, Receipt).answers
        other = msgspec.structs.replace(said[0], sha256=b"\0" * 32)
        elsewhere = msgspec.structs.replace(said[1], epoch="f" * 16)
        return [other, elsewhere, said[2]]

    line.wire.fault = forged(line, answers=answers)
    result = line.sync()
    assert (result.sent, result.pending) == (1, 4)
    line.wire.fault = None
    result = line.sync()
    assert (result.sent, result.same, result.pending) == (4, 4, 0)


def test_an_old_answer_is_refused_by_its_nonce(line):
    kept = []
    line.wire.fault = lambda path, body, pass_on: kept.append(pass_on()) or kept[0]
    line.sync()
    with pytest.raises(UplinkError) as raised:
        line.sync()
    assert raised.value.reason == "garbage"


def test_what_the_centre_puts_aside_counts_as_received_and_is_counted_apart(line):
    line.note(10)
    line.centre.poisoned = lambda record: record.seq == 4
    result = line.sync()
    assert (result.sent, result.quarantined, result.pending) == (10, 1, 0)
    assert line.sync().sent == 0


def test_a_revoked_kiosk_still_hands_over_and_hears_of_it(line):
    line.note(4)
    line.centre.revoked = True
    result = line.sync()
    assert (result.sent, result.quarantined, result.pending, result.revoked) == (4, 4, 0, True)


def test_a_centre_that_came_back_older_gets_what_it_lost_again(line):
    line.note(10)
    line.sync()
    line.centre.forget({place for place in line.centre.held if place[2] in (3, 8, 9, 10)})
    result = line.sync()
    assert (result.again, result.gone, result.sent, result.pending) == (4, 0, 4, 0)
    assert len(line.centre.held) == 10


def test_what_was_purged_here_and_lost_there_is_said_to_be_gone(line):
    line.note(10)
    epoch = line.journal.epoch
    line.centre.safe = [Mark("use", epoch, 6)]
    line.sync()
    later = dt.date.today() + dt.timedelta(days=40)
    assert line.journal.purge(30, later) == 6
    line.centre.forget({place for place in line.centre.held if place[2] > 4})
    line.centre.safe = []
    result = line.sync()
    assert (result.again, result.gone, result.pending) == (4, 2, 0)


def test_nothing_is_purged_that_the_centre_has_not_backed_up(line):
    later = dt.date.today() + dt.timedelta(days=40)
    line.note(10)
    line.sync()
    assert line.journal.purge(30, later) == 0
    line.centre.safe = [Mark("use", line.journal.epoch, 8, [(2, 4)])]
    line.note(3)
    line.sync()
    assert line.journal.purge(30, dt.date.today()) == 0
    assert line.journal.purge(30, later) == 6
    assert line.journal.append("screen.seen", {}).seq == 14


def test_new_keys_are_believed_when_the_pinned_root_vouches_for_them(line):
    line.note(3)
    line.centre.receipt = Ed25519PrivateKey.generate()
    line.centre.sealing = X25519PrivateKey.generate()
    remembered = []
    assert line.sync(remember=remembered.append).sent == 3
    assert remembered[0].receipt == public_bytes(line.centre.receipt)
    assert remembered[0].sealing == line.centre.sealing.public_key().public_bytes_raw()


def test_new_keys_under_another_root_are_refused_and_everything_waits(line):
    line.note(3)
    line.centre.receipt = Ed25519PrivateKey.generate()
    line.centre.root = Ed25519PrivateKey.generate()
    with pytest.raises(UplinkError) as raised:
        line.sync()
    assert raised.value.reason == "root"
    assert line.journal.pending() == 3


def test_a_sealing_key_is_taken_from_the_root_and_never_from_an_answer(line):
    theirs = X25519PrivateKey.generate().public_key().public_bytes_raw()

    def fault(path, body, pass_on):
        answer = pass_on()
        if path != "/api/1/ask":
            return answer
        return reseal(answer, STATE, State, line.centre.receipt, sealing_key=theirs)

    line.wire.fault = fault
    remembered = []
    line.sync(remember=remembered.append)
    assert all(identity.sealing != theirs for identity in remembered)


def test_the_difference_of_the_clocks_is_remembered_once_it_matters(line):
    def fault(path, body, pass_on):
        return reseal(pass_on(), STATE, State, line.centre.receipt, at="2031-01-01T00:00:00.000Z")

    line.wire.fault = fault
    remembered = []
    line.sync(remember=remembered.append)
    assert remembered[0].clock_offset_ms > 86_400_000
    line.wire.fault = None
    remembered.clear()
    line.sync(remember=remembered.append)
    assert remembered == []


@pytest.mark.parametrize("junk", [b"", b"<html>hello</html>", b"SZV1" + b"\0" * 200])
def test_garbage_leaves_everything_waiting(line, junk):
    line.note(2)
    for path in ("/api/1/ask", "/api/1/batch"):
        line.wire.fault = lambda p, body, pass_on, path=path: junk if p == path else pass_on()
        with pytest.raises(UplinkError):
            line.sync()
        assert line.journal.pending() == 2
