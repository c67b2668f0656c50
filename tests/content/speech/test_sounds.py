"""What is heard: equally loud, without silence around it, soft; the committed clips are whole."""

from __future__ import annotations

import math
import shutil
import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.speech import effects, manifest, mastering, ogg
from content.speech.lines import Line, plain
from content.speech.pronouncing import Sayings
from tests.content.conftest import PROJECT

VOICE = PROJECT / "content" / "voice"
real_ffmpeg = pytest.mark.skipif(
    shutil.which(mastering.PROGRAM) is None, reason="ffmpeg is only for who renders"
)


def tone(path: Path, seconds: float, loud: float, silence: float = 0.5) -> Path:
    """A tone of 440 Hz between two silences."""
    rate = 16000
    quiet = [0] * round(rate * silence)
    swing = (math.sin(2 * math.pi * 440 * n / rate) for n in range(round(rate * seconds)))
    samples = array("h", [*quiet, *(round(32767 * loud * one) for one in swing), *quiet])
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.tobytes())
    return path


@real_ffmpeg
@pytest.mark.parametrize("loud", [0.01, 0.9])
@pytest.mark.parametrize("seconds", [0.3, 2.0])
def test_a_whisper_and_a_shout_become_equally_loud_and_lose_their_silence(
    tmp_path: Path, loud: float, seconds: float
) -> None:
    made = tmp_path / "clip.ogg"
    length = mastering.clip(tone(tmp_path / "said.wav", seconds, loud), made)
    assert length == pytest.approx(seconds, abs=0.1)
    assert mastering.loudness(made) == pytest.approx(mastering.LUFS, abs=1.0)


@real_ffmpeg
def test_the_same_sound_gives_the_same_bytes(tmp_path: Path) -> None:
    said = tone(tmp_path / "said.wav", 0.5, 0.3)
    for name in ("one.ogg", "two.ogg"):
        mastering.clip(said, tmp_path / name)
    assert (tmp_path / "one.ogg").read_bytes() == (tmp_path / "two.ogg").read_bytes()


@real_ffmpeg
@pytest.mark.parametrize("kind", ["silence", "text", "empty"])
def test_what_is_no_speech_makes_no_clip(tmp_path: Path, kind: str) -> None:
    said = tmp_path / "said.wav"
    if kind == "silence":
        tone(said, 1, 0)
    else:
        said.write_bytes(b"no sound at all" if kind == "text" else b"")
    with pytest.raises(mastering.Unfit):
        mastering.clip(said, tmp_path / "clip.ogg")


@pytest.mark.parametrize("name", effects.EFFECTS)
def test_a_sound_is_short_soft_and_begins_and_ends_without_a_click(name: str) -> None:
    samples = effects.samples(name)
    assert 0.1 < len(samples) / effects.RATE < 2.5
    assert 0.1 < max(map(abs, samples)) < 0.5
    assert max(map(abs, samples[:8])) < 0.05
    assert max(map(abs, samples[-8:])) < 0.001


def test_a_wrong_piece_is_the_quietest_answer_and_lower_than_a_right_one() -> None:
    strokes = effects.EFFECTS
    wrong, right = strokes["soft"], strokes["right"]
    assert max(one.loud for one in wrong) < min(one.loud for one in right)
    assert max(one.tone for one in wrong) < min(one.tone for one in right)


def test_all_sounds_are_of_one_pentatonic_scale() -> None:
    steps = {
        round(12 * math.log2(one.tone / 440)) % 12
        for all in effects.EFFECTS.values()
        for one in all
    }
    assert steps <= {0, 3, 5, 7, 10}  # A C D E G


def test_every_committed_clip_is_whole_and_as_long_as_the_manifest_says() -> None:
    found = manifest.read(VOICE)
    assert found.effects.keys() == effects.EFFECTS.keys()
    for sound in (*found.clips.values(), *found.effects.values()):
        assert ogg.seconds(VOICE / sound.file) == sound.seconds, sound.file
        assert 0.1 < sound.seconds < 20, sound.file
    for key, clip in found.clips.items():
        assert key == Line(clip.lang, clip.text).key


@given(st.binary(max_size=60), st.sampled_from(["", "OggS", "OggS\0\0\x01vorbis"]))
def test_what_is_no_ogg_is_refused_by_name(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, head: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "no.ogg"
    path.write_bytes(head.encode() + content)
    with pytest.raises(ogg.NotVorbis):
        ogg.seconds(path)


@given(st.lists(st.sampled_from(["привет", "по\u00adвар", "за руль", " ", "!"]), min_size=1))
def test_what_only_the_eye_needs_makes_no_other_line(parts: list[str]) -> None:
    written = "".join(parts)
    bare = " ".join(written.replace("\u00ad", "").split())
    assert Line("ru", plain(written)).key == Line("ru", bare).key


@given(st.sampled_from(["замок", "Замок", "замком", "за мок", "«замок»", "замок-то"]))
def test_only_the_whole_word_is_corrected(text: str) -> None:
    corrected = Sayings({"замок": "замо\u0301к"}).given(text)
    assert (corrected != text) == (text.strip("«»").lower() == "замок")
