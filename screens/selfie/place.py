"""Where things lie in the frame, px. Nothing is drawn here."""

from __future__ import annotations

from typing import NamedTuple

Room = tuple[float, float, float, float]


class Photo(NamedTuple):
    """The frame from the bottom left, its rim, and the ribbon with the words at its foot."""

    x: float
    y: float
    width: float
    height: float
    rim: float
    ribbon: float

    @property
    def glass(self) -> Room:
        """The mirror itself: inside the rim, over the ribbon."""
        low = self.rim + self.ribbon
        return (
            self.x + self.rim,
            self.y + low,
            self.width - 2 * self.rim,
            self.height - low - self.rim,
        )


def photo(room: Room, size: tuple[int, int], rim: float, ribbon: float) -> Photo:
    """The greatest frame in ``room`` whose mirror has the proportion of ``size``, in the
    middle."""
    x, y, wide, tall = room
    across = max(1.0, wide - 2 * rim)
    along = max(1.0, tall - 2 * rim - ribbon)
    scale = min(across / size[0], along / size[1])
    width = size[0] * scale + 2 * rim
    height = size[1] * scale + 2 * rim + ribbon
    return Photo(
        round(x + (wide - width) / 2), round(y + (tall - height) / 2), round(width),
        round(height), rim, ribbon,
    )  # fmt: skip


def within(room: Room, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """The place nearest to ``x, y`` at which a thing of this size lies inside the room; at its
    lower left corner where it is too large."""
    left, low, wide, tall = room
    return (
        max(left, min(x, left + wide - width)),
        max(low, min(y, low + tall - height)),
    )
