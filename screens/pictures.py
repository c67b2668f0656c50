"""Pictures by name from the pack's atlases; a drawn placeholder where one is missing."""

from __future__ import annotations

import json
import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakValueDictionary

from kivy.core.image import Image as CoreImage
from kivy.graphics.texture import Texture

if TYPE_CHECKING:
    from screens.theme import Colour

log = logging.getLogger(__name__)


class Place(NamedTuple):
    """Where a picture lies: its page, and x, y, width, height on it, px."""

    file: str
    box: tuple[int, int, int, int]


BUDGET = 10_000_000
"""Bytes of pages held whether or not anything shows them."""


class Album:
    """The pack's pictures. A page of an atlas is loaded when one of its pictures is first asked
    for. The last ones used are held, up to :data:`BUDGET`; others stay while something shows
    them."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._index: dict[str, dict[str, int]] = {}
        self._places: dict[str, dict[str, Place]] = {}
        self._held: dict[str, Texture] = {}
        self._alive: WeakValueDictionary[str, Texture] = WeakValueDictionary()
        self._missing: set[str] = set()
        self._placeholder: Texture | None = None

    def open(self, folder: Path) -> None:
        """Use the ``pictures`` folder of a pack; opened again, it keeps what is loaded."""
        if folder == self._folder and self._index:
            return
        self._folder = folder
        for kept in (self._places, self._held, self._alive, self._missing):
            kept.clear()
        try:
            self._index = json.loads((folder / "index.json").read_text())
        except (OSError, ValueError):
            log.exception("the pack has no index of pictures")
            self._index = {}

    def texture(self, name: str, pixels: float) -> Texture:
        """The picture in the atlas whose size is nearest above ``pixels``."""
        sizes = self._index.get(name, {})
        if sizes:
            fitting = [atlas for atlas, size in sizes.items() if size >= pixels * 0.9]
            best = min(fitting, key=sizes.__getitem__) if fitting else max(sizes, key=sizes.get)  # type: ignore[arg-type]
            found = self._region(best, name)
            if found is not None:
                return found
        if name not in self._missing:
            self._missing.add(name)
            log.warning("picture %s is missing", name)
        return self._blank()

    def _region(self, atlas: str, name: str) -> Texture | None:
        if atlas not in self._places:
            self._places[atlas] = self._look_up(atlas)
        place = self._places[atlas].get(name)
        page = None if place is None else self._page(place.file)
        if place is None or page is None:
            return None
        return page.get_region(*place.box)

    def _look_up(self, atlas: str) -> dict[str, Place]:
        assert self._folder is not None
        try:
            pages: dict[str, dict[str, list[int]]] = json.loads(
                (self._folder / f"{atlas}.atlas").read_text()
            )
            return {
                picture: Place(file, (x, y, w, h))
                for file, regions in pages.items()
                for picture, (x, y, w, h) in regions.items()
            }
        except Exception:
            log.exception("atlas %s cannot be read", atlas)
            return {}

    def _page(self, file: str) -> Texture | None:
        page = self._held.pop(file, None) or self._alive.get(file)
        if page is None:
            if file in self._missing:
                return None
            assert self._folder is not None
            try:
                page = CoreImage(str(self._folder / file), nocache=True).texture
            except Exception:
                log.exception("%s cannot be read", file)
                self._missing.add(file)
                return None
            self._alive[file] = page
        self._held[file] = page
        while len(self._held) > 1 and self.held_bytes > BUDGET:
            del self._held[next(iter(self._held))]
        return page

    @property
    def held_bytes(self) -> int:
        """Bytes of the pages held here; more may be shown."""
        return sum(4 * page.width * page.height for page in self._held.values())

    def _blank(self) -> Texture:
        if self._placeholder is None:
            self._placeholder = star_texture()
        return self._placeholder


@cache
def star_texture(side: int = 64) -> Texture:
    """A soft round star: what stands where a picture is missing, and what halos are made of."""
    half = (side - 1) / 2
    pixels = bytearray()
    for y in range(side):
        for x in range(side):
            far = min(1.0, ((x - half) ** 2 + (y - half) ** 2) ** 0.5 / half)
            pixels += bytes((255, 255, 255, round(255 * (1 - far) ** 2)))
    texture = Texture.create(size=(side, side), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture


@lru_cache(maxsize=8)
def gradient_texture(colours: tuple[Colour, ...], steps: int) -> Texture:
    """A vertical gradient of two colours or more, from the bottom up (Kivy's way), ``steps`` px
    tall: drawn at its own height it needs no filtering."""
    from screens.theme import mix

    pixels = bytearray()
    for step in range(steps):
        place = step / (steps - 1) * (len(colours) - 1)
        below = min(int(place), len(colours) - 2)
        colour = mix(colours[below], colours[below + 1], place - below)
        pixels += bytes(round(channel * 255) for channel in colour)
    texture = Texture.create(size=(1, steps), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    texture.mag_filter = texture.min_filter = "nearest"
    return texture


album = Album()
