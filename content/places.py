"""Where content is read from, and where a build keeps and puts things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """``root`` holds ``exhibition`` and ``assets``, ``modules`` is ``node_modules``, ``cache`` may
    be deleted at any time, ``out`` receives packs."""

    root: Path
    modules: Path
    cache: Path
    out: Path

    @classmethod
    def of(cls, project: Path) -> Places:
        """The folders of a checkout."""
        build = project / "build"
        return cls(project / "content", project / "node_modules", build / "cache", build / "packs")
