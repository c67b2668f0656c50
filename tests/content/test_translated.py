"""A Russian text that changed takes its English with it, and nobody is ever stuck."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from content.cli import main
from content.model import Text
from content.problems import Problem
from content.translated import FILE, confirm, is_stale, pair
from tests.content.conftest import PROJECT, Desk

CLUSTER = "exhibition/clusters/factory.yaml"
CONFIRMED = FILE.as_posix()
words = st.text("абвab ", min_size=1, max_size=12)
saids = st.dictionaries(
    st.sampled_from(["professions/a", "clusters/b", "sources"]),
    st.dictionaries(st.sampled_from(["day", "likes[0]"]), st.builds(Text, words, words)),
)


def translated(desk: Desk, *words: str) -> Result:
    return CliRunner().invoke(main, ["--content", str(desk.places.root), "translated", *words])


def errors(desk: Desk) -> list[Problem]:
    return [problem for problem in desk.problems() if not problem.warning]


@pytest.fixture(name="confirmed")
def _confirmed(desk: Desk) -> Desk:
    assert translated(desk).exit_code == 0
    return desk


def test_a_desk_where_nothing_was_ever_confirmed_is_left_alone(desk: Desk) -> None:
    assert desk.problems() == []


def test_confirmed_translations_are_quiet(confirmed: Desk) -> None:
    assert confirmed.problems() == []


def test_a_russian_text_that_changed_alone_is_an_error_by_file_line_and_field(
    confirmed: Desk,
) -> None:
    line = confirmed.change(CLUSTER, "Станки и детали.", "Станки и точные детали.")
    (problem,) = confirmed.problems()
    assert (problem.file, problem.line, problem.field) == (CLUSTER, line, "makes.en")
    assert "а английский остался прежним" in problem.text
    assert "content translated clusters/factory" in problem.text


def test_a_source_that_changed_alone_is_found_as_well(confirmed: Desk) -> None:
    sources = "exhibition/sources.yaml"
    confirmed.change(sources, "Образцовая страница", "Пробная страница")
    (problem,) = confirmed.problems()
    assert (problem.file, problem.text.split(":")[0]) == (
        sources,
        "русский текст изменился, а английский остался прежним",
    )


def test_a_text_changed_in_both_languages_only_asks_to_be_confirmed(confirmed: Desk) -> None:
    confirmed.change(CLUSTER, "Станки и детали.", "Станки.")
    assert errors(confirmed) != []
    confirmed.change(CLUSTER, "Machine tools and what they make.", "Machine tools.")
    (problem,) = confirmed.problems()
    assert problem.warning
    assert "clusters/factory" in problem.text
    assert translated(confirmed).exit_code == 0
    assert confirmed.problems() == []


def test_what_is_stale_is_not_confirmed_by_the_way_but_by_its_name(confirmed: Desk) -> None:
    confirmed.change(CLUSTER, "Станки и детали.", "Станки и детали")
    said = translated(confirmed)
    assert "Ждёт перевода: clusters/factory" in said.stdout
    assert len(errors(confirmed)) == 1
    assert translated(confirmed, "clusters/factory").exit_code == 0
    assert confirmed.problems() == []


def test_everything_can_be_confirmed_at_once(confirmed: Desk) -> None:
    confirmed.change(CLUSTER, "Станки и детали.", "Станки и детали")
    assert translated(confirmed, "--all").exit_code == 0
    assert confirmed.problems() == []


def test_a_thing_nobody_wrote_cannot_be_confirmed(confirmed: Desk) -> None:
    said = translated(confirmed, "clusters/atlantis")
    assert said.exit_code == 2
    assert "clusters/atlantis" in said.stderr


def test_a_damaged_record_is_said_and_kept(confirmed: Desk) -> None:
    confirmed.write(CONFIRMED, b"{")
    (problem,) = confirmed.problems()
    assert problem.file == CONFIRMED
    assert "файл повреждён" in problem.text
    assert translated(confirmed).exit_code == 1
    assert confirmed.path(CONFIRMED).read_bytes() == b"{"


def test_confirming_twice_changes_no_byte(confirmed: Desk) -> None:
    before = confirmed.path(CONFIRMED).read_bytes()
    translated(confirmed)
    assert confirmed.path(CONFIRMED).read_bytes() == before


@given(saids)
def test_what_was_confirmed_is_never_stale_and_nothing_else_is_kept(
    said: dict[str, dict[str, Text]],
) -> None:
    record = confirm({"programmes/gone": {"name": "0 1"}}, said)
    assert record == {
        id: {path: pair(text) for path, text in fields.items()}
        for id, fields in said.items()
        if fields
    }


@given(st.builds(Text, words, words), words, words)
def test_stale_is_russian_that_moved_and_english_that_did_not(old: Text, ru: str, en: str) -> None:
    def same(one: str, other: str) -> bool:
        return one.split() == other.split()

    assert is_stale(Text(ru, en), pair(old)) == (not same(ru, old.ru) and same(en, old.en))


def test_typography_needs_no_translator() -> None:
    text = Text("Машиностроение и лён\n", "Engineering and flax")
    set_anew = Text("Машино\u00adстроение и\u00a0лён", "Engineering and flax")
    assert not is_stale(set_anew, pair(text))
    assert pair(set_anew) == pair(text)


def test_the_exhibition_has_confirmed_its_translations() -> None:
    assert (PROJECT / "content" / FILE).is_file()
