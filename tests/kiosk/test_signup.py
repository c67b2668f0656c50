import json
from concurrent.futures import wait

import pytest

from kiosk import signup
from kiosk.handoff import signup_url, ticket_url
from kiosk.journal import DiskFull
from kiosk.journal.schema import STREAMS
from kiosk.signup import Draft, NotTaken, Problem, problems, submit
from sync.form import decode
from sync.messages import unpack_record
from sync.records import request_number
from sync.seal import binding, unseal
from sync.token import SignupToken, TicketToken, read
from tests.kiosk.conftest import CONSENT

NAME = "Проба Неслучайнова"


def draft(**fields) -> Draft:
    made = Draft(event="consultation", age_band="adult")
    made.fields.update({"name": NAME, "phone": "8 900 000-00-00"} | fields)
    return made


def people(machine):
    table = STREAMS["people"]
    with machine.journal.store.read() as connection:
        return [unpack_record(row.wire) for row in connection.execute(table.select())]


def opened(machine, centre):
    record = people(machine)[-1]
    info = binding(machine.identity.kiosk, record.id, record.kind, record.schema)
    return decode(unseal(record.body, centre.sealing, info))


class TestProblems:
    def test_a_whole_form_has_none(self):
        assert problems(draft(email="test@example.org", note="Приду с братом")) == {}

    def test_each_fault_is_beside_its_field_and_the_rest_is_kept(self):
        made = draft(name="", phone="123", email="x", note="я" * 501)
        made.age_band = None
        assert problems(made) == {
            "name": Problem.NAME_EMPTY,
            "phone": Problem.PHONE_ODD,
            "email": Problem.EMAIL_ODD,
            "note": Problem.NOTE_LONG,
            "age_band": Problem.AGE_EMPTY,
        }
        assert made.fields["note"] == "я" * 501

    @pytest.mark.parametrize(
        ("count", "problem"),
        [
            ("", Problem.COUNT_EMPTY),
            ("4", Problem.COUNT_ODD),
            ("41", Problem.COUNT_ODD),
            ("много", Problem.COUNT_ODD),
            ("-5", Problem.COUNT_ODD),
            ("5", None),
            ("40", None),
        ],
    )
    def test_a_class_is_five_to_forty_pupils(self, count, problem):
        made = draft(count=count)
        made.way, made.age_band = "class", None
        assert problems(made).get("count") is problem
        assert set(problems(made)) <= {"count"}


