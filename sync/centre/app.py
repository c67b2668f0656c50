"""The web application: the API, the phone's pages and the staff's pages on one Starlette."""

from __future__ import annotations

import logging
import multiprocessing
import os
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sync.centre.api.routes import routes as api_routes
from sync.centre.home import Home
from sync.centre.measuring.kept import Kept
from sync.centre.packs import Shelf
from sync.centre.pages import answer, assets, i18n, met, phone, stand
from sync.centre.pages.headers import SafeHeaders
from sync.centre.pages.staff import erasing, journal, kiosks, login, selftests, signups, today
from sync.centre.pages.trouble import Reason, trouble
from sync.centre.parent import end_with_parent
from sync.centre.state import Centre, open_centre
from sync.centre.store.engine import StoreError

log = logging.getLogger("sozvezdie.centre")

ENV_HOME, ENV_DATABASE, ENV_SERVED_AT = "CENTRE_HOME", "CENTRE_DATABASE", "CENTRE_SERVED_AT"


async def _front(_request: Request) -> Response:
    return RedirectResponse("/staff", 303)


def make_app(centre: Centre) -> Starlette:
    """The application of one open centre."""
    app = Starlette(
        routes=[
            Route("/", _front, methods=["GET"], name="front"),
            *api_routes,
            *assets.routes,
            *phone.routes,
            *answer.routes,
            *stand.routes,
            *met.routes,
            *today.routes,
            *login.routes,
            *signups.routes,
            *erasing.routes,
            *kiosks.routes,
            *journal.routes,
            *selftests.routes,
        ],
        middleware=[Middleware(SafeHeaders, secure=centre.secure)],
        exception_handlers={HTTPException: _refused, DBAPIError: _busy, StoreError: _busy},
    )
    app.state.centre = centre
    app.state.shelf = Shelf(centre.home)
    app.state.measured = Kept()
    return app


def from_environment() -> Starlette:
    """The application of a worker process, which ends with ``centre serve``; that has set the
    environment."""
    supervisor = multiprocessing.parent_process()
    end_with_parent(supervisor.pid if supervisor is not None else None)
    home = Home(Path(os.environ[ENV_HOME]))
    return make_app(open_centre(home, os.environ[ENV_SERVED_AT], os.environ.get(ENV_DATABASE)))


_REASONS: dict[int, Reason] = {404: "missing", 413: "large"}


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    reason = None if _is_api(request) else _REASONS.get(error.status_code)
    if reason is not None:
        return trouble(request, i18n.language(request), reason)
    return PlainTextResponse(error.detail + "\n", error.status_code, error.headers)


async def _busy(request: Request, error: Exception) -> Response:
    """The database did not take it: the caller keeps what it has and comes again. Only the kind
    of error is logged, for its text may quote values."""
    log.error("database: %s", type(error).__name__)
    if _is_api(request):
        again = {"Retry-After": "5"}
        return PlainTextResponse("the database is busy, try again later\n", 503, again)
    return trouble(request, i18n.language(request), "busy")


def _is_api(request: Request) -> bool:
    return request.url.path.startswith(("/api/", "/static/", "/fonts/", "/picture/"))
