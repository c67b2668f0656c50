"""Layers of thread and resin as a beam.

Classical laminate theory for a beam bent about one axis (R. M. Jones, «Mechanics of Composite
Materials», the chapters on a lamina off its axes and on strength; R. F. Gibson, «Principles of
Composite Material Mechanics», laminated beams in pure bending):

    1/Ex = c^4/E1 + s^4/E2 + (1/G12 - 2 nu12/E1) s^2 c^2        a layer turned by an angle
    EI   = b * sum of Ex (t^3/12 + t (z - z0)^2)                layers that act as one body
    strain = (z - z0) M / EI                                    plane sections stay plane

and the Tsai-Hill criterion says which layer gives first. A dry layer is cloth: it slides, so it
bends about its own middle and has no share in the second term.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

THICK = 0.5e-3
"""Thickness of a layer, m: a heavy cloth."""
WIDE = 0.06
"""Width of the bar, m."""
SPAN = 0.20
"""Between the supports, m."""
DRY = 0.03
"""The share of its stiffness a layer of threads keeps without resin: threads buckle and slide."""
ANGLES = (0, 45, 90, 135)
"""How a sheet may lie, degrees between its threads and the bar."""


@dataclass(frozen=True)
class Cloth:
    """A sheet with its threads one way, soaked: moduli and strengths in Pa."""

    along: float
    across: float
    shear: float
    poisson: float
    strong: float
    """Along its threads."""
    weak: float
    """Across them."""
    sheared: float
    """In shear."""


CLOTHS = {
    "carbon": Cloth(135e9, 9e9, 5e9, 0.30, 1500e6, 50e6, 70e6),
    "glass": Cloth(40e9, 8e9, 4e9, 0.25, 1000e6, 40e6, 60e6),
}
"""Typical of epoxy with these threads, as textbooks tabulate them, rounded."""


@dataclass(frozen=True)
class Layer:
    """One sheet of the stack."""

    cloth: str
    angle: int
    """One of :data:`ANGLES`."""
    soaked: float = 0.0
    """How far resin has filled it, 0 to 1."""

    @property
    def modulus(self) -> float:
        """Stiffness along the bar as soaked as it is, Pa."""
        return modulus(self.cloth, self.angle) * (DRY + (1 - DRY) * self.soaked)

    def soak(self, more: float) -> Layer:
        """The same with more resin."""
        return replace(self, soaked=min(1.0, self.soaked + more))


def modulus(cloth: str, angle: float) -> float:
    """Ex of a soaked sheet whose threads lie ``angle`` degrees off the bar, Pa."""
    one = CLOTHS[cloth]
    c2 = math.cos(math.radians(angle)) ** 2
    s2 = 1 - c2
    mixed = 1 / one.shear - 2 * one.poisson / one.along
    return 1 / (c2 * c2 / one.along + s2 * s2 / one.across + mixed * s2 * c2)


def tsai_hill(cloth: str, angle: float, stress: float) -> float:
    """How near a sheet is to giving under ``stress`` along the bar, Pa: 1 is the limit. The square
    root of the criterion, so that it grows in step with the load."""
    one = CLOTHS[cloth]
    c2 = math.cos(math.radians(angle)) ** 2
    s2 = 1 - c2
    along, across, shear = stress * c2, stress * s2, stress * math.sqrt(s2 * c2)
    found = (
        (along / one.strong) ** 2
        - along * across / one.strong**2
        + (across / one.weak) ** 2
        + (shear / one.sheared) ** 2
    )
    return math.sqrt(max(0.0, found))


def neutral(stack: Sequence[Layer]) -> float:
    """Where nothing is stretched, m above the foot of the stack."""
    shares = [layer.soaked * layer.modulus for layer in stack]
    whole = sum(shares)
    if whole <= 0:
        return len(stack) * THICK / 2
    return sum(share * (k + 0.5) * THICK for k, share in enumerate(shares)) / whole


def bending(stack: Sequence[Layer]) -> float:
    """EI of a stack, N m^2; 0 of none."""
    middle = neutral(stack)
    own = THICK**3 / 12
    return WIDE * sum(
        layer.modulus * (own + layer.soaked * THICK * ((k + 0.5) * THICK - middle) ** 2)
        for k, layer in enumerate(stack)
    )


def stiffness(stack: Sequence[Layer]) -> float:
    """Newtons a metre of the middle of a bar on two supports: 48 EI / L^3."""
    return 48 * bending(stack) / SPAN**3


def loads(stack: Sequence[Layer], force: float) -> list[float]:
    """How near each layer is to giving under a force in the middle, N: 1 is the limit."""
    stiff = bending(stack)
    if stiff <= 0:
        return []
    bent = force * SPAN / 4 / stiff
    middle = neutral(stack)
    found = []
    for k, layer in enumerate(stack):
        own = THICK / 2
        if layer.soaked > 0:
            own += layer.soaked * abs((k + 0.5) * THICK - middle)
        # Dry threads slip before they break: what they carry is small, and so is their fault.
        found.append(tsai_hill(layer.cloth, layer.angle, layer.modulus * own * bent))
    return found


def holds(stack: Sequence[Layer]) -> float:
    """The force in the middle at which the first layer gives, N; 0 where there is none."""
    worst = max(loads(stack, 1.0), default=0.0)
    return 1 / worst if worst > 0 else 0.0
