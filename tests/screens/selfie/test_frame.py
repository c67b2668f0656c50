"""The selfie frame by injected touches: one sees oneself, the frame holds still for the phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.driving.controls import box_of
from screens.driving.finger import Finger
from screens.selfie.frame import HELD, HOLD_S
from screens.selfie.hats import HATS, hat_of
from screens.selfie.place import photo, within
from screens.selfie.prop import Prop
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.selfie.mirrored import FACE, into_the_frame, texts
from tests.screens.stage import UNLIKE_WAYS, Stage


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
