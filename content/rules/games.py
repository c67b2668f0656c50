"""Games: their rules are in the program, every level can be played to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from content.games.book import LevelWrong, deal, rules
from content.games.round import kind_of
from content.games.trial import Unsolvable, play_blindly, solve
from content.loading import Entry
from content.model import Game, Profession
from content.problems import Problem
from content.rules.matter import Matter, Rule

LEAST_LEVELS = 4
SEEDS = range(3)
"""Rounds of a level that are played."""
PATIENCE = 400
"""Moves a child who knows nothing may need."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def games_can_be_played(matter: Matter) -> Iterator[Problem]:
    """A game is of this program, has its levels, and each can be finished, by following the hints
    and by trying."""
    for entry in matter.exhibition.of(Game):
        game = entry.value
        if rules(game.id) is None:
            yield entry.problem("id", f"в программе нет правил игры «{game.id}»")
            continue
        if len(game.levels) < LEAST_LEVELS:
            yield entry.problem("levels", f"уровней {len(game.levels)}, а нужно {LEAST_LEVELS}")
        for number in range(len(game.levels)):
            if (text := _fault(game, number)) is not None:
                yield entry.problem(f"levels[{number}]", text)


def _fault(game: Game, number: int) -> str | None:
    for seed in SEEDS:
        try:
            start = deal(game, number, seed)
            solve(start)
            play_blindly(start, Random(seed), PATIENCE)  # noqa: S311 - play, no secret
        except LevelWrong as wrong:
            return f"уровень не читается: {wrong}"
        except Unsolvable as why:
            return f"уровень нельзя пройти: {why}"
        except Exception as error:
            return f"уровень нельзя сыграть: {type(error).__name__}: {error}"
        named = {kind_of(name) for move in start.moves for name in (move.thing,)}
        if strange := sorted(named - set(game.things)):
            return f"нет среди things: {', '.join(strange)}"
    return None


def games_name_what_is_there(matter: Matter) -> Iterator[Problem]:
    """Whom one meets is a profession of the region, a tile's colour is a colour."""
    for entry in matter.exhibition.of(Game):
        yield from _links(matter, entry)
        if entry.value.hands not in (1, 2):
            yield entry.problem("hands", f"{entry.value.hands} — играют один или двое")
        for field in ("tile", "floor"):
            code = getattr(entry.value, field)
            if not _COLOUR.fullmatch(code):
                yield entry.problem(field, f"«{code}» — цвет пишут как #CFE0FF в кавычках")


def _links(matter: Matter, entry: Entry[Game]) -> Iterator[Problem]:
    for id, thing in entry.value.things.items():
        if thing.profession and matter.exhibition.lacks(Profession, thing.profession):
            path = f"things.{id}.profession"
            yield entry.problem(path, f"нет профессии «{thing.profession}»")


RULES: list[Rule] = [games_can_be_played, games_name_what_is_there]
