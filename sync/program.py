"""The program's own name and version, as it signs its batches."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    PROGRAM = f"sozvezdie/{version('sozvezdie')}"
except PackageNotFoundError:
    PROGRAM = "sozvezdie"
