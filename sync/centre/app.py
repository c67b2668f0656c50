"""The web application: the API, the phone's pages and the staff's pages on one Starlette."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sync.centre.api.routes import routes as api_routes
from sync.centre.home import Home
from sync.centre.state import Centre, open_centre

log = logging.getLogger("sozvezdie.centre")

ENV_HOME, ENV_DATABASE, ENV_SERVED_AT = "CENTRE_HOME", "CENTRE_DATABASE", "CENTRE_SERVED_AT"


def make_app(centre: Centre) -> Starlette:
    """The application of one open centre."""
    app = Starlette(
        routes=[*api_routes],
        exception_handlers={HTTPException: _refused, DBAPIError: _busy},
    )
    app.state.centre = centre
    return app


def from_environment() -> Starlette:
    """The application of a worker process; ``centre serve`` has set the environment."""
    home = Home(Path(os.environ[ENV_HOME]))
    return make_app(open_centre(home, os.environ[ENV_SERVED_AT], os.environ.get(ENV_DATABASE)))


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(error.detail + "\n", error.status_code, error.headers)


async def _busy(request: Request, error: Exception) -> Response:
    """The database did not take it: the caller keeps what it has and comes again. Only the kind
    of error is logged, for its text may quote values."""
    log.error("database: %s at %s", type(error).__name__, request.scope.get("path", ""))
    return PlainTextResponse("the database is busy, try again later\n", 503, {"Retry-After": "5"})
