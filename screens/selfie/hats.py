"""What one may put on in the frame, by the cluster of the trade."""

from __future__ import annotations

HELMET, CAP, MORTARBOARD = "rescue-workers-helmet", "billed-cap", "graduation-cap"
HATS = {
    "construction": HELMET,
    "machines": HELMET,
    "nuclear": HELMET,
    "composites": HELMET,
    "woodworking": HELMET,
    "railways": CAP,
    "farming": CAP,
    "flax": CAP,
    "medicine": "stethoscope",
    "chemistry": "goggles",
    "diamonds": "crown",
}


def hat_of(clusters: list[str]) -> str:
    """A picture's name; a mortarboard suits every trade, for all of them are learnt."""
    return next((HATS[one] for one in clusters if one in HATS), MORTARBOARD)
