"""Where everything lies on the milling machine's page."""

from __future__ import annotations

from dataclasses import dataclass

from content.exhibition.exhibits.milling.plate import SIDE
from screens.page import Box

STANDING = 1.05
HEADROOM = 0.15
"""What the beam takes above the table, in sides of it."""
BLANKS = 3
SIGNS = 4


@dataclass(frozen=True)
class Places:
    """``plate`` is the plate lying on the table; ``grip`` is what lifts it."""

    plate: Box
    table: Box
    grip: Box
    signs: tuple[Box, ...]
    blanks: tuple[Box, ...]

    @property
    def scale(self) -> float:
        """Pixels of a millimetre."""
        return self.plate.width / SIDE

    def to_px(self, x: float, y: float) -> tuple[float, float]:
        """A place on the lying plate, mm, on the glass."""
        return self.plate.x + x * self.scale, self.plate.y + y * self.scale

    def to_mm(self, x: float, y: float) -> tuple[float, float]:
        """The other way round."""
        return (x - self.plate.x) / self.scale, (y - self.plate.y) / self.scale


def places(box: Box) -> Places:
    """Standing: signs, table, blanks from the top. Lying: blanks, table, signs from the left."""
    if box.height > box.width * STANDING:
        signs = min(box.height * 0.19, box.width * 0.26)
        rack = box.width * 0.17
        table = min(box.width - rack * 1.12, (box.height - signs) / (1 + HEADROOM))
        low = box.y + (box.height - signs - table * (1 + HEADROOM)) * 0.4
        found = Box(box.x + box.width - table, low, table, table)
        cell = box.width / SIGNS
        sky = tuple(
            Box(box.x + cell * number, box.top - signs, cell, signs) for number in range(SIGNS)
        )
        pitch = min(rack * 1.16, table / (BLANKS + 1))
        wide = min(rack, pitch * 0.9)
        left = box.x + (found.x - box.x - wide) * 0.3
        blanks = tuple(
            Box(left, low + table - pitch * number - wide, wide, wide) for number in range(BLANKS)
        )
        grip = Box(left, low, wide, max(wide, table - pitch * BLANKS - wide * 0.25))
    else:
        rack = min(box.width * 0.15, box.height * 0.27)
        sky_wide = min(box.width * 0.3, box.height * 0.62)
        table = min(box.height / (1 + HEADROOM), box.width - rack - sky_wide * 1.05)
        left = box.x + rack + (box.width - rack - sky_wide - table) / 2
        found = Box(left, box.y + (box.height - table * (1 + HEADROOM)) / 2, table, table)
        cell, tall = sky_wide / 2, box.height * 0.36
        sky = tuple(
            Box(box.x + box.width - sky_wide + cell * (number % 2),
                box.top - tall * (1 + number // 2), cell, tall)
            for number in range(SIGNS)
        )  # fmt: skip
        pitch = box.height / BLANKS
        wide = min(rack * 0.9, pitch * 0.86)
        blanks = tuple(
            Box(box.x, box.top - pitch * (number + 0.5) - wide / 2, wide, wide)
            for number in range(BLANKS)
        )
        grip = Box(
            box.x + box.width - sky_wide * 0.94, box.y + box.height * 0.03,
            sky_wide * 0.88, box.height * 0.2,
        )  # fmt: skip
    edge = found.width * 0.06
    plate = Box(
        found.x + edge, found.y + edge * 0.8, found.width - 2 * edge, found.width - 2 * edge
    )
    return Places(plate, found, grip, sky, blanks)
