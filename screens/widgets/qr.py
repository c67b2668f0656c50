"""The QR card: a code one's phone reads from an arm's length."""

from __future__ import annotations

from typing import Any

from kivy.graphics.texture import Texture
from kivy.properties import ObjectProperty
from kivy.uix.widget import Widget

from screens.kv import load_kv
from screens.theme import _
from screens.units import u

load_kv(__file__)

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


def qr_texture(address: str) -> Texture:
    """The code of an address as a texture of one pixel a module, quiet zone included."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(address)
    code.make(fit=True)
    matrix = code.get_matrix()
    side = len(matrix)
    dark, light = bytes((20, 24, 58)), b"\xff\xff\xff"
    rows = [b"".join(dark if cell else light for cell in row) for row in reversed(matrix)]
    texture = Texture.create(size=(side, side), colorfmt="rgb")
    texture.mag_filter = texture.min_filter = "nearest"
    texture.blit_buffer(b"".join(rows), colorfmt="rgb", bufferfmt="ubyte")
    return texture


class QrCode(Widget):
    """A QR code in a rounded ink frame. ``role`` lets a tour and a reader find it."""

    texture = ObjectProperty(None, allownone=True)
    role = "image"

    def __init__(self, address: str, side: float = 520, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint", (None, None))
        super().__init__(size=(u(side), u(side)), **kwargs)
        self.label = _("QR-код")
        self.address = address
        self.texture = qr_texture(address)
