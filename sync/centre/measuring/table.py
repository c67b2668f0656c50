"""The sheets of a test as CSV, for a program of statistics or a spreadsheet.

A row is a sheet and says its language, answers, times and scores; not the kiosk, the visit or the
moment. Rows are sorted by what they say, so their order tells nothing of who came before whom.
Semicolons and a mark at the beginning, as spreadsheets in Russian expect.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from content.model import SelfTest
from content.selftests.scoring import choices, scores
from content.selftests.sheet import doubt, read
from sync.centre.measuring.gathering import Pile

MARK = "\ufeff"
_AT_ONCE = 2000


def rows(pile: Pile, test: SelfTest | None) -> Iterator[list[object]]:
    """The heading, then a row a sheet. ``doubt`` is ``hasty``, ``same`` or empty; scores are there
    where the test's key is at hand."""
    length = max([len(text) for text in pile.answers], default=0)
    names = [item.id for item in test.items] if test else [str(n + 1) for n in range(length)]
    needs = test is not None and any(trait.conditions for trait in test.traits.values())
    yield [
        *("test", "version", "lang", "doubt"),
        *(f"answer_{name}" for name in names),
        *(f"ms_{name}" for name in names),
        *(f"score_{trait}" for trait in (test.traits if test else ())),
    ]
    for lang, text, ms in sorted(zip(pile.langs, pile.answers, pile.ms, strict=True)):
        try:
            answers = read(text)
        except ValueError:
            continue
        if len(answers) != len(names) or (test is not None and not _known(test, answers)):
            continue
        found = doubt(answers, ms)
        told = "" if needs and found == "same" else found
        points = scores(test, answers).values() if test else ()
        yield [pile.test, pile.version, lang, told, *text, *ms, *points]


def _known(test: SelfTest, answers: list[int | None]) -> bool:
    return all(
        one is None or one < choices(test, item)
        for item, one in zip(test.items, answers, strict=True)
    )


def written(pile: Pile, test: SelfTest | None) -> Iterator[bytes]:
    """The file, in pieces."""
    piece = io.StringIO()
    piece.write(MARK)
    writer = csv.writer(piece, delimiter=";", lineterminator="\r\n")
    for count, row in enumerate(rows(pile, test), 1):
        writer.writerow(row)
        if count % _AT_ONCE == 0:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()
