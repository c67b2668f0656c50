"""What use tells of the self-tests: figures checked by a second road, careless sheets left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from random import Random

import msgspec
import numpy as np
import pytest
from hypothesis import given as drawing
from hypothesis import settings
from hypothesis import strategies as some

from content.model import SelfTest
from content.selftests.scoring import choices, points, scores
from content.selftests.sheet import Sheet, written
from sync.centre.measuring.figures import careless, figures
from sync.centre.measuring.gathering import Pile, amount, gather
from sync.centre.measuring.table import MARK
from sync.centre.measuring.table import written as as_csv
from sync.centre.store.engine import Store
from tests.centre import second_opinion as second
from tests.centre import taking
from tests.centre.sending import Sender

TESTS = taking.tests()
CALM_MS = 3000


def leaning(test: SelfTest, random: Random) -> list[int]:
    """The answers of somebody invented who leans to some traits: what consistency is about."""
    leans = {trait: random.gauss(0, 2) for trait in test.traits}

    def worth(item: int, choice: int) -> float:
        told = points(test, test.items[item], choice)
        return sum(leans[t] * value for t, value in told.items()) + random.gauss(0, 2)

    return [
        max(range(choices(test, item)), key=lambda choice, n=n: worth(n, choice))
        for n, item in enumerate(test.items)
    ]


def people(test: SelfTest, count: int, seed: int = 5) -> list[list[int]]:
    random = Random(seed)
    return [leaning(test, random) for _one in range(count)]


def piled(test: SelfTest, answers: Sequence[Sequence[int]], ms: int = CALM_MS) -> Pile:
    pile = Pile(test.id, test.version)
    for one in answers:
        pile.answers.append(written(list(one)))
        pile.ms.append([ms + n for n in range(len(one))])
        pile.langs.append("ru")
    return pile


@pytest.mark.parametrize("id", TESTS)
def test_every_figure_is_the_same_by_the_second_road(id: str) -> None:
    test = TESTS[id]
    answers = [one for one in people(test, 150) if len(set(one)) > 1]
    found = figures(piled(test, answers), test)
    assert (found.used, found.hasty, found.same, found.unfit) == (len(answers), 0, 0, 0)
    for scale in found.scales:
        columns = second.given(test, answers, scale.trait)
        totals = [scores(test, one)[scale.trait] for one in answers]
        assert scale.mean == pytest.approx(sum(totals) / len(totals))
        assert scale.counts == [totals.count(n) for n in range(scale.low, scale.high + 1)]
        if test.kind == "pairs":
            assert scale.consistency == pytest.approx(second.split_half(test, answers, scale.trait))
        elif len(columns) > 1:
            assert scale.consistency == pytest.approx(second.alpha(list(columns.values())))
        else:
            assert scale.consistency is None
        if len(columns) > 1:
            rest = {one.id: one.rest[scale.trait] for one in found.items if one.id in columns}
            for n, item in enumerate(columns):
                assert rest[item] == pytest.approx(second.item_rest(list(columns.values()), n))
    assert (found.index == "single") == all(one.consistency is None for one in found.scales)
    if test.kind == "pairs":
        assert found.agreement == pytest.approx(second.agreement(test, answers))
    for n, item in enumerate(found.items):
        assert item.median_ms == CALM_MS + n
        assert sum(item.shares) == pytest.approx(1)


def test_people_who_lean_are_measured_better_than_a_coin() -> None:
    test = TESTS["draws_me"]
    random = Random(3)
    coins = [[random.randrange(2) for _item in test.items] for _one in range(400)]
    coin, lean = figures(piled(test, coins), test), figures(piled(test, people(test, 400)), test)
    assert coin.agreement == pytest.approx(0.5, abs=0.03)
    assert lean.agreement is not None
    assert lean.agreement > 0.6
    for by_coin, by_leaning in zip(coin.scales, lean.scales, strict=True):
        assert by_coin.consistency is not None
        assert abs(by_coin.consistency) < 0.35
        assert by_leaning.consistency is not None
        assert by_leaning.consistency > 0.5


@settings(max_examples=60, deadline=None)
@drawing(
    some.sampled_from(sorted(TESTS)),
    some.lists(some.tuples(some.integers(0, 9), some.integers(0, 2500)), min_size=1, max_size=8),
    some.randoms(use_true_random=False),
)
def test_what_is_careless_on_the_kiosk_is_careless_here(
    id: str, drawn: list[tuple[int, int]], random: Random
) -> None:
    test, sheets = TESTS[id], []
    for fixed, ms in drawn:
        sheet = Sheet(test)
        for item in test.items:
            most = choices(test, item)
            choice = fixed % 2 if fixed < 4 else random.randrange(most)
            sheet.choose(choice, random.randrange(ms + 1) + ms // 2)
        sheets.append(sheet)
    answers = np.array([one.answers for one in sheets], np.int16)
    hasty, same = careless(answers, np.array([one.ms for one in sheets]), test)
    ours = ["hasty" if h else "same" if s else "" for h, s in zip(hasty, same, strict=True)]
    assert ours == [sheet.doubt for sheet in sheets]


def test_careless_sheets_are_counted_and_left_out() -> None:
    test = TESTS["draws_me"]
    calm = people(test, 40)
    pile = piled(test, calm)
    alone = figures(pile, test)
    for one, ms in (([0] * 20, CALM_MS), (calm[0], 400)):
        more = piled(test, [one], ms)
        pile.answers += more.answers
        pile.ms += more.ms
        pile.langs += more.langs
    found = figures(pile, test)
    assert (found.finished, found.same, found.hasty, found.used) == (42, 1, 1, 40)
    assert (found.scales, found.items) == (alone.scales, alone.items)


@pytest.mark.parametrize("answers", [[], [[0, 1] * 10], [[0, 1] * 10] * 3])
def test_few_sheets_break_nothing_and_say_nothing_of_consistency(answers: list[list[int]]) -> None:
    found = figures(piled(TESTS["draws_me"], answers), TESTS["draws_me"])
    assert found.used == len(answers)
    assert not found.enough
    assert all(scale.consistency is None for scale in found.scales)


def test_a_sheet_that_is_none_of_the_test_s_is_set_aside() -> None:
    test = TESTS["draws_me"]
    pile = piled(test, [*people(test, 3), [0, 1], [8] * 20, [0] * 19 + [7]])
    found = figures(pile, test)
    assert (found.finished, found.used, found.unfit) == (6, 3, 3)


def test_without_its_key_a_version_tells_its_times_alone() -> None:
    test = TESTS["draws_me"]
    found = figures(piled(test, people(test, 12)), None)
    assert (found.used, found.key, found.scales, found.agreement) == (12, False, [], None)
    assert [one.median_ms for one in found.items] == [CALM_MS + n for n in range(20)]


def sent(sender: Sender, bodies: Sequence[tuple[str, object]]) -> None:
    sender.send(
        *(
            sender.record(seq, kind, msgspec.json.encode(body))
            for seq, (kind, body) in enumerate(bodies, 1)
        )
    )


def finished(test: SelfTest, given: Sequence[int], /, **other: object) -> tuple[str, object]:
    body = {
        "test": test.id,
        "version": test.version,
        "lang": "ru",
        "answers": written(list(given)),
        "ms": [CALM_MS] * len(given),
    }
    return "selftest.finished", body | other


def test_sheets_come_back_from_the_store_by_test_and_version(store: Store, sender: Sender) -> None:
    test = TESTS["draws_me"]
    one, two = people(test, 2)
    sent(
        sender,
        [
            finished(test, one),
            finished(test, two, version=2, lang="=1+1"),
            ("selftest.left", {"test": test.id, "version": 1, "reached": 7}),
            ("selftest.left", {"test": test.id, "version": 1, "reached": -1}),
            ("screen.seen", {"screen": "home"}),
        ],
    )
    with store.read() as connection:
        piles = gather(connection)
        assert amount(connection) == 4
    assert [(pile.test, pile.version) for pile in piles] == [("draws_me", 2), ("draws_me", 1)]
    assert piles[1].answers == [written(list(one))]
    assert piles[1].left == {7: 1}
    assert piles[0].langs == [""]


@pytest.mark.parametrize(
    "other",
    [
        {"answers": "a" * 19},
        {"answers": "a" * 19 + "=", "ms": [1] * 20},
        {"ms": [-1] * 20},
        {"ms": [10**9] * 20},
    ],
)
def test_a_sheet_that_does_not_fit_itself_is_counted_and_not_read(
    store: Store, sender: Sender, other: dict[str, object]
) -> None:
    sent(sender, [finished(TESTS["draws_me"], [0, 1] * 10, **other)])
    with store.read() as connection:
        (pile,) = gather(connection)
    assert (pile.unfit, pile.answers) == (1, [])


@pytest.mark.parametrize("body", [{}, {"test": "../x", "version": 1}, [], {"test": 5}])
def test_what_is_no_sheet_is_passed_over(store: Store, sender: Sender, body: object) -> None:
    if isinstance(body, dict) and "version" in body:
        body = body | {"answers": "ab", "ms": [1, 2]}
    sent(sender, [("selftest.finished", body), ("selftest.left", body)])
    with store.read() as connection:
        assert gather(connection) == []


def test_the_table_holds_every_sheet_and_nothing_of_whose_it_is() -> None:
    test = TESTS["draws_me"]
    answers = people(test, 30)
    text = b"".join(as_csv(piled(test, answers), test)).decode()
    assert text.startswith(MARK)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(MARK)), delimiter=";"))
    assert len(rows) == 30
    names = {"test", "version", "lang", "doubt"}
    names |= {f"{what}_{item.id}" for what in ("answer", "ms") for item in test.items}
    assert set(rows[0]) == names | {f"score_{trait}" for trait in test.traits}
    said = ["".join(row[f"answer_{item.id}"] for item in test.items) for row in rows]
    assert said == sorted(written(one) for one in answers)
    for row in rows:
        assert sum(int(row[f"score_{trait}"]) for trait in test.traits) == 20
