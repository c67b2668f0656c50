"""The index: SQLite's FTS5 in memory, over stems made here."""

from __future__ import annotations

import threading
from collections.abc import Collection
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


class _Listed(NamedTuple):
    """What there is to find; enough while nothing is asked."""

    entries: list[Entry]
    titles: list[tuple[str, str]]
    """Titles in Russian and English as they are compared and ordered."""


class _Words(NamedTuple):
    """The words of it. A row of the table is an entry's place in the list."""

    vocabulary: Vocabulary
    table: Any


class Search:
    """The search over one library. Built by :meth:`prepare` or on first use; may be asked from
    any thread."""

    _lock = threading.Lock()
    """One for all searches: a stemmer serves one thread at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._listed: _Listed | None = None
        self._words: _Words | None = None

    def prepare(self) -> None:
        """Build the index where it is not there yet: for the worker, ahead of the first word."""
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
            built = self._all()
            wanted = [
                place
                for place, entry in enumerate(built.entries)
                if (kinds is None or entry.kind in kinds)
                and (town is None or town in entry.towns or town in entry.near)
                and (cluster is None or cluster in entry.clusters)
            ]
            asked = split(text)
            terms = self._ready().vocabulary.terms(_without_small(text)) if asked else []
            if terms:
                ranked = self._ranked(terms, text, set(wanted))
            elif asked and not _only_small(text):
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

    def _all(self) -> _Listed:
        if self._listed is None:
            found = entries(self._library)
            titles = [(plain(entry.shown.ru), plain(entry.shown.en)) for entry in found]
            self._listed = _Listed(found, titles)
        return self._listed

    def _ready(self) -> _Words:
        if self._words is None:
            self._words = _words_of(self._all().entries)
        return self._words

    def _ranked(
        self, terms: list[list[str]], text: str, wanted: set[int]
    ) -> dict[int, tuple[int, float]]:
        """Place -> (tier, score) of the wanted entries that fit."""
        built, table = self._all(), self._ready().table
        each = ["(" + " OR ".join(map(_quoted, alternatives)) + ")" for alternatives in terms]
        every = " AND ".join(each)
        rows = _rows(table, every) or (_rows(table, " OR ".join(each)))
        in_title = {place for place, _score in _rows(table, "title : (" + every + ")")}
        typed = plain(text).strip()

        def tier(place: int) -> int:
            titles = built.titles[place]
            if place not in in_title:
                return REST
            if typed in titles:
                return EXACT
            return BEGINS if any(title.startswith(typed) for title in titles) else IN_TITLE

        return {place: (tier(place), score) for place, score in rows if place in wanted}


def _words_of(found: list[Entry]) -> _Words:
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
    return _Words(Vocabulary({word: root for word, root in met.items() if root}), table)


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
