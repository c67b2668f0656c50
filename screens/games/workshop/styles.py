"""How each workshop looks: the colours of its walls and boards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """Colours as #RRGGBB; ``pattern`` of the wall: ``planks``, ``tiles`` or ``dots``."""

    wall: str
    mark: str
    """Of the wall's pattern."""
    panel: str
    """What things hang on."""
    board: str
    front: str
    """Under the bench."""
    awning: str
    pattern: str


STYLES = {
    "joinery": Style("#FFF0D6", "#F2DBB4", "#F7D9A8", "#C98A4B", "#E2B277", "#F08A3C", "planks"),
    "garage": Style("#E4EEF8", "#CBDCEC", "#C5D6E8", "#5E7FA8", "#A9C0DA", "#E2574C", "tiles"),
    "kitchen": Style("#EAF8F3", "#CDEBE0", "#CFEFE4", "#4FA58C", "#A5D9C8", "#2FA36B", "tiles"),
    "farm": Style("#FCEBE0", "#F3D5C4", "#F6D2BD", "#B5694A", "#DD9E82", "#6BAF4B", "planks"),
    "sewing": Style("#F6ECFF", "#E2CFF7", "#E6D5FA", "#8B6FC8", "#C9B3EE", "#D46AB0", "dots"),
}
"""By the workshop's id."""
