"""Vacancies: chosen by what matters in a job, led on to the Centre, and nobody is asked why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
import zxingcpp
from PIL import Image

from content.library import Library
from content.model import Condition, Text, Vacancy
from screens.exhibition.vacancies import AT_ONCE, VacancyRow
from screens.theme import theme
from screens.widgets.qr import QrCode
from sync import token as tokens
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.stage import UNLIKE_WAYS, Stage
from tests.sync.double import CentreDouble

LIST, ONE = "exhibition.vacancies", "exhibition.vacancy"
CONDITIONS = [
    Condition("remote", Text("Удалённо", "Remote"), "laptop", 1),
    Condition("lift", Text("Лифт", "Lift"), "elevator", 2),
    Condition("unused", Text("Невесомость", "Weightlessness"), "rocket", 3),
]


def vacancy(
    id: str, conditions: list[str], town: str = "smolensk", until: dt.date | None = None
) -> Vacancy:
    said = Text(f"Работа {id}", f"Work {id}")
    return Vacancy(
        id, said, Text("Образец", "Sample"), town, conditions, said, "bread", until, sample=True
    )


def furnish(app: AppStage, *vacancies: Vacancy) -> None:
    """Give the kiosk these vacancies alone."""
    library = app.kiosk.machine.library
    pack = msgspec.structs.replace(library.pack, conditions=CONDITIONS, vacancies=list(vacancies))
    app.kiosk.machine._library = Library(pack, library.folder)


@pytest.fixture
def board(app_stage: AppStage) -> AppStage:
    """Three vacancies on a list."""
    furnish(
        app_stage,
        vacancy("a", ["remote"]),
        vacancy("b", ["lift"]),
        vacancy("c", ["remote"], "vyazma"),
    )
    app_stage.wake()
    app_stage.show(LIST)
    return app_stage


def shown(app: AppStage) -> list[str]:
    rows = [one for one in app.driver.controls() if isinstance(one.widget, VacancyRow)]
    return [one.label.split(",")[0].removeprefix("Работа ") for one in rows]


def texts(app: AppStage) -> str:
    return "\n".join(str(getattr(one, "text", "")) for one in app.kiosk.frame.walk())


REMOTE = "Показать только вакансии с условием «Удалённо»."
LIFT = "Показать только вакансии с условием «Лифт»."


def test_all_are_listed_with_a_word_that_they_are_samples(board: AppStage) -> None:
    assert shown(board) == ["a", "b", "c"]
    assert "Это примеры" in texts(board)
    assert not board.driver.has("Показать только вакансии с условием «Невесомость»."), (
        "nobody has it"
    )


def test_labels_are_sentences_for_who_hears_them(board: AppStage) -> None:
    labels = [one.label for one in board.driver.controls()]
    assert "Работа a, Смоленск. Условия: Удалённо. Открыть вакансию." in labels
    assert {REMOTE, LIFT} <= set(labels)
    board.tap(REMOTE)
    assert board.driver.has("Условие «Удалённо» выбрано. Коснитесь, чтобы убрать его.", "switch")


def test_a_condition_narrows_the_list_and_a_second_touch_widens_it(board: AppStage) -> None:
    board.tap(REMOTE)
    assert shown(board) == ["a", "c"]
    board.tap("Условие «Удалённо» выбрано. Коснитесь, чтобы убрать его.")
    assert shown(board) == ["a", "b", "c"]


def test_a_town_narrows_it_too(board: AppStage) -> None:
    board.tap("Показаны вакансии всей области. Коснитесь, чтобы выбрать город.")
    board.tap("Вязьма")
    assert shown(board) == ["c"]


def test_where_nothing_fits_it_is_said_what_to_let_go_of(board: AppStage) -> None:
    board.tap(REMOTE)
    board.tap(LIFT)
    assert shown(board) == []
    assert "Без «Лифт»: 2 вакансии" in texts(board)
    board.tap("Убрать «Лифт» из условий. Тогда найдётся: 2 вакансии.")
    assert shown(board) == ["a", "c"]


def test_the_choice_survives_language_and_mode_and_ends_with_the_visit(board: AppStage) -> None:
    board.tap(REMOTE)
    board.kiosk.switch_language()
    board.kiosk.set_modes(frozenset({"large"}))
    board.driver.frames.quiet()
    rows = [one for one in board.driver.controls() if isinstance(one.widget, VacancyRow)]
    assert len(rows) == 2
    board.kiosk.end("idle")
    board.driver.frames.quiet()
    board.wake()
    board.show(LIST)
    assert shown(board) == ["a", "b", "c"]


def test_what_was_chosen_is_nowhere_in_the_journal(board: AppStage) -> None:
    board.tap(REMOTE)
    board.kiosk.end("finished")
    board.driver.frames.quiet()
    said = repr(board.records())
    assert LIST in said
    assert "remote" not in said


def test_a_long_list_is_shown_by_pages(app_stage: AppStage) -> None:
    furnish(app_stage, *(vacancy(f"n{i}", []) for i in range(AT_ONCE + 3)))
    app_stage.wake()
    app_stage.show(LIST)
    assert len(shown(app_stage)) == AT_ONCE
    app_stage.tap("Показать ещё")
    assert len(shown(app_stage)) == AT_ONCE + 3
    assert not app_stage.driver.has("Показать ещё")


def test_a_vacancy_past_its_last_day_is_gone(app_stage: AppStage) -> None:
    today = app_stage.kiosk.today
    furnish(
        app_stage,
        vacancy("old", [], until=today - dt.timedelta(days=1)),
        vacancy("last", [], until=today),
    )
    app_stage.wake()
    app_stage.show(LIST)
    assert shown(app_stage) == ["last"]


def test_without_vacancies_there_is_still_somebody_to_ask(app_stage: AppStage) -> None:
    furnish(app_stage)
    app_stage.wake()
    app_stage.show(LIST)
    assert "Сейчас вакансий нет" in texts(app_stage)
    app_stage.tap("Консультация для людей с ОВЗ")
    assert app_stage.screen == "signup.start"


def test_a_vacancy_that_has_gone_leads_back_to_the_list(board: AppStage) -> None:
    board.show(ONE, id="nothing")
    board.tap("Показать все вакансии")
    assert board.screen == LIST


def test_a_phone_reads_the_way_to_a_consultation(
    enrolled: AppStage, centre: CentreDouble, tmp_path: Path
) -> None:
    furnish(enrolled, vacancy("a", ["remote"]))
    enrolled.wake()
    enrolled.show(LIST)
    enrolled.tap("Работа a, Смоленск. Условия: Удалённо. Открыть вакансию.")
    assert enrolled.screen == ONE
    code = next(one for one in enrolled.kiosk.frame.walk() if isinstance(one, QrCode))
    scroller = enrolled.page.scroller
    scroller.offset = scroller.reach
    enrolled.driver.frames.quiet()
    picture = Image.open(enrolled.stage.picture(tmp_path / "seen.png"))
    assert [one.text for one in zxingcpp.read_barcodes(picture)] == [code.address]
    assert "consultation-access" in repr(_read(code.address, enrolled))


def _read(address: str, app: AppStage) -> object:
    key = app.kiosk.machine.signing_key()
    assert key is not None
    return tokens.read(address.split("#")[1], lambda _kiosk: key.public_key().public_bytes_raw())


def test_a_kiosk_not_enrolled_gives_the_contact_alone(board: AppStage) -> None:
    board.show(ONE, id="a")
    assert not [one for one in board.kiosk.frame.walk() if isinstance(one, QrCode)]
    contact = board.kiosk.machine.library.pack.contact
    assert contact.name.ru.split()[0] in texts(board)


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=str)
def test_both_screens_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, centre: CentreDouble, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found = []
    with switched_on(stage, tmp_path / "kiosk", centre, pin="2468") as app:
        app.wake()
        for lang in ("ru", "en"):
            app.kiosk.set_language(lang)
            app.kiosk.set_modes(frozenset({mode} if mode else ()))
            app.show(LIST)
            found += [f"{lang} {LIST}: {one}" for one in faults(app.kiosk.frame)]
            longest = max(
                app.kiosk.machine.library.every(Vacancy), key=lambda one: len(one.does.say(lang))
            )
            app.show(ONE, id=longest.id)
            found += [f"{lang} {ONE}: {one}" for one in faults(app.kiosk.frame)]
    assert found == []
    assert theme.lang == "ru"
