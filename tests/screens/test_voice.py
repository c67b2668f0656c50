"""What is said aloud: one thing at a time, in the visitor's language, and never a crash."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from kivy.clock import Clock
from kivy.core.audio import Sound, SoundLoader

from content.model import Text
from screens.theme import theme
from screens.voice import GAP_S, LEAST_S, Voice
from screens.voice import voice as kiosk_voice
from tests.screens.app_stage import AppStage
from tests.screens.stage import Stage

FOLDER = Path(__file__).parents[2] / "content" / "voice"


def _text(key: str) -> Text:
    """A phrase of the content by a word of its English."""
    clips = json.loads((FOLDER / "manifest.json").read_text("utf-8"))["clips"].values()
    return next(Text(c["text"], c["text"]) for c in clips if c["text"] == key)


PRAISE, HELLO = _text("Молодец!"), _text("Привет! Выбирай игру.")
UNSAID = Text("Этого никто не озвучил.", "Nobody rendered this.")


def seconds(text: Text) -> float:
    clips = json.loads((FOLDER / "manifest.json").read_text("utf-8"))["clips"].values()
    return next(float(c["seconds"]) for c in clips if c["text"] == text.ru)


def playing() -> list[str]:
    """The names of the files that sound now."""
    sounds = [one for one in gc.get_objects() if issubclass(type(one), Sound)]
    return sorted(Path(one.source).name for one in sounds if one.state == "play")


@pytest.fixture
def voice(stage: Stage) -> Iterator[Voice]:
    made = Voice()
    made.open(FOLDER)
    yield made
    made.close()
    theme.lang, theme.modes = "ru", frozenset()


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[Sound]:
    """Every sound that was loaded."""
    found: list[Sound] = []
    load = SoundLoader.load

    def noted(path: str) -> Sound:
        found.append(load(path))
        return found[-1]

    monkeypatch.setattr(SoundLoader, "load", noted)
    return found


def test_texts_are_said_one_after_another_with_their_captions(stage: Stage, voice: Voice) -> None:
    heard: list[tuple[str, int]] = []
    voice.bind(caption=lambda _voice, said: heard.append((said, len(playing()))))
    voice.say(HELLO, PRAISE)
    assert (voice.speaking, voice.caption, len(playing())) == (True, HELLO.ru, 1)
    stage.step(1, seconds(HELLO) + GAP_S + 0.01)
    assert (voice.caption, len(playing())) == (PRAISE.ru, 1)
    stage.step(1, seconds(PRAISE) + GAP_S + 0.01)
    assert (voice.speaking, voice.caption, playing()) == (False, "", [])


def test_what_is_said_now_takes_the_place_of_what_was_said(stage: Stage, voice: Voice) -> None:
    voice.say(HELLO, HELLO, HELLO)
    first = playing()
    voice.say(PRAISE)
    assert voice.caption == PRAISE.ru
    assert len(playing()) == 1
    assert playing() != first
    stage.step(1, seconds(PRAISE) + GAP_S + 0.01)
    assert not voice.speaking


def test_stopping_leaves_nothing_to_come(stage: Stage, voice: Voice) -> None:
    before = len(Clock.get_events())
    voice.say(HELLO, PRAISE)
    voice.effect("reward")
    assert len(playing()) == 2
    voice.stop()
    assert (voice.caption, voice.speaking, playing()) == ("", False, [])
    assert len(Clock.get_events()) == before


def test_a_sound_does_not_interrupt_what_is_said(stage: Stage, voice: Voice) -> None:
    voice.say(PRAISE)
    for name in ("pick", "drop", "pick", "pick"):
        voice.effect(name)
    assert voice.caption == PRAISE.ru
    assert len(playing()) == 3


def test_a_clip_is_given_back_when_it_ends_and_a_sound_is_loaded_once(
    stage: Stage, voice: Voice, loaded: list[Sound]
) -> None:
    for _time in range(3):
        voice.say(PRAISE)
        voice.effect("pick")
        stage.step(1, seconds(PRAISE) + GAP_S + 0.01)
    clips = [one for one in loaded if "effects" not in one.source]
    assert [one.length for one in clips] == [0, 0, 0]  # unloaded
    assert len(loaded) - len(clips) == 1


@pytest.mark.parametrize("way", ["calm", "volume"])
def test_in_the_calm_mode_and_at_volume_0_only_the_captions_go_on(
    stage: Stage, voice: Voice, loaded: list[Sound], way: str
) -> None:
    if way == "calm":
        theme.modes = frozenset({"calm"})
    else:
        voice.volume = 0
    voice.say(PRAISE)
    voice.effect("pick")
    assert (voice.caption, loaded) == (PRAISE.ru, [])
    stage.step(1, seconds(PRAISE) + GAP_S + 0.01)
    assert voice.caption == ""


def test_volume_0_silences_what_sounds(stage: Stage, voice: Voice) -> None:
    voice.say(HELLO)
    voice.effect("reward")
    voice.volume = 0
    assert (playing(), voice.caption) == ([], HELLO.ru)


def test_no_volume_is_more_than_the_limit(stage: Stage, voice: Voice, loaded: list[Sound]) -> None:
    voice.volume = 99
    assert voice.volume == 3
    voice.say(HELLO)
    assert loaded[0].volume <= 0.8
    voice.volume = 1
    assert loaded[0].volume < 0.4


def test_the_language_is_that_of_the_moment(stage: Stage, voice: Voice) -> None:
    theme.lang = "en"
    voice.say(UNSAID)
    assert voice.caption == UNSAID.en


def test_a_missing_clip_is_silence_with_its_caption_and_one_line(
    stage: Stage, voice: Voice, caplog: pytest.LogCaptureFixture
) -> None:
    for _time in range(3):
        voice.say(UNSAID)
        voice.effect("bang")
    assert (voice.caption, playing()) == (UNSAID.ru, [])
    stage.step(1, LEAST_S / 2)
    assert voice.speaking
    stage.step(1, 10)
    assert not voice.speaking
    lines = [record.getMessage() for record in caplog.records if record.name == "screens.voice"]
    assert lines == [f"cannot be heard: {UNSAID.ru}", "cannot be heard: bang"]


@pytest.mark.parametrize("broken", ["gone", "junk", "no device", "device fails"])
def test_what_cannot_sound_is_silence_and_captions_go_on(
    stage: Stage, voice: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    folder = tmp_path / "voice"
    folder.mkdir()
    (folder / "manifest.json").write_bytes((FOLDER / "manifest.json").read_bytes())
    if broken == "junk":
        for sound in FOLDER.glob("*/*.ogg"):
            (folder / sound.parent.name).mkdir(exist_ok=True)
            (folder / sound.parent.name / sound.name).write_bytes(b"OggS and no more")
    elif broken == "no device":
        monkeypatch.setattr(SoundLoader, "load", lambda _path: None)
    elif broken == "device fails":

        def fail(_path: str) -> None:
            raise OSError("the device has gone")

        monkeypatch.setattr(SoundLoader, "load", fail)
    voice.open(folder)
    voice.say(HELLO, PRAISE)
    voice.effect("right")
    assert (voice.caption, playing()) == (HELLO.ru, [])
    stage.step(1, seconds(HELLO) + GAP_S + 0.01)
    assert voice.caption == PRAISE.ru


def test_the_voice_ends_with_the_visit_and_its_volume_is_as_before(app_stage: AppStage) -> None:
    app_stage.wake()
    kiosk_voice.volume = 3
    kiosk_voice.say(HELLO, PRAISE)
    app_stage.kiosk.end("finished")
    assert (kiosk_voice.speaking, kiosk_voice.caption, kiosk_voice.volume) == (False, "", 2)
    assert playing() == []


def test_nothing_of_sound_is_opened_before_something_sounds(
    app_stage: AppStage, loaded: list[Sound]
) -> None:
    app_stage.wake()
    assert loaded == []
