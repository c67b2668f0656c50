"""The pages a QR code opens on a person's own phone.

Choose whom to sign up, fill in the form, read and give consent as a step of its own, and take
home a number. Every step is a form posted to the next, so it works without scripts once the
token is here; nothing is stored before consent, and then only sealed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.centre import clock
from sync.centre.packs import Consent, Event, Pack, Shelf
from sync.centre.pages import i18n, slip
from sync.centre.pages.answer import ticket_page
from sync.centre.pages.draft import CONSENTS, Draft, draft, form, problems
from sync.centre.pages.fields import Fields, posted
from sync.centre.pages.render import page
from sync.centre.pages.result import result_page
from sync.centre.pages.tokens import NotOpened, open_token
from sync.centre.pages.trouble import trouble
from sync.centre.state import Centre
from sync.centre.store import limits, signups
from sync.form import encode
from sync.records import SCHEMAS, request_number
from sync.seal import binding, key_name, seal
from sync.token import ResultToken, SignupToken, TicketToken

FORMS_ALLOWED, FORMS_WINDOW = 30, dt.timedelta(minutes=10)
"""How many sign-ups one address may make; a school behind one address is not stopped."""


@dataclass(frozen=True)
class Step:
    """One request of the sign-up: everything a page of it needs."""

    request: Request
    fields: Fields
    lang: i18n.Lang
    token: SignupToken
    pack: Pack
    event: Event
    day: dt.date | None

    @property
    def centre(self) -> Centre:
        """The centre that serves."""
        centre: Centre = self.request.app.state.centre
        return centre

    def show(self, template: str, status: int = 200, **values: object) -> Response:
        """A page of this sign-up."""
        return page(
            self.request,
            template,
            self.lang,
            status,
            token=self.fields["token"],
            event=self.event,
            event_day=self.day,
            contact=self.pack.contact,
            **values,
        )


async def landing(request: Request) -> Response:
    """The page QR codes open: a script posts what is behind the ``#``; a field serves without."""
    return page(request, "phone/landing.html", i18n.language(request))


async def opened(request: Request) -> Response:
    """What the token is for: a sign-up, the answer to one, a self-test's result."""
    fields = await posted(request)
    return await run_in_threadpool(_opened, request, fields)


async def filled(request: Request) -> Response:
    """The form: shown for whom it is, then checked."""
    fields = await posted(request)
    return await run_in_threadpool(_filled, request, fields)


async def agreed(request: Request) -> Response:
    """Consent: given, or back to the form."""
    fields = await posted(request)
    return await run_in_threadpool(_agreed, request, fields)


def _opened(request: Request, fields: Fields) -> Response:
    centre: Centre = request.app.state.centre
    lang = i18n.language(request, fields["lang"])
    try:
        token = open_token(centre, fields["token"])
    except NotOpened as error:
        return trouble(request, lang, error.reason)
    if isinstance(token, TicketToken):
        return ticket_page(request, lang, token.number, token.kiosk, fields["token"])
    if isinstance(token, ResultToken):
        return result_page(request, lang, token, fields["token"].rsplit("#", 1)[-1])
    step = _step(request, fields)
    return step if isinstance(step, Response) else _who(step)


def _filled(request: Request, fields: Fields) -> Response:
    step = _step(request, fields)
    if isinstance(step, Response):
        return step
    typed = draft(fields)
    if typed is None or (typed.who == "class" and not step.event.classes):
        return _who(step)
    if fields["step"] != "filled" or fields["lang"]:
        return _form(step, typed, {})
    wrong = problems(typed)
    return _form(step, typed, wrong) if wrong else _consent(step, typed)


def _agreed(request: Request, fields: Fields) -> Response:
    step = _step(request, fields)
    if isinstance(step, Response):
        return step
    typed = draft(fields)
    if typed is None:
        return _who(step)
    wrong = problems(typed)
    if wrong or fields["do"] == "back":
        return _form(step, typed, wrong)
    if fields["do"] != "agree" or fields["lang"]:
        return _consent(step, typed)
    return _keep(step, typed)


def _step(request: Request, fields: Fields) -> Step | Response:
    """The step, or the page that says why there is none."""
    centre: Centre = request.app.state.centre
    shelf: Shelf = request.app.state.shelf
    lang = i18n.language(request, fields["lang"])
    try:
        token = open_token(centre, fields["token"])
    except NotOpened as error:
        return trouble(request, lang, error.reason)
    if not isinstance(token, SignupToken):
        return trouble(request, lang, "broken")
    pack = shelf.pack()
    event = None if pack is None else next((e for e in pack.events if e.id == token.event), None)
    if pack is None or event is None:
        return trouble(request, lang, "event")
    day = event.day(pack.built_on)
    if day is not None and day < clock.local_date(centre.now(), centre.zone):
        return trouble(request, lang, "past")
    return Step(request, fields, lang, token, pack, event, day)


def _who(step: Step) -> Response:
    left = None
    if step.event.seats is not None:
        with step.centre.store.read() as connection:
            taken = signups.accepted(connection, step.event.id)
        left = max(0, step.event.seats - taken)
    return step.show("phone/who.html", left=left)


def _form(step: Step, typed: Draft, wrong: dict[str, str]) -> Response:
    ours = slip.read(step.centre.keys.pepper, step.fields["slip"], step.centre.now())
    return step.show(
        "phone/form.html",
        422 if wrong else 200,
        typed=typed,
        wrong=wrong,
        slip=step.fields["slip"] if ours else slip.new(step.centre.keys.pepper, step.centre.now()),
    )


def _document(step: Step, typed: Draft) -> Consent | None:
    wanted = CONSENTS[typed.who]
    return next((consent for consent in step.pack.consents if consent.id == wanted), None)


def _consent(step: Step, typed: Draft) -> Response:
    consent = _document(step, typed)
    if consent is None:
        return trouble(step.request, step.lang, "event")
    return step.show("phone/consent.html", typed=typed, consent=consent, slip=step.fields["slip"])


def _keep(step: Step, typed: Draft) -> Response:
    """Seal, then store: from here on nobody at the centre reads it without the vault."""
    centre, now = step.centre, step.centre.now()
    consent = _document(step, typed)
    form_id = slip.read(centre.keys.pepper, step.fields["slip"], now)
    if consent is None:
        return trouble(step.request, step.lang, "event")
    if form_id is None or step.fields["consent"] != f"{consent.id} {consent.version}":
        return _form(step, typed, {})
    address = f"form {step.request.client.host if step.request.client else ''}"
    if not limits.take(centre.store, centre.keys.pepper, address, FORMS_ALLOWED, FORMS_WINDOW, now):
        return trouble(step.request, step.lang, "often")
    today = clock.local_date(now, centre.zone)
    plain = encode(form(typed, step.event.id, consent, step.lang, today))
    public = centre.keys.sealing_public
    info = binding(signups.PHONE, form_id, signups.KIND, SCHEMAS[signups.KIND][1])
    box = seal(plain, public, info)
    with centre.store.write() as connection:
        signups.add_form(
            connection,
            form_id,
            step.token.kiosk,
            step.event.id,
            step.day,
            today,
            key_name(public),
            box,
        )
    return step.show("phone/thanks.html", number=request_number(form_id), who=typed.who)


routes = [
    Route("/q", landing, methods=["GET"], name="landing"),
    Route("/q", opened, methods=["POST"], name="opened"),
    Route("/q/form", filled, methods=["POST"], name="form"),
    Route("/q/agree", agreed, methods=["POST"], name="agree"),
]
