"""Whatever lies in the files, the check answers with places and words, and never raises."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from content.check import check, sources
from content.loading import KINDS, SINGLES, load
from content.stats import count
from tests.content.conftest import GOOD, Desk, desk

FILES = [f"exhibition/{kind}/new.yaml" for kind in KINDS] + [f"exhibition/{n}" for n in SINGLES]
FILES += ["assets/pictures.yaml", "assets/boxes.yaml"]

TRICKS = [
    "",
    "~",
    "&a",
    "*a",
    "!!int x",
    "<<",
    "[b]",
    "\u00ad",
    "9" * 5000,
    ".nan",
    "-.inf",
    "0x",
    "яя",
]
WORDS = sorted({name for kind in KINDS.values() for name in kind.__struct_fields__} | {"ru", "en"})
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.text(max_size=12),
    st.sampled_from(TRICKS),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=5), inner, max_size=6),
    ),
    max_leaves=20,
)


def _survives(file: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        table: Desk = desk(Path(folder))
        table.write(file, content)
        report = check(table.places)
        for problem in report.problems:
            assert problem.text
            assert problem.line >= 1
            str(problem).encode()
        list(sources(report))
        count(report.exhibition)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_garbage_bytes(file: str, content: bytes) -> None:
    _survives(file, content)


@settings(max_examples=60)
@given(st.sampled_from(FILES), TREES)
def test_yaml_of_the_wrong_shape(file: str, tree: Any) -> None:
    _survives(file, yaml.safe_dump(tree, allow_unicode=True).encode())


GOOD_FILES = sorted(path.relative_to(GOOD) for path in GOOD.rglob("*.yaml"))


@settings(max_examples=100)
@given(st.sampled_from(GOOD_FILES), st.data())
def test_good_files_with_one_value_spoilt(file: Path, data: st.DataObject) -> None:
    tree = yaml.safe_load((GOOD / file).read_text("utf-8"))
    spot: Any = {"": tree}
    key: Any = ""
    while isinstance(spot[key], dict | list) and spot[key] and data.draw(st.integers(0, 4)):
        spot = spot[key]
        key = data.draw(
            st.sampled_from(sorted(spot) if isinstance(spot, dict) else range(len(spot)))
        )
    spot[key] = data.draw(TREES)
    _survives(file.as_posix(), yaml.safe_dump(tree, allow_unicode=True).encode())


@settings(max_examples=60)
@given(st.sampled_from(GOOD_FILES), st.integers(0, 400), st.binary(min_size=1, max_size=3))
def test_good_files_with_bytes_overwritten(file: Path, at: int, scrap: bytes) -> None:
    content = (GOOD / file).read_bytes()
    _survives(file.as_posix(), content[:at] + scrap + content[at + len(scrap) :])


def test_no_exhibition_at_all(tmp_path: Path) -> None:
    assert {problem.text for problem in load(tmp_path).problems} == {"файла нет, а он нужен"}
