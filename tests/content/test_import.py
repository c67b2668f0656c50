"""A table is imported whole, or not at all, and whatever is wrong is named by its cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from content.build import build
from content.importing.bringing import Sifted, bring
from content.importing.writing import NotWritten
from content.library import Library
from content.loading import load
from content.model import Event, Vacancy
from tests.content.conftest import Desk
from tests.content.importing import (
    EVENTS,
    VACANCIES,
    WRITTEN,
    event,
    prepared,
    row,
    xlsx,
)


@pytest.fixture(name="desk")
def _conditions(desk: Desk) -> Desk:
    return prepared(desk)


def _vacancies(desk: Desk) -> list[Vacancy]:
    found = load(desk.places.root)
    assert found.problems == []
    return found.values(Vacancy)


def _bring(desk: Desk, path: Path, **how: Any) -> Sifted:
    return bring(desk.places, VACANCIES, path, **how)[0]


def test_good_rows_become_content_that_passes_the_check(desk: Desk, tmp_path: Path) -> None:
    rows = [
        row(until=dt.datetime(2026, 12, 31), profession="токарь", conditions="без шума; Remote"),
        row(title_ru="Швея", title_en="Seamstress", town="г. Вязьма", conditions=None),
    ]
    sifted, written = bring(desk.places, VACANCIES, xlsx(tmp_path / "t.xlsx", rows))
    assert (sifted.rejected, written) == (0, desk.path(WRITTEN))
    assert desk.problems() == []
    first, second = _vacancies(desk)
    assert (first.until, first.profession, first.picture) == (
        dt.date(2026, 12, 31), "turner", "wrench",
    )  # fmt: skip
    assert (first.conditions, second.conditions) == (["quiet", "remote"], [])
    assert (second.town, second.title.en, second.sample) == ("vyazma", "Seamstress", False)


def test_events_are_imported_with_their_day_hour_and_programme(desk: Desk, tmp_path: Path) -> None:
    rows = [
        event(date="20 декабря 2026 г.", time="9:30", minutes=90, seats="12", classes="да"),
        event(title_ru="Приём", title_en="Reception", date="в любое время", audiences="pupil"),
        event(date=46376, time=dt.time(14, 5), programme="open-days", cluster="factory"),
    ]
    header = [column.name for column in EVENTS.columns]
    bring(desk.places, EVENTS, xlsx(tmp_path / "t.xlsx", rows, header))
    assert desk.problems() == []
    made = load(desk.places.root).of(Event)
    first, second, third = (e.value for e in made if e.file.endswith("imported.yaml"))
    assert (first.date, first.time, first.minutes, first.seats, first.classes) == (
        dt.date(2026, 12, 20), "09:30", 90, 12, True,
    )  # fmt: skip
    assert len(first.audiences) == 6
    assert (second.date, second.audiences) == (None, ["pupil"])
    assert (third.date, third.time) == (dt.date(2026, 12, 20), "14:05")
    assert (third.programme, third.cluster) == ("open-days", "factory")


def test_an_import_takes_the_place_of_the_samples_in_the_pack(desk: Desk, tmp_path: Path) -> None:
    desk.write("assets/pictures.yaml", "atlases: {}\nui: [star]\n")
    sample = "- {id: s, title: {ru: О, en: S}, employer: {ru: О, en: S}, town: smolensk, "
    sample += "conditions: [], does: {ru: О, en: S}, picture: star, sample: true}\n"
    desk.write("exhibition/vacancies/samples.yaml", sample)

    def shown() -> list[str]:
        moment = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
        library = Library.open(build(desk.places, moment).folder)
        return [one.title.ru for one in library.every(Vacancy)]

    assert shown() == ["О"]
    _bring(desk, xlsx(tmp_path / "t.xlsx", [row()]))
    assert shown() == ["Оператор"]
    assert desk.path("exhibition/vacancies/samples.yaml").read_text("utf-8") == sample


def test_rows_keep_their_ids_when_moved_or_described_anew(desk: Desk, tmp_path: Path) -> None:
    rows = [row(), row(title_ru="Швея", title_en="Tailor"), row(conditions="Без шума")]
    _bring(desk, xlsx(tmp_path / "t.xlsx", rows))
    before = {one.title.ru: one.id for one in _vacancies(desk)[1:]}
    again = [row(title_ru="Швея", title_en="Tailor", does_ru="Шьёт."), row(conditions="Без шума")]
    _bring(desk, xlsx(tmp_path / "t.xlsx", again))
    after = {one.title.ru: one.id for one in _vacancies(desk)}
    assert after["Швея"] == before["Швея"]
    assert len({one.id for one in _vacancies(desk)}) == 2
    assert after["Оператор"] in before["Оператор"]


# what is written, the cell, the column, and a part of what is said
WRONG: list[tuple[dict[str, Any], str, str, str]] = [
    ({"town": "Смоленсг"}, "E2", "Город", "нет города «Смоленсг»; может быть, «Смоленск»?"),
    ({"town": "Париж"}, "E2", "Город", "нет города «Париж»"),
    ({"town": None}, "E2", "Город", "пусто"),
    ({"town": "=A1"}, "E2", "Город", "формула"),
    ({"town": "#N/A"}, "E2", "Город", "#N/A"),
    ({"conditions": "Удалённо, тихо-тихо"}, "F2", "Условия", "нет условия «тихо-тихо»"),
    ({"conditions": "Удалённо, remote"}, "F2", "Условия", "«remote» уже названо"),
    ({"title_en": " "}, "B2", "Вакансия (англ.)", "нет английского текста"),
    ({"title_en": "Оператор"}, "B2", "Вакансия (англ.)", "нужен английский"),
    ({"title_ru": "Оператор очень длинный " * 6}, "A2", "Вакансия", "сократите"),
    ({"title_ru": "Превысокомногорассмотрительствующий"}, "A2", "Вакансия", "слово шире строки"),
    ({"does_ru": "слово " * 500}, "G2", "Что делать", "можно до 2000"),
    ({"does_ru": "<b>Отвечает</b> людям."}, "G2", "Что делать", "разметка «<»"),
    ({"does_ru": "[b]Отвечает[/b] людям."}, "G2", "Что делать", "разметка «[b]»"),
    ({"does_ru": "Отвечает&nbsp;людям."}, "G2", "Что делать", "разметка «&nbsp;»"),
    ({"does_ru": "Отвечает\u200b людям."}, "G2", "Что делать", "U+200B"),
    ({"does_ru": "Отвечает 漢"}, "G2", "Что делать", "шрифт не рисует: 漢"),
    ({"does_ru": dt.date(2026, 12, 31)}, "G2", "Что делать", "нужен текст"),
    ({"until": "31.12.26"}, "I2", "Показывать до", "не дата"),
    ({"until": "30.02.2026"}, "I2", "Показывать до", "такого дня нет"),
    ({"until": "скоро"}, "I2", "Показывать до", "не дата"),
    ({"until": 46000.5}, "I2", "Показывать до", "не дата"),
    ({"until": 10}, "I2", "Показывать до", "такого года"),
    ({"until": True}, "I2", "Показывать до", "не дата"),
    ({"profession": "Волшебник"}, "J2", "Профессия", "нет профессии «Волшебник»"),
    ({"picture": "wrenhc"}, "K2", "Картинка", "может быть, «wrench»?"),
]


@pytest.mark.parametrize("fault", WRONG, ids=lambda fault: f"{fault[2]} {fault[3]}"[:40])
def test_a_fault_is_named_by_sheet_cell_and_column_and_nothing_is_written(
    desk: Desk, tmp_path: Path, fault: tuple[dict[str, Any], str, str, str]
) -> None:
    changed, cell, column, said = fault
    path = xlsx(tmp_path / "вакансии.xlsx", [row(**changed), row()])
    sifted, written = bring(desk.places, VACANCIES, path)
    assert (written, desk.path(WRITTEN).exists()) == (None, False)
    lines = [str(fault) for fault in sifted.faults]
    where = f"вакансии.xlsx, лист «Лист», {cell}. Строка 2, столбец «{column}»: "
    assert all(line.startswith(where) for line in lines)
    assert any(said in line for line in lines)
    assert (len(sifted.good), sifted.rejected) == (1, 1)


EVENT_WRONG: list[tuple[dict[str, Any], str]] = [
    ({"date": None}, "столбец «Дата»: пусто"),
    ({"time": "25:00"}, "столбец «Начало»: «25:00» — не время"),
    ({"minutes": 2}, "столбец «Минут»: 2 — нужно от 5"),
    ({"seats": "много"}, "столбец «Мест»: «много» — не целое число"),
    ({"audiences": "школьнеки"}, "столбец «Аудитории»: нет аудитории «школьнеки»"),
    ({"classes": "иногда"}, "столбец «Можно классом»: «иногда»"),
    ({"who_ru": "Все"}, "столбец «Для кого (англ.)»: нет английского текста"),
    ({"programme": "нет такой"}, "столбец «Программа»: нет программы"),
    ({"cluster": "нет такого"}, "столбец «Кластер»: нет кластера"),
]


@pytest.mark.parametrize("fault", EVENT_WRONG, ids=lambda fault: fault[1][9:40])
def test_an_event_s_fault_is_named(
    desk: Desk, tmp_path: Path, fault: tuple[dict[str, Any], str]
) -> None:
    header = [column.name for column in EVENTS.columns]
    path = xlsx(tmp_path / "t.xlsx", [event(**fault[0])], header)
    sifted, written = bring(desk.places, EVENTS, path)
    assert written is None
    assert [fault[1] in str(one) for one in sifted.faults] == [True]


def test_merged_cells_reject_the_rows_they_touch(desk: Desk, tmp_path: Path) -> None:
    rows = [row(), row(title_ru="Швея"), row(title_ru="Повар")]
    path = xlsx(tmp_path / "t.xlsx", rows, finish=lambda sheet: sheet.merge_cells("C2:C3"))
    sifted = _bring(desk, path, accept_good=True)
    assert {fault.spot.cell for fault in sifted.faults} == {"C2", "C3"}
    assert all("объединённые ячейки C2:C3" in fault.text for fault in sifted.faults)
    assert [one.title.ru for one in _vacancies(desk)] == ["Повар"]


def test_good_rows_are_written_when_one_says_so_and_the_old_ones_go(
    desk: Desk, tmp_path: Path
) -> None:
    _bring(desk, xlsx(tmp_path / "old.xlsx", [row(title_ru="Повар")]))
    bad = xlsx(tmp_path / "new.xlsx", [row(), row(town="Нигде"), row()])
    kept = desk.path(WRITTEN).read_bytes()
    _bring(desk, bad)
    assert desk.path(WRITTEN).read_bytes() == kept
    sifted = _bring(desk, bad, accept_good=True)
    assert [one.title.ru for one in _vacancies(desk)] == ["Оператор"]
    assert [str(fault.spot.row) for fault in sifted.faults] == ["3", "4"]
    assert "то же, что в строке 2" in sifted.faults[1].text


def test_a_disk_that_takes_nothing_leaves_the_old_import(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _bring(desk, xlsx(tmp_path / "t.xlsx", [row()]))
    kept = desk.path(WRITTEN).read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(NotWritten, match="не записан"):
        _bring(desk, xlsx(tmp_path / "t.xlsx", [row(title_ru="Повар")]))
    assert [path.name for path in desk.path(WRITTEN).parent.iterdir()] == ["imported.yaml"]
    assert desk.path(WRITTEN).read_bytes() == kept
