"""Photographs and videos: what is allowed, where they lie, and how they come into a pack.

A photograph is drawn anew for the pack: upright, at most :data:`MOST_SIDE` px, without what the
camera wrote beside it (place, time, owner). A video is copied as it is.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from content.model import Cluster, Competence, Media, Pack, Profession, Struct

if TYPE_CHECKING:
    from PIL import Image

FOLDER = "media"
"""Of the exhibition, and of a pack."""
CARRIERS: dict[str, type[Struct]] = {
    "cluster": Cluster,
    "profession": Profession,
    "competence": Competence,
}
"""What may carry media, by the name screens call it."""

MOST_BYTES = 60 * 10**6
"""Of one file, as it is written or copied: a minute of clean 1080p video takes 30 MB."""
MOST_PIXELS = 60 * 10**6
"""Of a photograph: decoded it takes three bytes a pixel."""
LEAST_SIDE, MOST_SIDE = 480, 1600
"""Px of a photograph's long side: less is mud on the screen; what is more is scaled down."""
QUALITY = 82
"""Of JPEG, where the eye no longer sees the loss."""
FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
"""What a photograph may come as: what it is -> how its name ends."""
FILE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


class BadPhoto(Exception):
    """Not a photograph we can show; the text is Russian."""


def written(root: Path, name: str) -> Path:
    """Where an author puts the file ``name``; ``root`` holds ``exhibition``."""
    return root / "exhibition" / FOLDER / name


def packed(folder: Path, media: Media) -> Path:
    """Where a pack's folder has the photograph or video; it may be missing."""
    name = f"{media.file}.jpg" if media.kind == "photo" else media.file
    return folder / FOLDER / name


def packed_captions(folder: Path, media: Media, lang: str) -> Path | None:
    """Where a pack's folder has its captions in ``lang``; None where it has none."""
    return None if media.captions is None else folder / FOLDER / media.captions.of(lang)


def carried(pack: Pack) -> Iterator[Media]:
    """All media of a pack, as often as they are named."""
    for things in (pack.clusters, pack.professions, pack.competences):
        for thing in things:
            yield from thing.media


def copy(root: Path, folder: Path, pack: Pack) -> None:
    """Put everything ``pack`` names into its ``folder``; nothing where it names nothing. Raises
    :class:`BadPhoto`, OSError."""
    for media in dict.fromkeys(carried(pack)):
        goal = packed(folder, media)
        goal.parent.mkdir(exist_ok=True)
        source = written(root, media.file)
        if media.kind == "video":
            shutil.copyfile(source, goal)
        elif not goal.exists():
            photo(source).save(goal, "JPEG", quality=QUALITY, optimize=True, progressive=False)
        if media.captions is not None:
            for name in (media.captions.ru, media.captions.en):
                shutil.copyfile(written(root, name), goal.parent / name)


def fingerprint(root: Path) -> bytes:
    """A hash of all files an author put there, read piece by piece."""
    total = hashlib.sha256()
    for path in sorted((root / "exhibition" / FOLDER).glob("*")):
        if path.is_file():
            with path.open("rb") as stream:
                total.update(path.name.encode() + hashlib.file_digest(stream, "sha256").digest())
    return total.digest()


def photo(path: Path) -> Image.Image:
    """The photograph at ``path`` as it goes into a pack. Its size is looked at before it is
    decoded. Raises :class:`BadPhoto`, OSError."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if path.stat().st_size > MOST_BYTES:
        raise BadPhoto(f"больше {MOST_BYTES // 10**6} МБ")
    try:
        with Image.open(path, formats=list(FORMATS)) as image:
            measure(image)
            image.draft("RGB", (MOST_SIDE, MOST_SIDE))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS)
            return _on_white(upright)
    except BadPhoto:
        raise
    except UnidentifiedImageError as error:
        raise BadPhoto("это не фотография JPEG, PNG или WebP, что бы ни говорило имя") from error
    except Image.DecompressionBombError as error:
        raise BadPhoto("слишком много точек") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        # Pillow says a broken picture with any of these.
        raise BadPhoto("фотография повреждена или обрывается") from error


def measure(image: Image.Image) -> None:
    """Raise :class:`BadPhoto` where a picture just opened is too large or too small."""
    if image.width * image.height > MOST_PIXELS:
        raise BadPhoto(f"больше {MOST_PIXELS // 10**6} миллионов точек: уменьшите")
    if max(image.size) < LEAST_SIDE:
        raise BadPhoto(f"{image.width}×{image.height}: на экране видно будет одни квадраты")


def _on_white(image: Image.Image) -> Image.Image:
    """The same without transparency and in three channels; nothing but its pixels goes along."""
    from PIL import Image

    if "A" in image.getbands() or "transparency" in image.info:
        shown = image.convert("RGBA")
        ground = Image.new("RGB", shown.size, "white")
        ground.paste(shown, mask=shown.getchannel("A"))
        return ground
    plain = Image.new("RGB", image.size)
    plain.paste(image.convert("RGB"))
    return plain
