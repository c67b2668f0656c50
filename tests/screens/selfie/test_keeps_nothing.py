"""Nothing stays of a selfie: not on the disk, not on the network, not in the journal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from screens.selfie.frame import HOLD_S
from tests.screens.app_stage import AppStage
from tests.screens.selfie.mirrored import FACE, into_the_frame

_seen: list[tuple[str, Any]] | None = None


def _listen(event: str, args: tuple[Any, ...]) -> None:
    if _seen is None:
        return
    if event == "open":
        path, _mode, flags = args
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        if writes and not isinstance(path, int) and path != os.devnull:
            _seen.append((event, path))
    elif event.startswith("socket.") or event in ("os.rename", "os.mkdir", "os.remove"):
        _seen.append((event, args))


sys.addaudithook(_listen)


def test_nothing_is_kept_and_nothing_is_sent(
    app: AppStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    global _seen
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    app.show("selfie.frame")
    before = _files(tmp_path)
    _seen = []
    try:
        app.tap("Сварщик")
        app.stage.until(lambda: app.page.mirror.state == "live", 20)
        app.tap("Снимаем")
        app.driver.let_pass(HOLD_S + 1)
        app.tap("Ещё раз")
        app.kiosk.go_home()
        app.driver.settle()
        heard = _seen
    finally:
        _seen = None
    assert heard == []
    after = _files(tmp_path)
    assert set(after) == set(before)
    changed = {name for name in after if after[name] != before[name]}
    assert all(Path(name).name.startswith("journal.db") for name in changed)
    for name in after:
        kept = (tmp_path / name).read_bytes() if (tmp_path / name).is_file() else b""
        assert FACE * 8 not in kept
        assert FACE[::-1] * 8 not in kept


def test_the_check_above_would_notice(tmp_path: Path) -> None:
    global _seen
    _seen = []
    try:
        (tmp_path / "kept").write_bytes(FACE)
        heard = _seen
    finally:
        _seen = None
    assert [Path(path).name for _event, path in heard] == ["kept"]


def test_the_journal_tells_the_screen_and_not_the_trade(app: AppStage) -> None:
    into_the_frame(app)
    app.tap("Снимаем")
    app.kiosk.end("finished")
    app.driver.settle()
    records = app.records()
    bodies = [str(record.body) for record in records]
    assert any("selfie.frame" in body for body in bodies)
    assert not [body for body in bodies if "welder" in body or "Сварщик" in body]


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(file.relative_to(folder)): (file.stat().st_size, file.stat().st_mtime_ns)
        for file in folder.rglob("*")
        if file.is_file()
    }
