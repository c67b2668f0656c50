"""Games. ``<game>/rules.py`` is pure, ``<game>/game.yaml`` its pictures, words and levels.

A game's ``rules`` module has a ``Level`` (a :class:`~content.model.Struct`: the fields of a level
in the YAML) and ``deal(level, game, seed) -> Round``. Nothing else knows of it.
"""

from content.games.round import Move, Round, kind_of

__all__ = ["Move", "Round", "kind_of"]
