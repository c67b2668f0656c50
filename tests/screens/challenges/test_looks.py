"""Every challenge in every mode, at its beginning, in the thick of it and at its end: all of it
can be touched and read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import content.exhibition.challenges as home
from content.exhibition.challenges.match import Match
from content.model import Challenge
from screens.theme import theme
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.stage import UNLIKE_WAYS, Stage

IDS = sorted(path.parent.name for path in Path(home.__path__[0]).glob("*/challenge.yaml"))
LATER = 7
"""A task with all that later ones have."""


def match(
    app: AppStage, challenge: str, *, tasks: int, players: int = 1, timed: bool = True
) -> Match:
    """A match in which so many tasks were done rightly."""
    library = app.kiosk.machine.library
    made = Match(challenge, 11, library, players=players, timed=timed, lang=theme.lang)
    for one in made.rounds:
        for _task in range(tasks):
            assert one.task is not None
            for choice in one.task.right:
                one.touch(choice)
            one.next()
    return made


def sights(app: AppStage, lang: str, timed: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "challenges.menu", {}
    for challenge in IDS:
        entry = app.kiosk.machine.library.find(Challenge, challenge)
        assert entry is not None
        if lang == "ru":
            yield "challenges.play", {"id": challenge}
        for tasks in (0, LATER) if lang == "ru" else (LATER,):
            alone = match(app, challenge, tasks=tasks, timed=timed)
            yield "challenges.play", {"id": challenge, "match": alone}
        if entry.duel:
            two = match(app, challenge, tasks=LATER, players=2, timed=timed)
            yield "challenges.play", {"id": challenge, "match": two}
        if lang == "en":
            continue
        if entry.duel:
            yield "challenges.result", {"id": challenge, "match": two}
        done = match(app, challenge, tasks=LATER, timed=timed)
        yield "challenges.result", {"id": challenge, "match": done, "record": True}


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=lambda part: str(part))
@pytest.mark.timeout(240)
def test_every_challenge_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found = []
    with switched_on(stage, tmp_path / "kiosk", still=mode != "calm") as app:
        app.wake()
        for lang in ("ru", "en") if mode == "large" else ("ru",):
            app.kiosk.set_language(lang)
            app.kiosk.set_modes(frozenset({mode} if mode else ()))
            for name, args in sights(app, lang, mode != "calm"):
                app.kiosk.navigator.start(name, **args)
                app.driver.frames.quiet()
                made = args.get("match")
                where = f"{name} {args.get('id', '')} {lang}"
                if made is not None:
                    where += f" {made.rounds[0].number} {len(made.rounds)}"
                found += [f"{where}: {fault}" for fault in faults(app.kiosk.frame)]
    assert not found, f"{len(found)} faults\n" + "\n".join(found)
