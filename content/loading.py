"""The exhibition's YAML into typed entries that remember where they were written.

``exhibition/<kind>/*.yaml`` holds one entry or a list of them for each kind of :data:`KINDS`; what
has rules of its own stands with them in a folder, ``exhibition/exhibits/<id>/exhibit.yaml``;
``towns.yaml``, ``contact.yaml`` and ``sources.yaml`` stand beside those folders. Loading raises
nothing for the sake of content: every fault becomes a :class:`Problem`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import yaml

from content.model import APART, FACES, KINDS, Contact, Link, Struct, Text, Town
from content.nodes import Unreadable, parse
from content.problems import Problem
from content.typed import WRONG, Reader

SINGLES = ("towns.yaml", "contact.yaml", "sources.yaml")
"""The files beside those folders."""

S = TypeVar("S", bound=Struct)
V = TypeVar("V")


@dataclass(frozen=True)
class Entry(Generic[V]):
    """One thing that was written: its value, its file, and the line of each field."""

    value: V
    file: str
    lines: dict[str, int]

    def line(self, path: str = "") -> int:
        """The line of a field, or of the nearest thing around it that was written."""
        while path and path not in self.lines:
            cut = max(path.rfind("."), path.rfind("["), 0)
            path = path[:cut]
        return self.lines.get(path, 1)

    def problem(self, path: str, text: str, warning: bool = False) -> Problem:
        """A fault of this entry at a field."""
        return Problem(self.file, self.line(path), path, text, warning)


@dataclass
class Exhibition:
    """All that was read. So that one fault does not look like many, ``ids`` also has those of
    entries written with a fault, and ``unread`` the kinds of which a file could not be read;
    ``sources`` is None where they could not."""

    entries: dict[type[Struct], list[Entry[Any]]] = field(default_factory=dict)
    ids: dict[type[Struct], set[str]] = field(default_factory=dict)
    unread: set[type[Struct]] = field(default_factory=set)
    sources: dict[str, Text] | None = None
    problems: list[Problem] = field(default_factory=list)

    def of(self, kind: type[S]) -> list[Entry[S]]:
        """The entries of one type, in the order of files and lines."""
        return cast("list[Entry[S]]", self.entries.get(kind, []))

    def values(self, kind: type[S]) -> list[S]:
        """The same without their places."""
        return [entry.value for entry in self.of(kind)]

    def lacks(self, kind: type[Struct], id: str) -> bool:
        """Whether nobody wrote this id, as far as the files of its kind could be read."""
        return kind not in self.unread and id not in self.ids.get(kind, ())

    def is_empty(self, kind: type[Struct]) -> bool:
        """Whether nothing was written of a type at all."""
        return kind not in self.unread and not self.ids.get(kind)

    def __iter__(self) -> Iterator[Entry[Any]]:
        for entries in self.entries.values():
            yield from entries


def load(root: Path) -> Exhibition:
    """Read ``root/exhibition``. Places in problems are relative to ``root``."""
    found = Exhibition()
    home = root / "exhibition"
    for folder, kind in KINDS.items():
        place = (root if kind in APART else home) / folder
        for path in sorted(place.glob(f"*/{FACES[kind]}" if kind in FACES else "*.yaml")):
            node = _node(root, path, found, kind)
            if node is not None:
                items = node.value if isinstance(node, yaml.SequenceNode) else [node]
                _take(found, _name(root, path), kind, items)
    _towns(root, found)
    _contact(root, found)
    _sources(root, found)
    _strays(root, found)
    return found


def _strays(root: Path, found: Exhibition) -> None:
    """A YAML file nobody reads is a slip of name or place: say so instead of losing its text."""
    home = root / "exhibition"
    apart = [root / folder for folder, kind in KINDS.items() if kind in APART]
    paths = {path for place in (home, *apart) for path in place.rglob("*.y*ml")}
    for path in sorted(paths):
        parts = path.relative_to(home if path.is_relative_to(home) else root).parts
        alone = len(parts) == 1 and parts[0] in SINGLES
        kind = KINDS.get(parts[0])
        depth, face = (3, FACES[kind]) if kind in FACES else (2, parts[-1])
        listed = kind and len(parts) == depth and parts[-1] == face and path.suffix == ".yaml"
        if not alone and not listed:
            text = "этот файл никто не читает: проверьте папку и расширение .yaml"
            found.problems.append(Problem(_name(root, path), 1, "", text))


def _towns(root: Path, found: Exhibition) -> None:
    path = root / "exhibition" / "towns.yaml"
    node = _node(root, path, found, Town)
    if node is None:
        return
    reader = Reader(_name(root, path))
    parts = reader.pairs(node, "")
    for name, kind in (("towns", Town), ("links", Link)):
        part = parts.pop(name, None)
        if isinstance(part, yaml.SequenceNode):
            _take(found, reader.file, kind, [_pair(n) if kind is Link else n for n in part.value])
        else:
            reader.note(part or node, name, "нужен список")
    for name, part in parts.items():
        reader.note(part, name, "неизвестное поле; можно: towns, links")
    found.problems += reader.problems


def _contact(root: Path, found: Exhibition) -> None:
    path = root / "exhibition" / "contact.yaml"
    node = _node(root, path, found, Contact)
    if node is not None:
        _take(found, _name(root, path), Contact, [node])


def _sources(root: Path, found: Exhibition) -> None:
    path = root / "exhibition" / "sources.yaml"
    node = _node(root, path, found, None)
    if node is not None:
        reader = Reader(_name(root, path))
        sources = reader.read(node, dict[str, Text])
        found.sources = None if sources is WRONG else sources
        found.problems += reader.problems


def _take(found: Exhibition, file: str, kind: type[Struct], nodes: list[yaml.Node]) -> None:
    """Read each node as ``kind`` into ``found``."""
    for node in nodes:
        reader = Reader(file)
        value = reader.read(node, kind)
        found.problems += reader.problems
        if value is not WRONG:
            found.entries.setdefault(kind, []).append(Entry(value, file, reader.lines))
        if (id := _written_id(node)) is not None:
            found.ids.setdefault(kind, set()).add(id)


def _written_id(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                return str(value.value).strip()
    return None


def _pair(node: yaml.Node) -> yaml.Node:
    """A link written ``[a, b]`` as ``{a: …, b: …}``; anything else stays as it is."""
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != 2:
        return node
    names = [
        yaml.ScalarNode("tag:yaml.org,2002:str", name, node.start_mark, node.end_mark)
        for name in ("a", "b")
    ]
    pairs = list(zip(names, node.value, strict=True))
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, node.start_mark, node.end_mark)


def _node(root: Path, path: Path, found: Exhibition, kind: type[Struct] | None) -> yaml.Node | None:
    """The root node of a file; None, noted as unread for its ``kind``, where there is none."""
    line = 1
    try:
        node = parse(path.read_bytes())
        if node is not None and node.value:
            return node
        text = "файл пуст"
    except FileNotFoundError:
        text = "файла нет, а он нужен"
    except OSError:
        text = "это папка, а нужен файл" if path.is_dir() else "файл не читается: проверьте права"
    except Unreadable as error:
        text, line = str(error), error.line
    found.problems.append(Problem(_name(root, path), line, "", text))
    if kind is not None:
        found.unread.add(kind)
    return None


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
