"""Render the voice: make what is missing or stale, take away what nobody says any more."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from content.speech import effects, engines, freshness, manifest, mastering, pronouncing
from content.speech.engines import Order
from content.speech.lines import LANGS, Line
from content.speech.manifest import ENGINES, Clip, Engine, Sound, VoiceManifest
from content.speech.pronouncing import Pronunciation

BATCH = 24
"""Lines rendered before the manifest is written: what an interruption may cost."""
WORKERS = 2


class NotRendered(Exception):
    """Nothing could be rendered; the text is Russian, one line."""


@dataclass
class Outcome:
    """What was done. ``unsaid`` are lines no engine could say."""

    made: dict[Engine, int] = field(default_factory=dict)
    effects: int = 0
    removed: int = 0
    unsaid: list[Line] = field(default_factory=list)
    forgotten: list[Path] = field(default_factory=list)
    """Recordings of what nobody says any more: a person's work is never deleted."""


def render(folder: Path, lines: list[Line], progress: Callable[[int, int], None]) -> Outcome:
    """Bring the voice in ``folder`` up to what is said now; ``progress`` is told how many lines of
    how many are done. Raises :class:`NotRendered`, also while somebody else renders,
    :class:`pronouncing.SayWrong`, OSError."""
    folder.mkdir(exist_ok=True)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return _render(folder, lines, progress)
    except BlockingIOError as error:
        raise NotRendered("голос уже озвучивают: подождите, пока закончат") from error
    finally:
        os.close(handle)


def _render(folder: Path, lines: list[Line], progress: Callable[[int, int], None]) -> Outcome:
    say = pronouncing.read(folder)
    try:
        found = manifest.read(folder)
    except manifest.ManifestDamaged:
        found = VoiceManifest()
    speaking = {lang: engines.engines_for(lang) for lang in LANGS}
    todo = [line for line in lines if not _stands(folder, line, found, say, speaking)]
    struck = [name for name in effects.EFFECTS
              if not freshness.is_effect_fresh(folder, name, found.effects.get(name))]  # fmt: skip
    _require(folder, todo, bool(struck), speaking)
    outcome = Outcome()
    with tempfile.TemporaryDirectory(prefix=".rendering-", dir=folder) as desk:
        renderer = _Renderer(folder, Path(desk), say, speaking, outcome)
        for name in struck:
            found.effects[name] = renderer.effect(name)
        done = 0
        for batch in _batches(todo):
            found.clips.update(renderer.clips(batch))
            manifest.write(folder, found)
            done += len(batch)
            progress(done, len(todo))
    kept = VoiceManifest(
        {line.key: found.clips[line.key] for line in lines if line.key in found.clips},
        {name: found.effects[name] for name in effects.EFFECTS},
    )
    if kept != found or not (folder / manifest.FILE).exists():
        manifest.write(folder, kept)
    outcome.removed = _sweep(folder, kept)
    outcome.forgotten = _forgotten(folder, lines)
    return outcome


