"""«Удалить по просьбе»: a request is taken back by its number, after asking once more."""

from __future__ import annotations

from starlette.responses import Response

from sync.centre.pages.answer import number
from sync.centre.pages.staff.desk import PATH, Desk, doing
from sync.centre.pages.staff.signups import named
from sync.centre.store import signups
from sync.centre.store.erasing import erase, withdraw
from sync.centre.store.signups import Signup
from sync.centre.store.wiping import wipe


def _erase(desk: Desk) -> Response:
    """Asked twice: the first press shows the question on a page of its own. A form without a
    ``key`` is about a request that has not come yet."""
    store, now = desk.centre.store, desk.centre.now()
    wanted = number(desk.fields["number"])
    if wanted is None:
        return desk.go(desk.back())
    source, id = named(desk.fields["key"])
    with store.read() as connection:
        found = signups.by_number(connection, wanted)
    here = next((one for one in found if (one.source, one.id) == (source, id)), None)
    if desk.fields["sure"] != "yes":
        return _ask(desk, wanted, here)
    with store.write() as connection:
        if here is None:
            withdraw(connection, wanted, desk.who, now)
        else:
            erase(connection, here.source, [here.id], "request", desk.who, now)
    wipe(store)
    return desk.go(f"{PATH}/signups?number={wanted}")


def _ask(desk: Desk, wanted: str, here: Signup | None) -> Response:
    pack = desk.shelf.pack()
    titles = {event.id: event.title.say(desk.lang) for event in pack.events} if pack else {}
    return desk.show(
        "staff/erase.html",
        number=wanted,
        key=desk.fields["key"] if here else "",
        here=here,
        event=titles.get(here.event, here.event) if here else "",
        back=desk.back(),
    )


routes = [doing(f"{PATH}/signups/erase", _erase, "signup-erase")]
