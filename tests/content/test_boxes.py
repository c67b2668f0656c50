"""Labels are measured as they will be drawn: broken at spaces and soft hyphens, else refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from content.boxes import LabelBox, lines_of, undrawn
from content.fonts import FONTS, font_file
from content.places import Places
from tests.content.conftest import PROJECT

FONT = font_file(Places.of(PROJECT).modules, "Onest-Bold")
UNBOUNDED = font_file(Places.of(PROJECT).modules, "Unbounded-Bold")


def _box(width: float) -> LabelBox:
    return LabelBox(width, 9, "Onest-Bold", 40)


def test_a_line_breaks_at_a_space_and_at_a_soft_hyphen() -> None:
    assert lines_of("Сельское хозяй\u00adство", _box(2000), FONT) == ["Сельское хозяйство"]
    assert lines_of("Сельское хозяйство", _box(300), FONT) == ["Сельское", "хозяйство"]
    assert lines_of("Машино\u00adстроение", _box(300), FONT) == ["Машино-", "строение"]


def test_a_compound_word_breaks_after_its_hyphen_and_a_code_does_not() -> None:
    assert lines_of("плотник-бетонщик", _box(220), FONT) == ["плотник-", "бетонщик"]
    assert lines_of("по-но-ме", _box(2000), FONT) == ["по-но-ме"]
    assert lines_of("15-02-16-15", _box(90), FONT) is None


def test_a_fixed_space_does_not_break_a_line() -> None:
    assert lines_of("15\u00a0лет", _box(90), FONT) is None
    assert lines_of("15 лет", _box(90), FONT) == ["15", "лет"]


@pytest.mark.parametrize("text", ["Машиностроение", "очень Машиностроение"])
def test_a_word_wider_than_the_line_does_not_fit(text: str) -> None:
    assert lines_of(text, _box(200), FONT) is None


@given(st.text("аж \u00ad\n", max_size=40), st.floats(60, 500))
def test_no_line_is_wider_than_the_box_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = lines_of(text, _box(width), FONT)
    if lines is None:
        return
    face = ImageFont.truetype(FONT, 40, layout_engine=ImageFont.Layout.BASIC)
    assert all(face.getlength(line) <= width for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == text.replace("\u00ad", "").replace(" ", "").replace("\n", "")


@given(st.text("АВГТУАяжfo, .—«»-AVToWa1", max_size=30), st.sampled_from(sorted(FONTS)))
def test_the_fonts_have_no_kerning_the_measure_would_miss(text: str, name: str) -> None:
    font = font_file(Places.of(PROJECT).modules, name)
    face = ImageFont.truetype(font, 45, layout_engine=ImageFont.Layout.BASIC)
    assert sum(map(face.getlength, text)) == face.getlength(text)


def test_a_character_without_a_shape_is_found() -> None:
    assert undrawn("Щёлк «Жизнь» № 1 — 100\u00a0₽ строи\u00adтель", FONT) == ""
    assert undrawn("ок 漢\ufffe", FONT) == "漢\ufffe"
    assert undrawn("a\u202fb ✓", UNBOUNDED) == "\u202f✓"
