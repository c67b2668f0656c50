"""Content with holes in it: a missing picture, an atlas that cannot be read, an empty board, an
id nobody knows. Something sensible is drawn, and the log says what is missing."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from kivy.graphics import Rectangle

from screens.driving.picture import take
from screens.pictures import album
from screens.widgets.surface import Picture
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import Stage

BUILT = Path("build/packs/current")


def changed_pack(folder: Path, change: Any) -> Path:
    """A copy of the built pack after ``change(folder)``, with its manifest put right."""
    shutil.copytree(BUILT.resolve(), folder)
    change(folder)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"] = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in manifest["files"]
        if (folder / name).exists()
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def rewrite(**changes: Any) -> Any:
    def change(folder: Path) -> None:
        told = json.loads((folder / "pack.json").read_bytes())
        told.update(changes)
        (folder / "pack.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")

    return change


def test_a_missing_picture_draws_a_placeholder_and_is_named_in_the_log(
    app_stage: AppStage, caplog: pytest.LogCaptureFixture
) -> None:
    picture = Picture("no-such-thing", 200)
    app_stage.kiosk.frame.add_widget(picture)
    app_stage.stage.step(2)
    shown = [one for one in picture.canvas.children if isinstance(one, Rectangle)]
    assert shown[0].texture is not None
    assert "picture no-such-thing is missing" in caplog.text


def test_pictures_that_cannot_be_read_leave_every_screen_standing(
    stage: Stage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def damage(folder: Path) -> None:
        for page in (folder / "pictures").glob("*.png"):
            page.write_bytes(b"not a picture")

    pack = changed_pack(tmp_path / "pack", damage)
    try:
        with switched_on(stage, tmp_path / "kiosk", pack=pack) as app:
            app.wake()
            app.tap("Карта")
            app.tap(app.kiosk.machine.library.clusters[0].title.ru)
            assert app.screen == "exhibition.cluster"
            assert len(take(app.stage.window).getcolors(1 << 24)) > 10
    finally:
        album.open(BUILT.resolve() / "pictures")
    assert "cannot be read" in caplog.text


def test_an_empty_board_says_what_one_can_do_instead(stage: Stage, tmp_path: Path) -> None:
    pack = changed_pack(tmp_path / "pack", rewrite(events=[]))
    with switched_on(stage, tmp_path / "kiosk", pack=pack) as app:
        app.wake()
        app.tap("Афиша и запись")
        texts = " ".join(w.text.replace("\n", " ") for w in app.page.walk() if hasattr(w, "text"))
        assert "Сейчас дат нет" in texts
        app.tap(app.kiosk.machine.library.clusters[0].title.ru)
        assert app.screen == "exhibition.cluster"


@pytest.mark.parametrize("kind", ["cluster", "profession", "programme", "path"])
def test_an_id_that_is_gone_from_the_content_shows_another_of_its_kind(
    app_stage: AppStage, kind: str
) -> None:
    app_stage.wake()
    app_stage.show(f"exhibition.{kind}", id="was-here-last-week")
    assert app_stage.screen == f"exhibition.{kind}"
    assert app_stage.driver.has("Назад")
