"""Whatever happens on the way, the centre ends up with what was journalled, once.

Hypothesis drives a real journal against a centre double over a wire that loses requests, loses
answers, doubles and reorders batches, forges and mixes up receipts, while the kiosk starts anew
and the centre comes back from an old backup.
"""

import hashlib
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.journal import Journal
from kiosk.journal.schema import STREAMS
from sync.http import UplinkError
from sync.messages import Answer, Batch, Mark, Receipt, pack, unpack, unpack_record
from sync.sign import RECEIPT, sign, split
from tests.sync.conftest import Line
from tests.sync.double import KIOSK

STRANGER = Ed25519PrivateKey.generate()
FORGED = ("stranger's receipt", "receipt of another batch", "other records' receipt")
FAULTS = st.sampled_from(
    [
        "none",
        "request lost",
        "answer lost",
        "doubled",
        "late twin",
        "answer cut",
        "every other overlooked",
        "garbage",
        *FORGED,
    ]
)


ASKING = st.sampled_from(["none"] * 4 + ["request lost", "answer lost", "answer cut", "garbage"])


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
        before = len(self.journalled)
        self.line.note(count, people)
        self.journalled.update(self._waiting())
        assert len(self.journalled) == before + count + people

    @rule(question=ASKING, plan=st.lists(FAULTS, min_size=1, max_size=4))
    def sync(self, question, plan):
        """A sync in which the question meets one fault and each batch the next of the plan."""
        faults, before = iter(plan), self._waiting().keys()
        self.line.wire.fault = lambda path, body, pass_on: self._fault(
            next(faults, "none") if path == "/api/1/batch" else question, path, body, pass_on
        )
        try:
            self.line.sync()
        except UplinkError:
            pass
        finally:
            self.line.wire.fault = None
        assert before - self._waiting().keys() <= self.line.centre.held.keys()

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

    def _waiting(self):
        """What has no receipt yet."""
        with self.line.journal.store.read() as connection:
            return {
                (stream, row.epoch, row.seq): row.sha256
                for stream, table in STREAMS.items()
                for row in connection.execute(table.select().where(table.c.outcome.is_(None)))
            }

    def _fault(self, fault, path, body, pass_on):
        if fault == "request lost":
            raise UplinkError("offline")
        if path == "/api/1/batch" and fault in FORGED:
            return self._forged(fault, body)
        if fault == "every other overlooked":
            self.line.centre.overlooked = lambda record: record.seq % 2 == 0
        answer = pass_on()
        self.line.centre.overlooked = lambda record: False
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
        if path == "/api/1/batch" and fault == "late twin":
            self.line.centre.answer("/api/1/batch", self.sent[0])
        return answer

    def _forged(self, fault, body):
        """A receipt for a batch that never reached the centre."""
        if fault == "receipt of another batch" and self.receipts:
            return self.receipts[0]
        records = [unpack_record(bytes(raw)) for raw in unpack(split(body).payload, Batch).records]
        liar = fault == "other records' receipt"
        answers = [
            Answer(r.stream, r.epoch, r.seq, b"\1" * 32 if liar else r.sha256, "stored")
            for r in records
        ]
        sha256 = hashlib.sha256(body).digest()
        receipt = Receipt(1, self.line.centre.epoch, sha256, "", answers, 0, [])
        return sign(RECEIPT, pack(receipt), self.line.centre.receipt if liar else STRANGER)


TestRoad = Road.TestCase
TestRoad.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)


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
