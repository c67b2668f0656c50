"""A self-test's result in words: what leads, ties said as ties, what is said of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from content.model import SelfTest
from content.selftests.code import code, has_code, letters
from content.selftests.scoring import choices, leading, points, ranks, reach
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
    if test.kind == "tasks":
        return _safe(test, score, lang)
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
        if test.chart == "bars":
            ids, notes = _directions(test, score, lang)
        else:
            ids = list(first) if len(first) > 1 else [*first, *second]
            notes = [say(lang, text) for text in _ties(test, first, second)]
    alike = len(ids) == len(test.traits) and not _asks_needs(test)
    shown = [] if alike else ids
    leads = [Lead(test.traits[id].name.say(lang), test.traits[id].text.say(lang)) for id in shown]
    return Telling(title, notes, leads, _bands(test, score, lang))


def beside(test: SelfTest, score: Scores, trait: str, lang: Lang) -> str:
    """What stands beside a trait's bar: what was answered where one item asks about it, else the
    points of how many; the band's name where there are tasks, for nobody is given marks."""
    if test.kind == "tasks":
        named = [one.name.say(lang) for one in test.bands if one.trait == trait
                 and score[trait] >= one.least]  # fmt: skip
        return named[-1] if named else ""
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


def _safe(test: SelfTest, score: Scores, lang: Lang) -> Telling:
    """What is safe already; then the text of each trait's band."""
    most = reach(test)
    safe = [id for id in test.traits if score[id] == most[id][1]]
    if len(safe) == len(test.traits):
        title = say(lang, "Все случаи решены надёжно")
    else:
        title = say(lang, "Вот что уже надёжно" if safe else "Хорошее начало")
    return Telling(title, [], [], _bands(test, score, lang))


_NO_NEEDS = "Обязательных условий нет: смотрите все вакансии подряд."


def _asks_needs(test: SelfTest) -> bool:
    """Whether the test asks for conditions of work rather than for leanings."""
    return any(trait.conditions for trait in test.traits.values())


def _needs(test: SelfTest, score: Scores) -> tuple[str, list[str]]:
    most = reach(test)
    return "Ваши условия", [id for id in test.traits if score[id] == most[id][1]]


def _directions(test: SelfTest, score: Scores, lang: Lang) -> tuple[list[str], list[str]]:
    """Three directions, and which others stand as high as the third."""
    ordered = ranks(test, score)
    every = [id for rank in ordered for id in rank]
    if len(ordered) == 1 or len(every) <= FEW:
        return every, [say(lang, text) for text in _ties(test, ordered[0], ())]
    notes = [say(lang, text) for text in _ties(test, ordered[0], ())]
    last = next(rank for rank in ordered if every[FEW - 1] in rank)
    beyond = [test.traits[id].name.say(lang) for id in last if id not in every[:FEW]]
    if beyond:
        notes.append(say(lang, "Наравне с третьим: {names}.", names=", ".join(beyond)))
    return every[:FEW], notes


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
