"""The kiosk on a working copy of the content: a save is checked, packed and shown.

Each save makes a whole pack, so that the kiosk shows what visitors will see; fonts are linked and
pictures drawn again only when other ones are wanted. While the text has errors the last good pack
stays, and the kiosk says what is wrong.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from content import declared, manifest, showing
from content.check import Report, check
from content.compose import compose, copy_fonts, draw
from content.fonts import FontsMissing
from content.model import PackError
from content.pictures import PicturesMissing, UnknownPicture
from content.places import Places
from content.problems import Problem
from content.rules.translated import stale
from content.rules.voice import everything_said_has_its_clip
from content.speech import manifest as speech
from content.speech import packing

POLL_S = 0.15
"""How often the files are looked at: a stat of each."""
SETTLE_S = 0.05
"""An editor that saves in several steps is given this long between two of them."""
KEPT = 2
"""The pack shown and the one before it, which the kiosk may still be reading."""
PATIENT_S = "3600"
"""The kiosk's idle clock here: an author thinks longer than a visitor."""

Files = Mapping[Path, tuple[int, int]]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """What a save came to. ``pack`` is None where the last good one stays; ``errors`` keep it
    back, ``notes`` do not."""

    pack: Path | None
    errors: list[Problem]
    notes: list[Problem]

    @property
    def strip(self) -> list[str]:
        """What the kiosk says over its page."""
        later = [p for p in self.notes if not p.warning]
        return [str(problem) for problem in (*self.errors, *later)]


class Desk:
    """Packs of a working copy, made in ``folder`` as it changes."""

    def __init__(self, places: Places, folder: Path) -> None:
        self._places = places
        self._folder = folder
        self._packs: list[Path] = []
        self._drawn: tuple[object, Path] | None = None
        self._number = 0

    def make(self) -> Made:
        """Check what is written and pack it where it has no errors but late translations and
        late clips."""
        report = check(self._places)
        late = {*stale(report.matter), *everything_said_has_its_clip(report.matter)}
        errors = [problem for problem in report.errors if problem not in late]
        notes = [problem for problem in report.problems if problem not in errors]
        if errors:
            return Made(None, errors, notes)
        try:
            return Made(self._pack(report), [], notes)
        except (FontsMissing, PicturesMissing, UnknownPicture) as error:
            return Made(None, [Problem(declared.FILE.as_posix(), 1, "", str(error))], notes)

    def _pack(self, report: Report) -> Path:
        self._number += 1
        folder = self._folder / f"pack-{self._number}"
        folder.mkdir()
        try:
            moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            pack = compose(report.exhibition, moment, f"предпросмотр {self._number}")
            (folder / "pack.json").write_bytes(msgspec.json.encode(pack))
            self._dress(folder, report)
            with contextlib.suppress(speech.ManifestDamaged):
                packing.copy(self._places.root, folder)
            manifest.seal(folder, moment)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._packs.append(folder)
        for old in self._packs[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)
        del self._packs[:-KEPT]
        return folder

    def _dress(self, folder: Path, report: Report) -> None:
        """Fonts and pictures: those of the pack before where the same are wanted."""
        wanted = _wanted(report)
        if self._drawn is not None and self._drawn[0] == wanted:
            for part in ("fonts", "pictures"):
                shutil.copytree(self._drawn[1] / part, folder / part, copy_function=os.link)
        else:
            copy_fonts(folder / "fonts", report.matter)
            draw(folder / "pictures", report.matter)
        self._drawn = wanted, folder


def _wanted(report: Report) -> object:
    plan = report.matter.declared
    assert plan is not None
    atlases = sorted(plan.value.atlases.items())
    names = [declared.names(report.exhibition, plan.value, atlas) for _, atlas in atlases]
    return atlases, names


def files(root: Path) -> Files:
    """The files of the content and what differs when one is saved."""
    found = {}
    for part in ("exhibition", "games", "assets"):
        for path in (root / part).rglob("*.y*ml"):
            try:
                stat = path.stat()
            except OSError:
                continue
            found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def preview(places: Places, size: str, lang: str, say: Say) -> int:
    """Open the kiosk on ``places`` and follow every save until its window is closed; its exit
    code. ``size`` is WxH in pixels; ``say`` is told what the author should read."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="sozvezdie-preview-") as folder:
        desk = Desk(places, Path(folder))
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        before = files(places.root)
        made = desk.make()
        _report(made, say)
        first = made.pack or _standing(places)
        if first is None:
            say("Показать пока нечего: исправьте ошибки, и киоск откроется сам.")
            while made.pack is None:
                before = _next_save(places.root, before, lambda: True) or before
                made = desk.make()
                _report(made, say)
            first = made.pack
        showing.tell(home, showing.Showing(str(made.pack or ""), made.strip))
        kiosk = _open(home, first, size, lang)
        try:
            _follow(places, desk, home, before, kiosk, say)
            return kiosk.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            kiosk.terminate()
            kiosk.wait()


def _follow(
    places: Places,
    desk: Desk,
    home: Path,
    before: Files,
    kiosk: subprocess.Popen[bytes],
    say: Say,
) -> None:
    """Show each save to the kiosk while it runs."""
    last = ""
    while (now := _next_save(places.root, before, lambda: kiosk.poll() is None)) is not None:
        before = now
        made = desk.make()
        _report(made, say)
        last = str(made.pack) if made.pack else last
        showing.tell(home, showing.Showing(last, made.strip))


def _next_save(root: Path, before: Files, going: Callable[[], bool]) -> Files | None:
    """Wait for the files to differ from ``before``; None once it is no longer ``going``."""
    while going():
        now = files(root)
        if now != before:
            while True:
                time.sleep(SETTLE_S)
                later = files(root)
                if later == now:
                    return now
                now = later
        time.sleep(POLL_S)
    return None


def _standing(places: Places) -> Path | None:
    """The pack that was built last, to show until the errors are mended."""
    try:
        folder = (places.out / "current").resolve(strict=True)
        manifest.read(folder)
    except (OSError, PackError):
        return None
    return folder


def _open(home: Path, pack: Path, size: str, lang: str) -> subprocess.Popen[bytes]:
    """The kiosk's own program: content knows nothing of windows."""
    program = str(Path(sys.executable).with_name("kiosk"))
    command = [program, "run", "--size", size, "--lang", lang]
    environment = {
        **os.environ,
        "KIOSK_HOME": str(home),
        "KIOSK_PACK": str(pack),
        "KIOSK_IDLE_S": PATIENT_S,
        "KIOSK_FORM_IDLE_S": PATIENT_S,
    }
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)


def _report(made: Made, say: Say) -> None:
    for problem in (*made.errors, *made.notes):
        say(str(problem))
    moment = dt.datetime.now().strftime("%H:%M:%S")
    if made.pack is None:
        say(f"{moment} ошибок: {len(made.errors)} — на экране последнее хорошее")
    else:
        say(f"{moment} показано")
