"""Every screen in every mode, both ways of standing and both languages keeps the design's
promises: it is built, all of it can be touched and read, nothing is cut."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from content.model import (
    Audience,
    Challenge,
    Cluster,
    College,
    Competence,
    Exhibit,
    Feature,
    Movement,
    Profession,
    Programme,
    Sector,
    Stand,
    Vacancy,
)
from kiosk.signup import Draft
from screens.exhibition.parts import FigureKey
from screens.navigation import has_screen
from screens.theme import _, theme
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import contrast, faults
from tests.screens.stage import LANDSCAPE, PORTRAIT, Stage
from tests.sync.double import CentreDouble

MODES = ["", "contrast", "large", "reach", "calm"]
WAYS = [(PORTRAIT, mode) for mode in MODES] + [
    (LANDSCAPE, mode) for mode in MODES if mode != "reach"
]
EACH = 6
"""Of the things of a kind every so many is looked at."""
SCREENS_OF: list[tuple[str, Any]] = [
    ("exhibition.cluster", Cluster),
    ("exhibition.profession", Profession),
    ("exhibition.college", College),
    ("exhibition.programme", Programme),
    ("exhibition.path", Audience),
    ("exhibition.movement", Movement),
    ("exhibition.sector", Sector),
    ("exhibition.competence", Competence),
    ("exhibition.vacancy", Vacancy),
    ("exhibition.stand", Stand),
    ("exhibits.show", Exhibit),
    ("challenges.play", Challenge),
]
"""Screens of one thing, and what it is one of."""
Visit = tuple[str, dict[str, Any], str]
"""A screen, its arguments, and the age band of the draft where one is needed."""


def every_screen(app: AppStage, thorough: bool) -> Iterator[Visit]:
    """Each kind of screen; ``thorough`` means many of the things there are to show, for ``content
    check`` measures the labels of all."""
    library = app.kiosk.machine.library
    event = next(one.event for one in app.kiosk.board() if one.event.classes)
    few = slice(None, None, EACH) if thorough else slice(0, 1)
    yield "attract.attract", {}, ""
    yield "home.home", {}, ""
    for feature in library.every(Feature):
        if has_screen(feature.screen):
            yield feature.screen, {}, ""
    for name, kind in SCREENS_OF:
        for thing in library.every(kind)[few]:
            yield name, {"id": thing.id}, ""
    for entry in app.kiosk.board()[few]:
        yield "signup.start", {"id": entry.event.id}, ""
    yield "signup.age", {"id": event.id}, "none"
    yield "signup.age", {"id": event.id}, "under14"
    yield "signup.form", {"id": event.id}, "adult"
    yield "signup.form", {"id": event.id}, "class"
    yield "signup.consent", {"id": event.id}, "adult"
    yield "signup.consent", {"id": event.id}, "class"
    yield (
        "signup.thanks",
        {"id": event.id, "number": "7PFV-2Q17", "url": "https://kiosk.example/q#x"},
        "",
    )
    yield "home.goodbye", {}, ""
    yield "staff.door", {}, ""
    yield "staff.day", {}, ""


def show(app: AppStage, visit: Visit) -> None:
    name, args, age = visit
    app.kiosk.draft = None
    if age:
        app.kiosk.draft = Draft(event=args["id"], way="class" if age == "class" else "person")
        app.kiosk.draft.age_band = age if age in ("under14", "adult") else None
    app.kiosk.navigator.start(name, **args)
    app.driver.frames.quiet()
    if name.startswith("staff."):
        app.driver.settle()


@pytest.mark.parametrize(("size", "mode"), WAYS, ids=lambda part: str(part))
@pytest.mark.timeout(240)
def test_every_screen_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, centre: CentreDouble, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found = []
    still = mode != "calm"
    opened = switched_on(stage, tmp_path / "kiosk", centre, pin="2468", still=still)
    with opened as app:
        app.wake()
        # Contrast, reach and calm change no text: one language shows what they do.
        for lang in ("ru", "en") if mode in ("", "large") else ("ru",):
            app.kiosk.set_language(lang)
            app.kiosk.set_modes(frozenset({mode} if mode else ()))
            # The longest texts in the largest letters.
            thorough = mode == "large" and lang == "ru"
            for visit in every_screen(app, thorough):
                show(app, visit)
                where = f"{visit[0]} {visit[1].get('id', '')} {visit[2]} {lang}".strip()
                found += [f"{where}: {fault}" for fault in faults(app.kiosk.frame)]
    assert not found, f"{len(found)} faults\n" + "\n".join(found)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("mode", ["", "large"])
def test_what_lies_over_a_screen_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found = []
    with switched_on(stage, tmp_path / "kiosk") as app:
        app.wake()
        for lang in ("ru", "en"):
            app.kiosk.set_language(lang)
            app.kiosk.set_modes(frozenset({mode} if mode else ()))
            for cluster in app.kiosk.machine.library.clusters[::EACH]:
                app.show("exhibition.cluster", id=cluster.id)
                figures = [one for one in app.driver.controls() if type(one.widget) is FigureKey]
                for figure in figures:
                    app.driver.tap_control(figure)
                    assert app.kiosk.frame.over
                    found += [f"{lang} source: {one}" for one in faults(app.kiosk.frame)]
                    app.tap(_("Понятно"))
            app.driver.let_pass(61)
            assert app.kiosk.idle.warning is not None
            found += [f"{lang} warning: {one}" for one in faults(app.kiosk.frame)]
            app.kiosk.frame.close_all()
            app.kiosk.idle.start()
    assert not found, f"{len(found)} faults\n" + "\n".join(found)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast((0, 0, 0, 1), (1, 1, 1, 1)) == pytest.approx(21)
    assert contrast((1, 1, 1, 1), (1, 1, 1, 1)) == pytest.approx(1)
    assert contrast((0.467, 0.467, 0.467, 1), (1, 1, 1, 1)) == pytest.approx(4.48, abs=0.03)


def test_a_calm_screen_stands_still_and_the_usual_sky_moves(stage: Stage, tmp_path: Path) -> None:
    from kivy.clock import Clock

    with switched_on(stage, tmp_path / "kiosk", still=False) as app:
        assert [one for one in Clock.get_events() if one.loop and one.timeout < 0.9]
        app.tap("Крупно")
        app.tap("Спокойно")
        app.kiosk.navigator.start("attract.attract")
        app.driver.frames.quiet()
        assert theme.calm
        assert not [one for one in Clock.get_events() if one.loop and one.timeout < 0.9]
