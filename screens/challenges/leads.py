"""Where a quiz leads: the pages of what its tasks were about, first of those that were missed."""

from __future__ import annotations

from dataclasses import dataclass

from content.exhibition.challenges.match import Match
from content.library import Library
from screens.challenges.asked import plain
from screens.theme import _

MOST = 3


@dataclass(frozen=True)
class Lead:
    """A page worth opening: its screen and id, and what its row says."""

    screen: str
    id: str
    name: str
    line: str
    picture: str


def leads(library: Library, match: Match) -> list[Lead]:
    """Pages of the match's tasks, at most :data:`MOST`, each once."""
    missed = [task for one in match.rounds for task in one.missed]
    met = [task for one in match.rounds for task in one.tasks[: one.number]]
    found: dict[tuple[str, str], Lead] = {}
    for task in (*missed, *met):
        if task.about is not None and task.about not in found:
            lead = _lead(library, *task.about)
            if lead is not None:
                found[task.about] = lead
        if len(found) == MOST:
            break
    return list(found.values())


def _lead(library: Library, kind: str, id: str) -> Lead | None:
    if kind == "profession" and (one := library.profession(id)) is not None:
        screen = "exhibition.profession"
        return Lead(screen, id, plain(one.title), _("О профессии"), one.picture)
    if kind == "cluster" and (cluster := library.cluster(id)) is not None:
        screen = "exhibition.cluster"
        return Lead(screen, id, plain(cluster.title), _("О кластере"), cluster.picture)
    return None
