"""The ``content`` command: check what is told, count it, build its pack."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import click

from content.places import Places
from content.selftests.command import score_command
from content.speech.command import voice_command

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
    from content.speech import manifest
    from content.stats import count

    try:
        clips = len(manifest.read(places.root / manifest.FOLDER).clips)
    except manifest.ManifestDamaged:
        clips = 0
    counts = count(load(places.root), clips)
    if as_json:
        click.echo(msgspec.json.encode(counts))
    else:
        for name, number in msgspec.structs.asdict(counts).items():
            click.echo(f"{name}: {number}")


@main.command("stands")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Куда класть таблички.",
)
@click.option(
    "--public-url",
    envvar="CENTRE_PUBLIC_URL",
    required=True,
    help="Адрес Центра для телефонов, как у centre init: https://…",
)
@click.pass_obj
def stands_command(places: Places, out: Path, public_url: str) -> None:
    """Таблички на стенды для печати: A6 с номером, названием и QR-кодом."""
    from urllib.parse import urlsplit

    from content.check import check
    from content.model import Stand
    from content.plates import write

    address = urlsplit(public_url)
    if address.scheme not in ("http", "https") or not address.netloc:
        raise click.BadParameter("нужен адрес вроде https://centre.example", param_hint="url")
    report = check(places)
    for problem in report.errors:
        click.echo(problem, err=True)
    stands = report.exhibition.values(Stand)
    if report.errors or not stands or report.matter.pictures is None:
        reason = "в содержании есть ошибки" if report.errors else "в содержании нет стендов"
        click.echo(f"content stands: {reason}", err=True)
        raise SystemExit(1)
    try:
        files = write(stands, public_url, out, report.matter.pictures, places.modules)
    except OSError as error:
        click.echo(f"content stands: не записать в {out}: {error.strerror}", err=True)
        raise SystemExit(1) from None
    click.echo(f"Таблички: {len(stands)}, и все вместе — {files[-1]}")


main.add_command(score_command)
main.add_command(voice_command)

KIND = click.Choice(["vacancies", "events"])


@main.command("import")
@click.argument("kind", type=KIND)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--accept-good", is_flag=True, help="Записать хорошие строки, если есть и плохие.")
@click.option("--sheet", default="", help="Лист книги, если таблиц в ней несколько.")
@click.pass_obj
def import_command(places: Places, kind: str, file: Path, accept_good: bool, sheet: str) -> None:
    """Перенести вакансии или события из таблицы .xlsx или .csv; код 1, если ничего не записано."""
    from content.importing.bringing import bring
    from content.importing.columns import KINDS
    from content.importing.faults import Unusable
    from content.importing.writing import NotWritten

    try:
        sifted, written = bring(places, KINDS[kind], file, sheet=sheet, accept_good=accept_good)
    except Unusable as error:
        for fault in error.faults:
            click.echo(fault, err=True)
        click.echo("content import: таблица не подошла, ничего не записано", err=True)
        raise SystemExit(1) from None
    except NotWritten as error:
        click.echo(f"content import: {error}", err=True)
        raise SystemExit(1) from None
    for fault in (*sifted.faults, *sifted.notes):
        click.echo(fault, err=True)
    counts = f"хороших строк: {len(sifted.good)}, отклонено: {sifted.rejected}"
    if written is None:
        click.echo(f"content import: {counts}; ничего не записано", err=True)
        raise SystemExit(1)
    click.echo(f"content import: {counts}; записано: {written.relative_to(places.root).as_posix()}")


@main.command("template")
@click.argument("kind", type=KIND)
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def template_command(places: Places, kind: str, out: Path) -> None:
    """Сделать пустую таблицу .xlsx для вакансий или событий: с подсказками и списками."""
    from content.importing.columns import KINDS
    from content.importing.template import make
    from content.loading import load

    if out.suffix.lower() != ".xlsx":
        raise click.UsageError("таблица должна называться ИМЯ.xlsx")
    try:
        make(KINDS[kind], load(places.root), out)
    except OSError as error:
        click.echo(f"content template: {out.name} не записан: {error.strerror}", err=True)
        raise SystemExit(1) from None
    click.echo(out)


@main.command("preview")
@click.option("--size", default="540x960", metavar="ШxВ", help="Окно в пикселях; иначе 540x960.")
@click.option("--lang", type=click.Choice(["ru", "en"]), default="ru", help="Язык в начале.")
@click.pass_obj
def preview_command(places: Places, size: str, lang: str) -> None:
    """Открыть киоск на рабочей копии: сохранили файл — увидели на экране."""
    from content.preview import preview

    if not places.cache.is_dir():
        click.echo("Картинки рисуются в первый раз: это займёт до минуты.", err=True)
    try:
        code = preview(places, size, lang, click.echo)
    except OSError as error:
        click.echo(f"content preview: {error.strerror}: {error.filename}", err=True)
        raise SystemExit(1) from None
    raise SystemExit(code)


@main.command("translated")
@click.argument("ids", nargs=-1, metavar="[ВИД/ИМЯ]...")
@click.option("--all", "late", is_flag=True, help="И те, где изменился только русский текст.")
@click.pass_obj
def translated_command(places: Places, ids: tuple[str, ...], late: bool) -> None:
    """Подтвердить, что перевод верен: всё новое или названное, вроде professions/welder."""
    from content.loading import load
    from content.rules.translated import said
    from content.translated import RecordDamaged, confirm, is_stale, read, write

    texts = said(load(places.root))
    if unknown := [id for id in ids if id not in texts]:
        raise click.UsageError(f"нет такого в содержании: {', '.join(unknown)}")
    try:
        record = confirm(read(places.root) or {}, texts, ids, late)
        write(places.root, record)
    except RecordDamaged as error:
        click.echo(f"content translated: {error}", err=True)
        raise SystemExit(1) from None
    except OSError as error:
        click.echo(f"content translated: не записать: {error.strerror}", err=True)
        raise SystemExit(1) from None
    click.echo(f"Подтверждено текстов: {sum(len(fields) for fields in record.values())}")
    for id, fields in texts.items():
        if any(is_stale(text, record.get(id, {}).get(path, "")) for path, text in fields.items()):
            click.echo(f"Ждёт перевода: {id} (если он верен: content translated {id})")
