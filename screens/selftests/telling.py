"""How a result is put into words: what stands over it, what is said of what leads; ties too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from content.model import Band, SelfTest, Trait
from content.selftests.code import Code, code, has_code, letters
from content.selftests.scoring import choices, leading, points, ranks, reach
from screens.theme import _, theme

FEW = 3
"""Names in a heading; directions told of where there are bars."""
TWO = 2
NBSP = "\u00a0"

Scores = Mapping[str, int]


class Telling(NamedTuple):
    """The words of a result. ``under`` stands under the title; ``leads`` are a picture and a text
    for each trait that is told of."""

    title: str
    under: str
    notes: list[str]
    leads: list[tuple[str, str]]


def tell(test: SelfTest, score: Scores, lang: str) -> Telling:
    """The words for a score."""
    if any(trait.conditions for trait in test.traits.values()):
        return _needs(test, score, lang)
    if has_code(test):
        return _letters(test, score, lang)
    if test.kind == "tasks":
        return _safe(test, score, lang)
    first = leading(test, score).first
    title = " + ".join(test.traits[id].name.say(lang) for id in first[:FEW])
    if test.chart == "bars":
        return _directions(test, score, lang, title)
    second = leading(test, score).second[:1] if len(first) == 1 else ()
    return Telling(title, "", _ties(test, first), _leads(test, (*first[:TWO], *second), lang))


def bands(test: SelfTest, score: Scores) -> dict[str, Band]:
    """The band reached of each trait that has any."""
    return {band.trait: band for band in test.bands if score[band.trait] >= band.least}


def label(trait: Trait, lang: str) -> str:
    """A trait's name in a chart; with its letter where it has one, above it in the large mode."""
    name = trait.name.say(lang)
    between = "\n" if theme.large else f"{NBSP}·{NBSP}"
    return f"{trait.riasec}{between}{name}" if trait.riasec else name


def said(test: SelfTest, score: Scores, trait: str, lang: str) -> str:
    """What stands beside a trait in a chart: the points of how many, or what was answered where one
    item asks about it; the band's name where there are tasks, for nobody is given marks."""
    if test.kind == "tasks":
        return bands(test, score)[trait].name.say(lang)
    most = reach(test)[trait][1]
    about = [
        (item, choice)
        for item in test.items
        for choice in range(choices(test, item))
        if trait in points(test, item, choice)
    ]
    if len({item.id for item, _choice in about}) == 1 and test.kind == "choice":
        item = about[0][0]
        for choice, answer in enumerate(item.answers):
            if points(test, item, choice).get(trait, 0) == score[trait]:
                return answer.say.say(lang)
    return f"{score[trait]} / {most}"


def _needs(test: SelfTest, score: Scores, lang: str) -> Telling:
    most = reach(test)
    wanted = [id for id in test.traits if score[id] == most[id][1]]
    note = (
        _("О важном лучше спросить работодателя сразу. Вот как:")
        if wanted
        else _("Обязательных условий нет: смотрите все вакансии подряд.")
    )
    return Telling(_("Ваши условия"), "", [note], _leads(test, wanted, lang))


def _safe(test: SelfTest, score: Scores, lang: str) -> Telling:
    """What is safe already, then a text for each trait."""
    most = reach(test)
    safe = [id for id in test.traits if score[id] == most[id][1]]
    if len(safe) == len(test.traits):
        title = _("Все случаи решены надёжно")
    else:
        title = _("Вот что уже надёжно") if safe else _("Хорошее начало")
    texts = bands(test, score)
    leads = [(test.traits[id].picture, texts[id].text.say(lang)) for id in test.traits]
    return Telling(title, "", [], leads)


def _letters(test: SelfTest, score: Scores, lang: str) -> Telling:
    found = code(test, score)
    every = [id for rank in found for id in rank]
    notes = [_("Буквы через косую черту набрали поровну.")] if _tied(found) else []
    under = ", ".join(test.traits[id].name.say(lang) for id in every)
    return Telling(letters(test, found), under, notes, _leads(test, every[:FEW], lang))


def _tied(found: Code) -> bool:
    return any(len(rank) > 1 for rank in found)


def _directions(test: SelfTest, score: Scores, lang: str, title: str) -> Telling:
    """Three directions, and which others stand as high as the third."""
    ordered = ranks(test, score)
    every = [id for rank in ordered for id in rank]
    last = next(rank for rank in ordered if every[FEW - 1] in rank)
    notes = _ties(test, ordered[0])
    beyond = [test.traits[id].name.say(lang) for id in last if every.index(id) >= FEW]
    if beyond and len(ordered[0]) < len(test.traits):
        notes.append(_("Наравне с третьим: {names}.").format(names=", ".join(beyond)))
    return Telling(title, "", notes, _leads(test, every[:FEW], lang))


def _ties(test: SelfTest, first: tuple[str, ...]) -> list[str]:
    if len(first) == len(test.traits):
        return [_("Всё поровну: значит, выбирать можно по тому, что рядом.")]
    if len(first) > TWO:
        return [_("Впереди поровну сразу несколько: смотрите на все.")]
    return [_("Впереди поровну: смотрите на оба направления.")] if len(first) == TWO else []


def _leads(test: SelfTest, ids: list[str] | tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    return [(test.traits[id].picture, test.traits[id].text.say(lang)) for id in ids]
