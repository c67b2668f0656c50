"""The main road over real HTTP: from the first touch to the name on the centre's page, and
nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.enrol import enrol_here
from kiosk.journal.report import status
from screens.driving.route import NAME, PHONE, Route
from screens.theme import theme
from sync.centre import clock, embedded, packs
from sync.centre.home import Home
from sync.centre.setup import set_up
from sync.centre.store import codes
from sync.centre.store.totals import totals
from sync.centre.vault import process
from tests.centre.browsing import Visitor
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import Stage

ADMINISTRATOR, PASSWORD, PASSPHRASE, PIN = "Анна", "пароль-для-теста", "тихая звезда", "2468"


@pytest.fixture
def centre(stage: Stage, tmp_path: Path) -> Iterator[embedded.Running]:
    """A centre with its vault, served on loopback, that shows the content of the kiosk. It ends
    before the stage is looked over for what was left running."""
    folder = tmp_path / "centre"
    home = set_up(folder, PASSPHRASE, ADMINISTRATOR, PASSWORD)
    packs.publish(Home(folder), Path("build/packs/current").resolve())
    vault, store = process.make_server(home)
    thread = threading.Thread(target=vault.serve_forever, args=[0.05], daemon=True)
    thread.start()
    running = embedded.start(folder)
    yield running
    running.stop()
    vault.shutdown()
    thread.join()
    vault.server_close()
    store.close()


@pytest.fixture
def kiosk(centre: embedded.Running, stage: Stage, tmp_path: Path) -> Iterator[AppStage]:
    """The app, enrolled at that centre by a one-time code."""
    with switched_on(stage, tmp_path / "kiosk") as app:
        held = centre.centre.keys
        code = codes.make(
            centre.centre.store, held.root_public, held.pepper, "Первый киоск", clock.now()
        )
        enrol_here(app.kiosk.machine, centre.url, str(code), "Первый киоск", PIN)
        yield app


def close_the_day(app: AppStage) -> bool:
    """By staff, at the screen; whether everything was sent."""
    route = Route(app.driver, lambda _name: None, pin=PIN)
    route.staff_door()
    return route.close_day()


def test_a_sign_up_by_touch_is_read_at_the_centre_and_lies_nowhere_in_clear(
    kiosk: AppStage, centre: embedded.Running, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    route = Route(kiosk.driver, lambda _name: None)
    route.begin()
    route.walk_to_profession()
    route.board()
    event = route.pick_event()
    phone_reads = code_on_glass(kiosk, tmp_path / "qr.png")
    route.age()
    route.form()
    route.consent()
    route.thanks()
    assert close_the_day(kiosk)

    kiosk.driver.settle()
    after = status(kiosk.home / "journal.db")
    assert (after.pending, after.acked_seq) == (0, after.last_seq)
    held = totals(centre.centre.store)
    assert held["total"] == after.last_seq
    assert held["by_kind"]["signup.made"] == 1
    assert held["by_kind"]["feedback.given"] == 1
    assert (held["quarantined"], held["conflicts"]) == (0, 0)

    address, _, token = phone_reads.partition("#")
    assert address == f"{centre.url}/q"
    phone = Visitor(centre.url)
    assert phone.get("/q").status == 200
    assert phone.post("/q", token=token).says(event.title.say(theme.lang))

    staff = Visitor(centre.url)
    form = staff.get("/staff/login")
    staff.post("/staff/login", csrf=form.hidden("csrf"), name=ADMINISTRATOR, password=PASSWORD)
    closed = staff.get("/staff/signups")
    assert closed.status == 200
    assert not closed.says(NAME)
    opened = staff.post("/staff/vault", csrf=closed.hidden("csrf"), passphrase=PASSPHRASE, back="")
    assert opened.says(NAME, "+7 900 000-00-00", event.title.say("ru"))

    in_clear = [NAME, "Тестов", PHONE, "+79000000000", "900 000-00-00"]
    assert not [secret for secret in in_clear if secret in caplog.text]
    for folder in (kiosk.home, tmp_path / "centre"):
        searched = 0
        for file in folder.rglob("*"):
            if file.is_file():
                held_bytes = file.read_bytes()
                searched += len(held_bytes)
                for secret in in_clear:
                    assert secret.encode() not in held_bytes, file.name
                    assert secret.encode("utf-16-le") not in held_bytes, file.name
        assert searched > 10_000


def test_a_day_closed_again_sends_only_that_it_was_closed(
    kiosk: AppStage, centre: embedded.Running
) -> None:
    kiosk.wake()
    kiosk.tap("Карта")
    assert close_the_day(kiosk)
    before = totals(centre.centre.store)
    assert close_the_day(kiosk)
    after = totals(centre.centre.store)
    kinds = {
        kind: after["by_kind"][kind] - before["by_kind"].get(kind, 0) for kind in after["by_kind"]
    }
    assert kinds.pop("staff.action") == 2, "the door and the closing itself"
    assert sum(kinds.values()) == after["total"] - before["total"] - 2


def test_with_the_centre_off_the_day_still_closes_and_all_of_it_goes_the_next_time(
    kiosk: AppStage, centre: embedded.Running
) -> None:
    kiosk.wake()
    kiosk.tap("Карта")
    centre.stop()
    assert not close_the_day(kiosk)
    kiosk.driver.settle()
    waiting = status(kiosk.home / "journal.db")
    assert waiting.pending == waiting.last_seq > 0
    assert kiosk.screen == "attract.attract", "the next visitor is welcome"


def code_on_glass(app: AppStage, file: Path) -> str:
    """What a phone reads from the screen."""
    with Image.open(app.driver.save(file)) as picture:
        (found,) = zxingcpp.read_barcodes(picture)
    return found.text
