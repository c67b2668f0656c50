"""The command ``content voice``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from content.places import Places

if TYPE_CHECKING:
    from content.speech.lines import Line
    from content.speech.manifest import VoiceManifest


@click.command("voice")
@click.option(
    "--list", "listed", is_flag=True, help="Показать каждую фразу: имя, язык, чем озвучена."
)
@click.option("--stress", is_flag=True, help="Показать, где голос ставит ударения.")
@click.pass_obj
def voice_command(places: Places, listed: bool, stress: bool) -> None:
    """Озвучить всё, что киоск говорит вслух: новое — сделать, лишнее — убрать."""
    from content.loading import load
    from content.speech import lines, manifest

    exhibition = load(places.root)
    said = lines.spoken(exhibition)
    folder = places.root / manifest.FOLDER
    if listed:
        try:
            found = manifest.read(folder)
        except manifest.ManifestDamaged as error:
            _fail(f"{error}: выполните content voice без --list")
        _list(said, found)
    elif stress:
        _stress(said, folder)
    elif exhibition.problems:
        # What cannot be read is not said, and its clips would be taken for what nobody says.
        for problem in exhibition.problems:
            click.echo(problem, err=True)
        _fail("сначала исправьте содержание")
    else:
        _render(said, folder)


def _list(said: list[Line], found: VoiceManifest) -> None:
    for line in said:
        clip = found.clips.get(line.key)
        click.echo("\t".join((line.key, line.lang, clip.engine if clip else "-", line.text)))


def _stress(said: list[Line], folder: Path) -> None:
    from content.speech import pronouncing
    from content.speech.stress import stressed

    try:
        words = stressed(said, pronouncing.read(folder))
    except pronouncing.SayWrong as error:
        _fail(_say_wrong(error))
    if words is None:
        _fail("не хватает программ: sudo apt-get install festival festvox-ru")
    for word in words:
        click.echo(word)


def _render(said: list[Line], folder: Path) -> None:
    from content.speech.pronouncing import SayWrong
    from content.speech.render import NotRendered, render

    def progress(count: int, most: int) -> None:
        click.echo(f"Озвучено {count} из {most}", err=True)

    try:
        done = render(folder, said, progress)
    except NotRendered as error:
        _fail(str(error))
    except SayWrong as error:
        _fail(_say_wrong(error))
    except OSError as error:
        _fail(f"не записать {error.filename}: {error.strerror}")
    for path in done.forgotten:
        click.echo(f"{folder.name}/{path}: эту запись больше никто не говорит", err=True)
    by_engine = ", ".join(f"{engine}: {count}" for engine, count in sorted(done.made.items()))
    made = f"сделано {sum(done.made.values())}" + (f" ({by_engine})" if by_engine else "")
    counts = f"фраз {len(said)}, {made}, звуков сделано {done.effects}, убрано {done.removed}"
    click.echo(f"content voice: {counts}")
    if done.unsaid:
        for line in done.unsaid:
            click.echo(f"{line.key} {line.lang} не озвучено: {line.text}", err=True)
        _fail(f"не озвучено фраз: {len(done.unsaid)}; запишите их сами или измените say.yaml")


def _say_wrong(error: Exception) -> str:
    return f"voice/say.yaml: {error}"


def _fail(text: str) -> NoReturn:
    click.echo(f"content voice: {text}", err=True)
    raise SystemExit(1)
