"""Full-text search over the content: word forms, typing errors, beginnings of words, the wrong
keyboard layout.

``Search(library).find("токарем", town="vyazma")`` answers hits, the best first.
"""

from kiosk.search.entries import KINDS, Kind
from kiosk.search.index import Hit, Search

__all__ = ["KINDS", "Hit", "Kind", "Search"]