class _Renderer:
    """Makes clips on a desk of its own and puts each in place whole."""

    def __init__(
        self,
        folder: Path,
        desk: Path,
        say: Pronunciation,
        speaking: dict[str, list[Engine]],
        outcome: Outcome,
    ) -> None:
        self._folder, self._desk, self._say = folder, desk, say
        self._speaking, self._outcome = speaking, outcome

    def clips(self, batch: list[Line]) -> dict[str, Clip]:
        """The clips of lines of one language; those nobody can say are noted."""
        made: dict[str, Clip] = {}
        recorded = {one: path for one in batch if (path := freshness.recording(self._folder, one))}
        self._master("recorded", recorded, made)
        for engine in self._speaking[batch[0].lang]:
            left = [line for line in batch if line.key not in made and line not in recorded]
            if left:
                self._master(engine, self._spoken(engine, left), made)
        self._outcome.unsaid += [line for line in batch if line.key not in made]
        return made

    def effect(self, name: str) -> Sound:
        """A sound, put in place."""
        wav, ogg = self._desk / "effect.wav", self._desk / "effect.ogg"
        effects.write(name, wav)
        try:
            seconds = mastering.effect(wav, ogg, effects.RATE)
        except mastering.Unfit as error:
            raise NotRendered(f"звук {name}: {error}") from error
        self._outcome.effects += 1
        file = freshness.effect_file(name)
        sha256 = self._put(ogg, file)
        return Sound(file=file, sha256=sha256, seconds=seconds, source=effects.source(name))

    def _spoken(self, engine: Engine, lines: list[Line]) -> dict[Line, Path]:
        orders = {
            line: Order(line.lang, self._say.given(*line), self._desk / f"{line.key}.{engine}.wav")
            for line in lines
        }
        engines.SPEAKING[engine](list(orders.values()))
        return {line: order.wav for line, order in orders.items() if order.wav.exists()}

    def _master(self, engine: Engine, wavs: dict[Line, Path], made: dict[str, Clip]) -> None:
        def clip(line: Line) -> Clip | None:
            ogg = self._desk / f"{line.key}.ogg"
            try:
                seconds = mastering.clip(wavs[line], ogg)
            except mastering.Unfit:
                return None
            said = (
                manifest.sha256_of(wavs[line]) if engine == "recorded" else self._say.given(*line)
            )
            file = freshness.clip_file(line)
            return Clip(
                file=file,
                sha256=self._put(ogg, file),
                seconds=seconds,
                source=freshness.source_of(engine, line.lang, said),
                lang=line.lang,
                text=line.text,
                engine=engine,
            )

        with ThreadPoolExecutor(WORKERS) as pool:
            for line, found in zip(wavs, pool.map(clip, wavs), strict=True):
                if found is not None:
                    made[line.key] = found
                    self._outcome.made[engine] = self._outcome.made.get(engine, 0) + 1

    def _put(self, ogg: Path, file: str) -> str:
        """Move a sound in place, never over an old one's bytes: packs may share them."""
        target = self._folder / file
        target.parent.mkdir(exist_ok=True)
        sha256 = manifest.sha256_of(ogg)
        ogg.replace(target)
        return sha256


def _stands(
    folder: Path,
    line: Line,
    found: VoiceManifest,
    say: Pronunciation,
    speaking: dict[str, list[Engine]],
) -> bool:
    """Whether a line's clip can stay: it is fresh, and nothing here would say it better."""
    clip = found.clips.get(line.key)
    if not freshness.is_fresh(folder, line, clip, say):
        return False
    assert clip is not None
    best = speaking[line.lang][:1]
    return not best or ENGINES.index(clip.engine) <= ENGINES.index(best[0])


def _require(
    folder: Path, todo: list[Line], struck: bool, speaking: dict[str, list[Engine]]
) -> None:
    """Raise :class:`NotRendered` naming the packages without which nothing can be made."""
    if not todo and not struck:
        return
    unspoken = [line for line in todo if freshness.recording(folder, line) is None]
    mute = [lang for lang in LANGS
            if not speaking[lang] and any(line.lang == lang for line in unspoken)]  # fmt: skip
    missing = engines.packages(mute) if mute else []
    if shutil.which(mastering.PROGRAM) is None:
        missing.append(mastering.PACKAGE)
    if missing:
        raise NotRendered(f"не хватает программ: sudo apt-get install {' '.join(missing)}")


def _batches(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines of one language at a time."""
    for lang in LANGS:
        rest: Iterable[Line] = (line for line in lines if line.lang == lang)
        rest = iter(rest)
        while batch := list(islice(rest, BATCH)):
            yield batch


def _sweep(folder: Path, kept: VoiceManifest) -> int:
    """Delete clips and sounds the manifest does not name; how many."""
    named = {sound.file for sounds in (kept.clips, kept.effects) for sound in sounds.values()}
    gone = [
        path
        for part in (*LANGS, "effects")
        for path in sorted((folder / part).glob("*.ogg"))
        if path.relative_to(folder).as_posix() not in named
    ]
    for path in gone:
        path.unlink()
    return len(gone)


def _forgotten(folder: Path, lines: list[Line]) -> list[Path]:
    said = {(line.lang, line.key) for line in lines}
    return [
        path.relative_to(folder)
        for path in sorted((folder / freshness.RECORDED).glob("*/*.*"))
        if (path.parent.name, path.stem) not in said and not path.name.startswith(".")
    ]
