"""An author's desk where three phrases are said aloud, and engines that only pretend to speak."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.content.conftest import PROJECT, Desk
from tests.content.conftest import desk as make_desk

PHRASES = "exhibition/phrases/all.yaml"
SAID = """\
- id: praise
  says:
    - {ru: "Молодец!", en: "Well done!"}
    - {ru: "Так держать!", en: "Keep it up!"}
- id: farewell
  says:
    - {ru: "До встречи!", en: "See you!"}
"""
SOUND = PROJECT / "content" / "voice" / "effects" / "step.ogg"

FESTIVAL = """\
#!/bin/sh
case "$2" in
"(print"*) echo "(kal_diphone msu_ru_nsh_clunits cmu_us_slt_arctic_hts)" ;;
*)
    /bin/cat "$2" >> "{log}"
    /bin/grep -v mute "$2" | /bin/grep -o '/[^"]*[.]wav' | while read -r wav; do
        echo sound > "$wav"
    done ;;
esac
"""
ESPEAK = """\
#!/bin/sh
while [ "$1" != -w ]; do shift; done
/bin/grep -q mute "$4" || echo sound > "$2"
"""
FFMPEG = """\
#!/bin/sh
case "$*" in
*ebur128*) echo "    I:         -20.0 LUFS" >&2 ;;
*) for last; do :; done; /bin/cp "{sound}" "$last" ;;
esac
"""


@dataclass
class Studio:
    """Programs on a PATH that has nothing else."""

    desk: Desk
    bin: Path

    @property
    def voice(self) -> Path:
        return self.desk.places.root / "voice"

    @property
    def asked(self) -> str:
        """Everything festival was ever asked to say."""
        log = self.bin / "log"
        return log.read_text("utf-8") if log.exists() else ""

    def install(self, *names: str) -> None:
        for name in names:
            script = {"festival": FESTIVAL, "espeak-ng": ESPEAK, "ffmpeg": FFMPEG}[name]
            told = script.replace("{log}", str(self.bin / "log"))
            (self.bin / name).write_text(told.replace("{sound}", str(self.bin / "sound")))
            (self.bin / name).chmod(0o755)

    def remove(self, name: str) -> None:
        (self.bin / name).unlink()

    def sounds(self, ogg: Path) -> None:
        """What every clip made from now on is."""
        shutil.copyfile(ogg, self.bin / "sound")


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    desk = make_desk(tmp_path)
    desk.write(PHRASES, SAID)
    made = Studio(desk, tmp_path / "bin")
    made.bin.mkdir()
    made.sounds(SOUND)
    made.install("festival", "ffmpeg")
    monkeypatch.setenv("PATH", str(made.bin))
    return made
