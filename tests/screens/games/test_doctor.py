"""The consulting room: what a child sees of how the patient feels."""

from __future__ import annotations

from content.games.doctor.rules import HEART, WASH
from content.games.trial import settle
from tests.screens.app_stage import AppStage


def test_the_patient_thinks_of_what_it_needs_and_gives_a_heart_when_it_is_well(
    app_stage: AppStage,
) -> None:
    app_stage.wake()
    app_stage.show("games.play", id="doctor")
    stage = app_stage.page.stage
    heart, thought = stage.sprites[HEART.thing], stage.sprites["thought"]
    assert stage.round.hint == WASH
    while stage.round.hint not in (None, HEART):
        assert not heart.shown
        assert thought.picture == stage.game.things[stage.round.thought].picture
        before = stage.round.gladness
        stage.make(stage.round.hint)
        assert stage.round.gladness >= before
    assert heart.shown
    assert heart.lively
    assert not thought.shown
    app_stage.stage.tap(heart)
    app_stage.stage.step(2)
    assert stage.round.done


def test_a_plaster_stays_on_the_paw_and_can_no_longer_be_taken(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("games.play", id="doctor")
    page = app_stage.page
    page.session.level = 0
    while page.session.round.patient.needs[0].id != "scratch":
        page.session.go_on()
    page.fill()
    page.stage.start()
    app_stage.stage.step(2)
    stage = page.stage
    while stage.round.hint != HEART:
        stage.make(stage.round.hint)
    app_stage.stage.step(60, 0.05)
    assert stage.round == settle(stage.round), "what was used went back"
    plaster, paw = stage.sprites["plaster"], stage.sprites["paw"]
    assert not plaster.lively
    assert paw.is_near(*plaster.middle, 0) is not None
