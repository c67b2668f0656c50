"""Where the parts of the kitchen stand: geometry, px; sides in design units."""

from __future__ import annotations

from dataclasses import dataclass

from screens.games.playpage import wide
from screens.page import Box
from screens.units import measure, u

GAP = 24
"""Design units between the parts."""


@dataclass(frozen=True)
class Plan:
    """``table`` is the height of the table's far edge; points are middles."""

    table: float
    card: Box
    baker: tuple[float, float]
    baker_side: float
    bowl: tuple[float, float]
    bowl_side: float
    oven: tuple[float, float]
    oven_side: float


def plan(stand: Box) -> Plan:
    """The kitchen in the room above the tray: on two floors where it stands, else in a row."""
    return _in_a_row(stand) if wide(stand) else _on_two_floors(stand)


def _on_two_floors(stand: Box) -> Plan:
    """The recipe and the baker at the wall, bowl and oven on the table before them."""
    table = stand.y + stand.height * 0.52
    gap = u(GAP)
    upper = stand.top - table - 2 * gap
    # A picture of a person has air at its sides.
    baker = min(stand.width * 0.5, upper * 0.9)
    card_wide = stand.width - baker * 0.9
    side = min(stand.width / 2 - gap, (table - stand.y) * 0.84)
    low = stand.y + (table - stand.y) * 0.46
    return Plan(
        table=table,
        card=Box(stand.x, table + gap * 1.5, card_wide, upper - gap * 0.5),
        baker=(stand.x + stand.width - baker / 2 + u(20), table + baker / 2),
        baker_side=baker / measure.unit,
        bowl=(stand.x + stand.width * 0.25, low),
        bowl_side=side / measure.unit,
        oven=(stand.x + stand.width * 0.75, low + u(20)),
        oven_side=side / measure.unit,
    )


def _in_a_row(stand: Box) -> Plan:
    """All along the table; the baker stands behind it."""
    table = stand.y + stand.height * 0.36
    gap = u(GAP)
    side = min(stand.width * 0.24, stand.height * 0.92)
    baker = min(stand.width * 0.2, (stand.top - table) * 1.02)
    # Half of the baker may be behind the card and the bowl.
    shown = baker * 0.62
    card_wide = min(stand.width - 2 * side - shown - gap, u(620))
    spare = (stand.width - card_wide - 2 * side - shown) / 3
    bowl = stand.x + card_wide + shown + 2 * spare + side / 2
    return Plan(
        table=table,
        card=Box(stand.x, stand.y + gap / 2, card_wide, stand.height - gap),
        baker=(stand.x + card_wide + spare + shown / 2, table + baker / 2 - u(6)),
        baker_side=baker / measure.unit,
        bowl=(bowl, stand.y + side / 2 + u(4)),
        bowl_side=side / measure.unit,
        oven=(stand.x + stand.width - side / 2, stand.y + side / 2 + u(10)),
        oven_side=side / measure.unit,
    )
