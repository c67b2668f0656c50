"""«Киоски»: the list, a code for a new one, and taking one out of service."""

from __future__ import annotations

from starlette.responses import Response

from sync.centre.pages.staff.desk import PATH, Desk, doing, seeing
from sync.centre.pages.staff.words import kiosk_line
from sync.centre.store import audit, codes, kiosks, overview


def _list(desk: Desk, code: str = "", asked: str = "") -> Response:
    centre = desk.centre
    with centre.store.read() as connection:
        known = overview.known(connection)
    lines = [kiosk_line(desk.lang, kiosk, centre.now(), centre.zone) for kiosk in known]
    return desk.show("staff/kiosks.html", lines=lines, code=code, asked=asked)


def _make_code(desk: Desk) -> Response:
    """Shown once, on this page, and stored hashed."""
    centre, now = desk.centre, desk.centre.now()
    name = desk.fields["name"][:80]
    keys = centre.keys
    code = codes.make(centre.store, keys.root_public, keys.pepper, name, now)
    with centre.store.write() as connection:
        audit.one(connection, desk.who, "code.made", code.id, now, name)
    return _list(desk, code=str(code))


def _revoke(desk: Desk) -> Response:
    """Asked twice: the first press shows the question on the page."""
    centre, now = desk.centre, desk.centre.now()
    kiosk = desk.fields["kiosk"][:24]
    if desk.fields["sure"] != "yes":
        return _list(desk, asked=kiosk)
    with centre.store.write() as connection:
        if kiosks.revoke(connection, kiosk, now):
            audit.one(connection, desk.who, "kiosk.revoked", kiosk, now)
    return desk.go(f"{PATH}/kiosks")


routes = [
    seeing(f"{PATH}/kiosks", _list, "kiosks"),
    doing(f"{PATH}/kiosks/code", _make_code, "kiosk-code"),
    doing(f"{PATH}/kiosks/revoke", _revoke, "kiosk-revoke"),
]
