"""Looking for bytes in the files of a database, whatever the database says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import text

from sync.centre.store.engine import Store

_PIECE = 40


def files(store: Store) -> list[Path]:
    """The files the database's tables lie in, SQLite's log among them."""
    if store.sqlite:
        main = Path(str(store.engine.url.database))
        return [path for path in main.parent.iterdir() if path.name.startswith(main.name)]
    base = Path(str(store.engine.url.query["host"])) / "data" / "base"
    return [path for path in base.rglob("*") if path.is_file()]


def found(store: Store, boxes: Iterable[bytes]) -> list[bytes]:
    """Those of the boxes of which any piece is in any file, after all is on the disk."""
    if not store.sqlite:
        with store.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("CHECKPOINT"))
    contents = [path.read_bytes() for path in files(store)]
    return [box for box in boxes if any(_is_in(box, content) for content in contents)]


def _is_in(box: bytes, content: bytes) -> bool:
    pieces = (box[at : at + _PIECE] for at in range(0, len(box) - _PIECE + 1, _PIECE))
    return any(piece in content for piece in pieces)
