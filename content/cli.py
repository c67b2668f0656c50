"""The ``content`` command: check what is told, count it, build its pack."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import click

from content.places import Places

PROJECT = Path(__file__).parent.parent


class Moment(click.ParamType[dt.datetime]):
    """A moment as ISO 8601 or as seconds since 1970, as SOURCE_DATE_EPOCH has it; UTC unless it
    says otherwise."""

    name = "moment"

    def convert(
        self,
        value: str | dt.datetime,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> dt.datetime:
        """Read one; wrong usage where it is not a moment."""
        if isinstance(value, dt.datetime):
            return value
        try:
            if value.isdigit():
                return dt.datetime.fromtimestamp(int(value), dt.UTC)
            moment = dt.datetime.fromisoformat(value)
            return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        except (ValueError, OverflowError, OSError):
            self.fail(f"«{value}» — не момент времени: нужно вроде 2026-11-23T08:00:00", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--content",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Папка содержания, если не своя.",
)
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Содержание выставки: проверить, сосчитать, собрать."""
    places = Places.of(PROJECT)
    context.obj = places if root is None else dataclasses.replace(places, root=root)


@main.command("check")
@click.option("--sources", is_flag=True, help="Показать каждую цифру с годом и источником.")
@click.pass_obj
def check_command(places: Places, sources: bool) -> None:
    """Проверить содержание; код 1, если есть ошибки."""
    from content import check

    report = check.check(places)
    if sources:
        for line in check.sources(report):
            click.echo(line)
    for problem in report.problems:
        click.echo(problem, err=True)
    errors = len(report.errors)
    if errors:
        click.echo(f"content check: ошибок: {errors}", err=True)
        raise SystemExit(1)
    click.echo(f"content check: ошибок нет, предупреждений: {len(report.problems)}")


@main.command("build")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Куда класть пакеты.")
@click.option(
    "--built-at", type=Moment(), envvar="SOURCE_DATE_EPOCH", help="Момент сборки; иначе — сейчас."
)
@click.pass_obj
def build_command(places: Places, out: Path | None, built_at: dt.datetime | None) -> None:
    """Собрать пакет и сделать его текущим; последняя строка — его папка."""
    from content.build import BuildError, build

    if out is not None:
        places = dataclasses.replace(places, out=out)
    if not places.cache.is_dir():
        click.echo("Картинки рисуются в первый раз: это займёт до минуты.", err=True)
    try:
        built = build(places, built_at)
    except BuildError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        click.echo(f"content build: {error}", err=True)
        raise SystemExit(1) from None
    for name, (size, pixels) in built.texture.items():
        click.echo(f"{name}: картинки {pixels} px, текстура {size / 2**20:.1f} МБ")
    click.echo(built.folder)


@main.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Одной строкой JSON.")
@click.pass_obj
def stats_command(places: Places, as_json: bool) -> None:
    """Сосчитать, сколько чего есть."""
    import msgspec

    from content.loading import load
    from content.stats import count

    counts = count(load(places.root))
    if as_json:
        click.echo(msgspec.json.encode(counts))
    else:
        for name, number in msgspec.structs.asdict(counts).items():
            click.echo(f"{name}: {number}")
