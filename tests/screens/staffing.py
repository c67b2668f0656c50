"""What staff do at a kiosk, by touches: knock, type the PIN, close the day."""

from __future__ import annotations

from typing import Any

from kiosk.machine import Machine
from kiosk.simulate import simulate
from tests.screens.app_stage import AppStage

PIN = "2580"


def type_pin(app: AppStage, pin: str) -> None:
    """Type a PIN by touches and wait for the door's answer."""
    with app.driver.frames.unseen():
        for digit in pin:
            app.tap(digit)
        app.tap("Войти")
    app.driver.settle()


def come_in(app: AppStage) -> None:
    """Knock, and come in by PIN."""
    app.driver.knock()
    type_pin(app, PIN)
    app.driver.settle()


def said(words: Any) -> str:
    """What a label says, wherever its lines break."""
    return " ".join(words.text.split())


def fill(machine: Machine, visits: int) -> None:
    """Visits of today in the journal."""
    today = machine.now().astimezone().date()
    machine.worker.submit(simulate, machine, visits, 1, None, today).result()


def see_it_end(app: AppStage) -> None:
    """Wait until the sending has ended and what waits has been counted anew."""
    app.stage.until(lambda: app.kiosk.closing.ended)
    app.stage.step(2)
    app.driver.settle()


def close_day(app: AppStage) -> None:
    """Touch the big key and wait until the sending has ended."""
    app.tap("Закрыть день")
    see_it_end(app)


def count(machine: Machine, kind: str) -> int:
    """How many records of that kind the journal holds, by what the outbox would send."""

    def read() -> int:
        parcel = machine.journal.outbox().take((-1, -1), 10_000, 10**7)
        records = parcel.records if parcel else []
        return sum(kind.encode() in raw for raw in records)

    return machine.worker.submit(read).result()
