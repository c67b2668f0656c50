"""A damaged journal is put aside whole, and the kiosk goes on in a new epoch."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.aside import NothingToMove, set_aside
from kiosk.cli import main
from kiosk.journal import Journal, JournalBroken
from kiosk.journal.aside import examine, move
from kiosk.journal.schema import STREAMS
from kiosk.machine import JOURNAL, Machine

DAY = dt.date(2026, 11, 23)


@pytest.fixture
def path(home: Path) -> Path:
    home.mkdir()
    return home / JOURNAL


def written(path: Path, received: int = 0, waiting: int = 300) -> str:
    """A journal of so many records, closed in good order; its epoch."""
    journal = Journal(path, "", "machine")
    for _ in range(received + waiting):
        journal.append("screen.seen", {"screen": "home.home"})
    with journal.store.transact(lambda connection: connection.engine).connect() as connection:
        table = STREAMS["use"]
        connection.execute(table.update().where(table.c.seq <= received).values(outcome="stored"))
        connection.commit()
    journal.close()
    return journal.epoch


def damage(path: Path, where: float) -> bytes:
    """Overwrite one page of the file, as a dying disk does; the file as it is now."""
    body = bytearray(path.read_bytes())
    page = int(len(body) * where) // 4096 * 4096
    body[page : page + 4096] = b"\xa5" * 4096
    path.write_bytes(bytes(body))
    return bytes(body)


def folders(home: Path) -> list[Path]:
    return sorted(one for one in home.iterdir() if one.is_dir() and one.name.startswith("journal-"))


@pytest.mark.parametrize("where", [0, 0.2, 0.5, 0.9])
def test_wherever_the_damage_is_every_byte_is_kept_and_the_kiosk_goes_on(
    settings, path: Path, where: float
) -> None:
    former = written(path)
    body = damage(path, where)
    with Machine.open(settings) as machine:
        told = set_aside(machine)
        (folder,) = folders(settings.home)
        assert str(folder) in told
        assert (folder / JOURNAL).read_bytes() == body
        assert (folder / "epoch.json").exists()
        assert machine.journal.epoch != former
        machine.start_visit()
        machine.worker.submit(lambda: None).result()
        assert machine.journal.pending() == 1
    assert folder.stat().st_mode & 0o077 == 0


def test_the_sentence_counts_what_the_centre_has_not_received(settings, path: Path) -> None:
    written(path, received=100, waiting=42)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET rootpage=2 WHERE name='use_records_waiting'")
    assert examine(path).faults
    with Machine.open(settings) as machine:
        assert "не получено Центром: 42 записи" in set_aside(machine)
    (folder,) = folders(settings.home)
    with sqlite3.connect(f"file:{folder / JOURNAL}?mode=ro", uri=True) as connection:
        query = "SELECT count(*) FROM use_records NOT INDEXED WHERE outcome IS NULL"
        assert connection.execute(query).fetchone() == (42,)


def test_records_on_both_sides_of_a_hole_are_counted(path: Path) -> None:
    journal = Journal(path, "", "machine")
    made = [journal.append("screen.seen", {"screen": "home.home"}) for _ in range(200)]
    journal.close()
    body = path.read_bytes()
    damage(path, body.index(made[100].id) / len(body))
    remains = examine(path)
    assert 150 < remains.waiting < 200
    assert not remains.complete
    assert remains.faults


def test_what_cannot_be_read_at_all_is_said_to_be_so(settings, path: Path) -> None:
    path.write_bytes(b"not a database at all" * 400)
    with Machine.open(settings) as machine:
        assert "не узнать" in set_aside(machine)


def test_looking_changes_nothing(path: Path) -> None:
    journal = Journal(path, "", "machine")
    journal.append("screen.seen", {})
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert "journal.db-wal" in before
    assert examine(path) == ([], 1, True)
    after = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert after == before
    journal.close()


def test_a_whole_journal_stays_where_it_is_unless_told(settings, path: Path) -> None:
    written(path, waiting=3)
    body = path.read_bytes()
    with Machine.open(settings) as machine:
        with pytest.raises(NothingToMove, match="цел"):
            set_aside(machine)
        assert path.read_bytes() == body
        assert "3 записи" in set_aside(machine, anyway=True)
        assert "0 записей" in set_aside(machine, anyway=True)
    assert (folders(settings.home)[0] / JOURNAL).read_bytes() == body


def test_two_on_one_day_lie_apart(path: Path) -> None:
    for body in (b"one", b"two"):
        path.write_bytes(body)
        move(path, DAY)
    assert [(one.name, (one / JOURNAL).read_bytes()) for one in folders(path.parent)] == [
        ("journal-2026-11-23", b"one"),
        ("journal-2026-11-23-2", b"two"),
    ]


@pytest.mark.parametrize("moves", [0, 1, 2, 3])
def test_broken_off_anywhere_no_seq_comes_twice_and_the_next_one_finishes_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    former = written(path)
    bodies = {JOURNAL: damage(path, 0.5), f"{JOURNAL}-wal": b"log", f"{JOURNAL}-shm": b"index"}
    for name, body in bodies.items():
        path.with_name(name).write_bytes(body)
    really, done = Path.rename, []

    def failing(file: Path, target: Path) -> Path:
        if len(done) == moves:
            raise OSError(5, "Input/output error")
        done.append(file.name)
        return really(file, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", failing)
        with pytest.raises(JournalBroken, match="could not be moved"):
            move(path, DAY)
    assert path.exists()
    assert done == ["epoch.json", f"{JOURNAL}-shm", f"{JOURNAL}-wal"][:moves]
    folder = move(path, DAY)
    assert folders(path.parent) == [folder]
    assert {name: (folder / name).read_bytes() for name in bodies} == bodies
    journal = Journal(path, "", "machine")
    assert (journal.epoch != former, journal.pending()) == (True, 0)
    journal.close()


@pytest.fixture
def kiosk(settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KIOSK_HOME", str(settings.home))
    monkeypatch.setenv("KIOSK_PACK", str(settings.pack))
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def test_the_doctor_names_the_command_and_the_command_makes_the_doctor_content(
    kiosk, path: Path
) -> None:
    written(path)
    damage(path, 0.5)
    ill = kiosk("doctor")
    assert ill.exit_code == 1
    assert "✗ Журнал повреждён" in ill.output
    assert "kiosk journal aside" in ill.output
    done = kiosk("journal", "aside")
    assert (done.exit_code, done.output.count("\n"), done.output.count(". ")) == (0, 1, 0)
    assert "✓ Журнал цел" in kiosk("doctor").output


def test_it_refuses_while_the_kiosk_runs_and_where_there_is_nothing(
    kiosk, settings, path: Path
) -> None:
    nothing = kiosk("journal", "aside")
    assert (nothing.exit_code, nothing.stderr.count("\n")) == (1, 1)
    written(path)
    body = damage(path, 0.5)
    with Machine.open(settings):
        running = kiosk("journal", "aside", "--anyway")
    assert (running.exit_code, "занята" in running.stderr) == (1, True)
    assert path.read_bytes() == body
    assert not folders(settings.home)
