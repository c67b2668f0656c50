"""What ``content check`` says of a level that is wrong: it proves each one by playing it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

import content
from content.check import check
from content.games import book
from content.games.round import Move, Round
from content.loading import Entry, load
from content.model import Game
from content.places import Places
from content.problems import Problem
from content.rules import games
from content.rules.matter import Matter

PLACES = Places.of(Path(content.__path__[0]).parent)
EXHIBITION = load(PLACES.root)
TOOLS = next(entry for entry in EXHIBITION.of(Game) if entry.value.id == "tools")


def said(game: Game) -> list[Problem]:
    """What the rules of games say where this one stands in for ``tools``."""
    others = [entry for entry in EXHIBITION.of(Game) if entry is not TOOLS]
    entry: Entry[Any] = replace(TOOLS, value=game)
    entries = {**EXHIBITION.entries, Game: [entry, *others]}
    matter = Matter(PLACES, replace(EXHIBITION, entries=entries), None, None, None)
    return [one for rule in games.RULES for one in rule(matter) if one.file == TOOLS.file]


def changed(**fields: Any) -> Game:
    return msgspec.structs.replace(TOOLS.value, **fields)


class Trap(Round):
    """A round whose hint leads nowhere."""

    moves = (Move("cook"),)
    hint = Move("cook")
    done = False

    def after(self, move: Move) -> Trap:
        return self


@pytest.fixture
def trapped(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = book.rules("tools")
    monkeypatch.setattr(rules, "deal", lambda *_args: Trap())


def test_the_games_there_are_say_nothing() -> None:
    assert said(TOOLS.value) == []
    assert not [one for one in check(PLACES).errors if one.file.startswith("games/")]


def test_a_level_that_cannot_be_solved_is_named(trapped: None) -> None:
    found = said(TOOLS.value)
    assert [one.field for one in found] == [f"levels[{n}]" for n in range(len(TOOLS.value.levels))]
    assert all("нельзя пройти" in one.text for one in found)


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ({"people": 3}, "не читается"),
        ({"people": 2, "among": ["cook", "doctor"], "stars": 5}, "не читается"),
        ({"people": 5, "among": ["cook"]}, "нельзя сыграть"),
        ({"people": 1, "among": ["chef"]}, "нельзя сыграть"),
        ("hard", "не читается"),
    ],
)
def test_a_level_that_is_none_is_named_with_its_number(level: Any, told: str) -> None:
    (problem,) = said(changed(levels=[*TOOLS.value.levels[:3], level]))
    assert problem.field == "levels[3]"
    assert told in problem.text


def test_too_few_levels_colours_hands_and_strangers_are_named() -> None:
    cook = msgspec.structs.replace(TOOLS.value.things["cook"], profession="wizard")
    things = {**TOOLS.value.things, "cook": cook}
    wrong = changed(levels=TOOLS.value.levels[:2], tile="blue", hands=3, things=things)
    fields = {one.field for one in said(wrong)}
    assert fields == {"levels", "tile", "hands", "things.cook.profession"}


def test_a_game_without_rules_in_the_program_is_named() -> None:
    (problem,) = said(changed(id="chess"))
    assert (problem.field, "нет правил" in problem.text) == ("id", True)
