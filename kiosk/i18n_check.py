"""Which Russian messages of the program lack their English, and which English has no use any more.

``python -m kiosk.i18n_check`` prints the findings, and the missing entries ready to paste.
"""

from __future__ import annotations

import ast
import re
import string
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog
from babel.messages.pofile import read_po

from kiosk.i18n import DOMAIN, LOCALE

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("kiosk", "screens")
_KV = re.compile(r"""(?<![\w.])_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\)""")

Message = str | tuple[str, str]


class Finding(NamedTuple):
    """One fault of the catalogue: ``missing``, ``empty``, ``stale``, ``fields`` (the ``{names}``
    differ) or ``russian`` (the translation is not English)."""

    what: str
    message: str
    where: str


def check(root: Path = ROOT, source: Path | None = None, lang: str = "en") -> list[Finding]:
    """Compare the messages under ``root`` with the catalogue ``source``."""
    source = source or LOCALE / lang / "LC_MESSAGES" / f"{DOMAIN}.po"
    with source.open("rb") as file:
        catalog = read_po(file, locale=lang)
    used: dict[str, tuple[Message, str]] = {}
    for message, where in messages(root):
        used.setdefault(_id(message), (message, where))
    found = [f for message, where in used.values() for f in _judge(catalog, message, where)]
    for entry in catalog:
        if entry.id and _id(_message(entry.id)) not in used:
            found.append(Finding("stale", _id(_message(entry.id)), source.name))
    return found


def messages(root: Path = ROOT) -> Iterator[tuple[Message, str]]:
    """Every message under ``root`` with where it stands, singulars as text, plurals as pairs."""
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and (message := _called(node)):
                    yield message, f"{file.relative_to(root)}:{node.lineno}"
        for file in sorted((root / folder).rglob("*.kv")):
            for match in _KV.finditer(file.read_text(encoding="utf-8")):
                text = match[1] if match[1] is not None else match[2]
                yield text, str(file.relative_to(root))


def _called(node: ast.Call) -> Message | None:
    """The message of ``_("...")`` or ``ngettext(lang, one, few, many, n)``, also in f-strings,
    which Babel's own extractor passes over."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    texts = [
        arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else None
        for arg in node.args
    ]
    if name == "_" and len(texts) == 1:
        return texts[0]
    if name == "ngettext" and len(texts) == 5 and texts[1] and texts[3]:
        return texts[1], texts[3]
    return None


def _judge(catalog: Catalog, message: Message, where: str) -> Iterator[Finding]:
    name = _id(message)
    entry = catalog.get(name)
    if entry is None:
        yield Finding("missing", name, where)
        return
    wanted = 2 if isinstance(message, tuple) else 1
    forms = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
    if len(forms) != wanted or not all(forms):
        yield Finding("empty", name, where)
        return
    for form in forms:
        if _fields(form) != _fields(name):
            yield Finding("fields", name, where)
        if re.search("[а-яё]", form, re.IGNORECASE):
            yield Finding("russian", name, where)


def _message(found: str | Iterable[str]) -> Message:
    if isinstance(found, str):
        return found
    one, many = found
    return one, many


def _id(message: Message) -> str:
    return message if isinstance(message, str) else message[0]


def _fields(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def main() -> None:
    """Print what is wrong; exit code 1 when anything is."""
    found = check()
    for finding in found:
        print(f"{finding.where}: {finding.what}: {finding.message}")
    missing = [finding for finding in found if finding.what == "missing"]
    for finding in missing:
        escaped = finding.message.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        print(f'\nmsgid "{escaped}"\nmsgstr ""')
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
