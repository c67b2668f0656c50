"""The ``content`` command."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from content.build import BuildError, Places, build

PROJECT = Path(__file__).parent.parent


@click.group()
@click.option("--content", "root", type=click.Path(path_type=Path), help="Папка содержания.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Содержание выставки: проверка, сборка, счёт."""
    places = Places.of(PROJECT)
    if root is not None:
        places = Places(root, places.modules, places.cache, places.out)
    context.obj = places


@main.command("build")
@click.option("--out", type=click.Path(path_type=Path), help="Куда класть пакеты.")
@click.option("--built-at", envvar="SOURCE_DATE_EPOCH", help="Момент сборки.")
@click.pass_obj
def build_command(places: Places, out: Path | None, built_at: str | None) -> None:
    """Собрать пакет."""
    if out is not None:
        places = Places(places.root, places.modules, places.cache, out)
    moment = None
    if built_at:
        moment = (
            dt.datetime.fromtimestamp(int(built_at), dt.UTC)
            if built_at.isdigit()
            else dt.datetime.fromisoformat(built_at)
        )
    try:
        built = build(places, moment)
    except BuildError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        raise SystemExit(f"content build: {error}") from error
    for name, size in built.texture.items():
        click.echo(f"{name}: {size / 2**20:.1f} МБ")
    click.echo(built.folder)
