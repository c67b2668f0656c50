"""What each challenge claims: its right answer is the only right one."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.challenges.aid.cases import CASES
from content.exhibition.challenges.drawing.part import SIDE, Part
from content.exhibition.challenges.guess.tools import TOOLS
from content.exhibition.challenges.keys.rules import WORDS, keys
from content.exhibition.challenges.mail.letters import SENDERS
from content.exhibition.challenges.match import has_tasks
from content.exhibition.challenges.match import tasks as made
from content.exhibition.challenges.quiz.rules import asked, members
from content.exhibition.challenges.table.rules import EATEN, PLACES, spots
from content.exhibition.challenges.waste.rules import BINS, THINGS
from content.exhibition.challenges.wires.rules import TERMINALS, WIRES
from content.library import Library
from content.model import Challenge
from tests.content.challenges.library import own

seeds = st.integers(0, 2**32 - 1)
quick = settings(max_examples=40, deadline=None)


def tasks(challenge: str, seed: int, lang: str = "ru") -> list:
    return list(made(challenge, own(), seed, lang))


@quick
@given(seeds)
def test_exactly_one_seam_will_not_hold(seed: int) -> None:
    for task in tasks("weld", seed):
        bad = [place for place, seam in enumerate(task.seams) if not seam.sound]
        assert bad == list(task.right)


@quick
@given(seeds)
def test_exactly_one_leaf_is_ill(seed: int) -> None:
    for task in tasks("leaf", seed):
        assert [place for place, leaf in enumerate(task.leaves) if leaf.ill] == list(task.right)


@quick
@given(seeds)
def test_exactly_one_part_agrees_with_the_drawing(seed: int) -> None:
    for task in tasks("drawing", seed):
        views = [part.views for part in task.parts]
        assert views.count(task.part.views) == 1
        assert len(set(views)) == len(views)


def test_a_full_block_is_three_plain_squares() -> None:
    block = Part(((SIDE,) * SIDE,) * SIDE)
    square = {(0, n, 0, n + 1) for n in range(SIDE)} | {(SIDE, n, SIDE, n + 1) for n in range(SIDE)}
    square |= {(n, 0, n + 1, 0) for n in range(SIDE)} | {
        (n, SIDE, n + 1, SIDE) for n in range(SIDE)
    }
    assert block.views == (square, square, square)


def test_the_left_view_shows_the_back_on_its_left() -> None:
    tall_behind = Part(((1, 1, 1), (1, 1, 1), (3, 3, 3)))
    _front, _top, left = tall_behind.shapes
    assert {(0, 0), (0, 1), (0, 2), (1, 0), (2, 0)} == left


@quick
@given(seeds)
def test_every_wire_goes_where_its_colour_says(seed: int) -> None:
    for task in tasks("wires", seed):
        assert len(set(task.wires)) == len(task.wires)
        for terminal, choice in zip(task.terminals, task.right, strict=True):
            assert task.wires[choice] == TERMINALS[terminal]


def test_only_the_protective_conductor_is_yellow_and_green() -> None:
    assert [name for name, wire in TERMINALS.items() if wire == "earth"] == ["PE"]
    assert set(TERMINALS.values()) == set(WIRES)


@quick
@given(seeds)
def test_exactly_one_letter_deceives_and_it_comes_from_a_stranger(seed: int) -> None:
    domains = {sender.domain for sender in SENDERS}
    for task in tasks("mail", seed):
        assert [n for n, one in enumerate(task.letters) if not one.honest] == list(task.right)
        for letter in task.letters:
            assert (letter.address.partition("@")[2] in domains) == letter.honest


def test_no_honest_letter_asks_for_what_no_honest_letter_asks_for() -> None:
    asked = re.compile(r"парол|код|оплат|перевед|\.exe|password|code|pay|money", re.IGNORECASE)
    for sender in SENDERS:
        for text in sender.honest:
            assert not asked.search(text.ru)
            assert not asked.search(text.en)


@quick
@given(seeds)
def test_everything_goes_into_one_bin_and_all_bins_are_there(seed: int) -> None:
    for task in tasks("waste", seed):
        assert sorted(task.bins) == sorted(BINS)
        assert task.bins[task.right[0]] == THINGS[task.thing][0]


@quick
@given(seeds)
def test_touched_in_the_right_order_the_steps_read_as_they_are_written(seed: int) -> None:
    for task in tasks("aid", seed):
        assert [task.steps[choice] for choice in task.right] == list(range(task.choices))
        assert list(task.steps) != sorted(task.steps), "it lay in order already"


def test_no_step_of_a_case_is_said_twice() -> None:
    for case in CASES:
        assert len({step.ru for step in case.steps}) == len(case.steps) >= 4


@quick
@given(seeds, st.sampled_from(["ru", "en"]))
def test_the_keys_spell_the_word_and_only_typed_letters_have_gone_out(seed: int, lang: str) -> None:
    typed: set[str] = set()
    for task in tasks("keys", seed, lang):
        assert "".join(keys(lang)[choice] for choice in task.right) == task.word
        assert task.hidden == typed
        typed |= set(task.word)


def test_every_word_can_be_typed() -> None:
    for lang, words in WORDS.items():
        assert set(words.replace(" ", "")) <= set(keys(lang))


@quick
@given(seeds)
def test_each_piece_lies_where_the_menu_wants_it(seed: int) -> None:
    for task in tasks("table", seed):
        needed = spots(task.menu)
        assert set(task.laid) | set(task.open) == set(needed)
        assert not set(task.laid) & set(task.open)
        assert len({(spot.side, spot.out) for spot in needed}) == len(needed)
        for spot, choice in zip(task.open, task.right, strict=True):
            assert task.tray[choice] == spot.piece
        assert len(set(task.tray)) == len(task.tray)


def test_what_is_eaten_first_lies_farthest_out() -> None:
    for spot in spots(EATEN):
        assert spot.side in ("left", "right")
    right = sorted(
        (spot for spot in spots(EATEN) if spot.side == "right"), key=lambda one: -one.out
    )
    assert [spot.piece for spot in right] == [PLACES[dish][-1][0] for dish in EATEN]


@quick
@given(seeds)
def test_exactly_one_trade_offered_has_those_tools(seed: int) -> None:
    for task in tasks("guess", seed):
        having = [one.id for one in task.trades if TOOLS[one.id] == task.tools]
        assert having == [task.profession.id]
        assert task.about == ("profession", task.profession.id)
        clusters = [set(own().profession(one.id).clusters) for one in task.trades]
        mine = clusters.pop(task.right[0])
        assert not any(mine & other for other in clusters)


def test_no_tool_is_of_two_trades_and_each_has_its_picture_in_the_pack() -> None:
    pictures = [tool.picture for tools in TOOLS.values() for tool in tools]
    assert len(set(pictures)) == len(pictures)
    told = own().find(Challenge, "guess")
    assert told is not None
    assert set(told.drawn) == set(pictures)
    assert all(own().profession(id) is not None for id in TOOLS)


@quick
@given(seeds)
def test_what_is_asked_about_belongs_to_exactly_one_cluster_offered(seed: int) -> None:
    for task in tasks("quiz", seed):
        of = [one.id for one in task.clusters if (task.kind, task.id) in of_cluster(one.id)]
        assert of == [task.cluster.id]


def of_cluster(id: str) -> set[tuple[str, str]]:
    cluster = own().cluster(id)
    assert cluster is not None
    return set(members(own(), cluster))


def test_a_trade_of_several_clusters_is_not_asked_about() -> None:
    for one in asked(own()):
        assert one.kind != "profession" or len(one.clusters) == 1


@pytest.mark.parametrize("challenge", ["guess", "quiz"])
def test_a_library_with_little_to_tell_offers_no_quiz(challenge: str) -> None:
    pack = msgspec.structs.replace(own().pack, professions=[], colleges=[], employers=[])
    library = Library(pack, Path("nowhere"))
    assert not has_tasks(challenge, library)
    assert has_tasks("weld", library)
    with pytest.raises(ValueError, match=challenge):
        made(challenge, None, 1, "ru")
