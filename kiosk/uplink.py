"""Sending the journal to the centre: the kiosk's end of :mod:`sync.uplink`."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from kiosk import identity as identities
from sync.outbox import Progress
from sync.uplink import SyncResult, UplinkError, sync_http

if TYPE_CHECKING:
    from kiosk.machine import Machine

_log = logging.getLogger(__name__)


def sync(machine: Machine, progress: Progress | None = None) -> SyncResult:
    """Send everything that waits, then purge what is old and backed up. Adds no record. Blocks.
    Raises :class:`UplinkError` and :class:`kiosk.journal.JournalError`."""
    identity = machine.identity
    private = machine.signing_key()
    if identity is None or private is None:
        why = machine.trouble if isinstance(machine.trouble, identities.IdentityError) else None
        raise UplinkError("not_enrolled", str(why or "this kiosk is not enrolled at a centre"))
    journal = machine.journal
    earlier = _send_former(machine)
    result = sync_http(
        journal.outbox(),
        identity,
        private,
        progress,
        content=machine.content,
        remember=machine.learn,
    )
    journal.purge(machine.settings.keep_days, machine.now().date())
    return result._replace(
        sent=result.sent + sum(r.sent for r in earlier),
        same=result.same + sum(r.same for r in earlier),
        conflict=result.conflict + sum(r.conflict for r in earlier),
        quarantined=result.quarantined + sum(r.quarantined for r in earlier),
        pending=journal.pending(),
        seconds=round(result.seconds + sum(r.seconds for r in earlier), 3),
    )


def _send_former(machine: Machine) -> list[SyncResult]:
    """What was recorded under identities before this one and has no receipt yet goes under those:
    a sealed record cannot change whose it is."""
    results = []
    for folder, identity in identities.former(machine.settings.home):
        outbox = machine.journal.outbox(identity.kiosk)
        if not outbox.pending():
            continue
        try:
            private = identities.signing_key(folder, identity)
            results.append(sync_http(outbox, identity, private))
        except (UplinkError, identities.IdentityError) as error:
            _log.warning("records of %s still wait: %s", identity.kiosk, error)
    return results
