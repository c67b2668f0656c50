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
    """Sixty seconds of a competence, or a quiz about the region, the face of
    ``challenges/<id>/rules.py``."""

    id: str
    name: Text
    lead: Text
    """What to do, one sentence."""
    picture: str
    source: str
    order: int
    competence: str | None = None
    """None where it is no competence of a championship: its tasks then lead to what they are
    about."""
    expert: Text | None = None
    """What an expert looks at."""
    train: Text | None = None
    """How to train for it in the region, no name a source does not give."""
    drawn: list[str] = []
    """Pictures its tasks are made of."""
    duel: bool = False
    """Whether two may play at one screen."""
    checked: bool = True
