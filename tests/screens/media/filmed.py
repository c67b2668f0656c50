"""A pack whose first cluster carries photographs and a video, all made by the tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from content.library import Library
from content.media import packed
from content.model import Captions, Media, Text
from tests.content import filming

PHOTOS = 6
ALT = Text("Собирают мост из спичек", "Building a bridge of matches")
CREDIT = Text("Снято для проверки", "Taken for a test")
VIDEO = Media("bridge.mp4", "video", Text("Полоса едет вправо", "A bar travels right"), CREDIT,
              "CC0", Captions("ru.vtt", "en.vtt"))  # fmt: skip


def pack_with_media(standing: Path, folder: Path) -> Path:
    """A copy in ``folder`` of the pack in ``standing``, whose first cluster has six photographs
    and a video of two seconds."""
    folder.mkdir(parents=True)
    for part in standing.iterdir():
        if part.name != "pack.json":
            (folder / part.name).symlink_to(part.resolve())
    pack = Library.open(standing).pack
    photos = [
        Media(f"{n}.png", "photo", Text(f"{ALT.ru}, шаг {n}", f"{ALT.en}, step {n}"), CREDIT, "CC0")
        for n in range(1, PHOTOS + 1)
    ]
    first = min(pack.clusters, key=lambda cluster: cluster.order)
    carrying = msgspec.structs.replace(first, media=[*photos, VIDEO])
    clusters = [carrying if one is first else one for one in pack.clusters]
    written = msgspec.json.encode(msgspec.structs.replace(pack, clusters=clusters))
    (folder / "pack.json").write_bytes(written)
    for n, photo in enumerate(photos):
        filming.photograph(packed(folder, photo), (1200, 800 + 60 * n))
    filming.film(packed(folder, VIDEO))
    filming.captions(folder / "media" / "ru.vtt", "Полоса слева", "Полоса справа")
    filming.captions(folder / "media" / "en.vtt", "The bar is left", "The bar is right")
    return folder


def fresh(pack: Path, folder: Path) -> Path:
    """A copy of such a pack to spoil: its media are its own."""
    shutil.copytree(pack, folder, symlinks=True)
    return folder
