"""``make run`` on a machine without a display."""

import json
import os
import re
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tools.one_machine import Made

BIN = Path(sys.executable).parent


def test_without_a_display_a_visit_and_the_days_end_leave_pictures_and_records(
    tmp_path: Path,
) -> None:
    places = {"CENTRE_HOME": str(tmp_path / "centre"), "KIOSK_HOME": str(tmp_path / "kiosk")}
    environment = {**os.environ, **places, "SOZVEZDIE_RUN": str(tmp_path)}
    for display in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(display, None)
    done = subprocess.run(
        [sys.executable, "-m", "tools.one_machine"],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = Made.once(tmp_path / "made.json")
    for told in (made.pin, made.administrator, made.password, made.passphrase):
        assert told in done.stdout

    pictures = sorted((tmp_path / "pictures").glob("*.png"))
    assert len(pictures) >= 10
    with Image.open(pictures[0]) as first:
        assert first.size == (1080, 1920)
        assert len(first.convert("RGB").resize((108, 192)).getcolors(maxcolors=20736)) > 50

    def asked(*command: str) -> dict:
        answer = subprocess.check_output(
            [BIN / command[0], *command[1:], "--json"], env=environment
        )
        return json.loads(answer)

    assert asked("kiosk", "status")["pending"] == 0
    stored = asked("centre", "records")
    assert stored["by_kind"]["signup.made"] == 1
    assert stored["total"] == asked("kiosk", "status")["acked_seq"]

    port = int(re.search(r"http://127\.0\.0\.1:(\d+)", done.stdout)[1])
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
        pass


def test_what_was_made_up_is_kept_for_its_owner_and_made_once(tmp_path: Path) -> None:
    file = tmp_path / "run" / "made.json"
    made = Made.once(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Made.once(file) == made
    assert Made.once(tmp_path / "another.json").passphrase != made.passphrase
