"""The parts of a pack: its content from checked entries, its fonts, its pictures."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from content import atlas, declared
from content.fonts import FONTS, font_file
from content.loading import Exhibition
from content.model import FORMAT, KINDS, Contact, Event, Link, Pack, Struct, Town
from content.rules import Matter


def compose(exhibition: Exhibition, built_at: str, version: str) -> Pack:
    """The pack of an exhibition without errors; what has an order stands in it."""
    assert exhibition.sources is not None
    return Pack(
        format=FORMAT,
        version=version,
        built_at=built_at,
        contact=exhibition.values(Contact)[0],
        towns=exhibition.values(Town),
        links=exhibition.values(Link),
        sources=exhibition.sources,
        **{field: _in_order(_shown(exhibition.values(kind))) for field, kind in KINDS.items()},
    )


def _shown(values: list[Struct]) -> list[Struct]:
    """Samples hold the place of a kind until the Centre has its own: then they go. A standing
    event, asked for at any time, says nothing of the Centre's calendar and moves no sample."""
    own = [value for value in values if not getattr(value, "sample", False)]
    real = [value for value in own if not isinstance(value, Event) or value.date is not None]
    return own if real else values


def _in_order(values: list[Struct]) -> list[Any]:
    return sorted(values, key=lambda value: getattr(value, "order", 0))


def copy_fonts(folder: Path, matter: Matter) -> None:
    """Put the fonts into ``folder``; raises :class:`content.fonts.FontsMissing`."""
    folder.mkdir()
    for name in FONTS:
        shutil.copyfile(font_file(matter.places.modules, name), folder / f"{name}.ttf")


def draw(folder: Path, matter: Matter) -> dict[str, tuple[int, int]]:
    """Draw the atlases and their index into ``folder``.

    Returns for each atlas the bytes of RGBA its pages take and the pixels a side of its
    pictures. Raises what :class:`content.pictures.PictureSet` does.
    """
    assert matter.declared is not None
    assert matter.pictures is not None
    folder.mkdir()
    texture: dict[str, tuple[int, int]] = {}
    index: dict[str, dict[str, int]] = {}
    for name, plan in sorted(matter.declared.value.atlases.items()):
        wanted = declared.names(matter.exhibition, matter.declared.value, plan)
        size, pages = atlas.fit(wanted, plan)
        matter.pictures.prepare((picture, size) for picture in wanted)
        draw_one = partial(matter.pictures.png, pixels=size)
        texture[name] = atlas.write(folder, name, pages, draw_one), size
        for picture in wanted:
            index.setdefault(picture, {})[name] = size
    (folder / "index.json").write_bytes(msgspec.json.encode(dict(sorted(index.items()))))
    return texture
