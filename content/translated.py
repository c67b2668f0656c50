"""What was last confirmed to say the same in both languages: ``exhibition/translated.json``.

``{"professions/welder": {"day": "<Russian> <English>"}}``: short hashes of a text as it was in
each language. A Russian text that changed while its English did not is stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from content.boxes import SOFT_HYPHEN
from content.model import Text

FILE = Path("exhibition") / "translated.json"
BYTES = 4
"""Of each hash: it tells one wording from the next, and nobody forges it."""

Said = Mapping[str, Mapping[str, Text]]
"""A thing of the content by kind and id -> the path of a field -> its text."""
Record = dict[str, dict[str, str]]


class RecordDamaged(Exception):
    """The file is there and is not a record; says what to do, in Russian."""


def read(root: Path) -> Record | None:
    """The record of the content in ``root``, None where nothing was ever confirmed; raises
    :class:`RecordDamaged`, OSError."""
    try:
        return msgspec.json.decode((root / FILE).read_bytes(), type=Record)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, ValueError) as error:
        text = "файл повреждён: верните прежний или удалите его и выполните content translated"
        raise RecordDamaged(text) from error


def write(root: Path, record: Record) -> None:
    """Keep a record: sorted, a text a line, so that two authors' changes seldom meet."""
    content = msgspec.json.format(msgspec.json.encode(record, order="sorted"), indent=1)
    staging = root / FILE.with_suffix(".new")
    staging.write_bytes(content + b"\n")
    staging.replace(root / FILE)


def pair(text: Text) -> str:
    """A text in both languages as the record keeps it."""
    return f"{_hash(text.ru)} {_hash(text.en)}"


def is_stale(text: Text, recorded: str) -> bool:
    """Whether its Russian changed since ``recorded`` and its English did not."""
    ru, _, en = recorded.partition(" ")
    return _hash(text.ru) != ru and _hash(text.en) == en


def confirm(record: Record, said: Said, ids: Collection[str] = (), late: bool = False) -> Record:
    """The record after somebody has read the translations. With ``ids`` those things are as they
    should be; without, all but what is stale, and that too when ``late``. What is no longer said
    is forgotten."""
    kept: Record = {}
    for id, fields in said.items():
        old = record.get(id, {})
        if ids and id not in ids:
            kept[id] = {path: old[path] for path in fields if path in old}
            continue
        trusting = late or bool(ids)
        kept[id] = {
            path: old[path]
            if not trusting and path in old and is_stale(text, old[path])
            else pair(text)
            for path, text in fields.items()
        }
    return {id: fields for id, fields in kept.items() if fields}


def _hash(text: str) -> str:
    """Of the words: line breaks, fixed spaces and soft hyphens are typography."""
    text = " ".join(text.replace(SOFT_HYPHEN, "").split())
    return hashlib.blake2s(text.replace("\u00a0", " ").encode(), digest_size=BYTES).hexdigest()
