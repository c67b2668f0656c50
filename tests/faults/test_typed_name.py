"""What a person types is found nowhere: not in the kiosk's folder while it runs, not in a log, not
at the centre; also when keeping it fails."""

import logging
from concurrent.futures import wait

import pytest

from kiosk import logs
from kiosk.enrol import enrol_here
from kiosk.handoff import signup_url
from kiosk.journal import DiskFull, JournalBroken
from kiosk.machine import Machine
from kiosk.settings import Settings
from kiosk.signup import Draft, NotTaken, submit
from kiosk.staff import close_day, day_report
from sync.sign import SignatureError
from tests.faults.programs import PACK, Centre, Programs
from tests.faults.searching import spellings, where

NAME, PHONE, EMAIL = "Проба Неслучайнова", "+7 900 123-45-67", "neslu4ajnova@example.org"
TYPED = (NAME, "Неслучайнова", "9001234567", PHONE, EMAIL, "Особая примета")


def draft(machine) -> Draft:
    made = Draft(event=machine.library.pack.events[0].id, age_band="adult")
    made.fields.update(name=NAME, phone=PHONE, email=EMAIL, note="Особая примета")
    return made


def test_the_search_finds_what_is_there(tmp_path):
    for number, spelling in enumerate(sorted(spellings(NAME))):
        (tmp_path / str(number)).write_bytes(b"{" + spelling + b"}")
    assert len({line.split(":")[0] for line in where([tmp_path], [NAME])}) == number + 1
    assert not where([tmp_path], ["Другая Другова"])


@pytest.fixture
def programs(tmp_path):
    made = Programs(tmp_path)
    made.answer("centre", "init")
    return made


@pytest.fixture
def machine(programs, monkeypatch):
    """A kiosk enrolled at a real centre, with its log."""
    centre = Centre(programs)
    url = centre.start()
    handler = logs.to_file(programs.kiosk_home)
    try:
        with Machine.open(Settings(home=programs.kiosk_home, pack=PACK)) as opened:
            enrol_here(opened, url, programs.answer("centre", "enrol-code"), pin="246813")
            yield opened
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
        centre.kill()


def test_what_is_typed_is_found_nowhere(machine, programs, monkeypatch, caplog):
    consent = machine.library.pack.consents[0]
    visit = machine.start_visit()
    visit.screen_seen("home.home", "", 900)
    ticket = submit(machine, draft(machine), consent).result()
    folders = [programs.kiosk_home, programs.centre_home]
    assert (programs.kiosk_home / "journal.db-wal").stat().st_size > 0
    assert where(folders, TYPED) == []

    def fails(error):
        def fail(*_args, **_kwargs):
            raise error

        return fail

    for error in (
        DiskFull("no room"),
        JournalBroken("I/O error"),
        SignatureError("odd"),
        OSError(5),
    ):
        with monkeypatch.context() as broken:
            broken.setattr(machine.journal, "append_people", fails(error))
            failed = submit(machine, draft(machine), consent).exception()
            assert failed is not None
            machine.submit(fails(failed))
            logging.getLogger("kiosk").error("as a screen might: %s", failed, exc_info=failed)
    with monkeypatch.context() as broken:
        broken.setattr("kiosk.signup.encode", fails(ValueError("a form that cannot be written")))
        failed = submit(machine, draft(machine), consent).exception()
        logging.getLogger("kiosk").error("%r", draft(machine), exc_info=failed)
    incomplete = draft(machine)
    incomplete.fields["phone"] = "1"
    with pytest.raises(NotTaken) as refused:
        submit(machine, incomplete, consent)
    logging.getLogger("kiosk").error("%s %r", refused.value, incomplete, exc_info=refused.value)

    visit.rate(5)
    visit.end("finished")
    wait([machine.worker.submit(lambda: None)])
    assert close_day(machine).pending == 0
    assert day_report(machine).signups == 1
    assert signup_url(machine, ticket.event)
    assert (programs.kiosk_home / "log" / "kiosk.log").stat().st_size > 0
    assert where(folders, TYPED) == []
    machine.close()
    assert where(folders, TYPED) == []
    assert not any(text in caplog.text for text in TYPED)
    assert programs.told("centre", "records")["by_kind"]["signup.made"] == 1
