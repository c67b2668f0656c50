"""From a rendered or recorded sound to a clip: equally loud, without silence around it, small.

Loudness is that of EBU R 128 (ITU-R BS.1770), measured by ffmpeg: a word recorded by a person and
a sentence spoken by a program then stand beside each other. OGG Vorbis, one channel.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from content.speech import ogg

PROGRAM, PACKAGE = "ffmpeg", "ffmpeg"
LUFS = -18.0
"""How loud speech is: 5 above broadcasting (-23), for a hall; more would need squeezing."""
PEAK = 0.84
"""The highest sample, -1.5 dB: what Vorbis adds at its edges stays below the limit."""
GAIN_DB = (-40.0, 40.0)
"""What is quieter or louder than this mends is no speech."""
SILENCE_DB = -50
"""Below this, at its final loudness, a beginning or an end is silence."""
RATE = 22050
"""Samples a second: festival's Russian has 16 000; half of what a sound card runs at."""
QUALITY = 1
"""Of Vorbis: some 30 kbit/s, where its loss is far below that of the engines."""
RECIPE = 1
"""Raise it when anything here or in an engine's handling changes what is heard: then all clips
count as stale."""
TIMEOUT_S = 60.0
_LOUDNESS = re.compile(r"I:\s+(-?[\d.]+|-inf) LUFS")
_REPEATS = 3
"""BS.1770 looks at blocks of 400 ms: a short word is said again and again until it fills some."""


class Unfit(Exception):
    """A sound that makes no clip; the text is Russian, one line."""


def clip(source: Path, target: Path) -> float:
    """Make a clip of speech; its length in seconds. Raises :class:`Unfit`."""
    bare = target.with_suffix(".bare.wav")
    edge = f"silenceremove=start_periods=1:start_threshold={SILENCE_DB}dB:start_silence=0.03"
    fade = "afade=t=in:d=0.008"
    try:
        # What is silence is known at the final loudness, and that without the silence.
        trim = ["highpass=f=60", _gain(source), edge, fade, "areverse", edge, fade, "areverse"]
        _ffmpeg([*_heard(source, trim), "-c:a", "pcm_f32le", "-y", str(bare)])
        limit = f"alimiter=limit={PEAK}:level=disabled:attack=2:release=30"
        return _encode(bare, target, [_gain(bare), limit], RATE)
    finally:
        bare.unlink(missing_ok=True)


def effect(source: Path, target: Path, rate: int) -> float:
    """Make a sound of one that is as it should be; its length in seconds. Raises
    :class:`Unfit`."""
    return _encode(source, target, [], rate)


def _gain(source: Path) -> str:
    """The filter that makes a sound as loud as speech is."""
    gain = LUFS - loudness(source)
    if not GAIN_DB[0] <= gain <= GAIN_DB[1]:
        raise Unfit("слишком тихо или слишком громко")
    return f"volume={gain:.2f}dB"


def loudness(source: Path) -> float:
    """LUFS of what sounds in a file; -inf where nothing does. Raises :class:`Unfit`."""
    again = ["-stream_loop", str(_REPEATS)]
    heard = _ffmpeg([*again, *_heard(source, ["ebur128"]), "-f", "null", "-"])
    found = _LOUDNESS.findall(heard)
    if not found:
        raise Unfit("это не звук")
    return float(found[-1])


def _encode(source: Path, target: Path, steps: list[str], rate: int) -> float:
    # Without the marks of the time and the encoder the same sound gives the same bytes.
    plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]
    small = ["-ar", str(rate), "-c:a", "libvorbis", "-q:a", str(QUALITY), "-f", "ogg"]
    _ffmpeg([*_heard(source, steps), *plain, *small, "-y", str(target)])
    try:
        return ogg.seconds(target)
    except (OSError, ogg.NotVorbis) as error:
        raise Unfit("пустой звук") from error


def _heard(source: Path, steps: list[str]) -> list[str]:
    """ffmpeg's arguments for the sound of a file, of one channel, led through ``steps``."""
    return ["-i", str(source), "-vn", "-af", ",".join(["aformat=channel_layouts=mono", *steps])]


def _ffmpeg(arguments: list[str]) -> str:
    """What ffmpeg tells of a run."""
    try:
        done = subprocess.run(
            [PROGRAM, "-hide_banner", "-nostdin", "-nostats", *arguments],
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unfit("ffmpeg не справился") from error
    if done.returncode != 0:
        raise Unfit("ffmpeg не читает этот звук")
    return done.stderr.decode("utf-8", "replace")
