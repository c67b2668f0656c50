"""The kiosk beside an author takes a new pack where it stands and says what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from content import showing
from content.model import Pack, PackError, Text
from content.showing import Showing
from screens.kiosk import HOME
from screens.preview import LINES, Preview, Strip
from tests.screens.app_stage import AppStage

CLUSTER = "exhibition.cluster"
Rewrite = Callable[[Pack], Pack]


@pytest.fixture(name="preview")
def _preview(app_stage: AppStage) -> Iterator[Preview]:
    showing.tell(app_stage.home, Showing())
    preview = Preview(app_stage.kiosk)
    preview.start()
    app_stage.wake()
    yield preview
    preview.stop()


def packed(app: AppStage, folder: Path, rewrite: Rewrite) -> str:
    """A pack with the pictures of the one in use and its content rewritten."""
    library = app.kiosk.machine.library
    folder.mkdir()
    shutil.copytree(library.folder / "pictures", folder / "pictures", symlinks=True)
    (folder / "pack.json").write_bytes(msgspec.json.encode(rewrite(library.pack)))
    return str(folder)


def tell(app: AppStage, preview: Preview, pack: str = "", *said: str) -> None:
    showing.tell(app.home, Showing(pack, list(said)))
    preview.look()
    app.driver.frames.quiet()


def renamed(pack: Pack) -> Pack:
    first, *others = pack.clusters
    title = Text("Новое имя", "A new name")
    return msgspec.structs.replace(
        pack, clusters=[msgspec.structs.replace(first, title=title, name=title), *others]
    )


def without(id: str) -> Rewrite:
    def rewrite(pack: Pack) -> Pack:
        left = [cluster for cluster in pack.clusters if cluster.id != id]
        return msgspec.structs.replace(pack, clusters=left)

    return rewrite


def test_a_new_text_is_shown_on_the_same_place(
    app_stage: AppStage, preview: Preview, tmp_path: Path
) -> None:
    id = app_stage.kiosk.machine.library.pack.clusters[0].id
    app_stage.show(CLUSTER, id=id)
    page = app_stage.page
    page.scroller.offset = 200
    tell(app_stage, preview, packed(app_stage, tmp_path / "new", renamed))
    assert (app_stage.screen, app_stage.page.args) == (CLUSTER, {"id": id})
    assert app_stage.page is not page
    assert app_stage.page.heading().title == "Новое имя"
    assert app_stage.page.scroller.offset == 200
    assert app_stage.kiosk.visit is not None


def test_a_place_that_is_no_more_gives_way_to_home_and_is_off_the_way_back(
    app_stage: AppStage, preview: Preview, tmp_path: Path
) -> None:
    id = app_stage.kiosk.machine.library.pack.clusters[0].id
    app_stage.show(CLUSTER, id=id)
    tell(app_stage, preview, packed(app_stage, tmp_path / "new", without(id)))
    assert app_stage.screen == HOME


def test_a_place_behind_that_is_no_more_is_not_returned_to(
    app_stage: AppStage, preview: Preview, tmp_path: Path
) -> None:
    first, second = app_stage.kiosk.machine.library.pack.clusters[:2]
    app_stage.show(CLUSTER, id=first.id)
    app_stage.show(CLUSTER, id=second.id)
    tell(app_stage, preview, packed(app_stage, tmp_path / "new", without(first.id)))
    assert app_stage.page.args == {"id": second.id}
    app_stage.kiosk.go_back()
    assert app_stage.screen == HOME


def test_a_damaged_pack_changes_nothing(
    app_stage: AppStage, preview: Preview, tmp_path: Path
) -> None:
    library = app_stage.kiosk.machine.library
    with pytest.raises(PackError):
        app_stage.kiosk.take_pack(tmp_path / "nowhere")
    tell(app_stage, preview, str(tmp_path / "nowhere"), "ошибка")
    assert app_stage.kiosk.machine.library is library
    assert preview.strip is not None


def test_faults_stand_over_the_page_until_they_are_mended(
    app_stage: AppStage, preview: Preview
) -> None:
    tell(app_stage, preview, "", *(f"файл.yaml:{n} поле: ошибка" for n in range(LINES + 3)))
    strip = preview.strip
    assert isinstance(strip, Strip)
    said = [words.text for words in reversed(strip.children)]
    assert said[0] == "файл.yaml:0 поле: ошибка"
    assert said[-1].startswith("И ещё: 3")
    assert strip in app_stage.kiosk.window.children
    assert strip.y + strip.height == app_stage.kiosk.window.height
    tell(app_stage, preview)
    assert preview.strip is None
    assert strip not in app_stage.kiosk.window.children


def test_the_page_under_a_strip_still_answers(app_stage: AppStage, preview: Preview) -> None:
    tell(app_stage, preview, "", "файл.yaml:1 поле: ошибка")
    app_stage.tap("Карта")
    assert app_stage.screen == "exhibition.map"


def test_a_kiosk_that_stands_alone_has_no_preview(app_stage: AppStage) -> None:
    assert not Preview.wanted(app_stage.home)
