"""Invented contests, so that tests of championships hold whatever is published."""

from __future__ import annotations

from typing import Any

import msgspec

from content.library import Library
from content.model import (
    Championship,
    Chapter,
    Competence,
    Figure,
    Movement,
    Pack,
    Sector,
    Text,
)
from tests.screens.app_stage import AppStage


def _text(ru: str, en: str = "") -> Text:
    return Text(ru, en or f"In English: {len(ru)}")


MOVEMENTS = [
    Movement(
        id="worldskills",
        name=_text("WorldSkills", "WorldSkills"),
        lead=_text("Мастера из разных стран за одним столом", "Masters of many countries"),
        what=_text(
            "Состязание молодых мастеров со всего света. Задание одно на всех.", "A contest"
        ),
        picture="globe-with-meridians",
        hue="#4A6CF7",
        source="GK",
        order=1,
        chapters=[
            Chapter(
                title=_text("Как всё началось", "How it began"),
                text=_text("Сначала это был спор двух стран, чьи ученики искуснее.", "A dispute."),
                picture="scroll",
                source="GK",
                year=1950,
                figures=[
                    Figure(_text("72", "72"), _text("страны", "countries"), "S91", 2020),
                    Figure(_text("44", "44"), _text("школьника", "pupils"), "seed", 2019),
                ],
            )
        ],
    ),
    Movement(
        id="professionals",
        name=_text("«Профессионалы»", "Professionals"),
        lead=_text("Наш чемпионат: от области до финала", "Our own championship"),
        what=_text("Российское чемпионатное движение. Соревнуются студенты и юниоры.", "It is."),
        picture="trophy",
        hue="#D9482B",
        source="GK",
        order=2,
    ),
    Movement(
        id="abilympics",
        name=_text("«Абилимпикс»", "Abilympics"),
        lead=_text("Спорт мастерства для тех, кто сильнее обстоятельств", "A sport of skill"),
        what=_text("Состязание мастеров с инвалидностью. Судят по работе.", "A contest."),
        picture="glowing-star",
        hue="#2FA36B",
        source="GK",
        order=3,
    ),
]
SECTORS = [
    Sector(id, _text(ru, en), _text("Лучшие за работой", "The best at work"), picture, hue, "GK", n)
    for n, (id, ru, en, picture, hue) in enumerate(
        [
            ("construction", "Строительная сфера", "Construction", "factory", "#E88B2A"),
            ("ict", "Информационные и коммуникационные технологии", "ICT", "link", "#5B4BDB"),
            ("creative", "Творчество и дизайн", "Creative Arts", "star", "#C04AD9"),
            ("industry", "Промышленное производство", "Manufacturing", "package", "#4A6CF7"),
            ("services", "Сфера услуг", "Services", "bell", "#2FA36B"),
            ("transport", "Обслуживание гражданского транспорта", "Transport", "rocket", "#B4532A"),
        ]
    )
]
COMPETENCES = [
    Competence(
        id=id,
        name=_text(ru, en),
        sector="industry",
        movements=["worldskills", "professionals"],
        asks=_text("Собрать изделие по чертежу так, чтобы оно выдержало испытание.", "Make it."),
        expert=_text("Точность, порядок на рабочем месте, безопасность.", "Precision, order."),
        picture=picture,
        source="GK",
        region=region,
        professions=professions,
    )
    for id, ru, en, picture, region, professions in [
        ("welding", "Сварочные технологии", "Welding", "factory", True, ["welder"]),
        ("cnc", "Токарные работы на станках с ЧПУ", "CNC Turning", "package", True, []),
        ("mechatronics", "Мехатроника", "Mechatronics", "satellite-antenna", False, []),
    ]
]


def held(id: str, movement: str, year: int, level: str = "region", **more: Any) -> Championship:
    return Championship(
        id=id,
        movement=movement,
        level=level,  # type: ignore[arg-type]
        year=year,
        name=_text(f"Выдуманный чемпионат {id}", f"Invented championship {id}"),
        source=more.pop("source", "S101"),
        **more,
    )


CONTESTS = [
    held("p26", "professionals", 2026, participants=214, competences=40, venues=16),
    held("p25", "professionals", 2025, participants=204, competences=38, venues=18),
    held("w21", "worldskills", 2021, participants=225, competences=34, source="S106"),
    held("w20", "worldskills", 2020, venues=12),
    held("w19", "worldskills", 2019),
    held("w18", "worldskills", 2018, participants=154, competences=20),
    held(
        "w17",
        "worldskills",
        2017,
        participants=118,
        competences=15,
        place=_text("Смоленск", "Smolensk"),
        when=_text("13–17 февраля", "13-17 February"),
        note=_text("Приехали команды и из других областей.", "Teams came from elsewhere too."),
        source="S101, S113",
    ),
    held("a17", "abilympics", 2017, competences=6),
    held("a22", "abilympics", 2022, participants=89, competences=17),
    held("r13", "worldskills", 2013, "national", participants=310, competences=22),
]


def library_with(library: Library, **things: Any) -> Library:
    """The library with other contests in it."""
    pack: Pack = msgspec.structs.replace(library.pack, **things)
    return Library(pack, library.folder)


def furnish(app: AppStage) -> None:
    """Give the kiosk the invented contests."""
    machine = app.kiosk.machine
    machine._library = library_with(
        machine.library,
        movements=MOVEMENTS,
        sectors=SECTORS,
        competences=COMPETENCES,
        championships=CONTESTS,
    )
