"""Making this machine a kiosk of a centre: code, key, identity, PIN."""

from __future__ import annotations

import platform
from collections.abc import Callable
from typing import NamedTuple

from kiosk import identity as identities
from kiosk.machine import Machine
from kiosk.pin import check_form, new_pin
from kiosk.staff import door
from sync import code as codes
from sync.enrol import enrol
from sync.identity import Identity


class Enrolled(NamedTuple):
    """The new identity, and the PIN when it was made up here: it is shown this once."""

    identity: Identity
    made_pin: str


def enrol_here(
    machine: Machine,
    url: str,
    code: str,
    name: str | None = None,
    pin: str | None = None,
    ask: Callable[[], str | None] = lambda: None,
) -> Enrolled:
    """Spend ``code`` at ``url`` and keep what comes back. The PIN is ``pin``, else ``KIOSK_PIN``,
    else the one that is set already, else what ``ask`` gives, else a random one. Adds no record.
    Raises :class:`sync.uplink.UplinkError`, :class:`sync.code.CodeError`,
    :class:`kiosk.pin.PinError`."""
    parsed = codes.parse(code)
    staff_door = door(machine)
    chosen, made = pin, ""
    if chosen is None and not staff_door.is_set:
        chosen = ask()
        if chosen is None:
            chosen = made = new_pin()
    if chosen is not None:
        check_form(chosen)
    home = machine.settings.home
    called = name or machine.settings.place or platform.node() or "kiosk"
    identity = enrol(url, parsed, called, identities.new_key(home))
    identities.replace(home, identity)
    if chosen is not None:
        staff_door.set(chosen)
    machine.reload_identity()
    machine.reopen_journal()
    return Enrolled(identity, made)
