"""The plan of the hall, its walks and its stands, by touches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from kivy.clock import Clock

from kiosk import hall as halls
from screens.exhibition.standkey import StandKey
from screens.exhibition.walk import AudienceChip, StandRow
from screens.theme import theme
from screens.typography import SOFT
from screens.widgets.qr import QrCode
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.stage import LANDSCAPE, PORTRAIT, UNLIKE_WAYS, Stage
from tests.sync.double import CentreDouble

MODES = ["", "contrast", "large", "reach", "calm"]


def come(app: AppStage, **args: Any) -> Any:
    """Into the hall; the hall itself."""
    app.wake()
    app.show("exhibition.hall", **args)
    hall = halls.hall_of(app.kiosk.machine.library)
    assert hall is not None
    return hall


def said(text: Any) -> str:
    return str(text.say(theme.lang)).replace(SOFT, "")


def keys(app: AppStage) -> list[StandKey]:
    return [one for one in app.page.walk() if isinstance(one, StandKey)]


def rows(app: AppStage) -> list[StandRow]:
    return [one for one in app.page.walk() if isinstance(one, StandRow)]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_every_stand_of_the_plan_opens_by_a_touch(
    stage: Stage, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage.turn(size)
    with switched_on(stage, tmp_path / "kiosk") as app:
        hall = come(app, route="")
        stands = halls.stands_of(app.kiosk.machine.library, hall)
        assert [key.stand.id for key in keys(app)] == [stand.id for stand in stands]
        for stand in stands[:: 1 if size == PORTRAIT else 5]:
            key = next(one for one in keys(app) if one.stand.id == stand.id)
            app.driver.tap_at(*key.to_window(*key.center))
            assert app.screen == "exhibition.stand"
            assert app.kiosk.navigator.place.args == {"id": stand.id}
            app.kiosk.go_back()
            app.driver.frames.quiet()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_the_plan_is_to_scale(stage: Stage, tmp_path: Path, size: tuple[int, int]) -> None:
    stage.turn(size)
    with switched_on(stage, tmp_path / "kiosk") as app:
        hall = come(app, route="")
        floor = app.page.art.floor
        scale = floor.width / hall.width
        assert floor.height / hall.depth == pytest.approx(scale, rel=0.01)
        star = app.page.art.here
        assert star.center_x - floor.x == pytest.approx(hall.kiosk.x * scale, abs=2)
        assert star.center_y - floor.y == pytest.approx(hall.kiosk.y * scale, abs=2)
        for key in keys(app):
            assert key.width == pytest.approx(max(98, key.stand.width * scale), abs=2)
            middle = (key.stand.x + key.stand.width / 2) * scale
            assert abs(key.center_x - floor.x - middle) < 98 / 2


def test_stands_too_near_for_fingers_are_left_to_the_list(stage: Stage, tmp_path: Path) -> None:
    with switched_on(stage, tmp_path / "kiosk") as app:
        library = app.kiosk.machine.library
        hall = library.pack.halls[0]
        first, second = library.pack.stands[:2]
        near = msgspec.structs.replace(first, x=1.0, y=5.0, width=0.3, depth=0.3)
        other = msgspec.structs.replace(second, x=1.4, y=5.0, width=0.3, depth=0.3)
        _give(app, halls=[hall], stands=[near, other])
        come(app, route="")
        assert [key.lively for key in keys(app)] == [False, False]
        app.tap(said(second.name))
        assert app.kiosk.navigator.place.args["id"] == second.id


def test_a_chip_shows_its_walk_and_shows_every_stand_again(app_stage: AppStage) -> None:
    hall = come(app_stage, route="")
    library = app_stage.kiosk.machine.library
    for audience in library.audiences:
        route = halls.route_of(hall, audience.id)
        assert route is not None
        app_stage.tap(said(audience.name))
        assert [one.label for one in rows(app_stage)] == [
            said(stop.stand.name) for stop in halls.stops_of(library, hall, route)
        ]
        chips = [one for one in app_stage.page.walk() if isinstance(one, AudienceChip)]
        lit = [one.label for one in chips if tuple(one.bg) == theme.paint("gold").fill]
        assert lit == [said(audience.name)]
        assert f"около {route.minutes} мин" in " ".join(_texts(app_stage))
    app_stage.tap(said(library.audiences[-1].name))
    assert len(rows(app_stage)) == len(halls.stands_of(library, hall))
    app_stage.tap("Назад")
    assert app_stage.screen == "home.home", "choosing is no step of the way"


def test_who_said_who_they_are_sees_their_own_walk(app_stage: AppStage) -> None:
    app_stage.wake()
    senior = app_stage.kiosk.machine.library.audience("senior")
    assert senior is not None
    app_stage.tap(said(senior.name))
    app_stage.show("exhibition.hall")
    hall = halls.hall_of(app_stage.kiosk.machine.library)
    assert hall is not None
    route = halls.route_of(hall, "senior")
    assert route is not None
    assert len(rows(app_stage)) == len(route.stands)


def test_the_star_breathes_unless_calm_and_stops_when_left(stage: Stage, tmp_path: Path) -> None:
    def moving() -> bool:
        return any(one.loop and one.timeout < 0.9 for one in Clock.get_events())

    with switched_on(stage, tmp_path / "kiosk", still=False) as app:
        come(app, route="pupil")
        assert moving()
        app.tap("Спокойно")
        assert not moving()
        app.tap("Спокойно")
        assert moving()
        app.tap("Назад")
        assert not moving()


def test_without_colour_a_stop_differs_by_its_outline_and_number(app_stage: AppStage) -> None:
    come(app_stage, route="pupil")
    app_stage.kiosk.set_modes(frozenset({"contrast"}))
    app_stage.driver.frames.quiet()
    stops = {one.stand.id for one in app_stage.page.stops}
    lines = {one.line for one in keys(app_stage) if one.stand.id in stops}
    others = {one.line for one in keys(app_stage) if one.stand.id not in stops}
    assert min(lines) > max(others)
    numbers = [one._number.text for one in keys(app_stage)]
    assert sorted(filter(None, numbers)) == [str(n + 1) for n in range(len(stops))]


def test_in_reach_the_list_answers_for_the_plan(app_stage: AppStage) -> None:
    come(app_stage, route="pupil")
    app_stage.tap("Ниже")
    assert not any(one.lively for one in keys(app_stage))
    first = app_stage.page.stops[0].stand
    app_stage.tap(said(first.name))
    assert app_stage.kiosk.navigator.place.args == {"id": first.id, "route": "pupil"}


def test_a_walk_leads_from_stand_to_stand_and_back_to_the_plan(app_stage: AppStage) -> None:
    come(app_stage, route="pupil")
    stops = app_stage.page.stops
    app_stage.tap(said(stops[0].stand.name))
    for stop in stops[1:]:
        app_stage.tap(said(stop.stand.name))
        assert app_stage.kiosk.navigator.place.args["id"] == stop.stand.id
    assert not rows(app_stage), "after the last stop there is no next one"
    app_stage.tap("Назад")
    assert app_stage.screen == "exhibition.hall"
    assert app_stage.page.stops == stops


def test_a_stand_opens_its_cluster_or_its_screen(app_stage: AppStage) -> None:
    app_stage.wake()
    library = app_stage.kiosk.machine.library
    for stand in library.pack.stands[:5]:
        app_stage.show("exhibition.stand", id=stand.id)
        cluster = library.cluster(stand.cluster or "")
        if cluster is not None:
            app_stage.tap(said(cluster.name))
            assert app_stage.kiosk.navigator.place.args == {"id": cluster.id}
            assert app_stage.screen == "exhibition.cluster"
        elif app_stage.driver.has("Открыть на экране"):
            app_stage.tap("Открыть на экране")
            assert app_stage.screen == stand.screen


def test_the_code_of_a_stand_is_its_page_with_a_way_to_sign_up(enrolled: AppStage) -> None:
    enrolled.wake()
    stand = enrolled.kiosk.machine.library.pack.stands[3]
    enrolled.show("exhibition.stand", id=stand.id)
    (code,) = [one for one in enrolled.page.walk() if isinstance(one, QrCode)]
    address, _hash, token = code.address.partition("#")
    public = enrolled.kiosk.machine.identity.public_url
    assert address == halls.stand_address(public, stand.id)
    assert halls.linked_stand(code.address) == stand.id
    assert token


def test_a_kiosk_no_centre_knows_shows_no_code(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("exhibition.stand", id=app_stage.kiosk.machine.library.pack.stands[0].id)
    assert not [one for one in app_stage.page.walk() if isinstance(one, QrCode)]


def test_where_no_plan_was_drawn_and_no_such_stand_is_the_screens_say_so(
    app_stage: AppStage,
) -> None:
    app_stage.wake()
    app_stage.show("exhibition.stand", id="none")
    assert "Стенд не найден" in " ".join(_texts(app_stage))
    app_stage.tap("Показать на плане")
    assert app_stage.screen == "exhibition.hall"
    _give(app_stage, halls=[], stands=[])
    app_stage.kiosk.navigator.rebuild()
    app_stage.driver.frames.quiet()
    assert list(faults(app_stage.kiosk.frame)) == []
    assert "План появится" in " ".join(_texts(app_stage))


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=lambda part: str(part))
def test_the_hall_and_its_stands_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, centre: CentreDouble, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found = []
    with switched_on(stage, tmp_path / "kiosk", centre, still=mode != "calm") as app:
        app.wake()
        stands = app.kiosk.machine.library.pack.stands
        some = stands[1:5] if mode == "large" else stands[1:3]
        for lang in ("ru", "en"):
            app.kiosk.set_language(lang)
            app.kiosk.set_modes(frozenset({mode} if mode else ()))
            for name, args in [
                *(("exhibition.hall", {"route": one}) for one in ("", "pupil")),
                *(("exhibition.stand", {"id": one.id, "route": "pupil"}) for one in some),
            ]:
                app.show(name, **args)
                found += [f"{lang} {name} {args}: {one}" for one in faults(app.kiosk.frame)]
    assert not found, "\n".join(found)


def _texts(app: AppStage) -> list[str]:
    return [" ".join(one.text.split()) for one in app.page.walk() if hasattr(one, "text")]


def _give(app: AppStage, **changed: Any) -> None:
    """Show another pack's hall."""
    library = app.kiosk.machine.library
    library.pack = msgspec.structs.replace(library.pack, **changed)
    library._found.clear()
