"""Pictures: Fluent Emoji by name, from the locked npm package to PNG of the size asked for.

The package is one JSON of 99 MB, so what is needed from it is kept in a cache folder of the
build: the list of names, each SVG, and each PNG by size. The cache is keyed by the package's
version; it may be deleted at any time.

What the set lacks is drawn by us in its manner: ``assets/drawings/<name>.svg``, with the same view
box. A drawing of ours goes before one of the set.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from zlib import crc32

import msgspec
from PIL import Image

PACKAGE = Path("@iconify-json") / "fluent-emoji"
DRAWINGS = Path("assets") / "drawings"
SIDE = 32
"""The side of every icon's view box, in SVG units."""
OVERSAMPLE = 4
"""Pictures are drawn up to this many times larger and averaged down: the inner shadows they are
made of are filters, and a filter leaves stairs on every edge at the size it is drawn."""
DRAWN = 1080
"""Nothing is drawn larger than this, pixels: a filter's time grows with the area."""
ALONE = 8
"""Up to this many pictures are drawn without starting other processes."""


class PicturesMissing(Exception):
    """The set of pictures is not installed or cannot be read; says what to do, in Russian."""


class UnknownPicture(Exception):
    """A name the set does not have. ``name`` is that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"нет картинки «{name}» в наборе fluent-emoji")
        self.name = name


class _Icon(msgspec.Struct):
    body: str


class _Alias(msgspec.Struct):
    parent: str
    hFlip: bool = False


class _Set(msgspec.Struct):
    icons: dict[str, msgspec.Raw]
    aliases: dict[str, _Alias] = {}


class _Package(msgspec.Struct):
    version: str


class PictureSet:
    """The pictures of one installed package, read through a cache folder.

    ``modules`` is the project's ``node_modules``; ``cache`` is created when first written to;
    ``drawings`` is the folder of our own. Raises :class:`PicturesMissing` where the package is
    absent or damaged, OSError where a drawing cannot be read.
    """

    def __init__(self, modules: Path, cache: Path, drawings: Path | None = None) -> None:
        self._source = modules / PACKAGE
        paths = sorted(drawings.glob("*.svg")) if drawings is not None else []
        self._ours = {path.stem: path.read_text("utf-8", "replace") for path in paths}
        try:
            package = (self._source / "package.json").read_bytes()
            self.version = msgspec.json.decode(package, type=_Package).version
        except (OSError, msgspec.DecodeError) as error:
            raise PicturesMissing(
                "нет набора картинок fluent-emoji: выполните make setup"
            ) from error
        self._cache = cache / f"fluent-emoji-{self.version}"
        self._loaded: _Set | None = None
        self._names: frozenset[str] | None = None

    @property
    def names(self) -> frozenset[str]:
        """Every name the set knows, aliases among them."""
        if self._names is None:
            listing = self._cache / "names.txt"
            if not listing.is_file():
                icons = self._icons()
                names = sorted({*icons.icons, *icons.aliases})
                _write(listing, "\n".join(names).encode())
            self._names = frozenset({*listing.read_text("utf-8").split("\n"), *self._ours})
        return self._names

    def svg(self, name: str) -> str:
        """The SVG of a picture; raises :class:`UnknownPicture`."""
        if name in self._ours:
            return self._ours[name]
        if name not in self.names:
            raise UnknownPicture(name)
        path = self._cache / "svg" / f"{name}.svg"
        if not path.is_file():
            _write(path, self._extract(name).encode())
        return path.read_text("utf-8")

    def png(self, name: str, pixels: int) -> Image.Image:
        """A picture as a square RGBA image of ``pixels`` a side; raises :class:`UnknownPicture`.

        Transparent pixels carry the colour of their nearest painted ones, so that a texture
        filtered on screen shows no dark rim around the picture.
        """
        path = self._png_path(name, pixels)
        if not path.is_file():
            _draw(self.svg(name), pixels, path)
        with Image.open(path) as image:
            return image.convert("RGBA")

    def prepare(self, wanted: Iterable[tuple[str, int]]) -> None:
        """Draw the (name, pixels) that the cache lacks, on all processors where they are many.

        The renderer holds Python's lock, hence processes. Raises :class:`UnknownPicture`.
        """
        lacking = [pair for pair in sorted(set(wanted)) if not self._png_path(*pair).is_file()]
        svgs = [self.svg(name) for name, _ in lacking]
        sizes = [pixels for _, pixels in lacking]
        paths = [self._png_path(*pair) for pair in lacking]
        if len(lacking) <= ALONE:
            list(map(_draw, svgs, sizes, paths))
            return
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            list(pool.map(_draw, svgs, sizes, paths))

    def _png_path(self, name: str, pixels: int) -> Path:
        size = f"{pixels}x{_oversample(pixels)}"
        if name in self._ours:
            # It may be drawn anew any day: its version is what it looks like.
            look = f"{crc32(self._ours[name].encode()):08x}"
            return self._cache.parent / "drawings" / size / f"{name}-{look}.png"
        return self._cache / size / f"{name}.png"

    def _extract(self, name: str) -> str:
        icons = self._icons()
        flip = False
        while name in icons.aliases:
            alias = icons.aliases.pop(name)
            flip ^= alias.hFlip
            name = alias.parent
        if name not in icons.icons:
            raise UnknownPicture(name)
        body = msgspec.json.decode(icons.icons[name], type=_Icon).body
        if flip:
            body = f'<g transform="translate({SIDE} 0) scale(-1 1)">{body}</g>'
        box = f"0 0 {SIDE} {SIDE}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'

    def _icons(self) -> _Set:
        if self._loaded is None:
            try:
                content = (self._source / "icons.json").read_bytes()
                self._loaded = msgspec.json.decode(content, type=_Set)
            except (OSError, msgspec.DecodeError) as error:
                raise PicturesMissing(
                    "набор картинок fluent-emoji повреждён: выполните make setup"
                ) from error
        return self._loaded


def _oversample(pixels: int) -> int:
    return max(1, min(OVERSAMPLE, DRAWN // pixels))


def _draw(svg: str, pixels: int, path: Path) -> None:
    buffer = BytesIO()
    _bleed(_render(svg, pixels)).save(buffer, "PNG")
    _write(path, buffer.getvalue())


def _render(svg: str, pixels: int) -> Image.Image:
    import resvg_py

    times = _oversample(pixels)
    side = pixels * times
    png = resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side, skip_system_fonts=True)
    with Image.open(BytesIO(bytes(png))) as image:
        return image.convert("RGBA").reduce(times)


def _bleed(image: Image.Image) -> Image.Image:
    """Give transparent pixels near the edge the colour of the painted ones beside them.

    Resizing RGBA in Pillow weighs colour by alpha, so a small copy scaled back holds it.
    """
    small = image.resize(
        (max(1, image.width // 6), max(1, image.height // 6)), Image.Resampling.BOX
    )
    around = small.resize(image.size, Image.Resampling.BILINEAR).convert("RGB")
    alpha = image.getchannel("A")
    painted = alpha.point(lambda value: 255 if value else 0)
    bled = Image.composite(image.convert("RGB"), around, painted)
    bled.putalpha(alpha)
    return bled


def _write(path: Path, content: bytes) -> None:
    """Write so that another build at the same time never reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staging = path.with_name(f"{path.name}.{os.getpid()}")
    staging.write_bytes(content)
    staging.replace(path)
