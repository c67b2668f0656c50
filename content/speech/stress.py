"""Where festival puts the stress, so that a person can correct it in ``say.yaml``."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from content.speech.engines import FESTIVAL, TIMEOUT_S, festival_has
from content.speech.lines import Line
from content.speech.pronouncing import ACUTE, Pronunciation

_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*")
_VOWELS = "аеёиоуыэюя"
_ASK = """\
(define (accents_of word)
 (let ((u (eval (list 'Utterance 'Text word))))
  (Initialize u) (Text u) (Token_POS u) (Token u) (POS u) (Phrasify u) (Word u)
  (format t "%s" word)
  (mapcar (lambda (s) (format t " %s" (item.feat s "stress"))) (utt.relation.items u 'Syllable))
  (format t "\\n")))
"""
"""Up to its words an utterance is quick; the sound comes after."""


def stressed(lines: list[Line], say: Pronunciation) -> list[str] | None:
    """The Russian words of more than one vowel that nobody corrected, each with an acute where
    festival stresses it (without one where it knows none), in the order of the alphabet; None
    where festival is not here."""
    if not festival_has("ru"):
        return None
    said = (say.given(*line).lower() for line in lines if line.lang == "ru")
    # A word with an acute in it was corrected already.
    found = {
        word[0]
        for text in said
        for word in _WORD.finditer(re.sub(rf"\S*{ACUTE}\S*", "", text))
        if sum(letter in _VOWELS for letter in word[0]) > 1 and "ё" not in word[0]
    }
    return [_marked(word, at) for word, at in _ask(sorted(found))]


def _ask(words: list[str]) -> list[tuple[str, list[bool]]]:
    """Each word with the stress of its syllables."""
    with tempfile.TemporaryDirectory() as desk:
        script = Path(desk) / "ask.scm"
        asked = "".join(f'(accents_of "{word}")\n' for word in words)
        script.write_text(f"(voice_{FESTIVAL['ru'].name})\n{_ASK}{asked}", "utf-8")
        done = subprocess.run(
            ["festival", "-b", str(script)],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_S, check=False,
        )  # fmt: skip
    heard = (line.split() for line in done.stdout.decode("utf-8", "replace").splitlines())
    return [(parts[0], [part == "1" for part in parts[1:]]) for parts in heard if parts]


def _marked(word: str, syllables: list[bool]) -> str:
    vowels = [place for place, letter in enumerate(word) if letter in _VOWELS]
    if True not in syllables[: len(vowels)]:
        return word
    place = vowels[syllables.index(True)] + 1
    return word[:place] + ACUTE + word[place:]
