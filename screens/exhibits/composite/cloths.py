"""What threads look like: from above and from the side, turned each way, without a seam."""

from __future__ import annotations

from functools import cache

from kivy.graphics.texture import Texture

from content.exhibition.exhibits.composite.laminate import ANGLES

SIDE = 64
EDGE = 16
"""Texels of the side of a layer, over its thickness."""
THREAD = 8
"""Texels from thread to thread."""
SHADES = {
    "carbon": ((26, 29, 44), (52, 57, 80), (96, 104, 138), (58, 63, 88)),
    "glass": ((158, 196, 206), (206, 232, 236), (244, 253, 253), (200, 228, 232)),
}
"""Over a thread: its dark side, its slope, its gleam, its slope."""
PLAIN = {"carbon": (0, 0, 0), "glass": (255, 255, 255)}
INK = (0, 0, 0)


@cache
def face(cloth: str, angle: int, bare: bool) -> Texture:
    """A sheet from above with its threads at one of ``ANGLES``; it tiles."""
    assert angle in ANGLES
    pixels = bytearray()
    for y in range(SIDE):
        for x in range(SIDE):
            across = {0: y, 45: x - y, 90: x, 135: x + y}[angle]
            pixels += _thread(cloth, across, bare)
    return _tiled(SIDE, SIDE, pixels)


@cache
def edge(cloth: str, angle: int, bare: bool) -> Texture:
    """A layer from the side: long threads where they lie along it, their ends where they cross."""
    pixels = bytearray()
    for y in range(EDGE):
        for x in range(SIDE):
            if y in (0, EDGE - 1):
                pixels += bytes((*(INK if bare else SHADES[cloth][0]), 255))
                continue
            across = {0: y * 2, 45: x - 2 * y, 90: x, 135: x + 2 * y}[angle]
            if angle == 90 and not bare:
                far = abs(x % THREAD - THREAD / 2 + 0.5) / 4 + abs(y - EDGE / 2 + 0.5) / 8
                shade = SHADES[cloth][2 if far < 0.5 else 1 if far < 0.95 else 0]
                pixels += bytes((*shade, 255))
                continue
            pixels += _thread(cloth, across, bare)
    return _tiled(SIDE, EDGE, pixels)


def _thread(cloth: str, across: int, bare: bool) -> bytes:
    place = across % THREAD
    if bare:
        ink = place < (6 if cloth == "carbon" else 2)
        return bytes((*(INK if ink else (255, 255, 255)), 255))
    return bytes((*SHADES[cloth][(0, 1, 2, 2, 2, 3, 3, 0)[place]], 255))


def _tiled(wide: int, tall: int, pixels: bytearray) -> Texture:
    texture = Texture.create(size=(wide, tall), colorfmt="rgba")
    texture.wrap = "repeat"
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture
