"""What columns a table has: the header people write, what it fills in, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from content.importing.names import plain
from content.model import Event, Struct, Vacancy

Reads = Literal[
    "line", "text", "date", "when", "time", "whole", "yes", "picture",
    "town", "conditions", "audiences", "profession", "programme", "cluster",
]  # fmt: skip
"""How a cell is read: ``line`` is a text without line ends, ``when`` a date or «в любое время»."""


@dataclass(frozen=True)
class Column:
    """One column. ``field`` is the path it fills in (``title.ru``); ``also`` are headers it may
    have instead of ``name``; ``hint`` is the comment on the template's header."""

    field: str
    name: str
    reads: Reads
    hint: str
    also: tuple[str, ...] = ()
    required: bool = True

    @property
    def headers(self) -> set[str]:
        """Every header it goes by, made plain."""
        return {plain(name) for name in (self.name, *self.also)}


def _said(
    field: str, name: str, english: str, hint: str, *also: str, reads: Reads = "line",
    required: bool = True,
) -> list[Column]:  # fmt: skip
    """A text in two languages: two columns."""
    second = [f"{one} {mark}" for one in (english, *also) for mark in ("(en)", "(англ.)")]
    return [
        Column(f"{field}.ru", name, reads, hint, (*also, english), required),
        Column(
            f"{field}.en", f"{name} (англ.)", reads,
            "То же по-английски. Киоск говорит на двух языках.", tuple(second), required,
        ),
    ]  # fmt: skip


_PICTURE = Column(
    "picture", "Картинка", "picture",
    "Можно не заполнять. Имя из набора Fluent Emoji: wrench, laptop, sewing-needle.",
    ("Picture",), required=False,
)  # fmt: skip

VACANCIES: list[Column] = [
    *_said("title", "Вакансия", "Title", "Кем работать: «Оператор колл-центра».",
           "Название вакансии", "Должность", "Vacancy"),
    *_said("employer", "Работодатель", "Employer", "Как называется организация.", "Организация"),
    Column("town", "Город", "town", "Город области из списка.", ("Town", "City")),
    Column("conditions", "Условия", "conditions",
           "Условия через запятую, из списка. О диагнозе не пишем.", ("Conditions",),
           required=False),
    *_said("does", "Что делать", "What one does", "Одно-два предложения своими словами.",
           "Обязанности", "Does", reads="text"),
    Column("until", "Показывать до", "date",
           "Последний день показа: 31.12.2026. Пусто — пока не уберёте.",
           ("Until", "Показывать по"), required=False),
    Column("profession", "Профессия", "profession",
           "Профессия киоска, если подходит: «Сварщик».", ("Profession",), required=False),
    _PICTURE,
]  # fmt: skip

EVENTS: list[Column] = [
    *_said("title", "Событие", "Title", "Как называется.", "Название", "Мероприятие", "Event"),
    *_said("lead", "Коротко", "Lead", "Одно предложение: зачем прийти.", "Описание"),
    *_said("place", "Место", "Place", "Где проходит.", "Адрес"),
    Column("audiences", "Аудитории", "audiences",
           "Плитки начального экрана через запятую; «все» — для всех.", ("Audiences",)),
    *_said("who", "Для кого", "Who", "Можно не заполнять: «7–11 класс».", required=False),
    Column("date", "Дата", "when", "31.12.2026 или «в любое время».", ("Date", "День")),
    Column("time", "Начало", "time", "Местное время: 09:30.", ("Time", "Время"), required=False),
    Column("minutes", "Минут", "whole", "Сколько длится.", ("Minutes", "Длительность, минут"),
           required=False),
    Column("seats", "Мест", "whole", "Сколько человек примут. Пусто — не сказано.",
           ("Seats", "Количество мест"), required=False),
    Column("classes", "Можно классом", "yes", "да или нет", ("Classes",), required=False),
    Column("fair", "На ярмарке", "yes", "да — событие видно и на выездном киоске.", ("Fair",),
           required=False),
    Column("programme", "Программа", "programme", "Программа Центра, если событие её.",
           ("Programme",), required=False),
    Column("cluster", "Кластер", "cluster", "Кластер, если событие о нём.", ("Cluster",),
           required=False),
    _PICTURE,
]  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """What may be imported. ``folder`` is its place in ``exhibition/``; ``same`` are the fields
    by which a row is known again at the next import."""

    folder: str
    type: type[Struct]
    title: str
    columns: list[Column]
    same: tuple[str, ...]


KINDS: dict[str, Kind] = {
    "vacancies": Kind(
        "vacancies", Vacancy, "Вакансии", VACANCIES, ("title.ru", "employer.ru", "town")
    ),
    "events": Kind(
        "events", Event, "События", EVENTS, ("title.ru", "place.ru", "date", "time")
    ),
}  # fmt: skip
"""The word of the command -> the kind."""

IGNORED = {"примечание", "примечания", "комментарий", "note", "notes"}
"""Headers of columns people keep for themselves."""


@cache
def every_header() -> frozenset[str]:
    """Every header of every kind, made plain."""
    found = {
        header for kind in KINDS.values() for column in kind.columns for header in column.headers
    }
    return frozenset(found | IGNORED)
