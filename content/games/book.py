"""Games by name: their rules, their levels, a round of one."""

from __future__ import annotations

import importlib
import importlib.util
import logging
from functools import cache
from typing import Any, Protocol, cast

import msgspec

from content.games.round import Round
from content.model import Game, Struct

log = logging.getLogger(__name__)


class Rules(Protocol):
    """What ``content/games/<game>/rules.py`` has."""

    Level: type[Struct]

    def deal(self, level: Any, game: Game, seed: int) -> Round:
        """A round of a level; the same one for the same seed."""


class LevelWrong(ValueError):
    """A level that is none; ``number`` counts from 0."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(text)
        self.number = number


@cache
def rules(id: str) -> Rules | None:
    """The rules of a game; None where this program has none of that name."""
    if not id.isidentifier() or importlib.util.find_spec(f"content.games.{id}") is None:
        log.info("game %s is of another program", id)
        return None
    return cast(Rules, importlib.import_module(f"content.games.{id}.rules"))


def deal(game: Game, number: int, seed: int) -> Round:
    """A round of a game's level, counted from 0. Raises :class:`LevelWrong`, and KeyError where
    there are no rules."""
    book = rules(game.id)
    if book is None:
        raise KeyError(game.id)
    try:
        level = msgspec.convert(game.levels[number], book.Level)
    except msgspec.ValidationError as error:
        raise LevelWrong(number, str(error)) from error
    return book.deal(level, game, seed)
