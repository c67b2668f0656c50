"""Looking for a text in the bytes of folders, however it may be written."""

from __future__ import annotations

import base64
import json
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path

CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1251", "koi8-r", "cp866")


def spellings(text: str) -> set[bytes]:
    """How ``text`` may lie on a disk."""
    found = {
        json.dumps(text)[1:-1].encode(),
        urllib.parse.quote(text).encode(),
        repr(text).encode(),
    }
    for charset in CHARSETS:
        raw = text.encode(charset, "ignore")
        if len(raw) < len(text):
            continue
        found |= {raw, raw.hex().encode(), raw.hex().upper().encode(), *_base64(raw)}
    return {spelling for spelling in found if len(spelling) >= 6}


def where(folders: Iterable[Path], texts: Iterable[str]) -> list[str]:
    """Files (with the spelling's number) that hold any of the texts."""
    wanted = [spelling for text in texts for spelling in sorted(spellings(text))]
    return [
        f"{path}: {spelling!r}"
        for path, data in _contents(folders)
        for spelling in wanted
        if spelling in data or spelling.lower() in data
    ]


def _contents(folders: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                yield path, str(path).encode() + b"\0" + path.read_bytes()


def _base64(raw: bytes) -> Iterator[bytes]:
    """The part of its Base64 that is the same whatever stands around it, at each of three offsets,
    in both alphabets."""
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + raw)
        inner = whole[(4 if shift else 0) : len(whole) - 4]
        yield inner
        yield inner.translate(bytes.maketrans(b"+/", b"-_"))
