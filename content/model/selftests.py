"""Quick self-tests: what is asked, what an answer counts for, what is told afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from content.model.base import AudienceId, Struct, Text
from content.model.region import Klimov

Kind = Literal["pairs", "likert", "choice", "tasks"]
"""``pairs``: one of two (forced choice); ``likert``: how much one agrees, the same answers for all
items; ``choice``: one of several; ``tasks``: one of several is right."""
Chart = Literal["radar", "hexagon", "bars", "checks"]
View = Literal["chat", "call", "page", "form", "notice"]
"""What a mock phone shows: messages; a call; a page under its address; rows to read; a window that
asks something."""


class Trait(Struct, frozen=True):
    """A scale of a test. What it is matched with: types of Klimov and letters of Holland that
    professions carry, clusters, professions by name where no cluster holds them, conditions of
    vacancies, tags of programmes and events."""

    name: Text
    picture: str
    text: Text
    """What to know where it leads: one or two sentences, nothing final."""
    klimov: list[Klimov] = []
    riasec: str | None = None
    clusters: list[str] = []
    professions: list[str] = []
    conditions: list[str] = []
    tags: list[str] = []


class Answer(Struct, frozen=True):
    """One answer of an item. ``adds`` are points by trait."""

    say: Text
    picture: str | None = None
    adds: dict[str, int] = {}
    right: bool = False


class Scene(Struct, frozen=True):
    """What a task shows on a mock phone, all of it invented. Nothing on it can be pressed."""

    view: View
    picture: str
    title: Text
    """Who writes or calls, the address of a page, the name of an app."""
    lines: list[Text]
    """What is written or said, from the top."""
    keys: list[Text] = []
    """Drawn keys with words on them."""
    signs: list[str] = []
    """Drawn keys with a picture."""

    @property
    def pictures(self) -> Iterator[tuple[str, str]]:
        """Every picture: the path of its field, its name."""
        yield "picture", self.picture
        for number, sign in enumerate(self.signs):
            yield f"signs[{number}]", sign


class Item(Struct, frozen=True):
    """One question; one a screen. A Likert item has a ``trait`` and the test's answers."""

    id: str
    ask: Text | None = None
    """None where the answers say it all, as pairs do."""
    answers: list[Answer] = []
    trait: str | None = None
    reverse: bool = False
    """Whether agreeing speaks against the trait."""
    scene: Scene | None = None
    """What a task shows."""
    why: Text | None = None
    """Told after a task, right or wrong: why so."""


class Band(Struct, frozen=True):
    """What to tell of a trait from ``least`` points on, up to the next band."""

    trait: str
    least: int
    name: Text
    text: Text


class SelfTest(Struct, frozen=True):
    """A quick self-test, the face of ``selftests/<id>/``. A compass, never a diagnosis."""

    id: str
    version: int
    """Rises when an item or the key changes: figures of two versions are never added."""
    name: Text
    lead: Text
    picture: str
    hue: str
    order: int
    address: Literal["ты", "вы"]
    audiences: list[AudienceId]
    ages: Text
    """For whom, in words."""
    minutes: int
    kind: Kind
    chart: Chart
    promise: Text
    """What it is and is not, one or two sentences."""
    about: list[Text]
    """Design, scoring, where the idea is from: a paragraph each."""
    source: str
    traits: dict[str, Trait]
    items: list[Item]
    answers: list[Text] = []
    """The answers of Likert items, from «not at all» to «very much»."""
    bands: list[Band] = []
    gives: list[Literal["professions", "vacancies", "programmes"]] = []
    """What a result leads to, the most important first; professions where nothing is said."""
    talk: Text | None = None
    """Whom to talk to next, and about what."""
    checked: bool = True

    @property
    def pictures(self) -> Iterator[tuple[str, str, bool]]:
        """Every picture: the path of its field, its name, whether it is drawn large."""
        yield "picture", self.picture, False
        for id, trait in self.traits.items():
            yield f"traits.{id}.picture", trait.picture, False
        for number, item in enumerate(self.items):
            for choice, answer in enumerate(item.answers):
                if answer.picture:
                    yield f"items[{number}].answers[{choice}].picture", answer.picture, False
            for path, name in item.scene.pictures if item.scene else ():
                yield f"items[{number}].scene.{path}", name, False

    @property
    def spoken(self) -> Iterator[Text]:
        """What can be read aloud."""
        yield self.name
        yield self.promise
        yield from self.answers
        for item in self.items:
            if item.ask is not None:
                yield item.ask
            if item.scene is not None:
                yield from item.scene.lines
            yield from (answer.say for answer in item.answers)
