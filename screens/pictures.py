"""Pictures by name from the pack's atlases; a drawn placeholder where one is missing."""

from __future__ import annotations

import json
import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kivy.core.image import Image as CoreImage
from kivy.graphics.texture import Texture

if TYPE_CHECKING:
    from screens.theme import Colour

log = logging.getLogger(__name__)


class Album:
    """The pack's pictures. Atlas pages are loaded on first use; ``release`` drops one atlas."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._index: dict[str, dict[str, int]] = {}
        self._atlases: dict[str, dict[str, Texture]] = {}
        self._missing: set[str] = set()
        self._placeholder: Texture | None = None

    def open(self, folder: Path) -> None:
        """Use the ``pictures`` folder of a pack."""
        self._folder = folder
        self._atlases.clear()
        self._missing.clear()
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
            found = self._atlas(best).get(name)
            if found is not None:
                return found
        if name not in self._missing:
            self._missing.add(name)
            log.warning("picture %s is missing", name)
        return self._blank()

    def release(self, atlas: str) -> None:
        """Forget one atlas so that its textures can go."""
        self._atlases.pop(atlas, None)

    def _atlas(self, name: str) -> dict[str, Texture]:
        if name not in self._atlases:
            self._atlases[name] = self._load(name)
        return self._atlases[name]

    def _load(self, name: str) -> dict[str, Texture]:
        assert self._folder is not None
        try:
            pages: dict[str, dict[str, list[int]]] = json.loads(
                (self._folder / f"{name}.atlas").read_text()
            )
            found: dict[str, Texture] = {}
            for file, regions in pages.items():
                page: Any = CoreImage(str(self._folder / file), nocache=True).texture
                for picture, (x, y, w, h) in regions.items():
                    found[picture] = page.get_region(x, y, w, h)
            return found
        except Exception:
            log.exception("atlas %s cannot be read", name)
            return {}

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
