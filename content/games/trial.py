"""Playing a round without a screen: to prove that it can be finished."""

from __future__ import annotations

from random import Random

from content.games.round import Move, Round

MOST_HINTS = 200
"""Right moves no round needs: a child plays it in a minute or two."""


class Unsolvable(Exception):
    """A round that following its own hints does not finish; says why."""


def solve(start: Round) -> list[Move]:
    """Follow the hints to the end; the moves made. Raises :class:`Unsolvable`."""
    made: list[Move] = []
    now = settle(start)
    while not now.done:
        hint = now.hint
        if hint is None:
            raise Unsolvable("nothing to do, and not done")
        if hint not in now.moves:
            raise Unsolvable(f"the hint {hint} cannot be made")
        after = now.after(hint)
        if after == now:
            raise Unsolvable(f"the hint {hint} is wrong")
        made.append(hint)
        if len(made) > MOST_HINTS:
            raise Unsolvable("there is no end")
        now = settle(after)
    return made


def settle(now: Round) -> Round:
    """The round once nothing more happens by itself."""
    for _moment in range(MOST_HINTS):
        after = now.rested()
        if after == now:
            return now
        now = after
    raise Unsolvable("it never comes to rest")


def play_blindly(start: Round, random: Random, most: int) -> int:
    """Try moves as a patient child who knows nothing does: any, but never the same wrong one twice
    in the same state. The moves it took. Raises :class:`Unsolvable` after ``most``."""
    now, count, wrong = settle(start), 0, set[Move]()
    while not now.done:
        left = [move for move in now.moves if move not in wrong]
        if not left or count >= most:
            raise Unsolvable(f"stuck after {count} moves")
        move = random.choice(left)
        after = now.after(move)
        count += 1
        if after == now:
            wrong.add(move)
        else:
            now, wrong = settle(after), set()
    return count
