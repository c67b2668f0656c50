"""The index: SQLite's FTS5 in memory, over stems made here."""

from __future__ import annotations

import threading
from collections.abc import Collection
from functools import lru_cache
from typing import Any, NamedTuple

from content.library import Library
from kiosk.search.entries import KINDS, Entry, Kind, entries
from kiosk.search.vocabulary import Vocabulary
from kiosk.search.words import SMALL, Stems, plain, split

FIELDS = ("title", "name", "keys", "body")
WEIGHTS = (12.0, 6.0, 3.0, 1.0)
"""How much a word in each field says; bm25's weights."""


EXACT, BEGINS, IN_TITLE, REST = range(4)
"""How the title fits what was typed; what fits better comes first, whatever else is said."""


class Hit(NamedTuple):
    """Something found. A higher ``score`` is a better fit; 0 where nothing was asked."""

    kind: Kind
    id: str
    score: float


class _Built(NamedTuple):
    """The index once it is built. A row of the table is an entry's place in the list."""

    entries: list[Entry]
    titles: list[tuple[str, str]]
    """Titles in Russian and English as they are compared and ordered."""
    vocabulary: Vocabulary
    table: Any


class Search:
    """The search over one library. Built by :meth:`prepare` or on first use; may be asked from
    any thread."""

    _lock = threading.Lock()
    """One for all searches: a stemmer serves one thread at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._built: _Built | None = None

    @classmethod
    def of(cls, library: Library) -> Search:
        """The library's one search."""
        return _search_of(library)

    def prepare(self) -> None:
        """Build the index where it is not there yet: for the worker, ahead of the first look."""
        with self._lock:
            self._ready()

    def find(
        self,
        text: str,
        *,
        kinds: Collection[Kind] | None = None,
        town: str | None = None,
        cluster: str | None = None,
        limit: int = 50,
        lang: str = "ru",
    ) -> list[Hit]:
        """What fits ``text``, the best first: titles that are it, that begin with it, that have
        its words; then everything else that has them all, or, where nothing has, some.

        An empty text fits everything: by kind, then by the alphabet of ``lang``. With a ``town``
        what is there comes before what only belongs to an industry of the town."""
        with self._lock:
            built = self._ready()
            wanted = [
                place
                for place, entry in enumerate(built.entries)
                if (kinds is None or entry.kind in kinds)
                and (town is None or town in entry.towns or town in entry.near)
                and (cluster is None or cluster in entry.clusters)
            ]
            terms = built.vocabulary.terms(_without_small(text))
            if terms:
                ranked = self._ranked(built, terms, text, set(wanted))
            elif split(text) and not _only_small(text):
                return []
            else:
                ranked = dict.fromkeys(wanted, (0, 0.0))
        side = 1 if lang == "en" else 0

        def order(place: int) -> tuple[Any, ...]:
            entry = built.entries[place]
            tier, score = ranked[place]
            away = town is not None and town not in entry.towns
            title = built.titles[place][side]
            kind, fit = KINDS.index(entry.kind), -round(score, 6)
            # Of what begins alike, a profession is what most people mean.
            ranks = (kind, fit) if tier == BEGINS else (fit, kind)
            return (tier, away, *ranks, title, entry.id)

        places = sorted(ranked, key=order)[:limit]
        return [
            Hit(entry.kind, entry.id, ranked[place][1])
            for place in places
            for entry in (built.entries[place],)
        ]

    def _ready(self) -> _Built:
        if self._built is None:
            self._built = _build(entries(self._library))
        return self._built

    def _ranked(
        self, built: _Built, terms: list[list[str]], text: str, wanted: set[int]
    ) -> dict[int, tuple[int, float]]:
        """Place -> (tier, score) of the wanted entries that fit."""
        each = ["(" + " OR ".join(map(_quoted, alternatives)) + ")" for alternatives in terms]
        every = " AND ".join(each)
        rows = _rows(built.table, every) or (_rows(built.table, " OR ".join(each)))
        in_title = {place for place, _score in _rows(built.table, "title : (" + every + ")")}
        typed = plain(text).strip()

        def tier(place: int) -> int:
            titles = built.titles[place]
            if place not in in_title:
                return REST
            if typed in titles:
                return EXACT
            return BEGINS if any(title.startswith(typed) for title in titles) else IN_TITLE

        return {place: (tier(place), score) for place, score in rows if place in wanted}


@lru_cache(maxsize=1)
def _search_of(library: Library) -> Search:
    # A kiosk shows one library; another takes its place and its memory.
    return Search(library)


def _build(found: list[Entry]) -> _Built:
    from pysqlite3 import dbapi2

    met = Stems()
    table = dbapi2.connect(":memory:", check_same_thread=False)
    table.execute(
        f"CREATE VIRTUAL TABLE entry USING fts5({', '.join(FIELDS)}, content='', tokenize=ascii)"
    )
    table.executemany(
        "INSERT INTO entry (rowid, title, name, keys, body) VALUES (?, ?, ?, ?, ?)",
        (
            (place, met.of(one.title), met.of(one.name), met.of(one.keys), met.of(one.body))
            for place, one in enumerate(found)
        ),
    )
    titles = [(plain(entry.shown.ru), plain(entry.shown.en)) for entry in found]
    return _Built(
        found, titles, Vocabulary({word: root for word, root in met.items() if root}), table
    )


def _rows(table: Any, asked: str) -> list[tuple[int, float]]:
    weights = ", ".join(map(str, WEIGHTS))
    query = f"SELECT rowid, -bm25(entry, {weights}) FROM entry WHERE entry MATCH ?"  # noqa: S608
    return [(int(place), float(score)) for place, score in table.execute(query, (asked,))]


def _quoted(term: str) -> str:
    return f'"{term[:-1]}"*' if term.endswith("*") else f'"{term}"'


def _without_small(text: str) -> str:
    """The text without the words that say nothing, unless the last one is unfinished."""
    chunks = text.split()
    if not chunks:
        return ""
    kept = [chunk for chunk in chunks if plain(chunk) not in SMALL]
    if not kept and not text[-1:].isspace():
        kept = chunks[-1:]
    return " ".join(kept) + (" " if text[-1:].isspace() else "")


def _only_small(text: str) -> bool:
    return all(word in SMALL for word in split(text))
