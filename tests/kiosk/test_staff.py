import datetime as dt
from concurrent.futures import wait
from dataclasses import replace

import pytest

from kiosk import staff
from kiosk.journal.schema import STREAMS
from kiosk.pin import LOCK_S, TRIES, Door, PinError, new_pin
from sync.messages import unpack_record
from sync.uplink import UplinkError


class Uptime:
    """A clock that a test moves."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def uptime():
    return Uptime()


@pytest.fixture
def door(tmp_path, uptime):
    made = Door(tmp_path, uptime=uptime, boot="boot 1")
    made.set("2468")
    return made


def lock(door):
    return [door.check("0000") for _ in range(TRIES)]


class TestDoor:
    def test_it_opens_to_its_pin_only(self, door):
        assert door.check("2468").ok
        assert not door.check("2469").ok
        assert not door.check("").ok
        assert not door.check("24680").ok

    def test_without_a_pin_no_pin_opens_and_it_says_so(self, tmp_path):
        empty = Door(tmp_path)
        for pin in ("", "0000", "1234"):
            entry = empty.check(pin)
            assert (entry.ok, entry.unset) == (False, True)
        assert not empty.is_set

    def test_five_wrong_ones_lock_it_for_a_minute_also_for_the_right_one(self, door, uptime):
        entries = lock(door)
        assert [entry.left for entry in entries] == [4, 3, 2, 1, 0]
        assert [entry.just_locked for entry in entries] == [False] * 4 + [True]
        assert entries[-1].locked_s == LOCK_S
        uptime.now += LOCK_S - 1
        entry = door.check("2468")
        assert (entry.ok, entry.locked_s) == (False, 1)
        uptime.now += 1
        assert door.check("2468").ok

    def test_after_the_minute_there_are_five_tries_again(self, door, uptime):
        lock(door)
        uptime.now += LOCK_S
        assert door.check("0000").left == TRIES - 1

    def test_a_right_pin_forgets_the_wrong_ones(self, door):
        for _ in range(4):
            door.check("0000")
        door.check("2468")
        assert door.check("0000").left == TRIES - 1

    def test_a_restart_gives_no_try_back(self, door, tmp_path, uptime):
        for _ in range(3):
            door.check("0000")
        again = Door(tmp_path, uptime=uptime, boot="boot 1")
        assert again.check("0000").left == 1
        again.check("0000")
        uptime.now += 10
        assert Door(tmp_path, uptime=uptime, boot="boot 1").check("2468").locked_s == LOCK_S - 10

    def test_a_reboot_starts_the_minute_anew(self, door, tmp_path):
        lock(door)
        uptime = Uptime()
        uptime.now = 5.0
        rebooted = Door(tmp_path, uptime=uptime, boot="boot 2")
        assert rebooted.check("2468").locked_s == LOCK_S
        uptime.now += LOCK_S
        assert rebooted.check("2468").ok

    def test_the_environments_pin_stands_in_for_the_stored_one_and_locks_as_well(
        self, door, tmp_path, uptime
    ):
        given = Door(tmp_path, "1357", uptime, "boot 1")
        assert given.check("1357").ok
        assert not given.check("2468").ok
        lock(given)
        assert given.check("1357").locked_s == LOCK_S

    def test_the_pin_is_not_in_its_file(self, door, tmp_path):
        assert b"2468" not in (tmp_path / "pin.json").read_bytes()
        assert (tmp_path / "pin.json").stat().st_mode & 0o077 == 0

    @pytest.mark.parametrize("junk", ["", "{}", "[]", '{"hash": "x"}', "\0"])
    def test_a_damaged_file_opens_to_nobody(self, door, tmp_path, junk):
        (tmp_path / "pin.json").write_text(junk)
        assert not door.check("2468").ok
        assert not door.check("").ok

    @pytest.mark.parametrize("pin", ["", "123", "abcd", "1" * 13, "١٢٣٤"])
    def test_a_pin_is_four_to_twelve_digits(self, door, pin):
        with pytest.raises(PinError):
            door.set(pin)

    def test_a_made_up_pin_opens_the_door_and_is_not_everybody_s(self, door):
        made = {new_pin() for _ in range(20)}
        assert len(made) > 15
        assert all(pin.isdecimal() and len(pin) == 6 for pin in made)
        pin = made.pop()
        door.set(pin)
        assert door.check(pin).ok


def kinds(machine):
    wait([machine.worker.submit(lambda: None)])
    with machine.journal.store.read() as connection:
        rows = connection.execute(STREAMS["use"].select()).all()
    return [(record := unpack_record(row.wire)).kind + record.body.decode() for row in rows]


def test_a_locked_door_is_journalled_and_the_digits_are_not(machine):
    staff.door(machine).set("2468")
    for _ in range(TRIES + 2):
        staff.check_pin(machine, "1357")
    told = [line for line in kinds(machine) if line.startswith("staff.action")]
    assert told == ['staff.action{"action":"door.locked"}']


def test_the_day_is_reported_as_it_was(enrolled):
    now = enrolled.now()
    for score in (5, 4):
        visit = enrolled.start_visit()
        visit.screen_seen("home.home")
        visit.rate(score)
        visit.end("finished")
    wait([enrolled.worker.submit(lambda: None)])
    report = staff.day_report(enrolled)
    assert (report.visits, report.screens, report.ratings, report.rating) == (2, 2, 2, 4.5)
    assert report.by_hour[now.astimezone().hour] == 2
    assert (report.pending, report.last_sync) == (8, "")
    assert (report.kiosk_name, report.place) == ("Тест", "Тестовый зал")
    other = staff.day_report(enrolled, now.date() - dt.timedelta(days=3))
    assert (other.visits, other.rating) == (0, None)


def test_an_unenrolled_kiosk_closes_its_day_and_says_why_nothing_went(machine):
    machine.start_visit().end("finished")
    with pytest.raises(UplinkError) as raised:
        staff.close_day(machine)
    assert raised.value.reason == "not_enrolled"
    assert 'staff.action{"action":"day.closed"}' in kinds(machine)


def test_a_day_closes_while_the_centre_is_off_and_everything_waits(enrolled):
    enrolled.start_visit().end("finished")
    wait([enrolled.worker.submit(lambda: None)])
    with pytest.raises(UplinkError) as raised:
        staff.close_day(enrolled)
    assert raised.value.reason == "offline"
    assert enrolled.journal.pending() == 3


def test_a_pin_from_the_environment_opens_the_machines_door(machine):
    machine.settings = replace(machine.settings, pin="975310")
    assert staff.pin_is_set(machine)
    assert staff.check_pin(machine, "975310").ok
