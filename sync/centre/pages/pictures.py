"""Single pictures cut out of the pack's atlases, for pages."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import msgspec
from PIL import Image

Atlas = dict[str, dict[str, tuple[int, int, int, int]]]


class PictureError(Exception):
    """The pack has no such picture."""


@lru_cache(maxsize=256)
def picture(folder: Path, name: str, size: int) -> bytes:
    """PNG of picture ``name`` with sides of ``size`` px, from the smallest atlas that is large
    enough. ``folder`` is the pack's, named by its hash, so what is kept stays true."""
    try:
        pictures = folder / "pictures"
        index = msgspec.json.decode(
            (pictures / "index.json").read_bytes(), type=dict[str, dict[str, int]]
        )
        atlases = sorted(index[name].items(), key=lambda entry: entry[1])
        atlas = next((a for a, side in atlases if side >= size), atlases[-1][0])
        sheets = msgspec.json.decode((pictures / f"{atlas}.atlas").read_bytes(), type=Atlas)
        for sheet, places in sheets.items():
            if name in places:
                return _cut(pictures / sheet, places[name], size)
    except (OSError, LookupError, ValueError, msgspec.DecodeError) as error:
        raise PictureError(name) from error
    raise PictureError(name)


def _cut(sheet: Path, place: tuple[int, int, int, int], size: int) -> bytes:
    """Kivy counts from the bottom left, Pillow from the top left."""
    x, y, width, height = place
    with Image.open(sheet) as whole:
        top = whole.height - y - height
        part = whole.crop((x, top, x + width, top + height)).convert("RGBA")
    made = io.BytesIO()
    part.resize((size, size), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
    return made.getvalue()
