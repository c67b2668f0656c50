"""The sounds of the kiosk, struck on a marimba that is arithmetic: wooden bars, no score, no voice.

All notes are of one pentatonic scale, so any two sounds agree, however many children play. A bar
rings at its tone, at four times it (as the bars of a marimba are tuned) and, for a moment, near
ten times it (Fletcher & Rossing, The Physics of Musical Instruments, ch. 19).
"""

from __future__ import annotations

import array
import hashlib
import math
import sys
import wave
from pathlib import Path
from typing import NamedTuple

RATE = 44100
"""Samples a second; one channel of 16 bits."""
PARTIALS = ((1.0, 1.0, 1.0), (4.0, 0.16, 0.32), (9.9, 0.05, 0.1))
"""Of a bar: multiple of its tone, loudness, length of its ringing, each as a part of the tone's."""
SOFT_START_S = 0.004
"""A felt mallet: no click."""
TAIL_S = 0.03

G3, C4, E4, G4, A4 = 196.00, 261.63, 329.63, 392.00, 440.00
C5, D5, E5, G5, A5, C6, E6, G6 = 523.25, 587.33, 659.26, 783.99, 880.00, 1046.5, 1318.5, 1568.0


class Stroke(NamedTuple):
    """One bar struck: when (s), its tone (Hz), how loud (1 is the loudest sample there is), how
    long until it is 60 dB quieter (s)."""

    at: float
    tone: float
    loud: float
    rings: float


EFFECTS: dict[str, tuple[Stroke, ...]] = {
    "pick": (Stroke(0, A5, 0.22, 0.24),),
    "drop": (Stroke(0, G4, 0.25, 0.3), Stroke(0, G3, 0.16, 0.22)),
    "right": (Stroke(0, G5, 0.2, 0.5), Stroke(0.11, C6, 0.22, 0.7)),
    "soft": (Stroke(0, E4, 0.17, 0.45), Stroke(0.14, C4, 0.16, 0.55)),
    "star": (Stroke(0, C6, 0.16, 0.5), Stroke(0.07, E6, 0.15, 0.5), Stroke(0.14, G6, 0.14, 0.8)),
    "reward": (
        *(Stroke(0.12 * n, tone, 0.2, 0.7) for n, tone in enumerate((C5, D5, E5, G5, A5))),
        Stroke(0.66, C6, 0.22, 1.4),
        Stroke(0.66, E5, 0.13, 1.4),
        Stroke(0.66, C5, 0.13, 1.4),
        Stroke(0.80, G6, 0.05, 0.9),
    ),
    "step": (Stroke(0, D5, 0.2, 0.14),),
}
"""``pick`` a thing is taken, ``drop`` let go, ``right`` it fits, ``soft`` it flies home, ``star`` a
star is won, ``reward`` the level is done, ``step`` something moves one step on."""


def source(name: str) -> str:
    """A hash of all an effect is made of."""
    made_of = repr((RATE, PARTIALS, SOFT_START_S, TAIL_S, EFFECTS[name]))
    return hashlib.sha256(made_of.encode()).hexdigest()[:16]


def samples(name: str) -> list[float]:
    """An effect's samples from -1 to 1, :data:`RATE` a second."""
    strokes = EFFECTS[name]
    total = [0.0] * round(RATE * (max(one.at + one.rings for one in strokes) + TAIL_S))
    for stroke in strokes:
        for multiple, part, ringing in PARTIALS:
            _ring(total, stroke, stroke.tone * multiple, stroke.loud * part, ringing)
    return total


def write(name: str, path: Path) -> None:
    """An effect as a WAV file."""
    found = array.array("h", (round(32767 * max(-1.0, min(1.0, one))) for one in samples(name)))
    if sys.byteorder == "big":
        found.byteswap()
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(found.tobytes())


def _ring(total: list[float], stroke: Stroke, tone: float, loud: float, ringing: float) -> None:
    length = stroke.rings * ringing
    begin, count = round(RATE * stroke.at), round(RATE * length)
    decay, turn = math.log(1000) / length, 2 * math.pi * tone
    for number in range(min(count, len(total) - begin)):
        at = number / RATE
        rise = min(1.0, at / SOFT_START_S)
        fade = min(1.0, (count - number) / (RATE * TAIL_S))
        total[begin + number] += loud * rise * fade * math.exp(-decay * at) * math.sin(turn * at)
