"""Clips are found by what is said; a damaged manifest is silence, never a crash."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from content.model import Text
from content.speech import manifest
from content.speech.lines import Line
from content.speech.manifest import Clip, Sound, VoiceManifest
from kiosk.settings import SettingsError, load
from kiosk.voice import Clips

HELLO = Text("При\u00adвет!", "Hello!")


def make_voice(folder: Path) -> Path:
    """A voice that says one word in Russian and has one sound; the files are not there."""
    folder.mkdir(parents=True)
    key = Line("ru", "Привет!").key
    clip = Clip(file=f"ru/{key}.ogg", sha256="", seconds=0.8, source="", lang="ru",
                text="Привет!", engine="recorded")  # fmt: skip
    sound = Sound(file="effects/pick.ogg", sha256="", seconds=0.2, source="")
    manifest.write(folder, VoiceManifest({key: clip}, {"pick": sound}))
    return folder


def test_a_text_finds_its_clip_however_it_is_broken_into_lines(tmp_path: Path) -> None:
    folder = make_voice(tmp_path / "voice")
    clips = Clips.open(folder)
    assert clips.find(HELLO, "ru") == folder / "ru" / f"{Line('ru', 'Привет!').key}.ogg"
    assert clips.seconds(HELLO, "ru") == 0.8
    assert clips.effect("pick") == folder / "effects" / "pick.ogg"


def test_what_nobody_said_is_not_found(tmp_path: Path) -> None:
    clips = Clips.open(make_voice(tmp_path / "voice"))
    assert clips.find(HELLO, "en") is None
    assert clips.seconds(Text("Пока!", "Bye!"), "ru") is None
    assert clips.effect("bang") is None


def test_a_manifest_that_names_another_text_is_not_believed(tmp_path: Path) -> None:
    folder = make_voice(tmp_path / "voice")
    written = (folder / "manifest.json").read_text("utf-8")
    (folder / "manifest.json").write_text(written.replace("Привет!", "Уходи!"), "utf-8")
    assert Clips.open(folder).find(HELLO, "ru") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"clips": 3}', b"\xff" * 40, b"[" * 5000])
def test_a_damaged_manifest_is_no_clips_and_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    folder = make_voice(tmp_path / "voice")
    (folder / "manifest.json").write_bytes(content)
    with caplog.at_level(logging.INFO):
        clips = Clips.open(folder)
    assert (clips.find(HELLO, "ru"), clips.effect("pick")) == (None, None)
    assert len(caplog.records) == 1


def test_a_pack_without_a_voice_is_silent_and_says_nothing_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert Clips.open(tmp_path / "none").find(HELLO, "ru") is None
    assert not caplog.records


@pytest.mark.parametrize("volume", [0, 3, "1"])
def test_the_volume_is_a_step_from_silent_to_loud(tmp_path: Path, volume: object) -> None:
    assert load(tmp_path, volume=volume).volume == int(str(volume))


@pytest.mark.parametrize("volume", [4, -1, "loud", 1.5, True])
def test_no_other_volume_is_taken(tmp_path: Path, volume: object) -> None:
    with pytest.raises(SettingsError, match="volume: one of 0, 1, 2, 3"):
        load(tmp_path, volume=volume)
