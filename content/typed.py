"""Nodes of YAML into the types of :mod:`content.model`, with every fault named by line and field.

A text field takes what is written as it is written (``10:00`` is a time, not base-60 of YAML
1.1), without the blanks around it. An empty value is the field's default, or a fault.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import yaml
from msgspec import inspect

from content.nodes import line_of
from content.problems import Problem

WRONG: Final = object()
"""Stands for a value that could not be read; the fault is already noted."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NULL = "tag:yaml.org,2002:null"
_MARK = "tag:yaml.org,2002:"


class Reader:
    """Reads nodes of one ``file``, collecting :attr:`problems` and the :attr:`lines` of fields."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def read(self, node: yaml.Node, kind: Any, path: str = "") -> Any:
        """The value of ``node`` as ``kind`` (anything msgspec can inspect), or :data:`WRONG`."""
        return self._value(node, _info(kind), path)

    def note(self, node: yaml.Node, path: str, text: str) -> Any:
        """Note a fault at ``node``; gives :data:`WRONG` for the caller to return."""
        self.problems.append(Problem(self.file, line_of(node), path, text))
        return WRONG

    def _value(self, node: yaml.Node, kind: inspect.Type, path: str) -> Any:
        self.lines[path] = line_of(node)
        if isinstance(kind, inspect.UnionType):
            return self._union(node, kind, path)
        if isinstance(kind, inspect.StructType):
            return self._struct(node, kind, path)
        if isinstance(kind, inspect.ListType):
            return self._list(node, kind, path)
        if isinstance(kind, inspect.DictType):
            return self._dict(node, kind, path)
        if isinstance(kind, inspect.AnyType):
            return self._plain(node, path)
        if not isinstance(node, yaml.ScalarNode):
            return self.note(
                node, path, f"нужно одно значение ({_word(kind)}), а не {_shape(node)}"
            )
        if node.tag == _NULL:
            return self.note(node, path, "пусто")
        return self._scalar(node, kind, path)

    def _union(self, node: yaml.Node, kind: inspect.UnionType, path: str) -> Any:
        if node.tag == _NULL and kind.includes_none:
            return None
        return self._value(node, next(t for t in kind.types if not _is_none(t)), path)

    def _list(self, node: yaml.Node, kind: inspect.ListType, path: str) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return self.note(node, path, f"нужен список, а не {_shape(node)}")
        values = [
            self._value(item, kind.item_type, f"{path}[{i}]") for i, item in enumerate(node.value)
        ]
        return WRONG if any(value is WRONG for value in values) else values

    def _dict(self, node: yaml.Node, kind: inspect.DictType, path: str) -> Any:
        values: dict[str, Any] = {}
        for name, item in self.pairs(node, path).items():
            values[name] = self._value(item, kind.value_type, _join(path, name))
        if not isinstance(node, yaml.MappingNode):
            return WRONG
        return WRONG if any(value is WRONG for value in values.values()) else values

    def _struct(self, node: yaml.Node, kind: inspect.StructType, path: str) -> Any:
        if not isinstance(node, yaml.MappingNode):
            names = ", ".join(field.name for field in kind.fields if field.required)
            return self.note(node, path, f"нужны поля {names}, а не {_shape(node)}")
        pairs = self.pairs(node, path)
        fields = {field.name: field for field in kind.fields}
        values: dict[str, Any] = {}
        for name, item in pairs.items():
            if name not in fields:
                near = difflib.get_close_matches(name, fields, 1)
                hint = f"; может быть, «{near[0]}»?" if near else ""
                self.note(item, _join(path, name), f"неизвестное поле{hint}")
                values[name] = WRONG
            elif item.tag == _NULL and not fields[name].required:
                continue
            else:
                values[name] = self._value(item, fields[name].type, _join(path, name))
        for name, field in fields.items():
            if field.required and name not in pairs:
                values[name] = self.note(node, _join(path, name), _absent(name))
        return WRONG if any(v is WRONG for v in values.values()) else kind.cls(**values)

    def _plain(self, node: yaml.Node, path: str) -> Any:
        """Whatever is written: numbers, words, lists of them, fields."""
        if isinstance(node, yaml.SequenceNode):
            return self._list(node, _ANYTHING_IN_A_LIST, path)
        if isinstance(node, yaml.MappingNode):
            return self._dict(node, _ANYTHING_BY_NAME, path)
        for tags, convert in _CONVERT.values():
            if node.tag.removeprefix(_MARK) in tags and "str" not in tags:
                return convert(node.value)
        return node.value.strip()

    def pairs(self, node: yaml.Node, path: str) -> dict[str, yaml.Node]:
        """The entries of a mapping by name; notes what is not a mapping and doubled names."""
        if not isinstance(node, yaml.MappingNode):
            self.note(node, path, f"нужны поля «имя: значение», а не {_shape(node)}")
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.note(key, path, "имя поля должно быть простым словом")
            elif key.value in found:
                self.note(key, _join(path, key.value), "поле написано дважды")
            else:
                found[key.value] = value
        return found

    def _scalar(self, node: yaml.ScalarNode, kind: inspect.Type, path: str) -> Any:
        if isinstance(kind, inspect.StrType):
            return node.value.strip()
        if isinstance(kind, inspect.LiteralType):
            if node.value in kind.values:
                return node.value
            known = ", ".join(str(value) for value in kind.values)
            return self.note(node, path, f"«{node.value}» не подходит; можно: {known}")
        for shape, (tags, convert) in _CONVERT.items():
            if isinstance(kind, shape):
                try:
                    if node.tag.removeprefix(_MARK) in tags:
                        return convert(node.value)
                except ValueError:
                    pass
                return self.note(node, path, f"«{node.value}» — не {_word(kind)}")
        return self.note(node, path, "такое значение здесь не читается")


@cache
def _info(kind: Any) -> inspect.Type:
    """What msgspec knows of a type: the same for every entry, and half of reading if asked anew."""
    return inspect.type_info(kind)


def _boolean(text: str) -> bool:
    return text.lower() in ("true", "yes", "on")


def _date(text: str) -> dt.date:
    if not _DATE.fullmatch(text):
        raise ValueError(text)  # a week's date is ISO too, and nobody's habit
    return dt.date.fromisoformat(text)


_CONVERT: dict[type[inspect.Type], tuple[tuple[str, ...], Callable[[str], Any]]] = {
    inspect.BoolType: (("bool",), _boolean),
    inspect.IntType: (("int",), int),
    inspect.FloatType: (("int", "float"), float),
    inspect.DateType: (("timestamp", "str"), _date),
}

_ANYTHING_IN_A_LIST = inspect.ListType(inspect.AnyType())
_ANYTHING_BY_NAME = inspect.DictType(inspect.StrType(), inspect.AnyType())

_WORDS: dict[type[inspect.Type], str] = {
    inspect.BoolType: "true или false",
    inspect.IntType: "целое число",
    inspect.FloatType: "число",
    inspect.DateType: "дата вида 2026-11-23",
    inspect.StrType: "текст",
    inspect.LiteralType: "слово",
}


def _word(kind: inspect.Type) -> str:
    return _WORDS.get(type(kind), "значение")


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "список"
    if isinstance(node, yaml.MappingNode):
        return "набор полей"
    return "пустое место" if node.tag == _NULL else f"«{str(node.value)[:40]}»"


def _absent(name: str) -> str:
    missing = {"ru": "нет русского текста", "en": "нет английского текста"}
    return missing.get(name, "поля нет, а оно нужно")


def _is_none(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.NoneType)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
