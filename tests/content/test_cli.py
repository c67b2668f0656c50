"""The command's outputs and exit codes are a contract with scripts and people."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from content.cli import main
from tests.content.conftest import GOOD, PROJECT

KEYS = [
    *("clusters", "employers", "colleges", "professions", "competences", "championships"),
    *("programmes", "events", "vacancies", "stands", "exhibits", "challenges"),
    *("games", "levels", "selftests", "items", "clips", "languages"),
]


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--content", str(root), *words])


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "content")
    shutil.copytree(PROJECT / "content" / "assets", tmp_path / "content" / "assets")
    return tmp_path / "content"


def _spoil(root: Path) -> None:
    file = root / "exhibition" / "colleges" / "college.yaml"
    file.write_text(file.read_text("utf-8").replace("year: 2024", "year: давно"), "utf-8")


def test_check_is_quiet_and_0_on_good_content(root: Path) -> None:
    done = run(root, "check")
    assert (done.exit_code, done.stderr) == (0, "")


def test_check_names_the_place_on_stderr_and_exits_1(root: Path) -> None:
    _spoil(root)
    done = run(root, "check")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == (
        "exhibition/colleges/college.yaml:7 year: «давно» — не целое число"
    )


def test_a_warning_does_not_fail_the_check(root: Path) -> None:
    file = root / "exhibition" / "clusters" / "garden.yaml"
    file.write_text(file.read_text("utf-8").replace("en: Gardens}", "en: Сады}"), "utf-8")
    done = run(root, "check")
    assert done.exit_code == 0
    assert "предупреждение: русские буквы" in done.stderr


def test_sources_lists_every_figure_with_its_year_and_every_unchecked_entry(root: Path) -> None:
    lines = run(root, "check", "--sources").stdout.splitlines()
    assert lines[:9] == [
        "Цифры:",
        "  9000 — гостей за год (2019; Образцовая страница, взятая для проверки) "
        "exhibition/clusters/factory.yaml:17",
        "  12 — мастеров (2019; Образцовая страница, взятая для проверки) "
        "exhibition/movements/skills.yaml:16",
        "  9000+ — участников (2019; Образцовая страница, взятая для проверки) "
        "exhibition/programmes/all.yaml:12",
        "Не проверено:",
        "  Сады и поля (garden; GK) exhibition/clusters/garden.yaml:1",
        "  Садовник (gardener; GK) exhibition/professions/all.yaml:19",
        "  Правила (skills; GK) exhibition/movements/skills.yaml:20",
        "content check: ошибок нет, предупреждений: 0",
    ]


def test_build_prints_the_pack_last_and_takes_its_moment_from_outside(
    root: Path, tmp_path: Path
) -> None:
    words = ["--content", str(root), "build", "--out", str(tmp_path / "out")]
    runs = [
        CliRunner().invoke(main, [*words, "--built-at", "2026-11-23T12:00:00"]),
        CliRunner().invoke(main, words, env={"SOURCE_DATE_EPOCH": "1795435200"}),
    ]
    assert [done.exit_code for done in runs] == [0, 0]
    folders = [Path(done.stdout.splitlines()[-1]) for done in runs]
    assert folders[0] == folders[1]
    manifest = json.loads((folders[0] / "manifest.json").read_bytes())
    assert manifest["built_at"] == "2026-11-23T12:00:00+00:00"


def test_build_of_faulty_content_names_the_place_and_exits_1(root: Path, tmp_path: Path) -> None:
    _spoil(root)
    done = run(root, "build", "--out", str(tmp_path / "out"))
    assert done.exit_code == 1
    assert "college.yaml:7 year" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [["build", "--built-at", "вчера"], ["build", "--in"], ["bild"]])
def test_wrong_usage_is_2(root: Path, words: list[str]) -> None:
    assert run(root, *words).exit_code == 2


def test_stats_is_one_line_of_counts(root: Path) -> None:
    done = run(root, "stats", "--json")
    counts = json.loads(done.stdout.splitlines()[-1])
    assert list(counts) == KEYS
    assert counts | {"clusters": 2, "professions": 2, "events": 3, "languages": 2} == counts
    assert all(type(value) is int for value in counts.values())
    assert counts["games"] == 0
