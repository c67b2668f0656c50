"""``centre``: the commands. Texts for people go to stderr in Russian; answers go to stdout."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from sync.centre import home as homes
from sync.centre.errors import CentreError


class Failure(click.ClickException):
    """Exit code 1 with one line on stderr."""

    def show(self, file: Any = None) -> None:
        """Write the line."""
        click.echo(" ".join(self.message.split()), err=True)


_database = click.option("--database", help="Адрес базы данных (SQLAlchemy URL).")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Центральный сервер «Созвездия профессий»."""


@cli.command()
@click.option("--public-url", default="", help="Адрес, который несут QR-коды.")
@_database
def init(public_url: str, database: str | None) -> None:
    """Подготовить центр: ключи, хранилище, первый администратор."""
    from sync.centre.setup import set_up

    home = homes.find()
    if home.ready:
        raise Failure(f"Центр уже подготовлен в {home.folder}; ничего не изменено.")
    if public_url and not public_url.startswith(("http://", "https://")):
        raise click.UsageError("--public-url начинается с http:// или https://")
    set_up(
        home.folder,
        _secret("CENTRE_PASSPHRASE", "Фраза хранилища"),
        _plain("CENTRE_ADMIN", "Имя администратора"),
        _secret("CENTRE_ADMIN_PASSWORD", "Пароль администратора"),
        public_url,
        database or "",
    )
    click.echo(f"Центр подготовлен: {home.folder}")
    click.echo("Корневой ключ keys/root.key перенесите на носитель вне сети.")


@cli.command()
@_database
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--no-vault", is_flag=True, help="Хранилище запущено отдельно.")
@click.option("--with-parent", is_flag=True, help="Завершиться вместе с запустившим процессом.")
@click.option("--json", "as_json", is_flag=True, help="Адрес одной строкой JSON.")
def serve(
    database: str | None,
    host: str,
    port: int,
    workers: int,
    no_vault: bool,
    with_parent: bool,
    as_json: bool,
) -> None:
    """Запустить сервер (и хранилище рядом с ним)."""
    if with_parent:
        from sync.centre.parent import end_with_parent

        end_with_parent()
    from sync.centre.running import run

    def say(url: str, bound: int) -> None:
        line = json.dumps({"url": url, "port": bound}) if as_json else f"Центр работает: {url}"
        click.echo(line)
        sys.stdout.flush()

    run(homes.find(), database, host, port, workers, vault=not no_vault, say=say)


@cli.command()
@_database
@click.option("--home", type=click.Path(path_type=Path), help="Папка центра.")
@click.option("--with-parent", is_flag=True, hidden=True)
def vault(database: str | None, home: Path | None, with_parent: bool) -> None:
    """Запустить хранилище: отдельный процесс, который один может прочесть анкеты."""
    from sync.centre.vault.process import serve as serve_vault

    serve_vault(homes.find(home), database, with_parent)


@cli.command("enrol-code")
@_database
@click.option("--name", default="", help="Как назвать киоск.")
def enrol_code(database: str | None, name: str) -> None:
    """Одноразовый код подключения киоска: 15 минут, пять попыток."""
    from sync.centre import clock, keys
    from sync.centre.store import codes
    from sync.centre.store.engine import open_store

    home = homes.find()
    store = open_store(home.database_url(database))
    held = keys.load(home)
    code = codes.make(store, held.root_public, held.pepper, name, clock.now())
    click.echo("Код действует 15 минут.", err=True)
    click.echo(str(code))


@cli.command()
@_database
@click.option("--json", "as_json", is_flag=True, help="Одной строкой JSON.")
def records(database: str | None, as_json: bool) -> None:
    """Сколько записей хранит центр."""
    from sync.centre.store.engine import open_store
    from sync.centre.store.totals import totals

    found = totals(open_store(homes.find().database_url(database)))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    click.echo(
        f"Всего {found['total']}, в карантине {found['quarantined']},"
        f" расхождений {found['conflicts']}"
    )


@cli.command()
@_database
@click.option("--json", "as_json", is_flag=True, help="Одной строкой JSON.")
def sweep(database: str | None, as_json: bool) -> None:
    """Удалить анкеты, срок которых вышел. Сервер делает это сам раз в сутки."""
    from sync.centre.sweep import sweep_home

    erased = sweep_home(homes.find(), database)
    click.echo(json.dumps({"erased": erased}) if as_json else f"Удалено анкет: {erased}")


@cli.command()
@_database
@click.argument("target", type=click.Path(path_type=Path))
def backup(database: str | None, target: Path) -> None:
    """Скопировать базу в новый файл и отметить, что в копии есть."""
    from sync.centre.store.backup import back_up
    from sync.centre.store.engine import open_store

    back_up(open_store(homes.find().database_url(database)), target)
    click.echo(f"Копия: {target}")


@cli.group()
def staff() -> None:
    """Кто входит на страницы сотрудников."""


@staff.command("add")
@_database
@click.argument("name")
def staff_add(database: str | None, name: str) -> None:
    """Добавить администратора. Пароль спросят, или он придёт строкой на вход."""
    from sync.centre import clock
    from sync.centre.store import staff as accounts
    from sync.centre.store.engine import open_store

    store = open_store(homes.find().database_url(database))
    accounts.add(store, name, _new_password(), clock.now())
    click.echo(f"Добавлен администратор «{name}».")


@staff.command("password")
@_database
@click.argument("name")
def staff_password(database: str | None, name: str) -> None:
    """Сменить пароль: его спросят, или он придёт строкой на вход. Сеансы человека кончатся."""
    from sync.centre import clock
    from sync.centre.store import staff as accounts
    from sync.centre.store.engine import open_store

    store = open_store(homes.find().database_url(database))
    accounts.change(store, name, _new_password(), clock.now())
    click.echo(f"У администратора «{name}» новый пароль; прежние сеансы кончились.")


@cli.command()
@click.argument("pack", type=click.Path(path_type=Path))
def publish(pack: Path) -> None:
    """Опубликовать собранный набор контента."""
    from sync.centre import packs

    home = homes.find()
    home.settings()
    click.echo(packs.publish(home, pack))


def _plain(variable: str, prompt: str) -> str:
    import os

    return os.environ.get(variable) or str(click.prompt(prompt, err=True))


def _secret(variable: str, prompt: str) -> str:
    import os

    given = os.environ.get(variable)
    return given or str(click.prompt(prompt, hide_input=True, confirmation_prompt=True, err=True))


def _new_password() -> str:
    """Typed twice without echo, or one line of a pipe: never an argument, which others could see
    and the shell would remember."""
    if sys.stdin.isatty():
        asked = click.prompt("Новый пароль", hide_input=True, confirmation_prompt=True, err=True)
        return str(asked)
    try:
        return sys.stdin.buffer.readline().decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise Failure("Пароль на входе не в UTF-8; ничего не изменено.") from None


def main() -> None:
    """The entry point: named errors become one line, anything else stays a defect."""
    try:
        cli(standalone_mode=False)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Прервано.", err=True)
        sys.exit(1)
    except CentreError as error:
        Failure(str(error)).show()
        sys.exit(1)


if __name__ == "__main__":
    main()
