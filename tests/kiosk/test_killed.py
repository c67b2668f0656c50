"""kill -9 at any moment: what was acknowledged is there, and the sums agree."""

import datetime as dt
import random
import subprocess
import sys

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.journal import Journal, use_entry
from sync.messages import unpack_record
from sync.records import problem
from sync.uplink import sync_http
from tests.sync.double import KIOSK, CentreDouble, WireDouble
from tests.sync.double_http import serving

APPEND = """
import datetime as dt, sys
from pathlib import Path
from kiosk.journal import Journal, people_entry, use_entry
from sync.records import uuid4
journal = Journal(Path(sys.argv[1]), "K1")
now = dt.datetime.now(dt.UTC)
while True:
    records = [journal.append("screen.seen", {"screen": "home.home"}, b"v" * 16)]
    records += journal.append_all(
        [use_entry("visit.ended", {"how": "idle"}, b"v" * 16, now) for _ in range(5)]
        + [people_entry("signup.made", uuid4(), "k" * 16, b"\\x80" * 600, now.date())]
    )
    for record in records:
        print(record.stream, record.id.hex(), flush=True)
"""

SYNC = """
import sys
from pathlib import Path
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from kiosk.journal import Journal
from sync.identity import Identity
from sync.uplink import sync_http
identity = msgspec.json.decode(Path(sys.argv[2]).read_bytes(), type=Identity)
private = Ed25519PrivateKey.from_private_bytes(Path(sys.argv[3]).read_bytes())
journal = Journal(Path(sys.argv[1]), identity.kiosk)
print("ready", flush=True)
sync_http(journal.outbox(), identity, private)
"""


def run(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


def stored(journal, see=lambda record: None):
    outbox, after, found = journal.outbox(), (0, 0), {}
    while parcel := outbox.take(after, 1000, 1 << 20):
        for place, raw in zip(parcel.places, parcel.records, strict=True):
            record = unpack_record(raw)
            assert problem(record) is None
            see(record)
            found[place.stream, place.epoch, place.seq] = place.sha256
        after = parcel.after
    return found


def test_a_record_that_was_acknowledged_survives_every_kill(tmp_path):
    path, chance, acknowledged = tmp_path / "journal.db", random.Random(7), set()
    for _ in range(4):
        with run(APPEND, path) as child:
            lines = [child.stdout.readline() for _ in range(chance.randrange(1, 120))]
            child.kill()
            lines += child.stdout.readlines()
        for line in lines:
            if line.endswith("\n"):
                acknowledged.add(tuple(line.split()))
        journal = Journal(path, KIOSK)
        records = []
        found = stored(journal, records.append)
        journal.close()
        assert acknowledged <= {(record.stream, record.id.hex()) for record in records}
        for stream, epoch in {(stream, epoch) for stream, epoch, _ in found}:
            seqs = sorted(seq for s, e, seq in found if (s, e) == (stream, epoch))
            assert seqs == list(range(1, len(seqs) + 1))


@pytest.mark.parametrize("at", [0, 1, 2, 4])
def test_a_kiosk_killed_in_a_sync_ends_with_the_same_sums(tmp_path, at):
    centre, private = CentreDouble(), Ed25519PrivateKey.generate()
    path, known, key = tmp_path / "journal.db", tmp_path / "identity", tmp_path / "key"
    identity = centre.identity(private)
    journal = Journal(path, KIOSK)
    bodies = [{"screen": "home.home", "dwell_ms": n} for n in range(4500)]
    now = dt.datetime.now(dt.UTC)
    journal.append_all([use_entry("screen.seen", body, b"v" * 16, now) for body in bodies])
    wanted = stored(journal)
    journal.close()
    key.write_bytes(private.private_bytes_raw())
    calls = []

    def kill(path):
        calls.append(path)
        if len(calls) == at + 1:
            child.kill()
            child.wait()

    with serving(centre, kill) as url:
        known.write_bytes(msgspec.json.encode(msgspec.structs.replace(identity, url=url)))
        with run(SYNC, path, known, key) as child:
            child.stdout.read()
        assert child.returncode == -9
    journal = Journal(path, KIOSK)
    try:
        sync_http(journal.outbox(), identity, private, wire=WireDouble(centre))
        assert {place: record.sha256 for place, record in centre.held.items()} == wanted
        assert not centre.conflicts
        assert journal.pending() == 0
    finally:
        journal.close()
