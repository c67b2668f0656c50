"""The selfie frame by injected touches: one sees oneself, the frame holds still for the phone, and
nothing stays of it anywhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.driving.controls import box_of
from screens.driving.finger import Finger
from screens.selfie.frame import HELD, HOLD_S
from screens.selfie.hats import HATS, hat_of
from screens.selfie.place import photo, within
from screens.selfie.prop import Prop
from screens.widgets.words import Words
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.stage import UNLIKE_WAYS, Stage

FACE = bytes((0x5A, 0xC3, 0x17))
"""The colour of an invented face: looked for wherever a picture might have been kept."""
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


@pytest.fixture
def face(tmp_path: Path) -> Path:
    file = tmp_path / "face.png"
    picture = np.zeros((480, 640, 3), np.uint8)
    picture[:] = tuple(FACE)[::-1]
    cv2.imwrite(str(file), picture)
    return file


@pytest.fixture
def app(stage: Stage, tmp_path: Path, face: Path) -> Iterator[AppStage]:
    """A kiosk with a picture that stands in for its camera."""
    with switched_on(stage, tmp_path / "kiosk", camera=str(face), idle_s=8.0) as app:
        app.wake()
        yield app


def into_the_frame(app: AppStage, live: bool = True) -> None:
    app.show("selfie.frame")
    app.tap("Сварщик")
    if live:
        app.stage.until(lambda: app.page.mirror.state == "live", 20)


def texts(app: AppStage) -> str:
    words = [one for one in app.page.walk(restrict=True) if isinstance(one, Words)]
    return " ".join(one.text.replace("\n", " ") for one in words)


def test_one_chooses_a_trade_and_sees_oneself_in_its_frame(app: AppStage) -> None:
    into_the_frame(app)
    mirror = app.page.mirror
    assert mirror.texture is not None
    assert mirror.texture.pixels[:3] == FACE
    assert "#СтануПрофи67" in texts(app)
    assert "Сварщик" in texts(app)
    assert "ничего не сохраняется" in texts(app)


def test_the_frame_holds_still_for_twenty_seconds_and_no_warning_covers_the_face(
    app: AppStage,
) -> None:
    into_the_frame(app)
    app.tap("Снимаем")
    assert app.page.ring.left == HOLD_S == 20
    app.driver.let_pass(15)
    assert app.kiosk.idle.warning is None
    assert app.page.ring.left == 5
    app.driver.let_pass(5)
    assert app.page.ring is None
    assert "только в вашем телефоне" in texts(app)
    app.driver.let_pass(9)
    assert app.kiosk.idle.warning is not None
    app.tap("Я здесь")
    app.tap("Ещё раз")
    assert app.page.ring.left == 20
    app.tap("Готово")
    app.tap("Другая профессия")
    assert app.page.mirror is None


def test_who_leaves_in_the_middle_leaves_nothing_running(app: AppStage) -> None:
    into_the_frame(app)
    mirror, page = app.page.mirror, app.page
    app.tap("Снимаем")
    app.kiosk.go_home()
    assert mirror.texture is None
    assert page.camera.state == "off"
    assert page.camera.take() is None
    assert HELD not in app.kiosk.idle._held
    app.kiosk.end("finished")
    app.wake()
    app.show("selfie.frame")
    assert app.page.args == {}


def test_a_camera_unplugged_in_the_middle_gives_way_to_a_figure_and_a_kind_word(
    app: AppStage, face: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into_the_frame(app)
    lens = app.page.camera._lens
    face.unlink()
    lens.kill()
    app.stage.until(lambda: app.page.mirror.state == "away", 20)
    assert app.page.mirror.texture is None
    assert "Зеркало сейчас отдыхает" in texts(app)
    app.tap("Снимаем")
    assert app.page.ring is not None


@pytest.mark.parametrize("camera", ["", "/dev/video99"])
def test_without_a_camera_the_frame_is_there_all_the_same(
    stage: Stage, tmp_path: Path, camera: str
) -> None:
    with switched_on(stage, tmp_path / "kiosk", camera=camera) as app:
        app.wake()
        into_the_frame(app, live=False)
        stage.until(lambda: app.page.mirror.state in ("off", "away"), 20)
        assert "Зеркало сейчас отдыхает" in texts(app)
        app.tap("Снимаем")
        app.driver.let_pass(HOLD_S)
        app.tap("Другая профессия")
        assert app.driver.has("Повар, кондитер")


def test_a_hat_follows_the_finger_and_cannot_be_lost(app: AppStage) -> None:
    into_the_frame(app)
    hat = app.page.mirror.props[0]
    x, y = box_of(hat).centre
    app.driver.drag(x, y, 40, -120)
    moved = box_of(hat).centre
    assert moved == pytest.approx((x + 40, y - 120), abs=2)
    app.driver.drag(*moved, -5000, 9000)
    left, low, _wide, tall = app.page.mirror.photo.glass
    assert hat.x >= left - 1
    assert hat.y + hat.height <= low + tall + 1
    app.tap("Снимаем")
    assert hat.x == pytest.approx(left, abs=1)  # it stays where it was put


def test_each_of_two_fingers_has_its_own(app: AppStage) -> None:
    into_the_frame(app)
    hat, star = app.page.mirror.props
    (hx, hy), (sx, sy) = box_of(hat).centre, box_of(star).centre
    one, other = Finger(hx, hy).down(), Finger(sx, sy).down()
    one.to(hx - 30, hy - 40)
    other.to(sx - 50, sy + 20)
    one.up()
    other.up()
    app.driver.frames.quiet()
    assert box_of(hat).centre == pytest.approx((hx - 30, hy - 40), abs=2)
    assert box_of(star).centre == pytest.approx((sx - 50, sy + 20), abs=2)


def test_who_reaches_only_the_lower_half_moves_the_hat_from_there(app: AppStage) -> None:
    app.kiosk.set_modes(frozenset({"reach"}))
    app.show("selfie.frame", id="welder")
    hat = app.page.mirror.props[0]
    x, y = hat.pos
    body = box_of(app.page.scroller)
    app.driver.drag(body.x + 400, body.y + 60, 30, -25)
    assert hat.pos == pytest.approx((x + 30, y - 25), abs=2)
    assert not [one for one in app.driver.controls() if isinstance(one.widget, Prop)]


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


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=str)
def test_the_frame_can_be_touched_and_read_in_every_way(
    stage: Stage, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found: list[str] = []
    with switched_on(stage, tmp_path / "kiosk", still=mode != "calm") as app:
        app.wake()
        app.kiosk.set_modes(frozenset({mode} if mode else ()))
        for lang, go, again in (
            ("ru", "Снимаем", "Готово"),
            ("en", "Take the picture", "Done"),
        ):
            app.kiosk.set_language(lang)
            app.show("selfie.frame")
            found += [f"choose {lang}: {fault}" for fault in faults(app.kiosk.frame)]
            for profession in ("welder", "tourism", "musician"):
                app.show("selfie.frame", id=profession)
                found += [f"{profession} {lang}: {fault}" for fault in faults(app.kiosk.frame)]
                app.tap(go)
                found += [f"hold {profession} {lang}: {one}" for one in faults(app.kiosk.frame)]
                app.tap(again)
                found += [f"after {profession} {lang}: {one}" for one in faults(app.kiosk.frame)]
                assert not app.page.scroller.overflows, f"{profession} {lang}"
    assert not found, "\n".join(found)


@given(
    room=st.tuples(*[st.floats(0, 2000)] * 2, *[st.floats(300, 2000)] * 2),
    size=st.sampled_from([(480, 640), (640, 400)]),
)
def test_the_mirror_keeps_its_proportion_and_lies_in_its_room(
    room: tuple[float, float, float, float], size: tuple[int, int]
) -> None:
    frame = photo(room, size, 30, 150)
    _x, _y, wide, tall = frame.glass
    assert wide / tall == pytest.approx(size[0] / size[1], rel=0.05)
    assert frame.x >= room[0] - 1
    assert frame.y >= room[1] - 1
    assert frame.x + frame.width <= room[0] + room[2] + 1
    assert frame.y + frame.height <= room[1] + room[3] + 1


@given(x=st.floats(-1e5, 1e5), y=st.floats(-1e5, 1e5), wide=st.floats(1, 90), tall=st.floats(1, 90))
def test_nothing_is_ever_pulled_out_of_its_room(
    x: float, y: float, wide: float, tall: float
) -> None:
    left, low = within((10, 20, 90, 90), x, y, wide, tall)
    assert 10 <= left <= 100 - wide + 1e-6
    assert 20 <= low <= 110 - tall + 1e-6


def test_every_trade_has_something_to_put_on(app: AppStage) -> None:
    from content.model import Profession

    library = app.kiosk.machine.library
    for profession in library.every(Profession):
        assert hat_of(profession.clusters) in library.picture_sizes
    assert set(HATS) <= {cluster.id for cluster in library.clusters}
