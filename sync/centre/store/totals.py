"""Counts over the whole store, for ``centre records``."""

from __future__ import annotations

from sqlalchemy import func, select

from sync.centre.store.engine import Store
from sync.centre.store.tables import conflicts, kiosks, quarantine, records


def totals(store: Store) -> dict[str, int | dict[str, int]]:
    """``{total, by_kind, by_kiosk, quarantined, conflicts}``; the total is without the last two.
    Kiosks without records are counted as 0."""
    with store.read() as connection:
        kinds = connection.execute(
            select(records.c.kind, func.count()).group_by(records.c.kind).order_by(records.c.kind)
        ).all()
        by_kiosk = dict.fromkeys(connection.execute(select(kiosks.c.id)).scalars(), 0)
        counted = select(records.c.kiosk, func.count()).group_by(records.c.kiosk)
        by_kiosk |= {row[0]: row[1] for row in connection.execute(counted)}
        return {
            "total": sum(row[1] for row in kinds),
            "by_kind": {row[0]: row[1] for row in kinds},
            "by_kiosk": by_kiosk,
            "quarantined": connection.execute(
                select(func.count()).select_from(quarantine)
            ).scalar_one(),
            "conflicts": connection.execute(
                select(func.count()).select_from(conflicts)
            ).scalar_one(),
        }
