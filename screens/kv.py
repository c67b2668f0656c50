"""Loading the ``.kv`` file beside a module, with the design's words known in it."""

from __future__ import annotations

from pathlib import Path

from kivy.lang import Builder, global_idmap

from screens.shapes import patch, ring, whole
from screens.theme import _, theme
from screens.units import measure, u

global_idmap.update(
    {
        "u": u,
        "theme": theme,
        "measure": measure,
        "_": _,
        "patch": patch,
        "ring": ring,
        "whole": whole,
    }
)


def load_kv(module_file: str) -> None:
    """Load the kv file that lies beside ``module_file``, once."""
    path = str(Path(module_file).with_suffix(".kv"))
    if path not in Builder.files:
        Builder.load_file(path, encoding="utf-8")
