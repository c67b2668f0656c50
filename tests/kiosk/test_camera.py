"""The camera and its lens: pictures come turned, mirrored and only the newest; whatever happens to
the camera, nobody waits for it and nothing stays."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from kiosk import camera as cameras
from kiosk.camera import Camera, Picture
from kiosk.lens import FRAME, GONE, WAITING, Eye
from kiosk.settings import SettingsError, load

SIZE = (32, 48)
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def until(done: Callable[[], Any], patience: float = 20.0) -> Any:
    end = time.monotonic() + patience
    pause = threading.Event()
    while not (found := done()):
        assert time.monotonic() < end, "never came"
        pause.wait(0.005)
    return found


@pytest.fixture
def opened() -> Iterator[Callable[..., Camera]]:
    made: list[Camera] = []

    def open_camera(source: object, turn: int = 0) -> Camera:
        made.append(Camera(str(source), turn, SIZE))
        made[-1].start()
        return made[-1]

    yield open_camera
    for one in made:
        one.stop()
    assert not [one for one in threading.enumerate() if one.name == "camera"]


@pytest.fixture
def quarters(tmp_path: Path) -> Path:
    """Red upper left, green upper right, blue lower left, white lower right."""
    picture = np.zeros((200, 200, 3), np.uint8)
    for (y, x), colour in (
        ((0, 0), RED), ((0, 100), GREEN), ((100, 0), BLUE), ((100, 100), WHITE),
    ):  # fmt: skip
        picture[y : y + 100, x : x + 100] = colour[::-1]
    file = tmp_path / "quarters.png"
    cv2.imwrite(str(file), picture)
    return file


def seen(picture: Picture) -> list[tuple[int, ...]]:
    """Upper left, upper right, lower left, lower right as a visitor sees them."""
    rows = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)[::-1]
    places = [(4, 4), (4, -5), (-5, 4), (-5, -5)]
    return [tuple(int(part) for part in rows[y, x]) for y, x in places]


@pytest.mark.parametrize(
    ("turn", "corners"),
    [
        (0, [GREEN, RED, WHITE, BLUE]),
        (90, [RED, BLUE, GREEN, WHITE]),
        (180, [BLUE, WHITE, RED, GREEN]),
        (270, [WHITE, GREEN, BLUE, RED]),
    ],
)
def test_one_sees_oneself_as_in_a_mirror_however_the_camera_hangs(
    opened: Callable[..., Camera], quarters: Path, turn: int, corners: list[tuple[int, int, int]]
) -> None:
    camera = opened(quarters, turn)
    assert camera.state == "waking"
    picture = until(camera.take)
    assert (picture.width, picture.height) == SIZE
    assert len(picture.rgb) == 3 * 32 * 48
    assert seen(picture) == corners
    assert camera.state == "live"


def test_a_film_that_stands_in_begins_anew_at_its_end(
    opened: Callable[..., Camera], tmp_path: Path
) -> None:
    file = tmp_path / "film.avi"
    film = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 60, (64, 96))
    for number in range(3):
        film.write(np.full((96, 64, 3), 100 * number, np.uint8))
    film.release()
    camera = opened(file)
    shown = [until(camera.take).rgb[0] // 50 for _number in range(9)]
    assert max(shown[3:]) > min(shown[3:])


def test_without_a_source_nothing_is_started(opened: Callable[..., Camera]) -> None:
    camera = opened("")
    assert camera.state == "off"
    assert camera.take() is None
    assert not [one for one in threading.enumerate() if one.name == "camera"]


@pytest.mark.parametrize("source", ["/dev/video99", "97", "broken.avi", "broken.png"])
def test_a_camera_that_is_missing_or_broken_is_away_and_nobody_waits(
    opened: Callable[..., Camera], tmp_path: Path, source: str
) -> None:
    if source.startswith("broken"):
        (tmp_path / source).write_bytes(b"no picture at all" * 40)
        source = str(tmp_path / source)
    camera = opened(source)
    until(lambda: camera.state == "away")
    assert camera.take() is None


def test_a_camera_plugged_in_again_is_looked_through_again(
    opened: Callable[..., Camera], quarters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cameras, "AGAIN_S", 0.01)
    camera = opened(quarters)
    until(camera.take)
    lens = camera._lens
    assert lens is not None
    lens.kill()
    until(lambda: camera._lens is not None and camera._lens is not lens)
    camera.take()
    assert until(camera.take).rgb


def test_a_driver_that_hangs_is_away_and_does_not_keep_the_visitor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexec sleep 600\n")
    silent.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(silent))
    camera = Camera("0", 0, SIZE)
    camera.start()
    lens = until(lambda: camera._lens)
    assert camera.state == "waking"
    camera._heard -= cameras.STALE_S + 1
    assert camera.state == "away"
    began = time.monotonic()
    camera.stop()
    assert time.monotonic() - began < cameras.JOIN_S
    assert lens.poll() is not None
    assert camera.state == "off"


def test_pictures_nobody_took_are_dropped_not_queued(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Eye, "_watch", lambda _eye: None)
    monkeypatch.setattr("kiosk.lens.PATIENCE_S", 0.0)
    eye = Eye("0", 0, *SIZE)
    assert eye.look() == WAITING
    for shade in range(60):
        eye._take(np.full((96, 64, 3), shade, np.uint8))
    answer = eye.look()
    assert answer[:1] == FRAME
    assert set(answer[1:]) == {59}
    assert eye.look() == WAITING
    eye._gone = True
    assert eye.look() == GONE


def test_no_picture_is_asked_for_before_the_last_one_was_taken(
    opened: Callable[..., Camera], quarters: Path
) -> None:
    camera = opened(quarters)
    until(lambda: camera._newest)
    assert not camera._taken.is_set()
    camera.take()
    assert camera._taken.is_set() or until(lambda: camera._newest)


def test_the_lens_can_neither_write_nor_connect(tmp_path: Path) -> None:
    tries = f"""
