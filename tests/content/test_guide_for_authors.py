"""What the methodologist's guide shows can be copied, and what it explains is what is said."""

from __future__ import annotations

import re

import pytest
import yaml

from content.model import (
    Cluster,
    Competence,
    Event,
    Profession,
    Stand,
    Struct,
    Vacancy,
    Want,
)
from content.nodes import parse
from content.typed import Reader
from tests.content.conftest import PROJECT

GUIDE = (PROJECT / "docs" / "ru" / "content.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
WHOLE: dict[str, type[Struct]] = {
    "florist": Profession,
    "flax": Cluster,
    "open-day": Event,
    "welding": Competence,
    "archive-helper": Vacancy,
    "stand-flax": Stand,
}
"""The examples that are whole entries, by their id."""


def _ids(block: str) -> list[str]:
    return re.findall(r"^(?:- )?id: (\S+)$", block, re.MULTILINE)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[0][:24])
def test_every_example_is_yaml_the_program_takes(block: str) -> None:
    assert parse(block.encode()) is not None


@pytest.mark.parametrize("id", WHOLE)
def test_an_example_of_a_whole_entry_is_one(id: str) -> None:
    (block,) = (b for b in BLOCKS if _ids(b) == [id] and b.count("\n") > 8)
    node = parse(block.encode())
    reader = Reader("guide")
    reader.read(node.value[0] if isinstance(node, yaml.SequenceNode) else node, WHOLE[id])
    assert reader.problems == []


def test_the_example_of_wants_is_one() -> None:
    (block,) = (b for b in BLOCKS if b.startswith("wants:"))
    node = parse(block.encode())
    reader = Reader("guide")
    assert isinstance(node, yaml.MappingNode)
    reader.read(node.value[0][1], list[Want])
    assert reader.problems == []


def test_no_example_names_a_number_of_the_region() -> None:
    figures = [block for block in BLOCKS if "figures:" in block]
    assert all(not re.search(r'ru: "?\d', block) for block in figures)
