"""One member of staff at one page: who they are, their CSRF token, whether the vault is open.

Every handler of these pages is written as ``def handler(desk) -> Response`` and made into a
route by :func:`seeing` (GET) or :func:`doing` (POST, which checks the CSRF token first).
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sync.centre.packs import Shelf
from sync.centre.pages import i18n
from sync.centre.pages.fields import Fields, posted
from sync.centre.pages.render import page
from sync.centre.pages.trouble import trouble
from sync.centre.state import Centre
from sync.centre.store import sessions
from sync.centre.vault.client import VaultClient, VaultClosed

SESSION, VAULT = "staff", "vault"
"""The cookies: HttpOnly, SameSite=Strict, for these pages only."""
PATH = "/staff"


@dataclass
class Desk:
    """A request of somebody who is logged in."""

    request: Request
    who: str
    token: str
    lang: i18n.Lang
    fields: Fields = field(default_factory=Fields)

    @property
    def centre(self) -> Centre:
        """The centre that serves."""
        centre: Centre = self.request.app.state.centre
        return centre

    @property
    def shelf(self) -> Shelf:
        """The published content."""
        shelf: Shelf = self.request.app.state.shelf
        return shelf

    @property
    def csrf(self) -> str:
        """What every form of this session must bring back."""
        return csrf(self.centre.keys.pepper, self.token)

    @property
    def vault(self) -> VaultClient:
        """The vault's socket."""
        return VaultClient(self.centre.home.vault_socket)

    @property
    def handle(self) -> bytes:
        """What the vault gave this browser when it was opened; empty when it was not."""
        try:
            return bytes.fromhex(self.request.cookies.get(VAULT, ""))
        except ValueError:
            return b""

    @cached_property
    def open_minutes(self) -> int:
        """Minutes the vault is still open for this person, rounded up; 0 when it is closed."""
        if not self.handle:
            return 0
        try:
            return -(-self.vault.look(self.handle, self.who).seconds // 60)
        except VaultClosed:
            return 0

    def show(self, template: str, status: int = 200, **values: object) -> Response:
        """A page of the desk."""
        return page(
            self.request,
            template,
            self.lang,
            status,
            who=self.who,
            csrf=self.csrf,
            open_minutes=self.open_minutes,
            path=self.request.url.path,
            **values,
        )

    def back(self) -> str:
        """Where the posted form was, if that is a page of ours."""
        wanted = self.fields["back"]
        plain = wanted.isascii() and wanted.isprintable() and "\\" not in wanted
        return wanted if plain and wanted.startswith(f"{PATH}/") else f"{PATH}/signups"

    def go(self, path: str) -> RedirectResponse:
        """On to another page after something was done."""
        return RedirectResponse(path, 303, headers={"Cache-Control": "no-store"})


Handler = Callable[[Desk], Response]


def csrf(pepper: bytes, token: str) -> str:
    """The form token that goes with a cookie's token."""
    return hmac.digest(pepper, f"csrf/1\0{token}".encode(), "sha256").hex()


def set_cookie(
    centre: Centre, answer: Response, name: str, value: str, seconds: int | None
) -> None:
    """A cookie of the staff's pages."""
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        path=PATH,
        httponly=True,
        samesite="strict",
        secure=centre.secure,
    )


def seeing(path: str, handler: Handler, name: str) -> Route:
    """A page to look at."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_with_desk, request, Fields(), handler)

    return Route(path, endpoint, methods=["GET"], name=name)


def doing(path: str, handler: Handler, name: str) -> Route:
    """Something to do: a form posted with its CSRF token."""

    async def endpoint(request: Request) -> Response:
        fields = await posted(request)
        return await run_in_threadpool(_with_desk, request, fields, handler)

    return Route(path, endpoint, methods=["POST"], name=name)


def _with_desk(request: Request, fields: Fields, handler: Handler) -> Response:
    centre: Centre = request.app.state.centre
    token = request.cookies.get(SESSION, "")
    who = sessions.owner(centre.store, token, centre.now()) if token else None
    if who is None:
        return RedirectResponse(f"{PATH}/login", 303, headers={"Cache-Control": "no-store"})
    desk = Desk(request, who, token, i18n.language(request), fields)
    if request.method == "POST" and not hmac.compare_digest(
        fields["csrf"].encode(), desk.csrf.encode()
    ):
        return trouble(request, desk.lang, "stale")
    return handler(desk)
