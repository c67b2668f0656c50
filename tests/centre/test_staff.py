"""The staff's pages: who gets in, what they see, and what is written about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from sync.centre import clock
from sync.centre.embedded import Running
from sync.centre.store import kiosks, sessions, signups
from sync.centre.store.tables import audit, codes
from sync.records import request_number
from tests.centre.browsing import Page, Visitor
from tests.centre.conftest import ADMINISTRATOR, PASSPHRASE, PASSWORD
from tests.centre.sending import NAME, Sender, enrolled


def log_in(centre: Running, password: str = PASSWORD, name: str = ADMINISTRATOR) -> Visitor:
    visitor = Visitor(centre.url)
    form = visitor.get("/staff/login")
    visitor.post("/staff/login", csrf=form.hidden("csrf"), name=name, password=password)
    return visitor


def actions(centre: Running) -> list[tuple[str, str, str]]:
    with centre.centre.store.read() as connection:
        rows = connection.execute(
            select(audit.c.who, audit.c.action, audit.c.subject).order_by(audit.c.id)
        )
        return [tuple(row) for row in rows]


@pytest.fixture
def staff(published: Path, centre: Running) -> Visitor:
    return log_in(centre)


@pytest.fixture
def sender(centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def signup(centre: Running, sender: Sender) -> str:
    record = sender.signup(1, centre.centre.keys.sealing_public)
    sender.send(record)
    return request_number(record.id)


def unlock(staff: Visitor, passphrase: str = PASSPHRASE) -> Page:
    form = staff.get("/staff/signups")
    return staff.post("/staff/vault", csrf=form.hidden("csrf"), passphrase=passphrase, back="")


@pytest.mark.parametrize("path", ["", "/signups", "/kiosks", "/audit"])
def test_nobody_sees_a_page_without_logging_in(centre: Running, path: str) -> None:
    page = Visitor(centre.url).get(f"/staff{path}")
    assert (page.status, page.headers["location"]) == (303, "/staff/login")


def test_a_right_password_opens_the_day(centre: Running, staff: Visitor, sender: Sender) -> None:
    sender.send(sender.record(1, "visit.started", at=clock.stamp(clock.now())))
    page = staff.get("/staff")
    assert page.status == 200
    assert page.says("Сегодня", "посещение", "Выставка 01 — в строю")
    assert (ADMINISTRATOR, "login", "") in actions(centre)


@pytest.mark.parametrize(("name", "password"), [(ADMINISTRATOR, "не тот"), ("Борис", PASSWORD)])
def test_a_wrong_one_does_not_and_says_not_which(centre: Running, name: str, password: str) -> None:
    visitor = Visitor(centre.url)
    form = visitor.get("/staff/login")
    page = visitor.post("/staff/login", csrf=form.hidden("csrf"), name=name, password=password)
    assert (page.status, page.says("Имя или пароль не подошли.")) == (403, True)
    assert "staff" not in visitor.cookies
    assert [who for who, action, _ in actions(centre) if action == "login.refused"] == [
        name if name == ADMINISTRATOR else "?"
    ]


def test_guessing_is_stopped_even_with_the_right_password_at_last(centre: Running) -> None:
    for _ in range(5):
        assert "staff" not in log_in(centre, "не тот").cookies
    assert "staff" not in log_in(centre).cookies


def test_a_login_form_from_elsewhere_is_refused(centre: Running) -> None:
    visitor = Visitor(centre.url)
    page = visitor.post("/staff/login", csrf="", name=ADMINISTRATOR, password=PASSWORD)
    assert page.status == 403
    visitor.get("/staff/login")
    page = visitor.post("/staff/login", csrf="0" * 64, name=ADMINISTRATOR, password=PASSWORD)
    assert page.status == 403


@pytest.mark.parametrize(
    "path",
    [
        "signups/status",
        "signups/erase",
        "vault",
        "vault/lock",
        "kiosks/code",
        "kiosks/revoke",
        "logout",
    ],
)
def test_nothing_is_done_without_the_form_s_token(
    centre: Running, staff: Visitor, path: str
) -> None:
    page = staff.post(f"/staff/{path}", csrf="0" * 64)
    assert (page.status, page.says("Страница устарела")) == (403, True)


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(centre: Running) -> None:
    visitor = Visitor(centre.url)
    form = visitor.get("/staff/login")
    page = visitor.post(
        "/staff/login",
        follow=False,
        csrf=form.hidden("csrf"),
        name=ADMINISTRATOR,
        password=PASSWORD,
    )
    [cookie] = [line.lower() for line in page.set_cookies if line.startswith("staff=")]
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_logging_out_ends_the_session_everywhere(centre: Running, staff: Visitor) -> None:
    token = staff.cookies["staff"]
    staff.post("/staff/logout", csrf=staff.get("/staff").hidden("csrf"))
    assert sessions.owner(centre.centre.store, token, clock.now()) is None
    staff.cookies["staff"] = token
    assert staff.get("/staff").status == 303


def test_a_closed_vault_shows_numbers_and_no_names(
    staff: Visitor, signup: str, centre: Running
) -> None:
    page = staff.get("/staff/signups")
    assert page.says(signup, "Выставка 01", "запечатано")
    assert not page.says(NAME)
    assert "form.read" not in [action for _, action, _ in actions(centre)]


def test_an_open_vault_shows_the_form_and_notes_who_read_it(
    staff: Visitor, signup: str, centre: Running, vault: None
) -> None:
    page = unlock(staff)
    assert page.says(NAME, "+7 900 000-00-00", "Единый день открытых дверей", "согласие 2026-11")
    assert (ADMINISTRATOR, "form.read", signup) in actions(centre)
    assert staff.get("/staff/audit").says("прочитал анкету", signup)
    assert staff.get("/staff").says("Единый день открытых дверей")


def test_an_open_vault_is_open_for_one_browser_only(
    staff: Visitor, signup: str, centre: Running, vault: None
) -> None:
    assert unlock(staff).says(NAME)
    assert not log_in(centre).get("/staff/signups").says(NAME)
    form = staff.get("/staff/signups")
    page = staff.post("/staff/vault/lock", csrf=form.hidden("csrf"), back="")
    assert not page.says(NAME)
    assert page.says("запечатано")


def test_a_wrong_passphrase_or_no_vault_is_said_plainly(
    staff: Visitor, signup: str, vault: None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlock(staff, "не та фраза").says("Фраза не подошла.", "запечатано")
    (home / "vault.sock").unlink()
    monkeypatch.setattr("sync.centre.vault.client.PATIENCE_S", 0.0)
    assert unlock(staff).says("Хранилище не отвечает.")


def test_the_passphrase_is_kept_nowhere(
    staff: Visitor, signup: str, vault: None, home: Path
) -> None:
    unlock(staff)
    for path in home.rglob("*"):
        if path.is_file():
            assert PASSPHRASE.encode() not in path.read_bytes()


def test_staff_answer_a_request(staff: Visitor, signup: str, centre: Running) -> None:
    form = staff.get("/staff/signups")
    page = staff.post(
        "/staff/signups/status",
        csrf=form.hidden("csrf"),
        back=form.hidden("back"),
        key=form.hidden("key"),
        number=form.hidden("number"),
        status="accepted",
    )
    assert page.status == 200
    with centre.centre.store.read() as connection:
        assert signups.by_number(connection, signup)[0].status == "accepted"
    assert (ADMINISTRATOR, "status.set", signup) in actions(centre)


@pytest.mark.parametrize(
    "back", ["https://example.org/", "//example.org", "/staff/\\example.org", "/\\example.org"]
)
def test_no_form_leads_away_from_the_desk(
    staff: Visitor, signup: str, vault: None, back: str
) -> None:
    csrf = staff.get("/staff/signups").hidden("csrf")
    page = staff.post("/staff/vault/lock", follow=False, csrf=csrf, back=back)
    assert page.headers["location"] == "/staff/signups"


def test_a_code_is_shown_once_and_a_kiosk_is_revoked_after_asking(
    staff: Visitor, sender: Sender, centre: Running
) -> None:
    csrf = staff.get("/staff/kiosks").hidden("csrf")
    page = staff.post("/staff/kiosks/code", csrf=csrf, name="Ярмарка")
    with centre.centre.store.read() as connection:
        code = connection.execute(select(codes.c.id)).scalar_one()
    assert page.says(code)
    assert not staff.get("/staff/kiosks").says(f"{code}-")
    asked = staff.post("/staff/kiosks/revoke", csrf=csrf, kiosk=sender.id)
    assert asked.says("Да, отозвать")
    done = staff.post("/staff/kiosks/revoke", csrf=csrf, kiosk=sender.id, sure="yes")
    assert done.says("отозван")
    with centre.centre.store.read() as connection:
        known = kiosks.by_id(connection, sender.id)
    assert known is not None
    assert known.revoked_at is not None


def test_what_a_person_wrote_is_shown_as_text(
    staff: Visitor, sender: Sender, centre: Running, vault: None
) -> None:
    sender.send(sender.signup(1, centre.centre.keys.sealing_public, "<script>alert(1)</script>"))
    page = unlock(staff)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_damaged_form_does_not_hide_the_others(
    staff: Visitor, sender: Sender, centre: Running, vault: None
) -> None:
    good = sender.signup(1, centre.centre.keys.sealing_public)
    broken = sender.signup(2, b"\x09" + bytes(31), "Другой Тестов")
    sender.send(good, broken)
    page = unlock(staff)
    assert page.says(NAME, "не открывается этим ключом")
    assert not page.says("Другой Тестов")


def test_the_list_is_filtered_and_paged(staff: Visitor, sender: Sender, centre: Running) -> None:
    sealing = centre.centre.keys.sealing_public
    sender.send(*[sender.signup(seq, sealing) for seq in range(1, 26)])
    first, second = staff.get("/staff/signups"), staff.get("/staff/signups?page=2")
    assert first.text.count('class="line"') == 20
    assert second.text.count('class="line"') == 5
    assert staff.get("/staff/signups?status=accepted").says("Здесь пока пусто.")
    assert staff.get("/staff/signups?page=x&status=y&event=z").status == 200
