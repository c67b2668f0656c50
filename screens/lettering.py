"""Text as a texture of brightness and coverage: half the memory of Kivy's labels, which keep four
bytes a pixel and the label itself."""

from __future__ import annotations

from typing import Any

from kivy.core.text import Label as CoreLabel
from kivy.graphics.texture import Texture


class _Catch:
    """Stands where a label has its texture, and takes the pixels."""

    data: Any = None

    def blit_data(self, data: Any) -> None:
        self.data = data


def lettering(
    text: str, font: str, size: float, *, halign: str = "left", line_height: float = 1.0
) -> Texture | None:
    """White letters on nothing, as large as they need; None where there is nothing to draw. To be
    drawn at its own size on whole pixels: it is sampled without filtering."""
    label = CoreLabel(
        text=text,
        font_name=font,
        font_size=size,
        halign=halign,
        line_height=line_height,
        color=(1, 1, 1, 1),
    )
    label.resolve_font_name()
    label._size_texture = label._size = label.render()
    if min(label._size) <= 1:
        return None
    caught = _Catch()
    label.texture = caught
    label.render(real=True)
    if caught.data is None:
        return None
    wide, tall = caught.data.width, caught.data.height
    pixels = bytearray(b"\xff") * (2 * wide * tall)
    pixels[1::2] = bytes(caught.data.data)[3::4]
    texture = Texture.create(size=(wide, tall), colorfmt="luminance_alpha")
    texture.blit_buffer(bytes(pixels), colorfmt="luminance_alpha", bufferfmt="ubyte")
    texture.flip_vertical()
    texture.mag_filter = texture.min_filter = "nearest"
    return texture
