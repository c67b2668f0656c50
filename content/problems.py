"""What is wrong with the content, said to the person who writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault. ``file`` is relative to the content's folder, ``line`` counts from 1, ``field``
    is a path such as ``figures[0].year``, ``text`` is Russian. A warning stops nothing."""

    file: str
    line: int
    field: str
    text: str
    warning: bool = False

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        if self.field:
            where += f" {self.field}"
        mark = "предупреждение: " if self.warning else ""
        return f"{where}: {mark}{self.text}"
