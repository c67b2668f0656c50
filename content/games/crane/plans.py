"""What can be built: parts in their places, as a drawing of a front shows them.

Measures are parts of a panel, a wall as wide as it is high; ``y`` is counted from the ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SLAB, FLOOR, ROOF, TOP = 0.2, 0.14, 0.66, 0.45
"""Heights of a foundation, of a storey's floor, of a roof and of what stands on it."""
SUNK = 0.12
"""How deep below the slope a chimney begins, above the eaves."""
EAVES = 0.12
"""How far a roof juts out."""


@dataclass(frozen=True)
class Part:
    """A place for a part of this ``kind``: its lower left corner, its width and height."""

    place: str
    kind: str
    x: float
    y: float
    width: float
    height: float

    def rests_on(self, other: Part) -> bool:
        """Whether the other one carries this: its foot is on it, or in it as a chimney's is."""
        foot = other.y < self.y - 0.01 <= other.y + other.height
        return foot and other.x < self.x + self.width and self.x < other.x + other.width


Plan = tuple[Part, ...]


def _build(
    storeys: Sequence[Sequence[str]],
    *,
    slab: str,
    roof: str,
    floor: str = "floor",
    floors: bool = True,
    pitched: bool = True,
    top: str = "",
) -> Plan:
    """Storeys of panels from below, on a slab, under a roof; a chimney stands in the slope of a
    pitched roof, whatever else ``top`` is in the middle of a flat one."""
    wide = float(len(storeys[0]))
    found = [("slab", slab, -EAVES / 2, 0.0, wide + EAVES, SLAB)]
    y = SLAB
    for level, panels in enumerate(storeys):
        if level and floors:
            found.append((f"floor {level}", floor, 0.0, y, wide, FLOOR))
            y += FLOOR
        found += [
            (f"wall {level} {column}", kind, float(column), y, 1.0, 1.0)
            for column, kind in enumerate(panels)
        ]
        y += 1.0
    high = ROOF if pitched else FLOOR
    found.append(("roof", roof, -EAVES, y, wide + 2 * EAVES, high))
    if top:
        if pitched:
            found.append(("top", top, wide * 0.68, y + SUNK, 0.4, ROOF + 0.1))
        else:
            found.append(("top", top, wide * 0.5 - 0.2, y + high, 0.4, TOP))
    return tuple(Part(*one) for one in found)


PLANS: dict[str, Plan] = {
    "hut": _build([["door"]], slab="narrow-slab", roof="narrow-roof"),
    "cottage": _build([["door", "window"]], slab="slab", roof="roof", top="chimney"),
    "lodge": _build([["window", "door"]], slab="slab", roof="roof", top="chimney"),
    "home": _build(
        [["door", "window"], ["window", "window"]], slab="slab", roof="roof", top="chimney"
    ),
    "villa": _build(
        [["window", "door"], ["window", "window"]], slab="slab", roof="roof", top="chimney"
    ),
    "slim": _build(
        [["door"], ["window"]], slab="narrow-slab", roof="narrow-roof", floor="narrow-floor"
    ),
    "school": _build(
        [["class", "gate", "class"], ["class", "clock", "class"]],
        slab="wide-slab",
        roof="wide-flat-roof",
        floor="wide-floor",
        pitched=False,
        top="flag",
    ),
    "tower": _build(
        [["entrance", "balcony"], ["balcony", "balcony"], ["balcony", "balcony"]],
        slab="slab",
        roof="flat-roof",
        pitched=False,
        floors=False,
        top="antenna",
    ),
}
"""By name."""


SIZES = {
    part.kind: (part.width, part.height) for plan in PLANS.values() for part in plan
}  # fmt: skip
"""The width and height of each kind: the same in every plan."""
TWINS = {"slab": "narrow-slab", "roof": "narrow-roof", "floor": "narrow-floor"}
OTHER_SIZE = TWINS | {small: large for large, small in TWINS.items()}
"""What looks like a part and is of another size."""


def carriers(plan: Plan, part: Part) -> list[Part]:
    """What must stand before a part can: all it rests on; nothing for what lies on the ground."""
    return [other for other in plan if part.rests_on(other)]
