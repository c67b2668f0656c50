"""A small exhibition of invented things, copied for each test to break as it likes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from content.check import check
from content.places import Places
from content.problems import Problem

PROJECT = Path(__file__).parents[2]
GOOD = Path(__file__).parent / "fixtures" / "good"


@dataclass(frozen=True)
class Desk:
    """An author's desk: the files of an exhibition and what the check says of them."""

    places: Places

    def path(self, file: str) -> Path:
        return self.places.root / file

    def change(self, file: str, old: str, new: str) -> int:
        """Replace the only ``old`` in a file; returns the line, from 1, where ``new`` begins."""
        text = self.path(file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
        self.path(file).write_text(text.replace(old, new), "utf-8")
        return text.count("\n", 0, text.index(old)) + 1

    def write(self, file: str, text: str | bytes) -> None:
        self.path(file).parent.mkdir(parents=True, exist_ok=True)
        self.path(file).write_bytes(text if isinstance(text, bytes) else text.encode())

    def problems(self) -> list[Problem]:
        return check(self.places).problems


def desk(folder: Path) -> Desk:
    """A fresh copy of the good exhibition in ``folder``, drawing from the project's packages."""
    shutil.copytree(GOOD, folder / "content")
    shutil.copytree(PROJECT / "content" / "assets", folder / "content" / "assets")
    places = replace(Places.of(PROJECT), root=folder / "content", out=folder / "packs")
    return Desk(places)


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Desk:
    return desk(tmp_path)
