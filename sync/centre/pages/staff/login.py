"""Logging in and out: Argon2id, a form token before there is a session, counted tries."""

from __future__ import annotations

import datetime as dt
import hmac
import secrets

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sync.centre.pages import i18n
from sync.centre.pages.fields import Fields, posted
from sync.centre.pages.render import page
from sync.centre.pages.staff.desk import PATH, SESSION, VAULT, Desk, csrf, doing, set_cookie
from sync.centre.state import Centre
from sync.centre.store import audit, limits, sessions, staff

KNOCK = "knock"
"""The cookie the login form's token belongs to."""
BY_ACCOUNT, BY_ADDRESS, WINDOW = 5, 20, dt.timedelta(minutes=15)

_WRONG = "Имя или пароль не подошли."
_OFTEN = "Слишком много попыток. Подождите пятнадцать минут."
_STALE = "Страница устарела. Попробуйте ещё раз."


async def ask(request: Request) -> Response:
    """The login form."""
    return _form(request, i18n.language(request))


async def enter(request: Request) -> Response:
    """The login form, sent."""
    fields = await posted(request)
    return await run_in_threadpool(_enter, request, fields)


def _enter(request: Request, fields: Fields) -> Response:
    centre: Centre = request.app.state.centre
    lang = i18n.language(request)
    knock = request.cookies.get(KNOCK, "")
    expected = csrf(centre.keys.pepper, knock)
    if not knock or not hmac.compare_digest(fields["csrf"].encode(), expected.encode()):
        return _form(request, lang, fields["name"], _STALE, 403)
    name, now = fields["name"][:60], centre.now()
    account, address = f"login {name.casefold()}", f"login-from {_address(request)}"
    pepper = centre.keys.pepper
    allowed = [
        limits.take(centre.store, pepper, account, BY_ACCOUNT, WINDOW, now),
        limits.take(centre.store, pepper, address, BY_ADDRESS, WINDOW, now),
    ]
    if not all(allowed):
        return _form(request, lang, name, _OFTEN, 429)
    if not staff.check(centre.store, name, fields["password"]):
        # A name that was mistyped may be a password: only known names reach the audit.
        known = name if staff.exists(centre.store, name) else "?"
        with centre.store.write() as connection:
            audit.one(connection, known, "login.refused", "", now)
        return _form(request, lang, name, _WRONG, 403)
    limits.clear(centre.store, pepper, account)
    token = sessions.begin(centre.store, name, now)
    with centre.store.write() as connection:
        audit.one(connection, name, "login", "", now)
    answer = RedirectResponse(PATH, 303, headers={"Cache-Control": "no-store"})
    set_cookie(centre, answer, SESSION, token, int(sessions.LIFE.total_seconds()))
    answer.delete_cookie(KNOCK, path=PATH)
    return answer


def _form(
    request: Request, lang: i18n.Lang, name: str = "", wrong: str = "", status: int = 200
) -> Response:
    centre: Centre = request.app.state.centre
    knock = secrets.token_urlsafe(24)
    answer = page(
        request,
        "staff/login.html",
        lang,
        status,
        name=name,
        wrong=wrong,
        csrf=csrf(centre.keys.pepper, knock),
    )
    set_cookie(centre, answer, KNOCK, knock, 3600)
    return answer


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _leave(desk: Desk) -> Response:
    sessions.end(desk.centre.store, desk.token)
    if desk.open_minutes:
        desk.vault.lock(desk.handle, desk.who)
    answer = desk.go(f"{PATH}/login")
    for cookie in (SESSION, VAULT):
        answer.delete_cookie(cookie, path=PATH)
    return answer


routes = [
    Route(f"{PATH}/login", ask, methods=["GET"], name="login-form"),
    Route(f"{PATH}/login", enter, methods=["POST"], name="login"),
    doing(f"{PATH}/logout", _leave, "logout"),
]
