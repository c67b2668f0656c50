"""Check the content: everything an author may get wrong, said before a visitor sees it.

:func:`check` never raises on content. Errors forbid a build; warnings ask for a look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content import declared as declaration
from content.declared import Declared
from content.loading import Exhibition, load
from content.pictures import PictureSet, PicturesMissing
from content.problems import Problem

if TYPE_CHECKING:
    from content.build import Places


@dataclass(frozen=True)
class Report:
    """What a check found. ``declared`` and ``pictures`` are None where they cannot be read, and
    then there is an error that says so."""

    exhibition: Exhibition
    declared: Declared | None
    pictures: PictureSet | None
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        """The problems that forbid a build."""
        return [problem for problem in self.problems if not problem.warning]


def check(places: Places) -> Report:
    """Read the content of ``places`` and apply every rule; problems come sorted by place."""
    exhibition = load(places.root)
    problems = list(exhibition.problems)
    declared, faults = declaration.read(places.root)
    problems += faults
    pictures: PictureSet | None = None
    try:
        pictures = PictureSet(places.modules, places.cache)
        if declared is not None:
            for name, file, line, field in declaration.spots(exhibition, declared):
                if name not in pictures.names:
                    problems.append(
                        Problem(file, line, field, f"нет картинки «{name}» в fluent-emoji")
                    )
    except PicturesMissing as error:
        problems.append(Problem(declaration.FILE.as_posix(), 1, "", str(error)))
    return Report(exhibition, declared.value if declared else None, pictures, sorted(set(problems)))
