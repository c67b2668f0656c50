"""How much of everything there is."""

from __future__ import annotations

import msgspec

from content.loading import Exhibition
from content.model import KINDS, Game, SelfTest
from content.rules.matter import texts


class Stats(msgspec.Struct, frozen=True):
    """Counts by kind; what the exhibition does not have yet is 0. ``languages`` counts those in
    which every text is there."""

    clusters: int = 0
    employers: int = 0
    colleges: int = 0
    professions: int = 0
    competences: int = 0
    championships: int = 0
    programmes: int = 0
    events: int = 0
    vacancies: int = 0
    stands: int = 0
    exhibits: int = 0
    challenges: int = 0
    games: int = 0
    levels: int = 0
    selftests: int = 0
    items: int = 0
    clips: int = 0
    languages: int = 0


def count(exhibition: Exhibition, clips: int = 0) -> Stats:
    """The counts of what was read, faulty entries left out; ``clips`` are those of the voice."""
    said = [text for entry in exhibition for _, text in texts(entry.value)]
    counted = {
        folder: len(exhibition.of(kind))
        for folder, kind in KINDS.items()
        if folder in Stats.__struct_fields__
    }
    return Stats(
        **counted,
        clips=clips,
        levels=sum(len(game.levels) for game in exhibition.values(Game)),
        items=sum(len(test.items) for test in exhibition.values(SelfTest)),
        languages=sum(bool(said) and all(t.say(lang) for t in said) for lang in ("ru", "en")),
    )
