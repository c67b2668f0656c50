"""A self-test's result in words: what leads, ties said as ties, what is said of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from content.model import SelfTest
from content.selftests.code import code, has_code, letters
from content.selftests.scoring import choices, leading, points, reach
from sync.centre.pages.i18n import Lang, say

FEW, TWO = 3, 2
Scores = Mapping[str, int]


@dataclass(frozen=True)
class Lead:
    """One trait that is told of."""

    name: str
    text: str


@dataclass(frozen=True)
class Telling:
    """The words of a result: ``title`` over it, ``notes`` on ties, ``leads`` one by one, ``bands``
    for scales that have them."""

    title: str
    notes: list[str]
    leads: list[Lead]
    bands: list[str]


def tell(test: SelfTest, score: Scores, lang: Lang) -> Telling:
    """The words for a score. Equal scores are never put in an order of ours."""
    if _asks_needs(test):
        title, ids = _needs(test, score)
        title, notes = say(lang, title), [] if ids else [say(lang, _NO_NEEDS)]
    elif has_code(test):
        found = code(test, score)
        ids = [id for rank in found for id in rank]
        title = letters(test, found)
        tied = any(len(rank) > 1 for rank in found)
        notes = [say(lang, "Буквы через косую черту набрали поровну.")] if tied else []
    else:
        first, second = leading(test, score)
        title = " + ".join(test.traits[id].name.say(lang) for id in first[:FEW])
        ids = list(first) if len(first) > 1 else [*first, *second]
        notes = [say(lang, text) for text in _ties(test, first, second)]
    alike = len(ids) == len(test.traits) and not _asks_needs(test)
    shown = [] if alike else ids
    leads = [Lead(test.traits[id].name.say(lang), test.traits[id].text.say(lang)) for id in shown]
    return Telling(title, notes, leads, _bands(test, score, lang))


def beside(test: SelfTest, score: Scores, trait: str, lang: Lang) -> str:
    """What stands beside a trait's bar: what was answered where one item asks about it, else the
    points of how many."""
    about = {
        item.id: item
        for item in test.items
        for choice in range(choices(test, item))
        if trait in points(test, item, choice)
    }
    if test.kind == "choice" and len(about) == 1:
        (item,) = about.values()
        for choice, answer in enumerate(item.answers):
            if points(test, item, choice).get(trait, 0) == score[trait]:
                return answer.say.say(lang)
    return f"{score[trait]} / {reach(test)[trait][1]}"


_NO_NEEDS = "Обязательных условий нет: смотрите все вакансии подряд."


def _asks_needs(test: SelfTest) -> bool:
    """Whether the test asks for conditions of work rather than for leanings."""
    return any(trait.conditions for trait in test.traits.values())


def _needs(test: SelfTest, score: Scores) -> tuple[str, list[str]]:
    most = reach(test)
    return "Ваши условия", [id for id in test.traits if score[id] == most[id][1]]


def _ties(test: SelfTest, first: tuple[str, ...], second: tuple[str, ...]) -> list[str]:
    if len(first) == len(test.traits):
        return ["Всё поровну: значит, выбирать можно по тому, что рядом."]
    if len(first) > TWO:
        return ["Впереди поровну сразу несколько: смотрите на все."]
    if len(first) == TWO:
        return ["Впереди поровну: смотрите на оба направления."]
    return ["На втором месте поровну: они названы все."] if len(second) > 1 else []


def _bands(test: SelfTest, score: Scores, lang: Lang) -> list[str]:
    found: dict[str, str] = {}
    for band in test.bands:
        if score[band.trait] >= band.least:
            found[band.trait] = band.text.say(lang)
    return list(found.values())
