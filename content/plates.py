"""Plates for the stands, ready for print: A6 standing, the number, the name, the QR code.

A plate says the same in both languages, for one who reads neither sees the code. Sizes are
millimetres on paper, drawn at 300 dots an inch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from content.boxes import LabelBox, lines_of
from content.fonts import font_file
from content.model import Stand
from content.pictures import PictureSet
from content.stand_link import stand_address

DPI = 300
WIDTH, HEIGHT = 105.0, 148.0
"""A6, ISO 216."""
MARGIN = 8.0
BAND = 44.0
"""Height of the coloured head."""
CODE = 58.0
"""Side of the code with its quiet zone: read from about half a metre."""
INK, PAPER, MUTED = "#14183A", "#FFFFFF", "#565B85"
NAME_SIZES = (8.4, 7.4, 6.4, 5.6, 4.8)
"""Sizes of the name tried, the largest first; it has two lines."""
SCAN = ("Наведите камеру телефона", "Point your phone’s camera")
SAMPLE = "Образец · Sample"
PDF = "stands.pdf"


def mm(length: float) -> int:
    """Millimetres to dots."""
    return round(length / 25.4 * DPI)


def write(
    stands: Sequence[Stand], public_url: str, out: Path, pictures: PictureSet, modules: Path
) -> list[Path]:
    """A PNG for each stand and one PDF of them all, in ``out``; the files written.

    Raises OSError, and what fonts and pictures raise when they are not installed."""
    out.mkdir(parents=True, exist_ok=True)
    ordered = sorted(stands, key=lambda stand: (stand.hall, stand.number))
    several = len({stand.hall for stand in ordered}) > 1
    plates, files = [], []
    for stand in ordered:
        name = f"{stand.number:02}-{stand.id}.png"
        path = out / (f"{stand.hall}-{name}" if several else name)
        made = plate(stand, public_url, pictures, modules)
        made.save(path, dpi=(DPI, DPI), optimize=True)
        plates.append(made)
        files.append(path)
    if plates:
        # Zero chroma loss: the code's edges stay edges.
        plates[0].save(
            out / PDF,
            save_all=True,
            append_images=plates[1:],
            resolution=DPI,
            quality=95,
            title="Созвездие профессий",
        )
        files.append(out / PDF)
    return files


def plate(stand: Stand, public_url: str, pictures: PictureSet, modules: Path) -> Image.Image:
    """One plate."""
    image = Image.new("RGB", (mm(WIDTH), mm(HEIGHT)), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, mm(WIDTH), mm(BAND)), stand.hue)
    _number(draw, stand, modules)
    _picture(image, stand, pictures)
    low = _name(draw, stand, modules)
    english = _face(modules, "Onest-Medium", 4.2)
    draw.text((mm(MARGIN), low), stand.name.en.replace("\u00ad", ""), MUTED, english)
    code = _code(stand_address(public_url, stand.id))
    foot = mm(HEIGHT - 6)
    image.paste(code, (mm(MARGIN - 4), foot - code.height))
    beside = mm(MARGIN - 4) + code.width + mm(1)
    _hint(draw, beside, foot - code.height, mm(WIDTH - 5) - beside, modules)
    if stand.sample:
        small = _face(modules, "Onest-Medium", 3)
        draw.text((mm(WIDTH - MARGIN), foot), SAMPLE, MUTED, small, anchor="rb")
    return image


def _number(draw: ImageDraw.ImageDraw, stand: Stand, modules: Path) -> None:
    side, left, top = mm(28), mm(MARGIN), mm(8)
    draw.ellipse((left, top, left + side, top + side), PAPER)
    face = _face(modules, "Unbounded-Bold", 14 if stand.number < 10 else 11)
    middle = (left + side / 2, top + side / 2)
    draw.text(middle, str(stand.number), INK, face, anchor="mm")


def _picture(image: Image.Image, stand: Stand, pictures: PictureSet) -> None:
    side = mm(34)
    shape = pictures.png(stand.picture, side)
    image.paste(shape, (mm(WIDTH - MARGIN) - side, mm((BAND - 34) / 2)), shape)


def _name(draw: ImageDraw.ImageDraw, stand: Stand, modules: Path) -> int:
    """The name in Russian, as large as two lines allow; where the next line may begin."""
    font, room = font_file(modules, "Unbounded-Bold"), mm(WIDTH - 2 * MARGIN)
    lines, size = [stand.name.ru.replace("\u00ad", "")], NAME_SIZES[-1]
    for tried in NAME_SIZES:
        found = lines_of(stand.name.ru, LabelBox(room, 2, font.stem, mm(tried)), font)
        if found is not None and len(found) <= 2:
            lines, size = found, tried
            break
    face, top = _face(modules, "Unbounded-Bold", size), mm(BAND + 7)
    for line in lines:
        draw.text((mm(MARGIN), top), line, INK, face)
        top += round(mm(size) * 1.22)
    return top + mm(1.5)


def _hint(draw: ImageDraw.ImageDraw, left: int, top: int, room: int, modules: Path) -> None:
    top += mm(6)
    for text, font, colour in zip(SCAN, ("Onest-Bold", "Onest-Medium"), (INK, MUTED), strict=True):
        path, size = font_file(modules, font), 4.0
        box = LabelBox(room, 4, font, mm(size))
        for line in lines_of(text, box, path) or [text]:
            draw.text((left, top), line, colour, _face(modules, font, size))
            top += round(mm(size) * 1.25)
        top += mm(3)


def _code(address: str) -> Image.Image:
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(address)
    code.make(fit=True)
    matrix = code.get_matrix()
    step = max(1, mm(CODE) // len(matrix))
    small = Image.new("1", (len(matrix), len(matrix)), 1)
    small.putdata([0 if cell else 1 for row in matrix for cell in row])
    side = step * len(matrix)
    return small.resize((side, side), Image.Resampling.NEAREST).convert("RGB")


def _face(modules: Path, name: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(modules, name), mm(size))
