"""The answer to a request, by the ticket's QR code or by the number itself."""

from __future__ import annotations

import datetime as dt
import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.centre.packs import Shelf
from sync.centre.pages import i18n
from sync.centre.pages.fields import Fields, posted
from sync.centre.pages.render import page
from sync.centre.pages.trouble import trouble
from sync.centre.state import Centre
from sync.centre.store import erasing, limits, signups
from sync.code import ALPHABET

LOOKS_ALLOWED, LOOKS_WINDOW = 60, dt.timedelta(minutes=10)

_FORGIVEN = str.maketrans("ILO", "110")
_NUMBER = re.compile(f"[{ALPHABET}]{{8}}")


def number(text: str) -> str | None:
    """A request number however it was typed, as ``XXXX-XXXX``; None when it is none."""
    plain = re.sub(r"[\s‐‑–—-]", "", text).upper().translate(_FORGIVEN)
    return f"{plain[:4]}-{plain[4:]}" if _NUMBER.fullmatch(plain) else None


async def ask(request: Request) -> Response:
    """A field for the number."""
    return page(
        request, "phone/number.html", i18n.language(request), number="", wrong="", found=False
    )


async def answer(request: Request) -> Response:
    """The answer to a number that was typed."""
    fields = await posted(request)
    return await run_in_threadpool(_answer, request, fields)


def _answer(request: Request, fields: Fields) -> Response:
    lang = i18n.language(request, fields["lang"])
    wanted = number(fields["number"])
    if wanted is None:
        wrong = "В номере восемь знаков, например 7K2M-9QXD."
        typed = fields["number"][:40]
        return page(request, "phone/number.html", lang, 422, number=typed, wrong=wrong)
    return ticket_page(request, lang, wanted, None, "")


def ticket_page(
    request: Request, lang: i18n.Lang, wanted: str, source: str | None, token: str
) -> Response:
    """How request ``wanted`` stands. A number the centre does not hold yet may still lie on its
    kiosk, so nobody is told that it does not exist."""
    centre: Centre = request.app.state.centre
    shelf: Shelf = request.app.state.shelf
    address = f"answer {request.client.host if request.client else ''}"
    now = centre.now()
    if not limits.take(centre.store, centre.keys.pepper, address, LOOKS_ALLOWED, LOOKS_WINDOW, now):
        return trouble(request, lang, "often")
    with centre.store.read() as connection:
        found = signups.by_number(connection, wanted, source)
        taken_back = not found and erasing.is_withdrawn(connection, wanted)
    state = found[0].status if found else "travelling"
    if taken_back or (found and found[0].erased_at):
        state = signups.ERASED
    pack = shelf.pack()
    event = None
    if found and pack is not None:
        event = next((e for e in pack.events if e.id == found[0].event), None)
    return page(
        request,
        "phone/ticket.html",
        lang,
        number=wanted,
        state=state,
        event=event,
        event_day=event.day(pack.built_on) if event and pack else None,
        contact=pack.contact if pack else None,
        token=token,
    )


routes = [
    Route("/answer", ask, methods=["GET"], name="answer-ask"),
    Route("/answer", answer, methods=["POST"], name="answer"),
]
