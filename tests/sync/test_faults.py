"""Whatever happens on the way, the centre ends up with what was journalled, once.

Hypothesis drives a real journal against a centre double over a wire that loses requests, loses
answers, doubles and reorders batches, forges and mixes up receipts, while the kiosk starts anew
and the centre comes back from an old backup.
"""

import tempfile
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.journal import Journal
from sync.http import UplinkError
from sync.messages import Batch, Mark, Receipt, unpack
from sync.sign import RECEIPT, split
from tests.sync.conftest import Line
from tests.sync.double import KIOSK, reseal

STRANGER = Ed25519PrivateKey.generate()
FAULTS = st.sampled_from(
    [
        "none",
        "request lost",
        "answer lost",
        "doubled",
        "late twin",
        "answer cut",
        "stranger's receipt",
        "receipt of another batch",
        "hashes changed",
        "half named",
        "garbage",
    ]
)


class Road(RuleBasedStateMachine):
    """A kiosk, a centre and a bad road between them."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.line = Line(Path(self.folder.name))
        self.journalled: dict[tuple[str, str, int], bytes] = {}
        self.sent: list[bytes] = []
        self.receipts: list[bytes] = []

    @rule(count=st.integers(1, 30), people=st.integers(0, 2))
    def record(self, count, people):
        """Visits and sign-ups."""
        before = self._places()
        self.line.note(count, people)
        self.journalled.update(self._places())
        assert len(self._places()) == len(before) + count + people

    @rule(plan=st.lists(FAULTS, min_size=1, max_size=6))
    def sync(self, plan):
        """A sync in which each call meets the next fault of the plan."""
        faults = iter(plan)
        self.line.wire.fault = lambda path, body, pass_on: self._fault(
            next(faults, "none"), path, body, pass_on
        )
        try:
            self.line.sync()
        except UplinkError:
            pass
        finally:
            self.line.wire.fault = None

    @rule(which=st.integers(0, 1000))
    def an_old_batch_arrives_again(self, which):
        """Some network kept a copy."""
        if self.sent:
            self.line.centre.answer("/api/1/batch", self.sent[which % len(self.sent)])

    @rule()
    def start_anew(self):
        """The kiosk is switched off without ceremony and on again."""
        path = self.line.journal.store.path
        self.line.journal.store.close()
        epoch = self.line.journal.epoch
        self.line.journal = Journal(path, KIOSK)
        assert self.line.journal.epoch == epoch

    @rule(share=st.integers(2, 5))
    def the_centre_comes_back_older(self, share):
        """From a backup that lacks some of what it had acknowledged."""
        held = sorted(self.line.centre.held)
        self.line.centre.forget(set(held[-(len(held) // share) :] if held else []))

    @invariant()
    def nothing_foreign_and_nothing_twice(self):
        """What the centre holds was journalled, exactly so, and never clashed."""
        for place, record in self.line.centre.held.items():
            assert self.journalled[place] == record.sha256
        assert not self.line.centre.conflicts
        assert not self.line.centre.quarantine

    def teardown(self):
        """One honest sync, and both sides agree to the record."""
        try:
            self.line.sync()
            assert {p: r.sha256 for p, r in self.line.centre.held.items()} == self.journalled
            assert self.line.journal.pending() == 0
            assert self.line.sync().sent == 0
        finally:
            self.line.journal.close()
            self.folder.cleanup()

    def _places(self):
        outbox = self.line.journal.outbox()
        after, places = (0, 0), dict(self.journalled)
        while parcel := outbox.take(after, 1000, 1 << 20):
            places.update({(p.stream, p.epoch, p.seq): p.sha256 for p in parcel.places})
            after = parcel.after
        return places

    def _fault(self, fault, path, body, pass_on):
        if fault == "request lost":
            raise UplinkError("offline")
        answer = pass_on()
        if path == "/api/1/batch":
            self.sent.append(body)
            self.receipts.append(answer)
        if fault == "answer lost":
            raise UplinkError("slow")
        if fault == "answer cut":
            return answer[: len(answer) // 2]
        if fault == "garbage":
            return b"\0" * 300
        if fault == "doubled":
            return pass_on()
        if path != "/api/1/batch":
            return answer
        return self._receipt_fault(fault, body, answer)

    def _receipt_fault(self, fault, body, answer):
        honest = self.line.centre.receipt
        if fault == "late twin":
            self.line.centre.answer("/api/1/batch", self.sent[0])
        if fault == "stranger's receipt":
            return reseal(answer, RECEIPT, Receipt, STRANGER)
        if fault == "receipt of another batch":
            return self.receipts[0]
        said = unpack(split(answer).payload, Receipt).answers
        if fault == "hashes changed":
            lies = [msgspec.structs.replace(a, sha256=b"\1" * 32) for a in said]
            return reseal(answer, RECEIPT, Receipt, honest, answers=lies)
        if fault == "half named":
            records = unpack(split(body).payload, Batch).records
            return reseal(answer, RECEIPT, Receipt, honest, answers=said[: len(records) // 2])
        return answer


TestRoad = Road.TestCase
TestRoad.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)


def test_a_restored_backup_begins_a_new_epoch_and_nothing_clashes(line, tmp_path):
    line.note(5)
    line.sync()
    line.journal.close()
    path = line.journal.store.path
    saved = {file: (tmp_path / file).read_bytes() for file in ("journal.db", "epoch.json")}
    line.journal = Journal(path, KIOSK)
    line.note(4)
    line.sync()
    line.journal.close()
    for file, data in saved.items():
        (tmp_path / file).write_bytes(data)
    line.journal = Journal(path, KIOSK)
    old = line.journal.epoch
    line.sync()
    assert line.journal.epoch != old
    line.note(3)
    assert line.sync().conflict == 0
    assert len(line.centre.held) == 12
    assert line.centre.marks() == sorted(
        [Mark("use", old, 9), Mark("use", line.journal.epoch, 3)],
        key=lambda mark: (mark.stream, mark.epoch),
    )
    epoch = line.journal.epoch
    line.journal.close()
    line.journal = Journal(path, KIOSK)
    assert line.journal.epoch == epoch
