"""What a visitor looks for. It lives as long as the visit, is never journalled, and survives a
change of mode, language or size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from kiosk.search import KINDS, Kind
from screens.exhibition.found import Found

if TYPE_CHECKING:
    from kiosk.visit import Visit
    from screens.kiosk import Kiosk

EVERYTHING = 1_000_000
"""More than any library has: a list shows all there is."""
_wishes: WeakKeyDictionary[Visit, Wish] = WeakKeyDictionary()


@dataclass
class Wish:
    """The words typed so far and the filters set; an empty one filters nothing."""

    text: str = ""
    kind: str = ""
    town: str = ""
    cluster: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    """The screen's arguments it began with."""

    @classmethod
    def of(cls, kiosk: Kiosk, args: dict[str, Any]) -> Wish:
        """The visitor's wish; a new one where the screen was opened with other filters."""
        kept = _wishes.get(kiosk.visit) if kiosk.visit is not None else None
        if kept is not None and (not args or kept.args == args):
            return kept
        known = {name: str(args.get(name, "")) for name in ("kind", "town", "cluster")}
        made = cls(**known, args=dict(args))
        if kiosk.visit is not None:
            _wishes[kiosk.visit] = made
        return made

    @property
    def is_empty(self) -> bool:
        """Whether everything fits."""
        return not (self.text.strip() or self.kind or self.town or self.cluster)

    def clear(self) -> None:
        """Look for everything again."""
        self.text = self.kind = self.town = self.cluster = ""

    def found(self, kiosk: Kiosk, lang: str) -> list[Found]:
        """What fits, the best first; of events only those on today's board."""
        kinds: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind == self.kind) or KINDS
        hits = kiosk.machine.search.find(
            self.text,
            kinds=kinds,
            town=self.town or None,
            cluster=self.cluster or None,
            limit=EVERYTHING,
            lang=lang,
        )
        on = {entry.event.id for entry in kiosk.board()}
        return [Found(hit, kiosk) for hit in hits if hit.kind != "event" or hit.id in on]
