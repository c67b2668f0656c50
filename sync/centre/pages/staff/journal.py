"""«Журнал доступа»: who read what, newest first."""

from __future__ import annotations

from starlette.responses import Response

from sync.centre.pages.i18n import say
from sync.centre.pages.staff.desk import PATH, Desk, seeing
from sync.centre.pages.staff.words import moment
from sync.centre.store import audit

A_PAGE = 60

ACTIONS = {
    "login": "вошёл",
    "login.refused": "вход не удался",
    "vault.unlocked": "открыл хранилище",
    "vault.locked": "закрыл хранилище",
    "vault.refused": "фраза не подошла",
    "form.read": "прочитал анкету",
    "status.set": "ответил на заявку",
    "form.erased": "удалил анкету",
    "form.withdrawn": "принял отзыв, анкета ещё в пути",
    "code.made": "выдал код киоску",
    "kiosk.revoked": "отозвал киоск",
    "staff.added": "новый администратор",
    "password.changed": "новый пароль",
}
DETAILS = {
    "new": "ждёт ответа",
    "accepted": "место есть",
    "waiting": "лист ожидания",
    "declined": "отказано",
    "request": "по просьбе",
    "term": "вышел срок",
    "command": "командой на сервере",
}
BY_ITSELF = "центр сам"


def _list(desk: Desk) -> Response:
    asked = desk.request.query_params.get("before", "")
    before = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 16 else None
    with desk.centre.store.read() as connection:
        rows = audit.latest(connection, A_PAGE + 1, before)
    lines = [
        {
            "at": moment(desk.lang, str(row["at"]), desk.centre.zone),
            "who": row["who"] or say(desk.lang, BY_ITSELF),
            "action": ACTIONS.get(str(row["action"]), str(row["action"])),
            "subject": row["subject"],
            "detail": DETAILS.get(str(row["detail"]), str(row["detail"])),
        }
        for row in rows[:A_PAGE]
    ]
    older = f"{PATH}/audit?before={rows[A_PAGE - 1]['id']}" if len(rows) > A_PAGE else ""
    return desk.show("staff/journal.html", lines=lines, older=older)


routes = [seeing(f"{PATH}/audit", _list, "audit")]
