"""A published pack with self-tests, and the tokens of their results."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import content
from content.loading import Exhibition, load
from content.model import (
    Cluster,
    College,
    Condition,
    Event,
    Pack,
    Profession,
    Programme,
    SelfTest,
    Town,
    Vacancy,
)
from sync import token as tokens
from sync.centre import packs
from sync.centre.home import Home
from tests.centre.packing import EVENTS, build
from tests.centre.sending import Sender


@cache
def exhibition() -> Exhibition:
    """The product's own content."""
    return load(Path(content.__path__[0]))


def tests() -> dict[str, SelfTest]:
    return {one.id: one for one in exhibition().values(SelfTest)}


def publish(home: Path, folder: Path, built_at: str, **other: Any) -> None:
    """Publish what a result leads to; ``other`` are fields of the pack to be otherwise."""
    build(folder, built_at)
    held = exhibition()
    known = {one.id for one in held.values(Event)}
    own = {
        "towns": held.values(Town),
        "clusters": held.values(Cluster),
        "colleges": held.values(College),
        "professions": held.values(Profession),
        "conditions": held.values(Condition),
        "vacancies": held.values(Vacancy),
        "programmes": held.values(Programme),
        "events": [*held.values(Event), *(one for one in EVENTS if one.id not in known)],
        "selftests": list(tests().values()),
    }
    pack = msgspec.json.decode((folder / "pack.json").read_bytes(), type=Pack)
    body = msgspec.json.encode(msgspec.structs.replace(pack, **(own | other)))
    (folder / "pack.json").write_bytes(body)
    manifest = msgspec.json.decode((folder / "manifest.json").read_bytes())
    manifest["files"]["pack.json"] = hashlib.sha256(body).hexdigest()
    (folder / "manifest.json").write_bytes(msgspec.json.encode(manifest))
    packs.publish(Home(home), folder)


def told(test: SelfTest, points: Sequence[int], version: int = 0) -> str:
    """What a result's token says."""
    return f"{test.id}.{version or test.version}:{','.join(map(str, points))}"


def result_token(sender: Sender, result: str, life: int = 600) -> str:
    now = int(time.time())
    return tokens.make(tokens.ResultToken(sender.id, result, now, now + life), sender.private)
