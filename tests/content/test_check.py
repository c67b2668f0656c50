"""Every rule catches its fault and names the file, the line and the field of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.check import check
from content.nodes import MAX_BYTES
from content.places import Places
from content.rules import RULES
from tests.content.conftest import PROJECT, Desk

AUDIENCES = "exhibition/audiences/all.yaml"
CLUSTER = "exhibition/clusters/factory.yaml"
STORY = "exhibition/clusters/garden.yaml"
COLLEGE = "exhibition/colleges/college.yaml"
EMPLOYER = "exhibition/employers/plant.yaml"
PROFESSIONS = "exhibition/professions/all.yaml"
PROGRAMMES = "exhibition/programmes/all.yaml"
EVENTS = "exhibition/events/all.yaml"
MOVEMENT = "exhibition/movements/skills.yaml"
CONSENT = "exhibition/consents/signup.yaml"
TOWNS = "exhibition/towns.yaml"
CONTACT = "exhibition/contact.yaml"
PICTURES = "assets/pictures.yaml"
BOXES = "assets/boxes.yaml"

LIKE = "{ru: тишину цеха, en: the quiet of a workshop}"
AGREED = "    Я согласен на запись.\n\n    Согласие можно отозвать.\n"

# file, what is there, what is written instead, the field named, a part of what is said, and the
# line where it is not the one the new text begins on
FAULTS: list[tuple[str, str, str, str, str] | tuple[str, str, str, str, str, int]] = [
    # what is written is not what the type says
    (COLLEGE, "short:", "shrot:", "shrot", "неизвестное поле; может быть, «short»?"),
    (COLLEGE, "year: 2024", "year: давно", "year", "не целое число"),
    (COLLEGE, "year: 2024", "year: 0x1F", "year", "не целое число"),
    (COLLEGE, "town: smolensk", "town: [smolensk]", "town", "а не список"),
    (COLLEGE, "town: smolensk", "town: smolensk\ntown: vyazma", "town", "написано дважды", 5),
    (EMPLOYER, "towns: [smolensk]", "towns: smolensk", "towns", "нужен список"),
    (EMPLOYER, "towns: [smolensk]", "towns: [[smolensk]]", "towns[0]", "а не список"),
    (CLUSTER, "kind: professionalitet", "kind: cluster", "kind", "можно: professionalitet, story"),
    (CLUSTER, "lead: {ru: Здесь", "lead: {en: Здесь", "lead.en", "написано дважды"),
    (CLUSTER, "picture: gear", "picture:", "picture", "пусто"),
    (STORY, "checked: false", "checked: нет", "checked", "не true или false"),
    (EVENTS, "date: 2026-12-20", "date: 2026-13-20", "date", "не дата"),
    (EVENTS, "date: 2026-12-20", "date: завтра", "date", "не дата"),
    (TOWNS, "lon: 34.295", "lon: восток", "lon", "не число"),
    # texts
    (CLUSTER, "en: Sample cluster}", "en: ''}", "name.en", "английский текст пуст"),
    (CLUSTER, "{ru: Образцовый кластер,", '{ru: " ",', "name.ru", "русский текст пуст"),
    (CLUSTER, "en: Sample cluster}", "english: Sample}", "name.en", "нет английского текста"),
    (CLUSTER, "source: S1\nfigures", 'source: ""\nfigures', "source", "пусто"),
    (CLUSTER, "{ru: Станки и детали.", '{ru: "<b>Станки</b>"', "makes.ru", "разметка «<»"),
    (CLUSTER, "{ru: Станки и детали.", '{ru: "[b]Станки[/b]"', "makes.ru", "разметка «[b]»"),
    (CLUSTER, "{ru: Станки и детали.", '{ru: "Станки&nbsp;тут"', "makes.ru", "разметка «&nbsp;»"),
    (CLUSTER, "{ru: Станки и детали.", '{ru: "Стан\\aки"', "makes.ru", "U+0007"),
    (CLUSTER, "{ru: Станки и детали.", '{ru: "Стан\\u200bки"', "makes.ru", "U+200B"),
    (CLUSTER, "{ru: Станки и детали.", '{ru: "Станки 漢"', "makes.ru", "шрифт не рисует: 漢"),
    (CLUSTER, "en: Sample cluster}", "en: Клaстер}", "name.en", "русские буквы"),
    (CONSENT, f"  ru: |\n{AGREED}", '  ru: ""\n', "text.ru", "русский текст пуст"),
    # facts
    (CLUSTER, "    source: S1", "    source: S9", "figures[0].source", "источника «S9» нет"),
    (CLUSTER, "    source: S1", "    source: GK", "figures[0].source", "а не GK"),
    (CLUSTER, "    source: S1\n", "", "figures[0].source", "поля нет", 17),
    (CLUSTER, "    year: 2019", "", "figures[0].year", "поля нет", 17),
    (CLUSTER, "    year: 2019", "    year: 19", "figures[0].year", "не похож на год"),
    (CONTACT, "source: S1", "source: S1, S8", "source", "источника «S8» нет"),
    (STORY, "checked: false", "checked: true", "source", "помечают checked: false", 12),
    (STORY, "{ru: Яблоки и лён.", "{ru: 40 яблонь.", "makes.ru", "число 40 без источника"),
    (PROFESSIONS, "{ru: Сажает деревья.,", "{ru: За 8 часов.,", "day.ru", "число 8"),
    (MOVEMENT, "        source: S1", "        source: S9", "chapters[0].figures[0].source", "«S9»"),
    (MOVEMENT, "        year: 2019", "        year: 19", "chapters[0].figures[0].year", "на год"),
    (MOVEMENT, "source: S1\n    year", "source: S9\n    year", "chapters[0].source", "«S9»"),
    (MOVEMENT, "checked: false", "checked: true", "chapters[1].source", "checked: false", 23),
    (MOVEMENT, "{ru: Судят честно.", "{ru: Судят 5 судей.", "chapters[1].text.ru", "число 5"),
    # references
    (TOWNS, "- [smolensk, vyazma]", "- [smolensk, moscow]", "b", "нет города «moscow»"),
    (TOWNS, "- [smolensk, vyazma]", "- [vyazma, vyazma]", "b", "в него же"),
    (EMPLOYER, "towns: [smolensk]", "towns: [oryol]", "towns[0]", "нет города «oryol»"),
    (EMPLOYER, "[smolensk]", "[smolensk, smolensk]", "towns[1]", "уже названо"),
    (COLLEGE, "town: smolensk", "town: bryansk", "town", "нет города «bryansk»"),
    (CLUSTER, "home: smolensk", "home: minsk", "home", "нет города «minsk»"),
    (CLUSTER, "home: smolensk", "home: minsk", "home", "нет среди его городов"),
    (CLUSTER, "base: sample-college", "base: x", "base", "нет колледжа «x»"),
    (CLUSTER, "base: sample-college\n", "", "base", "должен быть базовый колледж", 1),
    (CLUSTER, "home: smolensk", "home: smolensk\npartners: [x]", "partners[0]", "нет колледжа", 12),
    (CLUSTER, "[sample-plant]", "[x]", "employers[0]", "нет работодателя «x»"),
    (CLUSTER, "professions: [turner]", "professions: [x]", "professions[0]", "нет профессии «x»"),
    (PROFESSIONS, "clusters: [factory]", "clusters: [x]", "clusters[0]", "нет кластера «x»"),
    (PROFESSIONS, "[sample-college]", "[x]", "colleges[0]", "нет колледжа «x»"),
    (PROGRAMMES, "event: open-day", "event: x", "event", "нет события «x»"),
    (PROGRAMMES, "[pupil, adult]", "[pupil, pupil]", "audiences[1]", "уже названо"),
    (EVENTS, "programme: open-days", "programme: x", "programme", "нет программы «x»"),
    (EVENTS, "cluster: factory", "cluster: x", "cluster", "нет кластера «x»"),
    (EVENTS, "id: fair\n", "id: open-day\n", "id", f"уже есть: {EVENTS}:1"),
    (EVENTS, "id: fair\n", "id: Ярмарка\n", "id", "латинских букв"),
    # shapes
    (PROFESSIONS, "code: 15.01.29", "code: 15.1.29", "code", "нужен вид 15.02.16"),
    (PROFESSIONS, "code: 15.01.29", "code: 15.02.29", "kind", "это speciality", 5),
    (PROFESSIONS, "code: 15.01.29", "code: 15.03.29", "kind", "не профессия", 5),
    (TOWNS, "lat: 55.2103", "lat: 52.2103", "lat", "вне области"),
    (TOWNS, "lat: 55.2103", "lat: 1.0e+400", "lat", "вне области"),
    (TOWNS, "rank: 2", "rank: 5", "rank", "бывает 1, 2 или 3"),
    (TOWNS, "rank: 2", "rank: 1", "rank", "он один"),
    (CLUSTER, 'hue: "#4A6CF7"', "hue: blue", "hue", "цвет пишут"),
    (AUDIENCES, 'tile: "#FFE2B8"', 'tile: "#FFE"', "tile", "цвет пишут"),
    (AUDIENCES, "order: 6", "order: 5", "order", "такой order уже есть"),
    (PROFESSIONS, "riasec: RC", "riasec: RR", "riasec", "разных букв"),
    (PROFESSIONS, "klimov: [technics]", "klimov: []", "klimov", "хотя бы один"),
    (PROFESSIONS, f"    - {LIKE}\n", "", "likes", "три или", 12),
    # events
    (EVENTS, "in_days: 5", "in_days: 5\n  date: 2026-12-01", "in_days", "оставьте одно"),
    (EVENTS, "  in_days: 5\n", "", "sample", "образцу нужен in_days", 12),
    (EVENTS, "  sample: true\n", "", "in_days", "только у образцов", 9),
    (EVENTS, "in_days: 5", "in_days: -1", "in_days", "нужно от 0 до 365"),
    (EVENTS, "time: 10:30", "time: 24:00", "time", "время пишут как 09:30"),
    (EVENTS, "time: 10:30", "time: 9:30", "time", "время пишут как 09:30"),
    (EVENTS, "  date: 2026-12-20\n", "", "time", "дня нет"),
    (EVENTS, "minutes: 90", "minutes: 0", "minutes", "нужно от 5"),
    (EVENTS, "minutes: 90", "minutes: 90\n  seats: 0", "seats", "нужно от 1", 12),
    (EVENTS, "audiences: [pupil]", "audiences: []", "audiences", "хотя бы одну"),
    # looks
    (CLUSTER, "picture: gear", "picture: geer", "picture", "нет картинки «geer»"),
    (
        PICTURES,
        "  - house\n  - counterclockwise-arrows-button\n",
        "  - half-moon\n",
        "ui[0]",
        "нет картинки «half-moon»",
    ),
    (PICTURES, "[144]", "[8]", "atlases.tiles.sizes", "от 16 до 1024"),
    (
        PICTURES,
        "sizes: [360]\n    width: 728",
        "sizes: [360]\n    width: 300",
        "atlases.heroes",
        "не помещается",
    ),
    (
        PICTURES,
        "[clusters, heroic]",
        "[towns]",
        "atlases.heroes.of[0]",
        "«towns» не подходит",
    ),
    (BOXES, "event.title:", "event.titel:", "event.titel", "нет такого поля"),
    (
        BOXES,
        "2, font: Onest-Bold, size: 40",
        "2, font: Arial, size: 40",
        "profession.title.font",
        "можно: Onest-Regular",
    ),
    (BOXES, "width: 390", "width: 0", "audience.name", "рамки невозможны"),
    (
        PROFESSIONS,
        "title: {ru: Токарь,",
        "title: {ru: Токарь и ещё очень длинное название того же самого дела для всех подряд,",
        "title.ru",
        "помещается 2: сократите",
    ),
    (CLUSTER, "en: Machine building}", "en: Machinebuildingism}", "title.en", "слово шире строки"),
    (CLUSTER, "en: Machine building}", 'en: "Machine\\u202fok"}', "title.en", "шрифт заголовка"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[3]} {fault[4]}"[:48])
def test_a_fault_is_named_by_file_line_and_field(desk: Desk, fault: tuple[str, ...]) -> None:
    file, old, new, field, said, *elsewhere = fault
    line = desk.change(file, old, new)
    found = [p for p in desk.problems() if said in p.text]
    assert [(p.file, p.line, p.field) for p in found] == [(file, *(elsewhere or [line]), field)]


def test_six_audiences_and_a_consent_must_be_there(desk: Desk) -> None:
    desk.change(AUDIENCES, "id: access", "id: senior")
    desk.path(CONSENT).unlink()
    said = [problem.text for problem in desk.problems()]
    assert "нет аудитории «access»" in said
    assert "нет ни одного согласия: запись невозможна" in said


def test_good_content_has_no_problems(desk: Desk) -> None:
    assert desk.problems() == []


def test_the_real_exhibition_passes() -> None:
    assert [str(problem) for problem in check(Places.of(PROJECT)).errors] == []


def test_no_rule_is_forgotten() -> None:
    modules = (PROJECT / "content" / "rules").glob("*.py")
    written = {
        line.removeprefix("def ").partition("(")[0]
        for module in modules
        for line in module.read_text("utf-8").splitlines()
        if line.startswith("def ") and "-> Iterator[Problem]" in line and "(matter: Matter)" in line
    }
    assert {rule.__name__ for rule in RULES} == {name for name in written if name[0] != "_"}


@pytest.mark.parametrize("file", [TOWNS, CONTACT, "exhibition/sources.yaml", PICTURES, BOXES])
def test_a_file_that_must_be_there_is_missed(desk: Desk, file: str) -> None:
    desk.path(file).unlink()
    assert (file, "файла нет, а он нужен") in [(p.file, p.text) for p in desk.problems()]


@pytest.mark.parametrize("file", [TOWNS, "exhibition/sources.yaml", COLLEGE, AUDIENCES])
def test_an_unreadable_file_is_one_problem_not_a_hundred(desk: Desk, file: str) -> None:
    desk.write(file, "towns: [")
    assert [p.file for p in desk.problems()] == [file]


def test_an_entry_with_a_fault_is_not_also_a_dangling_reference(desk: Desk) -> None:
    desk.change(COLLEGE, "year: 2024", "year: много")
    assert [p.field for p in desk.problems()] == ["year"]


@pytest.mark.parametrize("file", ["exhibition/events/new.yml", "exhibition/evnts/new.yaml"])
def test_a_file_nobody_reads_is_named(desk: Desk, file: str) -> None:
    desk.write(file, "id: lost")
    assert [(p.file, "никто не читает" in p.text) for p in desk.problems()] == [(file, True)]


@pytest.mark.parametrize(
    ("content", "said", "line"),
    [
        (b"", "файл пуст", 1),
        (b"# only a comment\n", "файл пуст", 1),
        (b"id: \xff\n", "не в UTF-8", 1),
        (b"id: a\nname: \x07\n", "символ", 2),
        (b"id: a\n  b: c\n", "YAML", 2),
        (b"--- a\n--- b\n", "YAML", 2),
        (b"id: &a b\nname: *a\n", "ссылки YAML", 1),
        (b"id: a\nx: !!python/object/apply:os.system [true]\n", "метки YAML", 2),
        (b"[" * 100 + b"]" * 100, "вложенность", 1),
        (b"[" * 100_000, "вложенность", 1),
        (b"x" * (MAX_BYTES + 1), "длиннее", 1),
    ],
)
def test_bytes_that_are_not_our_yaml_are_refused(
    desk: Desk, content: bytes, said: str, line: int
) -> None:
    desk.write("exhibition/events/bad.yaml", content)
    assert [
        (p.line, p.field) for p in desk.problems() if p.file.endswith("bad.yaml") and said in p.text
    ] == [(line, "")]


def test_without_packages_the_check_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    places = Places(desk.places.root, tmp_path / "nowhere", tmp_path / "cache", tmp_path / "out")
    assert ["make setup" in problem.text for problem in check(places).problems] == [True]


def test_a_number_in_an_official_name_needs_no_source(desk: Desk) -> None:
    desk.change(PROFESSIONS, "ru: Мастер садово-паркового", "ru: Мастер 2-го разряда")
    assert desk.problems() == []


def test_unquoted_times_and_versions_are_read_as_written(desk: Desk) -> None:
    desk.change(CONSENT, 'version: "1"', "version: 1.10")
    from content.loading import load
    from content.model import Consent, Event

    exhibition = load(desk.places.root)
    assert exhibition.values(Consent)[0].version == "1.10"
    assert exhibition.values(Event)[0].time == "10:30"
