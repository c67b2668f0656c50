"""``content score``: one sheet scored from the command line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

import click

from content.places import Places


@click.command("score")
@click.argument("test")
@click.argument("answers")
@click.option("--json", "as_json", is_flag=True, help="Одна строка JSON.")
@click.pass_obj
def score_command(places: Places, test: str, answers: str, as_json: bool) -> None:
    """Сосчитать один бланк: по знаку на вопрос, буквы или цифры, «-» — без ответа."""
    from content.check import check
    from content.compose import compose
    from content.library import Library
    from content.model import Profession, Programme, SelfTest, Vacancy
    from content.selftests.advice import advise
    from content.selftests.scoring import leading, scores
    from content.selftests.sheet import read

    report = check(places)
    if report.errors:
        raise click.ClickException("в содержании есть ошибки: content check")
    moment = dt.datetime.now(dt.UTC)
    library = Library(compose(report.exhibition, moment.isoformat(), "score"), places.root)
    found = library.find(SelfTest, test)
    if found is None:
        known = ", ".join(one.id for one in library.every(SelfTest))
        raise click.ClickException(f"нет теста «{test}»; есть: {known}")
    try:
        sheet = read(answers)
        if len(sheet) != len(found.items):
            raise ValueError(f"ответов {len(sheet)}, а вопросов {len(found.items)}")
        score = scores(found, sheet)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    lead = leading(found, score)
    advice = advise(library, found, score, moment.astimezone().date())
    first = (found.gives or ["professions"])[0]
    recommended: Sequence[Profession | Programme | Vacancy] = getattr(advice, first)
    told = {
        "scales": score,
        "leading": list(lead.first),
        "recommended": [one.id for one in recommended],
    }
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for trait, value in score.items():
        click.echo(f"{found.traits[trait].name.ru}: {value}")
    click.echo("Ведущее: " + ", ".join(found.traits[trait].name.ru for trait in lead.first))
    said = [one.name.ru if isinstance(one, Programme) else one.title.ru for one in recommended]
    click.echo("Подойдёт: " + ", ".join(said))