import os, socket, sys
import cv2, numpy
from kiosk.lens import Refused, swear_off
swear_off()
for forbidden in (
    lambda: open({str(tmp_path / "a")!r}, "w"),
    lambda: open({str(tmp_path / "b")!r}, "ab"),
    lambda: os.open({str(tmp_path / "c")!r}, os.O_CREAT | os.O_RDWR),
    lambda: socket.socket(),
    lambda: socket.create_connection(("127.0.0.1", 9)),
):
    try:
        forbidden()
    except Refused:
        continue
    sys.exit("allowed")
cv2.imwrite({str(tmp_path / "d.png")!r}, numpy.zeros((9, 9, 3), numpy.uint8))
"""
    done = subprocess.run([sys.executable, "-B", "-c", tries], capture_output=True, text=True)
    assert "allowed" not in done.stderr
    assert "Refused" not in done.stderr
    written = [one for one in tmp_path.iterdir() if one.stat().st_size]
    assert not written
    assert not (tmp_path / "a").exists()


def test_a_lens_ends_when_the_kiosk_does(quarters: Path) -> None:
    lens = subprocess.Popen(
        [sys.executable, "-B", "-m", "kiosk.lens", str(quarters), "0", "8", "8"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert lens.communicate(b"?", timeout=20)[0][:1] in (FRAME, WAITING)
    assert lens.returncode == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [("", ""), (" 0 ", "0"), (1, "1"), ("/dev/video2", "/dev/video2")],
)
def test_a_camera_is_an_index_a_device_or_a_file(tmp_path: Path, given: object, kept: str) -> None:
    assert load(tmp_path, camera=given, camera_turn="90").camera == kept
    assert load(tmp_path, camera_turn="90").camera_turn == 90


@pytest.mark.parametrize(
    "wrong", [{"camera": "rtsp://elsewhere.example/1"}, {"camera_turn": 45}, {"camera_turn": "up"}]
)
def test_no_camera_of_the_net_and_no_slanted_one(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        load(tmp_path, **wrong)
