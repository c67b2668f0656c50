"""A kiosk in a temporary folder, with a small pack, enrolled at a centre double."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from content.model import FORMAT, Consent, Contact, Event, Pack, Text
from kiosk import identity as identities
from kiosk.machine import Machine
from kiosk.settings import Settings
from tests.sync.double import CentreDouble

CONSENT = Consent(
    "signup",
    "1",
    Text("Согласие", "Consent"),
    Text("Запись", "Sign-up"),
    Text("Я согласен.", "I agree."),
)


def make_pack(folder: Path, version: str = "1", built_at: str = "2026-11-01T10:00:00Z") -> Path:
    """A pack of one event and one consent under ``folder``; its own folder."""

    def text(ru: str) -> Text:
        return Text(ru, ru)

    event = Event(
        "consultation", text("Консультация"), text("Поговорим"), text("Центр"), ["adult"], "memo"
    )
    pack = Pack(
        FORMAT,
        version,
        built_at,
        Contact(text("Центр"), text("База")),
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [event],
        [CONSENT],
        {},
    )
    body = msgspec.json.encode(pack)
    manifest = msgspec.json.encode(
        {
            "format": FORMAT,
            "built_at": built_at,
            "files": {"pack.json": hashlib.sha256(body).hexdigest()},
        }
    )
    made = folder / hashlib.sha256(manifest).hexdigest()
    made.mkdir(parents=True)
    (made / "pack.json").write_bytes(body)
    (made / "manifest.json").write_bytes(manifest)
    return made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def settings(home: Path, tmp_path: Path) -> Settings:
    return Settings(home=home, place="Тестовый зал", pack=make_pack(tmp_path / "packs"))


@pytest.fixture
def machine(settings: Settings):
    with Machine.open(settings) as opened:
        yield opened


@pytest.fixture
def centre() -> CentreDouble:
    return CentreDouble()


@pytest.fixture
def enrolled(machine: Machine, centre: CentreDouble) -> Machine:
    private = identities.new_key(machine.settings.home)
    identities.replace(machine.settings.home, centre.identity(private))
    machine.reload_identity()
    return machine
