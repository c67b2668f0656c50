"""A small pack of content, built as ``content build`` builds one."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from PIL import Image

from content.model import FORMAT, Consent, Contact, Event, Pack, Text


def both(ru: str, en: str) -> Text:
    return Text(ru=ru, en=en)


EVENTS = [
    Event(
        id="open-day",
        title=both("Единый день открытых дверей", "Regional open day"),
        lead=both("Встреча с колледжами области", "Meet the region’s colleges"),
        place=both("Место подскажет Центр", "Ask the Centre"),
        audiences=["pupil"],
        picture="door",
        in_days=12,
        time="11:00",
        seats=2,
        classes=True,
    ),
    Event(
        id="consultation",
        title=both("Консультация", "A consultation"),
        lead=both("Один на один", "One to one"),
        place=both("Выставка Центра", "The exhibition"),
        audiences=["adult"],
        picture="door",
    ),
    Event(
        id="gone",
        title=both("Прошедшее", "Gone by"),
        lead=both("Было", "It was"),
        place=both("Здесь", "Here"),
        audiences=["adult"],
        picture="door",
        in_days=-400,
    ),
]
CONSENTS = [
    Consent(
        id=id,
        version="2026-11",
        title=both(f"Согласие {id}", f"Consent {id}"),
        purpose=both("Записать вас", "To sign you up"),
        text=both(
            f"Кому я доверяю. Центру, {id}.\n\nЗачем. Записаться.", f"Whom. {id}\n\nWhy. So."
        ),
    )
    for id in ("signup", "parent", "class")
]


def build(folder: Path, built_at: str) -> Path:
    """A pack with three events, three consents and one picture, in ``folder``."""
    pack = Pack(
        format=FORMAT,
        version="test",
        built_at=built_at,
        contact=Contact(name=both("Центр", "Centre"), base=both("Академия", "Academy")),
        audiences=[],
        towns=[],
        links=[],
        clusters=[],
        employers=[],
        colleges=[],
        professions=[],
        programmes=[],
        events=EVENTS,
        consents=CONSENTS,
        sources={},
    )
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    (folder / "pack.json").write_bytes(msgspec.json.encode(pack))
    sheet = Image.new("RGBA", (64, 128), (0, 0, 0, 0))
    sheet.paste((255, 0, 0, 255), (0, 0, 64, 64))
    sheet.paste((0, 0, 255, 255), (0, 64, 64, 128))
    sheet.save(pictures / "shared-0.png")
    atlas = {"shared-0.png": {"door": [0, 64, 64, 64], "calendar": [0, 0, 64, 64]}}
    (pictures / "shared.atlas").write_bytes(msgspec.json.encode(atlas))
    index = {name: {"shared": 64} for name in ("door", "calendar")}
    (pictures / "index.json").write_bytes(msgspec.json.encode(index))
    files = {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    manifest = {"format": FORMAT, "built_at": built_at, "files": files}
    (folder / "manifest.json").write_bytes(msgspec.json.encode(manifest))
    return folder
