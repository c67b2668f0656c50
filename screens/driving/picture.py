"""A picture of the window: its exact pixels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels
from kivy.lang import Builder
from PIL import Image

from screens.damage import damage

QUICK = 3
"""zlib's level: twice as quick as the usual one and hardly larger."""


def take(window: Any) -> Image.Image:
    """What is on the glass, drawn anew where something has changed: RGB, 8 bits."""
    Builder.sync()
    if window.canvas.needs_redraw:
        damage.all()
        window.dispatch("on_draw")
        window.dispatch("on_flip")
    return read(window)


def read(window: Any) -> Image.Image:
    """What is on the glass as it is: RGB, 8 bits."""
    width, height = (int(side) for side in window.size)
    pixels = glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE)
    image = Image.frombytes("RGB", (width, height), bytes(pixels))
    return image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def save(window: Any, file: Path) -> Path:
    """Write what is on the glass as a PNG."""
    file.parent.mkdir(parents=True, exist_ok=True)
    take(window).save(file, compress_level=QUICK)
    return file
