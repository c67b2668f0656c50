"""Atlases: many pictures of one size on few pages, in the format Kivy reads.

``<atlas>.atlas`` is JSON ``{"<atlas>-0.png": {"name": [x, y, w, h]}}`` with ``y`` counted from
the bottom of the page, as ``kivy.atlas`` has it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PIL import Image

GAP = 2
"""Empty pixels around each picture, so that neighbours never show through filtering."""
MAX_SIDE = 2048
"""The greatest side of a page, pixels: what every GLES2 device takes."""

Box = tuple[int, int, int, int]


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an atlas is declared. ``sizes`` in pixels, the best first; ``width`` and ``height``
    bound a page; ``of`` names the lists of pictures that go in."""

    sizes: list[int]
    width: int
    height: int
    of: list[str]


@dataclass(frozen=True)
class Page:
    """One page: its size in pixels and where each picture lies, ``y`` from the top."""

    width: int
    height: int
    boxes: dict[str, Box]


def fit(names: Sequence[str], plan: Plan) -> tuple[int, list[Page]]:
    """The pixels a side and the pages for ``names``: one page at the greatest of the plan's sizes
    at which they fit it, else as many as they need at the last."""
    width, height = min(plan.width, MAX_SIDE), min(plan.height, MAX_SIDE)
    for size in plan.sizes:
        columns, rows = _cells(width, size), _cells(height, size)
        if len(names) <= columns * rows:
            break
    full = max(1, columns * rows)
    parts = [names[start : start + full] for start in range(0, len(names), full)]
    return size, [_page(part, size, columns, rows) for part in parts]


def _page(names: Sequence[str], size: int, columns: int, rows: int) -> Page:
    """The smallest page for ``names`` of at most ``columns`` by ``rows``, the widest of equals."""
    shapes = [(n, -(-len(names) // n)) for n in range(columns, 0, -1)]
    across, down = min((s for s in shapes if s[1] <= rows), key=lambda s: s[0] * s[1])
    step = size + GAP
    boxes = {
        name: (GAP + i % across * step, GAP + i // across * step, size, size)
        for i, name in enumerate(names)
    }
    return Page(GAP + across * step, GAP + down * step, boxes)


def _cells(room: int, size: int) -> int:
    return (room - GAP) // (size + GAP)


def write(
    folder: Path, atlas: str, pages: Sequence[Page], draw: Callable[[str], Image.Image]
) -> int:
    """Draw ``pages`` into ``folder`` and say where everything is; returns the texture's bytes."""
    where: dict[str, dict[str, Box]] = {}
    texture = 0
    for number, page in enumerate(pages):
        image = Image.new("RGBA", (page.width, page.height), (0, 0, 0, 0))
        for name, (x, y, _, _) in page.boxes.items():
            image.paste(draw(name), (x, y))
        file = f"{atlas}-{number}.png"
        image.save(folder / file, "PNG", optimize=True)
        where[file] = {
            name: (x, page.height - y - h, w, h) for name, (x, y, w, h) in page.boxes.items()
        }
        texture += page.width * page.height * 4
    (folder / f"{atlas}.atlas").write_bytes(msgspec.json.encode(where))
    return texture
