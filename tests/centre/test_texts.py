"""Every word of the pages is there in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

from sync.centre.pages import i18n
from sync.centre.pages.render import HERE

CYRILLIC = re.compile("[А-Яа-яЁё]")


def in_templates() -> Iterator[str]:
    for path in HERE.rglob("*.html"):
        for double, single in re.findall(r"\b_\(\s*(?:\"([^\"]*)\"|'([^']*)')", path.read_text()):
            yield double or single


def in_code() -> Iterator[str]:
    for path in HERE.rglob("*.py"):
        tree = ast.parse(path.read_text())
        plain = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for node in ast.walk(tree):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and id(node) not in plain and CYRILLIC.search(value):
                yield value


def plurals() -> Iterator[tuple[str, str, str]]:
    called = re.compile(r'(?:\bn_|plural)\([^"]*"([^"]*)", "([^"]*)", "([^"]*)"')
    quoted = re.compile(r"plural\([^']*'([^']*)', '([^']*)', '([^']*)'")
    for path in [*HERE.rglob("*.html"), *HERE.rglob("*.py")]:
        text = path.read_text()
        yield from [*called.findall(text), *quoted.findall(text)]


def test_every_message_has_its_english() -> None:
    counted = {form for forms in plurals() for form in forms}
    months = i18n._MONTHS["ru"]
    said = {m for m in {*in_templates(), *in_code()} if CYRILLIC.search(m)} - counted - {months}
    missing = sorted(m for m in said if i18n.say("en", m) == m)
    assert not missing
    assert len(said) > 150


def test_every_plural_has_its_english() -> None:
    found = set(plurals())
    assert len(found) >= 7
    for one, few, many in found:
        assert not CYRILLIC.search(i18n.plural("en", 1, one, few, many))
        assert not CYRILLIC.search(i18n.plural("en", 5, one, few, many))


def test_the_catalogue_says_nothing_nobody_asks_for() -> None:
    used = {*in_templates(), *in_code(), *(f for forms in plurals() for f in forms)}
    catalogue = i18n.catalogue("en")
    assert isinstance(catalogue, GNUTranslations)
    known = {key for key in vars(catalogue)["_catalog"] if isinstance(key, str)}
    assert known - used - {""} == set()


def test_templates_hold_no_words_outside_messages() -> None:
    for path in Path(HERE / "templates").rglob("*.html"):
        text = re.sub(r"\{[%{#].*?[%}#]\}", "", path.read_text(), flags=re.DOTALL)
        assert not CYRILLIC.search(text), path.name


def test_russian_counts_as_russians_do() -> None:
    forms = ("день", "дня", "дней")
    said = [i18n.plural("ru", n, *forms) for n in (1, 2, 5, 11, 21, 22, 112)]
    assert said == ["день", "дня", "дней", "дней", "день", "дня", "дней"]
