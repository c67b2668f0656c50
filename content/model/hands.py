"""What one does with one's hands: exhibits and quick challenges."""

from __future__ import annotations

from content.model.base import Struct, Text


class Exhibit(Struct, frozen=True):
    """An interactive exhibit, the face of ``exhibits/<id>/model.py``. One idea: ``fact`` is what
    one's hands have just found out, one or two sentences, said by ``source``."""

    id: str
    name: Text
    lead: Text
    """What to do, a few words: they are hardly needed."""
    cluster: str
    picture: str
    fact: Text
    source: str
    order: int
    checked: bool = True


class Challenge(Struct, frozen=True):
    """Sixty seconds of a competence, the face of ``challenges/<id>/rules.py``."""

    id: str
    name: Text
    lead: Text
    """What to do, one sentence."""
    competence: str
    picture: str
    expert: Text
    """What an expert looks at."""
    train: Text
    """How to train for it in the region, no name a source does not give."""
    source: str
    order: int
    duel: bool = False
    """Whether two may play at one screen."""
    checked: bool = True
