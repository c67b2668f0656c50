"""The words the content has: which of them somebody may have meant by what was typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kiosk.search.words import other_layout, split, stem

MOST_NEAR = 6
"""Near words taken for one that was mistyped."""
SHORTEST_NEAR = 4
"""A shorter word is taken as it stands: everything is near to it."""
LEAST_BEGINNING = 4
"""Letters of a beginning that still say something."""


class Vocabulary:
    """Words and their stems. A *term* is a stem, or the beginning of one with ``*`` after it; a
    code of the federal list is several in a row."""

    def __init__(self, stem_of: dict[str, str]) -> None:
        self._stem_of = stem_of
        self._words = sorted(stem_of)
        self._stems = sorted(set(stem_of.values()))
        self._known = frozenset(self._stems)
        self._cut = lru_cache(maxsize=4)(self._beginnings)

    def terms(self, text: str) -> list[list[str]]:
        """For each word of what was typed, the terms any of which will do. A word nobody can
        have meant is left out. The last word may be unfinished, unless a space follows it."""
        chunks = text.split()
        if len(chunks) > 1 and all(chunk.isdecimal() for chunk in chunks):
            # "15 01 05" is the code 15.01.05.
            chunks = [".".join(chunks)]
        found: list[list[str]] = []
        for number, chunk in enumerate(chunks):
            open_ended = number == len(chunks) - 1 and not text[-1:].isspace()
            found += self._chunk(chunk, open_ended)
        return found

    def _chunk(self, chunk: str, open_ended: bool) -> list[list[str]]:
        words = split(chunk)
        if len(words) > 1 and all(word.isdecimal() for word in words):
            # A code of the federal list: its groups in this order.
            return [[" ".join(words) + ("*" if open_ended else "")]]
        swapped = split(other_layout(chunk))
        known = self._all_known(words, open_ended)
        if swapped and not known and self._all_known(swapped, open_ended):
            words = swapped
        found = []
        for number, word in enumerate(words):
            ends_open = open_ended and number == len(words) - 1
            terms = self._exactly(word, ends_open) or self._near(word, ends_open)
            if terms:
                found.append(terms)
        return found

    def _all_known(self, words: Sequence[str], open_ended: bool) -> bool:
        last = len(words) - 1
        return bool(words) and all(
            self._exactly(word, open_ended and number == last) for number, word in enumerate(words)
        )

    def _exactly(self, word: str, open_ended: bool) -> list[str]:
        root = stem(word)
        terms = [root] if root in self._known else []
        if not open_ended:
            return terms
        if _begins(self._stems, word):
            terms.append(word + "*")
        elif not terms:
            # The stem of a whole word may lose letters in its middle: станок, станка.
            terms = sorted(self._stems_of(word))[: 4 * MOST_NEAR]
        if root != word and len(root) >= LEAST_BEGINNING and _begins(self._stems, root):
            terms.append(root + "*")
        return terms

    def _near(self, word: str, open_ended: bool) -> list[str]:
        """Terms for a word that is not there as it was typed."""
        if word.isdecimal():
            return []
        if len(word) >= SHORTEST_NEAR:
            most = 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3
            near = self._nearest(word, self._words, self._words, most)
            if open_ended:
                most = 1 if len(word) <= 6 else 2
                for length in (len(word), len(word) + 1):
                    words, cut = self._cut(length)
                    near += self._nearest(word, cut, words, most)
            if near:
                best = min(far for far, _ in near)
                meant = dict.fromkeys(self._stem_of[one] for far, one in near if far == best)
                return list(meant)[: 2 * MOST_NEAR]
        # A word of the same root: программирование, программист.
        for end in range(len(word) - 1, max(LEAST_BEGINNING, len(word) // 2) - 1, -1):
            if _begins(self._stems, word[:end]):
                return [word[:end] + "*"]
        return []

    def _nearest(
        self, word: str, among: Sequence[str], words: Sequence[str], most: int
    ) -> list[tuple[int, str]]:
        found = process.extract(
            word, among, scorer=OSA.distance, processor=None, score_cutoff=most, limit=MOST_NEAR
        )
        return [(int(far), words[place]) for _said, far, place in found]

    def _beginnings(self, length: int) -> tuple[list[str], list[str]]:
        words = [word for word in self._words if len(word) >= length]
        return words, [word[:length] for word in words]

    def _stems_of(self, beginning: str) -> set[str]:
        first = bisect_left(self._words, beginning)
        found: set[str] = set()
        for word in self._words[first:]:
            if not word.startswith(beginning):
                break
            found.add(self._stem_of[word])
        return found


def _begins(ordered: Sequence[str], beginning: str) -> bool:
    """Whether one of the sorted words begins so."""
    place = bisect_left(ordered, beginning)
    return place < len(ordered) and ordered[place].startswith(beginning)
