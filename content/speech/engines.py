"""The programs that speak. Each is asked for many lines at once: loading a voice takes longer
than a sentence."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from content.speech.manifest import Engine
from content.speech.pronouncing import ACUTE

TIMEOUT_S = 30.0
"""For one line; a batch gets as much for each."""


class FestivalVoice(NamedTuple):
    """A voice, the Debian package it comes in, what makes it slow enough for a child."""

    name: str
    package: str
    setting: str = ""


FESTIVAL = {
    "ru": FestivalVoice("msu_ru_nsh_clunits", "festvox-ru"),
    "en": FestivalVoice(
        "cmu_us_slt_arctic_hts",
        "festvox-us-slt-hts",
        '(set! hts_engine_params (append hts_engine_params (list (list "-r" 0.75))))',
    ),
}
ESPEAK = {"ru": "ru", "en": "en-gb"}
WORDS_A_MINUTE = 140
"""Of espeak-ng, whose own 175 is too quick for a child."""
_SIGNS = str.maketrans({"—": ",", "–": ",", "…": "."} | dict.fromkeys('«»„“”"()[]', None))
_STRESSED = re.compile(f"(.){ACUTE}")
_ALONE = re.compile(r"\s+(?=[.,!?:;])")


class Order(NamedTuple):
    """A line to say: its language, what is to be said (stress as an acute), the WAV to write."""

    lang: str
    said: str
    wav: Path


def manner(engine: Engine, lang: str) -> str:
    """What else than the words makes an engine sound as it does."""
    return FESTIVAL[lang].setting if engine == "festival" else ""


Speak = Callable[[list[Order]], None]
"""Writes the WAVs it can; raises nothing where a line cannot be said."""


def festival_has(lang: str) -> bool:
    """Whether festival is here with the voice of a language."""
    if shutil.which("festival") is None:
        return False
    heard = _run(["festival", "-b", "(print (voice.list))"], TIMEOUT_S)
    return re.search(rf"[( ]{FESTIVAL[lang].name}[) ]", heard) is not None


def espeak_has(lang: str) -> bool:
    """Whether espeak-ng is here; it knows both languages."""
    return shutil.which("espeak-ng") is not None and lang in ESPEAK


def festival(orders: list[Order]) -> None:
    """Say lines of one language."""
    lang = orders[0].lang
    voice = FESTIVAL[lang]
    commands = [f"(voice_{voice.name})", voice.setting]
    for order in orders:
        said = _quoted(_for_festival(lang, order.said))
        saved = f"(utt.save.wave (utt.synth (Utterance Text {said})) {_quoted(str(order.wav))})"
        commands.append(f"(unwind-protect {saved})")
    script = orders[0].wav.with_suffix(".scm")
    script.write_text("\n".join(commands), "utf-8", "replace")
    _run(["festival", "-b", str(script)], TIMEOUT_S * len(orders))


def espeak(orders: list[Order]) -> None:
    """Say lines."""
    for order in orders:
        voice = ["-v", ESPEAK[order.lang], "-s", str(WORDS_A_MINUTE)]
        script = order.wav.with_suffix(".txt")
        script.write_text(order.said, "utf-8", "replace")
        _run(["espeak-ng", *voice, "-w", str(order.wav), "-f", str(script)], TIMEOUT_S)


SPEAKING: dict[Engine, Speak] = {"festival": festival, "espeak": espeak}


def engines_for(lang: str) -> list[Engine]:
    """What can say a line of a language on this machine, the best first."""
    found: list[Engine] = []
    if festival_has(lang):
        found.append("festival")
    if espeak_has(lang):
        found.append("espeak")
    return found


def packages(langs: Iterable[str]) -> list[str]:
    """The Debian packages that give these languages their best voices."""
    return ["festival", *(FESTIVAL[lang].package for lang in langs)]


def _for_festival(lang: str, said: str) -> str:
    """Festival's Russian has the stress as a plus before the vowel, knows few signs, and stops at
    one that stands alone."""
    heard = _ALONE.sub("", said.translate(_SIGNS))
    return _STRESSED.sub(r"+\1", heard) if lang == "ru" else heard.replace(ACUTE, "")


def _quoted(text: str) -> str:
    """A string of festival's Scheme."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _run(command: list[str], timeout: float) -> str:
    """What a program says; empty where it fails, for then there is no file either."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")
