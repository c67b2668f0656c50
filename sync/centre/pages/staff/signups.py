"""«Записи»: the list, its statuses, and the forms while the vault is open."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import Response

from sync.centre.packs import event_days
from sync.centre.pages.answer import number as number_in
from sync.centre.pages.staff.desk import PATH, VAULT, Desk, doing, seeing, set_cookie
from sync.centre.pages.staff.words import moment
from sync.centre.store import audit, signups
from sync.centre.store.erasing import is_withdrawn
from sync.centre.store.signups import Signup
from sync.centre.vault.client import VaultClosed
from sync.centre.vault.messages import Box
from sync.form import SignupForm, decode
from sync.records import request_number

A_PAGE = 20
OPEN_SECONDS = 15 * 60
"""How long the vault stays open once somebody has typed the passphrase."""

_NOT_OPENED = {
    "passphrase": "Фраза не подошла.",
    "wait": "Слишком много попыток. Подождите минуту.",
    "away": "Хранилище не отвечает. Проверьте, что оно запущено.",
    "audit": "Журнал доступа не записывается, поэтому хранилище закрыто.",
}


@dataclass(frozen=True)
class Line:
    """A line of the list. ``form`` is there while the vault is open; ``broken`` says that the
    vault could not read it."""

    signup: Signup
    form: SignupForm | None
    broken: bool
    event: str
    erased: str = ""
    """When the form was erased, in words; empty while it is held."""

    @property
    def phone(self) -> str:
        """The phone as people write it: ``+7 900 000-00-00``."""
        digits = self.form.phone if self.form else ""
        if len(digits) != 12:
            return digits
        return f"{digits[:2]} {digits[2:5]} {digits[5:8]}-{digits[8:10]}-{digits[10:]}"

    @property
    def key(self) -> str:
        """Names the sign-up in a form and in the page."""
        return f"{self.signup.source}.{self.signup.id.hex()}"


def _list(desk: Desk, problem: str = "", status: int = 200) -> Response:
    asked = desk.request.query_params
    event, state = asked.get("event"), asked.get("status")
    state = state if state in (*signups.STATUSES, signups.ERASED) else None
    typed = asked.get("number", "").strip()[:40]
    wanted = number_in(typed)
    number = asked.get("page", "1")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 1
    start = (max(1, at) - 1) * A_PAGE
    with desk.centre.store.read() as connection:
        if typed:
            found = signups.by_number(connection, wanted or "")
        else:
            found = signups.page(connection, event, state, A_PAGE + 1, start)
        counts = signups.counts(connection)
        taken_back = wanted is not None and not found and is_withdrawn(connection, wanted)
    shown, more = found[:A_PAGE], len(found) > A_PAGE
    pack = desk.shelf.pack()
    titles = {e.id: e.title.say(desk.lang) for e in pack.events} if pack else {}
    lines = _lines(desk, shown, titles)
    kept = {k: v for k, v in (("event", event), ("status", state)) if v is not None}
    return desk.show(
        "staff/signups.html",
        status,
        lines=lines,
        titles={key: titles.get(key, key) for key in counts if key},
        event=event,
        state=state,
        unread=sum(counts.get("", {}).values()),
        problem=problem,
        typed=typed,
        wanted=wanted,
        taken_back=taken_back,
        here=_here({"number": wanted}, 1) if wanted else _here(kept, at),
        earlier=_here(kept, at - 1) if at > 1 else "",
        later=_here(kept, at + 1) if more else "",
        statuses=signups.STATUSES,
    )


def _here(kept: dict[str, str], at: int) -> str:
    return f"{PATH}/signups?" + urlencode(kept | {"page": str(at)})


def _lines(desk: Desk, shown: list[Signup], titles: dict[str, str]) -> list[Line]:
    held = [one for one in shown if one.erased_at is None]
    forms = _read(desk, held) if desk.open_minutes else None
    read = dict(zip([one.id for one in held], forms or [], strict=False))
    known = [(one, form.event) for one in held if (form := read.get(one.id))]
    if any(not one.event for one, _ in known):
        days = {day.event: day.day for day in event_days(desk.shelf.pack())}
        with desk.centre.store.write() as connection:
            signups.learn_events(connection, known, days)
    return [_line(desk, one, read, titles) for one in shown]


def _line(
    desk: Desk, one: Signup, read: dict[bytes, SignupForm | None], titles: dict[str, str]
) -> Line:
    form = read.get(one.id)
    event = form.event if form else one.event
    erased = moment(desk.lang, one.erased_at, desk.centre.zone) if one.erased_at else ""
    return Line(one, form, one.id in read and form is None, titles.get(event, event), erased)


def _read(desk: Desk, shown: list[Signup]) -> list[SignupForm | None] | None:
    """The forms by way of the vault, which writes its audit lines before it answers; None when
    it has closed meanwhile."""
    if not shown:
        return []
    with desk.centre.store.read() as connection:
        held = [signups.box(connection, one) for one in shown]
    boxes = [
        Box(one.source, one.id, kind, schema, one.number, body)
        for one, (kind, schema, body) in zip(shown, [h or ("", 0, b"") for h in held], strict=True)
    ]
    try:
        texts = desk.vault.open(desk.handle, desk.who, boxes)
    except VaultClosed:
        return None
    return [_form(text) for text in texts]


def _form(text: bytes | None) -> SignupForm | None:
    if text is None:
        return None
    try:
        return decode(text)
    except ValueError:
        return None


def _set_status(desk: Desk) -> Response:
    source, id = named(desk.fields["key"])
    status, now = desk.fields["status"], desk.centre.now()
    if status in signups.STATUSES and id:
        with desk.centre.store.write() as connection:
            if signups.set_status(connection, source, id, status, desk.who, now):
                number = request_number(id)
                audit.one(connection, desk.who, "status.set", number, now, status)
    return desk.go(desk.back() + f"#n{id.hex()[:32]}")


def named(key: str) -> tuple[str, bytes]:
    """Source and id of :attr:`Line.key`; an id that is none is empty."""
    source, _, hexed = key.partition(".")
    try:
        return source, bytes.fromhex(hexed)
    except ValueError:
        return source, b""


def _unlock(desk: Desk) -> Response:
    try:
        opened = desk.vault.unlock(desk.fields["passphrase"], desk.who, OPEN_SECONDS)
    except VaultClosed as closed:
        reason = _NOT_OPENED.get(closed.reason, _NOT_OPENED["away"])
        return _list(desk, reason, 403)
    answer = desk.go(desk.back())
    set_cookie(desk.centre, answer, VAULT, opened.handle.hex(), opened.seconds)
    return answer


def _lock(desk: Desk) -> Response:
    with suppress(VaultClosed):
        desk.vault.lock(desk.handle, desk.who)
    answer = desk.go(desk.back())
    answer.delete_cookie(VAULT, path=PATH)
    return answer


routes = [
    seeing(f"{PATH}/signups", _list, "signups"),
    doing(f"{PATH}/signups/status", _set_status, "signup-status"),
    doing(f"{PATH}/vault", _unlock, "vault-unlock"),
    doing(f"{PATH}/vault/lock", _lock, "vault-lock"),
]
