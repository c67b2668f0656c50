"""The arithmetic of the table."""

from tests.bench.measure import Measure, middle, p95, table


def test_p95_is_the_value_95_of_100_do_not_exceed() -> None:
    assert p95(list(range(1, 101))) == 95
    assert p95([5.0]) == 5
    assert p95([1, 2, 3, 1000]) == 1000


def test_a_promise_is_judged_by_its_own_direction() -> None:
    assert Measure("short", 1.2, 1.2, "s").kept
    assert not Measure("long", 1.21, 1.2, "s").kept
    assert Measure("many", 10_000, 10_000, "records/s", more=True).kept
    assert not Measure("few", 9_999, 10_000, "records/s", more=True).kept


def test_the_table_says_which_promise_is_broken() -> None:
    kept, broken = Measure("a", 1, 2, "s", peer=3), Measure("b", 3, 2, "s", note="why")
    head, first, second = table([kept, broken]).splitlines()
    assert head.split() == ["measure", "ours", "limit", "verdict", "peer", "note"]
    assert "kept" in first
    assert "3 s" in first
    assert "BROKEN" in second
    assert second.endswith("why")
    assert middle([3, 1, 2]) == 2
