"""YAML as nodes with their lines, from bytes nobody vouches for.

Nothing is constructed here, so no tag can run anything. Aliases, deep nesting, tags and long
files, which content has no use for, are refused before a tree is built.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml

MAX_BYTES = 4_000_000
"""The longest content file, bytes."""
MAX_DEPTH = 24
"""The deepest nesting of a content file."""
KEPT = 1024
"""So many files are not parsed again while they stay as they are."""

WHY = {
    "mapping values are not allowed": (
        "лишний отступ или двоеточие внутри текста: возьмите его в кавычки"
    ),
    "cannot start any token": "табуляция или особый знак в начале: нужны пробелы и кавычки",
    "found another document": "строка «---» посреди файла",
    "did not find expected key": "строка стоит не под своим полем",
    "did not find expected '-' indicator": "пункт списка стоит не под другими",
    "did not find expected ',' or": "не хватает запятой или закрывающей скобки",
    "unexpected end of stream": "кавычка открыта и не закрыта",
    "could not find expected ':'": "после имени поля нет двоеточия",
    "block collections are not allowed": "список начат на строке поля",
    "block sequence entries are not allowed": "список начат на строке поля",
    "unknown escape character": "обратная черта в двойных кавычках",
}
"""What the parser says of slips that people make -> what that is."""

_HALF = re.compile("[\ud800-\udfff]")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unreadable(Exception):
    """Bytes that are not acceptable YAML. ``line`` counts from 1, the message is Russian."""

    def __init__(self, text: str, line: int = 1) -> None:
        super().__init__(text)
        self.line = line


def line_of(node: yaml.Node) -> int:
    """The line a node starts on, from 1."""
    return int(node.start_mark.line) + 1


@lru_cache(maxsize=KEPT)
def parse(content: bytes) -> yaml.Node | None:
    """The root node of one YAML document, None for an empty file; raises :class:`Unreadable`. Not
    to be changed: whoever asks for the same bytes again, as a preview does, gets the same node."""
    if len(content) > MAX_BYTES:
        raise Unreadable(f"файл длиннее {MAX_BYTES // 1_000_000} МБ: разделите его")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable("текст не в UTF-8: сохраните файл в этой кодировке", line) from error
    try:
        _refuse(text)
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = int(mark.line) + 1 if mark else 1
        raise Unreadable(
            f"не читается как YAML{_why(error.problem or '')}: проверьте отступы, "
            "кавычки и двоеточия",
            line,
        ) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        raise Unreadable("недопустимый управляющий символ", line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable("не читается как YAML") from error
    return node


def _why(problem: str) -> str:
    """What the parser says, in Russian where it is something people do."""
    said = next((ru for en, ru in WHY.items() if en in problem), "")
    return f" ({said})" if said else ""


def _refuse(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = int(event.start_mark.line) + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable("ссылки YAML (& и *) не нужны: напишите значение полностью", line)
        if isinstance(event, yaml.ScalarEvent) and _HALF.search(event.value):
            raise Unreadable("половина символа (U+D800–U+DFFF) в тексте", line)
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            raise Unreadable(f"метки YAML ({tag}) не нужны", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise Unreadable("слишком глубокая вложенность", line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
