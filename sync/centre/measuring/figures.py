"""The figures of one version of one test, from its pile of sheets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from content.model import SelfTest
from content.selftests.scoring import choices, points, reach
from content.selftests.sheet import FEW, HASTY_MS
from sync.centre.measuring.consistency import alpha, item_rest, split_half
from sync.centre.measuring.gathering import Pile

ENOUGH = 100
"""Sheets below which consistency is not spoken of: it is «not yet known»."""
INDEX = {"likert": "alpha", "tasks": "kr20", "pairs": "halves", "choice": "shared"}
"""Kind of test -> how its consistency is measured. ``shared`` is alpha over points that one answer
may give to several scales: an orientation, not a reliability. ``single``: each scale is asked about
once, and there is nothing to compare."""
Answers = NDArray[np.int16]
"""Shape (sheets, items); -1 where nothing was chosen."""


@dataclass(frozen=True)
class Scale:
    """One trait. ``counts`` are sheets by score from ``low`` to ``high``; ``consistency`` is by the
    :data:`INDEX` of the test's kind, None where it cannot be computed."""

    trait: str
    low: int
    high: int
    counts: list[int]
    mean: float
    sd: float
    consistency: float | None


@dataclass(frozen=True)
class Asked:
    """One item: the median time on it, how often each answer was given (0 to 1), its correlation
    with the rest of each scale it counts for."""

    id: str
    median_ms: float
    shares: list[float] = field(default_factory=list)
    rest: dict[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Figures:
    """What use tells of one version of a test.

    ``finished`` sheets came in; ``hasty``, ``same`` and ``unfit`` of them are left out of all that
    follows, and so are those of a version whose key is not at hand (``key`` is False: times alone
    are told). ``left`` is how many stopped after 1, 2, … answers. ``agreement``: forced choice
    alone, how often two meetings of the same types were decided alike."""

    test: str
    version: int
    finished: int
    hasty: int
    same: int
    unfit: int
    used: int
    key: bool
    left: list[int]
    minutes: float
    items: list[Asked]
    scales: list[Scale] = field(default_factory=list)
    index: str = ""
    agreement: float | None = None

    @property
    def enough(self) -> bool:
        """Whether there are sheets enough to speak of consistency."""
        return self.used >= ENOUGH


def figures(pile: Pile, test: SelfTest | None) -> Figures:
    """The figures of a pile; ``test`` is its key, None where it is not at hand."""
    length = len(test.items) if test is not None else _commonest(pile)
    fits = [n for n, text in enumerate(pile.answers) if len(text) == length]
    answers, ms = _matrices(pile, fits, length)
    if test is not None and len(answers):
        most = np.array([choices(test, item) for item in test.items])
        good = ((answers >= -1) & (answers < most)).all(axis=1)
        answers, ms = answers[good], ms[good]
    unfit = pile.unfit + len(pile.answers) - len(answers)
    hasty, same = careless(answers, ms, test)
    kept = ~(hasty | same)
    answers, ms = answers[kept], ms[kept]
    if test is not None:
        whole = (answers >= 0).all(axis=1)
        unfit += int((~whole).sum())
        answers, ms = answers[whole], ms[whole]
    medians = np.median(ms, axis=0) if len(ms) else np.zeros(length)
    minutes = float(np.median(ms.sum(axis=1))) / 60_000 if len(ms) else 0.0
    told = Figures(
        pile.test,
        pile.version,
        len(pile.answers) + pile.unfit,
        int(hasty.sum()),
        int(same.sum()),
        unfit,
        len(answers),
        test is not None,
        [pile.left[n] for n in range(1, max([length, *pile.left]) + 1)],
        minutes,
        [Asked(str(n + 1), float(one)) for n, one in enumerate(medians)],
    )
    return told if test is None else _keyed(told, test, answers)


def careless(
    answers: Answers, ms: NDArray[np.int64], test: SelfTest | None
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which sheets are hasty, and which of the others give one answer throughout: the kiosk's own
    rule (:attr:`content.selftests.sheet.Sheet.doubt`) for all sheets at once. Where a test asks for
    conditions, one answer throughout is an answer."""
    if not len(answers):
        return np.zeros(0, bool), np.zeros(0, bool)
    given = answers >= 0
    spoken = given.sum(axis=1) >= FEW
    hasty = spoken & (np.median(ms, axis=1) < HASTY_MS)
    highest = answers.max(axis=1)
    lowest = np.where(given, answers, np.int16(32_000)).min(axis=1)
    same = spoken & ~hasty & (highest == lowest)
    if test is not None and any(trait.conditions for trait in test.traits.values()):
        same[:] = False
    return hasty, same


def _commonest(pile: Pile) -> int:
    lengths = [len(text) for text in pile.answers]
    return max(set(lengths), key=lengths.count) if lengths else 0


def _matrices(pile: Pile, fits: list[int], length: int) -> tuple[Answers, NDArray[np.int64]]:
    text = "".join([pile.answers[n] for n in fits]).encode()
    signs = np.frombuffer(text, np.uint8).reshape(len(fits), length).astype(np.int16)
    answers = np.where(signs == ord("-"), np.int16(-1), signs - np.int16(ord("a")))
    answers[(answers < -1)] = np.int16(31_000)
    ms = np.array([pile.ms[n] for n in fits], np.int64).reshape(len(fits), length)
    return answers.astype(np.int16), ms


def _keyed(told: Figures, test: SelfTest, answers: Answers) -> Figures:
    """The figures that need the key."""
    if not len(answers):
        return _with(told, test, [], None, [Asked(one.id, 0.0) for one in test.items])
    rest: list[dict[str, float | None]] = [{} for _ in test.items]
    halves = _halves(test)
    scales = []
    for trait, (low, high) in reach(test).items():
        columns, table = _table(test, trait)
        given = np.column_stack([table[n][answers[:, n]] for n in columns]) if columns else None
        if given is None:
            continue
        for column, r in zip(columns, item_rest(given), strict=True):
            rest[column][trait] = r
        score = given.sum(axis=1)
        consistency = alpha(given)
        if test.kind == "pairs":
            consistency = None if halves is None else _by_halves(columns, given, halves)
        counts = np.bincount((score - low).astype(np.int64), minlength=high - low + 1)
        sd = float(score.std(ddof=1)) if len(score) > 1 else 0.0
        scales.append(
            Scale(trait, low, high, counts.tolist(), float(score.mean()), sd, consistency)
        )
    items = []
    for n, (item, asked) in enumerate(zip(test.items, told.items, strict=True)):
        shares = np.bincount(answers[:, n], minlength=choices(test, item)) / len(answers)
        items.append(Asked(item.id, asked.median_ms, shares.tolist(), rest[n]))
    agreement = _agreement(test, answers) if halves is not None else None
    return _with(told, test, scales, agreement, items)


def _with(
    told: Figures, test: SelfTest, scales: list[Scale], agreement: float | None, items: list[Asked]
) -> Figures:
    single = all(len(_table(test, trait)[0]) < 2 for trait in test.traits)
    index = "single" if single else INDEX[test.kind]
    return replace(told, scales=scales, index=index, agreement=agreement, items=items)


def _table(test: SelfTest, trait: str) -> tuple[list[int], dict[int, NDArray[np.float64]]]:
    """The items that count for a trait, and for each its points by answer."""
    table = {}
    for n, item in enumerate(test.items):
        worth = [points(test, item, one).get(trait, 0) for one in range(choices(test, item))]
        if len(set(worth)) > 1:
            table[n] = np.array(worth, np.float64)
    return list(table), table


def _meetings(test: SelfTest) -> dict[frozenset[str], list[int]]:
    """Which items each two traits of a forced-choice test meet in, in order."""
    met: dict[frozenset[str], list[int]] = {}
    for n, item in enumerate(test.items):
        met.setdefault(frozenset(t for answer in item.answers for t in answer.adds), []).append(n)
    return met


def _halves(test: SelfTest) -> frozenset[int] | None:
    """The items of the first half: of each two types every other meeting. None where the test is no
    forced choice or two types meet an odd number of times."""
    if test.kind != "pairs":
        return None
    met = _meetings(test).values()
    if any(len(items) % 2 for items in met):
        return None
    return frozenset(n for items in met for n in items[::2])


def _by_halves(
    columns: list[int], given: NDArray[np.float64], halves: frozenset[int]
) -> float | None:
    first = np.array([n in halves for n in columns])
    return split_half(given[:, first].sum(axis=1), given[:, ~first].sum(axis=1))


def _agreement(test: SelfTest, answers: Answers) -> float:
    """How often a meeting was decided as the same two types' meeting before it."""
    alike = []
    for both, items in _meetings(test).items():
        one = min(both)
        table = {n: [one in answer.adds for answer in test.items[n].answers] for n in items}
        chosen = [np.array(table[n])[answers[:, n]] for n in items]
        alike += [float((a == b).mean()) for a, b in pairwise(chosen)]
    return float(np.mean(alike))
