"""What an author may get wrong in the hall is said by file, line and field; plates are printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from qrcode.main import QRCode

from content.cli import main
from content.places import Places
from content.stand_link import stand_address
from tests.content.conftest import Desk

HALL = "exhibition/halls/hall.yaml"
STANDS = "exhibition/stands/stands.yaml"
AUDIENCES = ("preschool", "pupil", "student", "adult", "senior", "access")
ROUTES = "\n".join(
    f"  - {{audience: {one}, name: {{ru: Путь, en: Walk}}, stands: [one, two], minutes: 20}}"
    for one in AUDIENCES
)
PLAN = f"""\
id: hall
name: {{ru: Зал, en: Hall}}
width: 10
depth: 6
entrance: {{x: 5, y: 0}}
kiosk: {{x: 5, y: 3}}
routes:
{ROUTES}
sample: true
"""
STAND = """\
- id: {id}
  hall: hall
  number: {number}
  name: {{ru: "Стенд {number}", en: "Stand {number}"}}
  lead: {{ru: Потрогайте, en: Touch it}}
  picture: star
  hue: "#4A6CF7"
  x: {x}
  y: 1
  width: 2
  depth: 1
  {about}
"""
TWO = STAND.format(id="one", number=1, x=1, about="cluster: factory") + STAND.format(
    id="two", number=2, x=7, about="screen: exhibition.events"
)


@pytest.fixture
def hall(desk: Desk) -> Desk:
    """A good hall of two stands."""
    desk.write(HALL, PLAN)
    desk.write(STANDS, TWO)
    return desk


def test_a_good_hall_has_nothing_to_mend(hall: Desk) -> None:
    assert [one for one in hall.problems() if one.file in (HALL, STANDS)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "words"),
    [
        (STANDS, "  x: 1\n", "  x: 9\n", "x", "выходит за стены"),
        (STANDS, "  x: 1\n", "  x: -1\n", "x", "выходит за стены"),
        (STANDS, "  x: 1\n", "  x: .nan\n", "x", ""),
        (STANDS, "  x: 7\n", "  x: 2.5\n", "x", "стоит на стенде «one»"),
        (STANDS, "  number: 2\n", "  number: 1\n", "number", "номер 1 уже у «one»"),
        (STANDS, "  number: 2\n", "  number: 0\n", "number", "с единицы"),
        (STANDS, "screen: exhibition.events", "screen: exhibition.no", "screen", "нет экрана"),
        (STANDS, "screen: exhibition.events", "screen: ../cli", "screen", "нет экрана"),
        (STANDS, "  screen: exhibition.events\n", "", "cluster", "нужно что-то одно"),
        (STANDS, "cluster: factory", "cluster: nowhere", "cluster", "нет кластера"),
        (HALL, "kiosk: {x: 5, y: 3}", "kiosk: {x: 2, y: 1.5}", "", "на месте киоска"),
        (HALL, "kiosk: {x: 5, y: 3}", "kiosk: {x: 5, y: 7}", "kiosk", "вне зала"),
        (HALL, "entrance: {x: 5, y: 0}", "entrance: {x: -2, y: 0}", "entrance", "вне зала"),
        (HALL, "width: 10", "width: 1000", "width", "сторона зала"),
        (HALL, "width: 10", "width: .inf", "width", ""),
        (HALL, "pupil, name: {ru: Путь, en: Walk}, stands: [one, two]",
         "pupil, name: {ru: Путь, en: Walk}, stands: [one, one]", "routes[1].stands[1]", "уже"),
        (HALL, "pupil, name: {ru: Путь, en: Walk}, stands: [one, two]",
         "pupil, name: {ru: Путь, en: Walk}, stands: [gone]", "routes[1].stands[0]", "нет стенда"),
        (HALL, "pupil, name: {ru: Путь, en: Walk}, stands: [one, two]",
         "pupil, name: {ru: Путь, en: Walk}, stands: []", "routes[1].stands", "ни одного"),
        (HALL, "audience: senior", "audience: pupil", "routes[4].audience", "уже есть"),
    ],
)  # fmt: skip
def test_each_slip_is_named_where_it_is(
    hall: Desk, file: str, old: str, new: str, field: str, words: str
) -> None:
    hall.change(file, old, new)
    found = [one for one in hall.problems() if words in one.text and not one.warning]
    assert found, hall.problems()
    if field:
        assert field in {one.field for one in found}
        assert {one.file for one in found if one.field == field} == {file}


@pytest.mark.parametrize("minutes", [0, 91, -3])
def test_a_walk_takes_between_a_minute_and_an_hour_and_a_half(hall: Desk, minutes: int) -> None:
    text = hall.path(HALL).read_text("utf-8").replace("minutes: 20", f"minutes: {minutes}", 1)
    hall.write(HALL, text)
    (problem,) = [one for one in hall.problems() if one.field.endswith("minutes")]
    assert problem.field == "routes[0].minutes"
    assert "от 1 до 90" in problem.text


def test_an_audience_without_a_walk_is_a_warning(hall: Desk) -> None:
    lines = hall.path(HALL).read_text("utf-8").splitlines(keepends=True)
    hall.write(HALL, "".join(line for line in lines if "senior" not in line))
    (problem,) = [one for one in hall.problems() if one.file == HALL]
    assert problem.warning
    assert "senior" in problem.text


def test_the_project_s_own_hall_has_nothing_to_mend() -> None:
    from content.check import check

    places = Places.of(Path(__file__).parents[2])
    found = check(places).problems
    assert [one for one in found if "halls/" in one.file or "stands/" in one.file] == []


def test_a_plate_is_a6_and_its_code_says_the_stand_s_address(hall: Desk, tmp_path: Path) -> None:
    from content.check import check
    from content.model import Stand
    from content.plates import CODE, DPI, mm, write

    report = check(hall.places)
    stands = report.exhibition.values(Stand)
    pictures = report.matter.pictures
    assert pictures is not None
    files = write(stands, "https://centre.example/", tmp_path / "out", pictures,
                  hall.places.modules)  # fmt: skip
    assert [one.name for one in files] == ["01-one.png", "02-two.png", "stands.pdf"]
    assert (tmp_path / "out" / "stands.pdf").read_bytes().startswith(b"%PDF")
    for path, stand in zip(files, stands, strict=False):
        with Image.open(path) as plate:
            assert plate.size == (1240, 1748)
            assert round(plate.info["dpi"][0]) == DPI
            code = _code(stand_address("https://centre.example", stand.id))
            assert _holds(plate, code, mm(CODE)), "the code is not on the plate"


def _code(address: str) -> list[list[bool]]:
    code = QRCode(error_correction=0, border=4)
    code.add_data(address)
    code.make(fit=True)
    return [[bool(cell) for cell in row] for row in code.get_matrix()]


def _holds(plate: Image.Image, code: list[list[bool]], most: int) -> bool:
    """Whether the code lies on the plate as large as it may be, in whole dots a module."""
    step = most // len(code)
    side = step * len(code)
    drawn = Image.new("L", (len(code), len(code)))
    drawn.putdata([0 if cell else 255 for row in code for cell in row])
    wanted = drawn.resize((side, side), Image.Resampling.NEAREST).tobytes()
    grey = plate.convert("L")
    left, low = round(4 / 25.4 * 300), round(142 / 25.4 * 300)
    return grey.crop((left, low - side, left + side, low)).tobytes() == wanted


@pytest.mark.parametrize("url", ["centre.example", "file:///etc", ""])
def test_a_wrong_address_is_wrong_usage(tmp_path: Path, url: str) -> None:
    told = CliRunner().invoke(main, ["stands", "--out", str(tmp_path / "o"), "--public-url", url])
    assert told.exit_code == 2
    assert not (tmp_path / "o").exists()


def test_without_stands_nothing_is_printed(desk: Desk, tmp_path: Path) -> None:
    arguments = ["--content", str(desk.places.root), "stands", "--out", str(tmp_path / "o")]
    told = CliRunner().invoke(main, [*arguments, "--public-url", "https://centre.example"])
    assert told.exit_code == 1
    assert "нет стендов" in told.stderr
    assert not (tmp_path / "o").exists()


def test_the_command_prints_the_project_s_stands(hall: Desk, tmp_path: Path) -> None:
    arguments = ["--content", str(hall.places.root), "stands", "--out", str(tmp_path / "o")]
    told = CliRunner().invoke(main, [*arguments, "--public-url", "https://centre.example"])
    assert told.exit_code == 0, told.stderr
    assert {one.name for one in (tmp_path / "o").iterdir()} == {
        "01-one.png", "02-two.png", "stands.pdf",
    }  # fmt: skip
