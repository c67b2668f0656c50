"""The command ``kiosk``. Importing it is cheap: each command loads what it needs.

Exit codes: 0 done, 1 failed with one clear line on stderr, 2 wrong usage.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.settings import Settings


class _Commands(click.Group):
    """Tells every known error as one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a known error is a line on stderr and exit code 1."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            _fail(error)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """A touch-screen guide for a career-guidance centre."""
    import logging
    import resource

    # A dump would hold what a visitor is typing. One byte, not none: the kernel then neither
    # writes a file nor feeds a program that collects dumps (fs/coredump.c).
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (min(1, most) if most >= 0 else 1, most))
    # What goes wrong is one line on stderr, said once; the log is a file (kiosk.logs).
    logging.getLogger().addHandler(logging.NullHandler())


def _home(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--home", type=click.Path(path_type=Path), help="Data folder (else KIOSK_HOME)."
    )(command)


def _size(_ctx: click.Context, _param: click.Parameter, value: str | None) -> Any:
    from kiosk.settings import parse_size

    try:
        return None if value is None else parse_size(value)
    except ValueError:
        raise click.BadParameter("a size looks like 1080x1920") from None


@main.command()
@_home
@click.option("--fullscreen", is_flag=True, default=None)
@click.option("--size", callback=_size, metavar="WxH")
@click.option("--profile", type=click.Choice(["exhibition", "fair"]))
@click.option("--still", is_flag=True, default=None, help="Nothing moves by itself.")
@click.option("--lang", type=click.Choice(["ru", "en"]))
@click.option(
    "--scripted",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="One visit and the day's end by injected touches; pictures to DIR.",
)
def run(home: Path | None, scripted: Path | None, **options: Any) -> None:
    """Open the exhibition."""
    from screens import app

    settings = _settings(home, **options)
    sys.exit(app.run(settings) if scripted is None else app.scripted(settings, scripted))


@main.command()
@_home
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--size", callback=_size, metavar="WxH")
@click.option("--lang", type=click.Choice(["ru", "en"]), default="ru")
@click.option(
    "--mode",
    type=click.Choice(["normal", "contrast", "large", "reach", "calm"]),
    default="normal",
)
@click.option("--profile", type=click.Choice(["exhibition", "fair"]))
def tour(home: Path | None, out: Path, lang: str, mode: str, **options: Any) -> None:
    """A picture of every screen, by injected touches."""
    from screens import app

    sys.exit(app.tour(_settings(home, lang=lang, **options), out, lang, mode))


@main.command()
@_home
@click.option("--visits", type=click.IntRange(1), required=True)
@click.option("--only", type=click.Choice(["games", "selftests", "exhibits"]))
@click.option("--size", callback=_size, metavar="WxH")
@click.option("--json", "as_json", is_flag=True)
def soak(home: Path | None, visits: int, only: str | None, as_json: bool, **options: Any) -> None:
    """Visits through the real screens, by injected touches."""
    from screens import app

    if only is not None and not app.can_soak(only):
        raise click.UsageError(f"there are no {only} yet: nothing to soak")
    _print(app.soak(_settings(home, **options), visits, only), as_json)


@main.command()
@_home
@click.option("--visits", type=click.IntRange(1), required=True)
@click.option("--records", type=click.IntRange(2), help="Exactly so many records in all.")
@click.option("--seed", type=int, default=0)
@click.option("--profile", type=click.Choice(["exhibition", "fair"]))
@click.option("--json", "as_json", is_flag=True)
def simulate(
    home: Path | None,
    visits: int,
    records: int | None,
    seed: int,
    as_json: bool,
    **options: Any,
) -> None:
    """Journal visits that nobody made."""
    from kiosk import simulate as simulation
    from kiosk.machine import Machine

    if records is not None and records < 2 * visits:
        raise click.BadParameter("a visit has at least two records", param_hint="--records")
    with Machine.open(_settings(home, **options)) as machine:
        done = simulation.simulate(machine, visits, seed, records)
    _print(done._asdict(), as_json)


@main.command()
@_home
@click.argument("url")
@click.argument("code")
@click.option("--name", help="What people call this kiosk.")
@click.option("--pin", help="The staff door's PIN, 4 to 12 digits.")
def enrol(home: Path | None, url: str, code: str, name: str | None, pin: str | None) -> None:
    """Make this a kiosk of the centre at URL by the one-time CODE."""
    from kiosk.enrol import enrol_here
    from kiosk.machine import Machine

    with Machine.open(_settings(home)) as machine:
        done = enrol_here(machine, url, code, name, pin, _ask_pin)
    click.echo(f"{done.identity.kiosk} «{done.identity.name}» — {done.identity.url}")
    if done.made_pin:
        click.echo(f"PIN: {done.made_pin}")


@main.command()
@_home
@click.option("--stick", type=click.Path(path_type=Path), hidden=True)
@click.option("--json", "as_json", is_flag=True)
def sync(home: Path | None, stick: Path | None, as_json: bool) -> None:
    """Send what waits to the centre."""
    from kiosk.machine import Machine
    from kiosk.uplink import sync as send
    from kiosk.wording import uplink_line

    if stick is not None:
        raise click.UsageError("this version syncs by network only")
    settings = _settings(home)
    with Machine.open(settings) as machine:
        result = send(machine)
    if result.revoked:
        click.echo(uplink_line("revoked", settings.lang), err=True)
    names = ("sent", "same", "conflict", "quarantined", "pending", "seconds", "content")
    _print({name: getattr(result, name) for name in names}, as_json)


@main.command()
@_home
@click.option("--json", "as_json", is_flag=True)
def status(home: Path | None, as_json: bool) -> None:
    """Where the journal stands. Reads only, also while the kiosk runs."""
    from kiosk import identity, packs
    from kiosk.journal import sqlite_version
    from kiosk.journal.report import status as read_status
    from kiosk.machine import JOURNAL

    settings = _settings(home)
    known = identity.load_or_none(settings.home)
    found = read_status(settings.home / JOURNAL)
    _print(
        {
            "kiosk": known.kiosk if known else "",
            "epoch": found.epoch,
            "last_seq": found.last_seq,
            "acked_seq": found.acked_seq,
            "pending": found.pending,
            "sqlite": sqlite_version(),
            "content": packs.look(settings.home, settings.pack).name,
        },
        as_json,
    )


@main.command()
@_home
def doctor(home: Path | None) -> None:
    """Check this kiosk and say what is wrong."""
    from kiosk.doctor import examine

    findings = examine(_settings(home))
    for finding in findings:
        click.echo(f"{'✓' if finding.good else '✗'} {finding.text}")
    sys.exit(0 if all(finding.good for finding in findings) else 1)


@main.group()
def journal() -> None:
    """The records of this kiosk."""


@journal.command()
@_home
@click.option("--anyway", is_flag=True, help="Also a journal that is whole.")
def aside(home: Path | None, anyway: bool) -> None:
    """Put a damaged journal aside, whole, and begin a new one. The kiosk must be closed."""
    from kiosk.aside import set_aside
    from kiosk.machine import Machine

    with Machine.open(_settings(home)) as machine:
        click.echo(set_aside(machine, anyway))


def _settings(home: Path | None, **options: Any) -> Settings:
    from kiosk.settings import load

    return load(home, **options)


def _ask_pin() -> str | None:
    """The PIN typed twice by whoever sits there, None when nobody does or wants to."""
    if not sys.stdin.isatty():
        return None
    prompt = "PIN (Enter — придумать самим)"
    pin: str = click.prompt(
        prompt, default="", hide_input=True, show_default=False, confirmation_prompt=True
    )
    return pin or None


def _print(found: dict[str, Any], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for name, value in found.items():
        click.echo(f"{name}: {value}")


def _fail(error: Exception) -> None:
    """Say a known error as one line and exit with 1; others go on up with their trace."""
    from content.model import PackError
    from kiosk.wording import line
    from sync.code import CodeError
    from sync.http import UplinkError

    if not isinstance(error, (KioskError, OSError, CodeError, PackError, UplinkError)):
        raise error
    import os

    lang = "en" if os.environ.get("KIOSK_LANG") == "en" else "ru"
    click.echo(" ".join(line(error, lang).split()), err=True)
    sys.exit(1)
