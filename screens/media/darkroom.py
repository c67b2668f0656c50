"""Photographs decoded off the frame: one worker thread while a screen shows any.

What lies in a pack was checked when it was built; here a file may yet be gone or damaged, so its
size is looked at before it is decoded, and every fault ends as «cannot be shown».
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kivy.clock import Clock
from kivy.graphics.texture import Texture

log = logging.getLogger(__name__)
MOST_BYTES, MOST_PIXELS = 8 << 20, 4 << 20
"""Of a photograph in a pack, with room to spare: they are 1600 px at most."""


class Unshown(Exception):
    """The file cannot be shown."""


@dataclass(frozen=True)
class Print:
    """A decoded photograph: RGBA from the top down."""

    size: tuple[int, int]
    pixels: bytes

    def texture(self) -> Texture:
        """The same for the screen; on the main thread only."""
        texture = Texture.create(size=self.size, colorfmt="rgba")
        texture.blit_buffer(self.pixels, colorfmt="rgba", bufferfmt="ubyte")
        texture.flip_vertical()
        return texture


@dataclass(frozen=True)
class Order:
    """What is wanted: a photograph that fills ``room`` px (``cover``) or fits into it, with
    corners of ``radius`` px."""

    path: Path
    room: tuple[int, int]
    cover: bool = False
    radius: int = 0


class Darkroom:
    """Takes orders; ``done`` is called on the main thread with a texture, or None where the file
    cannot be shown. After :meth:`close` nobody is called and no thread is left."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None
        self._open = 0

    def ask(self, order: Order, done: Callable[[Texture | None], None]) -> None:
        """Have a photograph decoded."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "darkroom")
        future = self._pool.submit(develop, order)
        future.add_done_callback(partial(self._hand_over, self._open, order, done))

    def close(self) -> None:
        """Drop what waits and end the thread; what is under way takes some 50 ms at most."""
        self._open += 1
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _hand_over(
        self,
        opened: int,
        order: Order,
        done: Callable[[Texture | None], None],
        future: Future[Print],
    ) -> None:
        if future.cancelled():
            return

        def give(_dt: float) -> None:
            if opened != self._open:
                return
            fault = future.exception()
            if fault is not None:
                log.warning("photograph %s: %s", order.path.name, fault)
            done(None if fault is not None else future.result().texture())

        if opened == self._open:
            Clock.schedule_once(give, 0)


def develop(order: Order) -> Print:
    """Decode a photograph; raises :class:`Unshown`."""
    from PIL import Image, ImageOps

    try:
        if not order.path.is_file() or order.path.stat().st_size > MOST_BYTES:
            raise Unshown("missing or too large")
        with Image.open(order.path, formats=("JPEG",)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Unshown(f"{image.width}x{image.height} pixels")
            image.draft("RGB", order.room)
            if order.cover:
                shown = ImageOps.fit(image.convert("RGB"), order.room)
            else:
                shown = ImageOps.contain(image.convert("RGB"), order.room)
            whole = shown.convert("RGBA")
            _round_off(whole, order.radius)
            return Print(whole.size, whole.tobytes())
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise Unshown(str(error)) from error


def _round_off(image: Any, radius: int) -> None:
    """Clear the corners of an RGBA image; smooth, for they are drawn four times as large."""
    if radius < 1 or 2 * radius > min(image.size):
        return
    from PIL import Image, ImageDraw

    disc = Image.new("L", (8 * radius, 8 * radius))
    ImageDraw.Draw(disc).ellipse((0, 0, 8 * radius - 1, 8 * radius - 1), fill=255)
    disc = disc.resize((2 * radius, 2 * radius), Image.Resampling.BOX)
    mask = Image.new("L", image.size, 255)
    for x in (0, 1):
        for y in (0, 1):
            quarter = disc.crop((x * radius, y * radius, (x + 1) * radius, (y + 1) * radius))
            mask.paste(quarter, (x * (image.width - radius), y * (image.height - radius)))
    image.putalpha(mask)
