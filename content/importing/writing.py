"""Entries into ``imported.yaml``: the whole file appears at once, or the old one stays."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from content.model import Struct
from content.nodes import MAX_BYTES, parse
from content.typed import Reader

HEAD = "# Перенесено из таблицы командой content import. Правьте таблицу, а не этот файл.\n"

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class NotWritten(Exception):
    """The import could not be kept; the message is Russian. The old file stands as it was."""


def write(path: Path, values: Sequence[Struct]) -> None:
    """Keep the entries in ``path``, instead of those it has. Raises :class:`NotWritten`."""
    text = HEAD + yaml.dump(
        [msgspec.to_builtins(value) for value in values],
        Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=100,
    )  # fmt: skip
    content = text.encode()
    if len(content) > MAX_BYTES:
        raise NotWritten(f"строк слишком много: выходит больше {MAX_BYTES // 1_000_000} МБ")
    if not _reads_back(content, values):
        raise NotWritten("записанное не прочиталось таким же")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise NotWritten(f"{path.name} не записан: {error.strerror}") from error


def _reads_back(content: bytes, values: Sequence[Struct]) -> bool:
    node = parse(content)
    if node is None or not values:
        return False
    reader = Reader("")
    return bool(reader.read(node, list[type(values[0])]) == list(values))  # type: ignore[misc]


def _replace(path: Path, content: bytes) -> None:
    # Not .yaml until it is whole: a build made meanwhile must not read half of it.
    handle, name = tempfile.mkstemp(prefix=".importing-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
