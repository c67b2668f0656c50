"""Self-tests: the key names what is there, designs are balanced, bands have no hole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from content.loading import Entry
from content.model import Cluster, Condition, Profession, SelfTest
from content.problems import Problem
from content.rules.matter import Matter, Rule
from content.selftests.scoring import reach

MINUTES = (1, 10)
LIKERT = (3, 7)
"""Answers a Likert item may have."""
CHOICES = (2, 6)
"""Answers that have room on the screen."""

Found = Iterator[tuple[str, str]]
"""A field and what is wrong with it."""


def selftests_can_be_scored(matter: Matter) -> Iterator[Problem]:
    """Every item counts for traits that are there, and every trait is asked about."""
    for entry in matter.exhibition.of(SelfTest):
        for field, text in (*_frame(entry.value), *_items(entry.value)):
            yield entry.problem(field, text)
        if not any(_items(entry.value)):
            for field, text in (*_traits(entry.value), *_design(entry.value), *_bands(entry.value)):
                yield entry.problem(field, text)


def _frame(test: SelfTest) -> Found:
    if not MINUTES[0] <= test.minutes <= MINUTES[1]:
        yield "minutes", f"{test.minutes} — от {MINUTES[0]} до {MINUTES[1]} минут"
    if test.version < 1:
        yield "version", "номер версии — с единицы"
    if not re.fullmatch("#[0-9A-Fa-f]{6}", test.hue):
        yield "hue", f"«{test.hue}» — цвет пишут как #4A6CF7 в кавычках"
    if test.kind == "likert" and not LIKERT[0] <= len(test.answers) <= LIKERT[1]:
        yield "answers", f"ответов {len(test.answers)}, нужно от {LIKERT[0]} до {LIKERT[1]}"
    if test.kind != "likert" and test.answers:
        yield "answers", "общие ответы бывают только у kind: likert"
    if not test.items:
        yield "items", "нет ни одного вопроса"
    doubled = [id for id, count in Counter(item.id for item in test.items).items() if count > 1]
    for id in doubled:
        yield "items", f"два вопроса с id «{id}»"


def _items(test: SelfTest) -> Found:
    """What would keep an item from being asked or counted."""
    for number, item in enumerate(test.items):
        path = f"items[{number}]"
        named = {item.trait} if item.trait else set()
        named |= {trait for answer in item.answers for trait in answer.adds}
        for trait in sorted(named - set(test.traits)):
            yield path, f"ключ называет шкалу «{trait}», а её нет"
        if item.ask is None and test.kind != "pairs":
            yield f"{path}.ask", "нет вопроса"
        if test.kind == "likert":
            if item.trait is None:
                yield f"{path}.trait", "не сказано, к какой шкале вопрос"
            if item.answers:
                yield f"{path}.answers", "ответы у likert общие: в answers теста"
            continue
        low, high = (2, 2) if test.kind == "pairs" else CHOICES
        if not low <= len(item.answers) <= high:
            yield f"{path}.answers", f"ответов {len(item.answers)}, нужно от {low} до {high}"
        elif test.kind == "tasks":
            if sum(answer.right for answer in item.answers) != 1:
                yield f"{path}.answers", "верным (right) должен быть ровно один ответ"
            if item.why is None:
                yield f"{path}.why", "после задания говорят, почему так: нет why"
            if item.trait is None:
                yield f"{path}.trait", "не сказано, к какой шкале задание"
        elif test.kind == "pairs" and [sorted(a.adds.values()) for a in item.answers] != [[1], [1]]:
            yield f"{path}.answers", "в паре каждый ответ даёт один балл одной шкале"


def _traits(test: SelfTest) -> Found:
    for trait, (low, high) in reach(test).items():
        if low == high:
            yield f"traits.{trait}", "ни один вопрос не относится к этой шкале"


def _design(test: SelfTest) -> Found:
    """Forced choice is fair only where every two traits meet equally often; Likert scales are
    compared only where they are of one length."""
    if test.kind == "pairs":
        met = Counter(frozenset(t for a in item.answers for t in a.adds) for item in test.items)
        for pair in met:
            if len(pair) < 2:
                yield "items", f"в паре дважды шкала «{min(pair)}»"
        counts = {met[frozenset(two)] for two in combinations(test.traits, 2)}
        if len(counts) > 1:
            said = ", ".join(
                f"{a}–{b}: {met[frozenset((a, b))]}" for a, b in combinations(test.traits, 2)
            )
            yield "items", f"план не уравновешен: {said}"
    if test.kind == "likert":
        lengths = Counter(item.trait for item in test.items)
        if len(set(lengths.values())) > 1:
            said = ", ".join(f"{trait}: {count}" for trait, count in lengths.items())
            yield "items", f"шкалы разной длины: {said}"


def _bands(test: SelfTest) -> Found:
    limits = reach(test)
    for number, band in enumerate(test.bands):
        path = f"bands[{number}]"
        if band.trait not in limits:
            yield path, f"нет шкалы «{band.trait}»"
            continue
        low, high = limits[band.trait]
        before = [one.least for one in test.bands[:number] if one.trait == band.trait]
        if not before and band.least != low:
            yield path, f"дыра: от {low} до {band.least - 1} ничего не сказано"
        elif before and band.least <= before[-1]:
            yield path, "полосы одной шкалы идут по возрастанию"
        elif band.least > high:
            yield path, f"недостижимо: у шкалы не больше {high}"


def selftests_lead_somewhere(matter: Matter) -> Iterator[Problem]:
    """What a trait is matched with is in the library."""
    for entry in matter.exhibition.of(SelfTest):
        yield from _matches(matter, entry)


def _matches(matter: Matter, entry: Entry[SelfTest]) -> Iterator[Problem]:
    for id, trait in entry.value.traits.items():
        path = f"traits.{id}"
        for cluster in trait.clusters:
            if matter.exhibition.lacks(Cluster, cluster):
                yield entry.problem(f"{path}.clusters", f"нет кластера «{cluster}»")
        for profession in trait.professions:
            if matter.exhibition.lacks(Profession, profession):
                yield entry.problem(f"{path}.professions", f"нет профессии «{profession}»")
        for condition in trait.conditions:
            if matter.exhibition.lacks(Condition, condition):
                yield entry.problem(f"{path}.conditions", f"нет условия «{condition}»")
        if trait.riasec is not None and not re.fullmatch("[RIASEC]", trait.riasec):
            yield entry.problem(f"{path}.riasec", f"«{trait.riasec}» — одна буква из RIASEC")


RULES: list[Rule] = [selftests_can_be_scored, selftests_lead_somewhere]