class TestSubmit:
    def test_what_was_written_is_read_by_the_centre_and_by_nobody_else(self, enrolled, centre):
        made = draft(note="Приду с братом")
        ticket = submit(enrolled, made, CONSENT).result()
        form = opened(enrolled, centre)
        assert (form.name, form.phone, form.note) == (NAME, "+79000000000", "Приду с братом")
        assert form.consent.sha256 == CONSENT.sha256("ru")
        assert (form.consent.version, len(form.consent.on)) == ("1", 10)
        assert ticket.number == request_number(people(enrolled)[0].id)

    def test_the_teacher_signs_up_a_class_without_a_pupils_name(self, enrolled, centre):
        made = draft(count="25")
        made.way, made.age_band = "class", None
        submit(enrolled, made, CONSENT).result()
        form = opened(enrolled, centre)
        assert (form.way, form.count, form.age_band) == ("class", 25, "adult")

    def test_the_name_is_found_nowhere_in_the_data_folder(self, enrolled, caplog):
        visit = enrolled.start_visit()
        visit.screen_seen("signup.form", "consultation", 60_000)
        submit(enrolled, draft(note="Особая примета"), CONSENT).result()
        visit.rate(5)
        visit.end("finished")
        wait([enrolled.worker.submit(lambda: None)])
        files = [file for file in enrolled.settings.home.rglob("*") if file.is_file()]
        assert {"journal.db", "journal.db-wal"} <= {file.name for file in files}
        held = b"".join(file.read_bytes() for file in files) + caplog.text.encode()
        for secret in (NAME, "Неслучайнова", "9000000000", "Особая примета"):
            for encoding in ("utf-8", "utf-16-le", "cp1251"):
                assert secret.encode(encoding) not in held
            assert json.dumps(secret).strip('"').encode() not in held

    def test_a_sign_up_cannot_be_joined_to_the_visit(self, enrolled):
        visit = enrolled.start_visit()
        submit(enrolled, draft(), CONSENT).result()
        visit.rate(4)
        visit.end("finished")
        wait([enrolled.worker.submit(lambda: None)])
        record = people(enrolled)[0]
        assert record.visit == b""
        assert len(record.at) == 10
        with enrolled.journal.store.read() as connection:
            rows = connection.execute(STREAMS["use"].select()).all()
        use = [unpack_record(row.wire) for row in rows]
        rated = [line for line in use if line.kind == "feedback.given"]
        assert [line.visit for line in rated] == [b""]
        kinds = [line.kind for line in use]
        assert kinds.index("feedback.given") > kinds.index("visit.ended")
        told = b"".join(line.body for line in use)
        assert record.id not in told
        assert b"signup" not in told

    def test_bodies_of_one_length_say_little(self, enrolled):
        submit(enrolled, draft(), CONSENT).result()
        submit(enrolled, draft(note="я" * 20), CONSENT).result()
        assert len({len(record.body) for record in people(enrolled)}) == 1

    @pytest.mark.parametrize(
        ("change", "consent", "reason"),
        [
            ({"age_band": "under14"}, CONSENT, "under14"),
            ({"fields": {}}, CONSENT, "incomplete"),
            ({}, None, "consent"),
        ],
    )
    def test_what_may_not_be_taken_is_refused_at_once(self, enrolled, change, consent, reason):
        made = draft()
        for name, value in change.items():
            setattr(made, name, value)
        with pytest.raises(NotTaken) as raised:
            submit(enrolled, made, consent)
        assert raised.value.reason == reason
        assert people(enrolled) == []

    def test_a_kiosk_without_a_centre_takes_no_form(self, machine):
        with pytest.raises(NotTaken) as raised:
            submit(machine, draft(), CONSENT)
        assert raised.value.reason == "not_enrolled"

    def test_a_full_disk_says_plainly_that_it_was_not_taken(self, enrolled, monkeypatch):
        def full(*_):
            raise DiskFull("no room")

        monkeypatch.setattr(enrolled.journal, "append_people", full)
        with pytest.raises(NotTaken) as raised:
            submit(enrolled, draft(), CONSENT).result()
        assert raised.value.reason == "disk"
        assert NAME not in str(raised.value) + repr(raised.value.__cause__)


def test_nothing_that_may_be_printed_tells_the_name(enrolled):
    made = draft()
    form = signup.compose(made, CONSENT, enrolled.now().date())
    assert NAME not in repr(made) + repr(form) + str(form)
    made.forget()
    assert made.fields == {}


def test_the_phones_addresses_open_at_the_centre(enrolled, centre):
    number = submit(enrolled, draft(), CONSENT).result()
    for url, kind in (
        (signup_url(enrolled, "consultation"), SignupToken),
        (ticket_url(enrolled, number.number), TicketToken),
        (number.url, TicketToken),
    ):
        address, _, token = url.partition("#")
        assert address == "https://kiosk.example/q"
        assert isinstance(read(token, centre.kiosks.get), kind)


def test_without_a_centre_there_is_no_address(machine):
    assert signup_url(machine, "consultation") is None
    assert ticket_url(machine, "ABCD-1234") is None


def test_an_address_keeps_to_the_centres_clock(enrolled, centre):
    import msgspec

    def token():
        return read(signup_url(enrolled, "consultation").partition("#")[2], centre.kiosks.get)

    before = token()
    ahead = msgspec.structs.replace(enrolled.identity, clock_offset_ms=86_400_000)
    enrolled.learn(ahead)
    assert token().at - before.at in (86_400, 2 * 86_400)  # the second over midnight


def test_an_address_says_the_day_and_not_the_moment(enrolled, centre):
    for url in (signup_url(enrolled, "consultation"), ticket_url(enrolled, "0000-0000")):
        token = read(url.partition("#")[2], centre.kiosks.get)
        assert token.at % 86_400 == token.expires % 86_400 == 0
        assert token.at <= enrolled.now().timestamp() < token.expires
