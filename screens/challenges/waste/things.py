"""The things themselves, drawn into a square of ``side`` px. Each is a few plain shapes."""

from __future__ import annotations

from collections.abc import Callable

from screens.challenges.brush import box, ellipse, fill, oval, spot, stroke
from screens.challenges.waste import leftovers
from screens.exhibits.strokes import sheet
from screens.theme import WHITE, Colour, mix, rgba

INK, STEEL, GLASS = rgba("#2B2F45"), rgba("#AEB6C6"), rgba("#8FD3BC")
Draw = Callable[[float, float, float], None]


def paint_thing(name: str, x: float, y: float, side: float) -> None:
    """Draw a thing of :data:`content.exhibition.challenges.waste.rules.THINGS`."""
    DRAWN[name](x, y, side)


def _bottle(
    body: Colour, cap: Colour, label: Colour, neck: float = 0.22, wide: float = 0.4
) -> Draw:
    def draw(x: float, y: float, s: float) -> None:
        w, cx = wide * s, x + s / 2
        shoulder = [
            (cx - w / 2, y + s * 0.55),
            (cx + w / 2, y + s * 0.55),
            (cx + neck * s / 2, y + s * 0.8),
            (cx - neck * s / 2, y + s * 0.8),
        ]
        box(cx - neck * s / 2, y + s * 0.78, neck * s, s * 0.12, body)
        fill(shoulder, body)
        sheet(cx - w / 2, y + s * 0.03, w, s * 0.56, s * 0.05, body)
        sheet(cx - w / 2, y + s * 0.2, w, s * 0.22, 2, label)
        box(cx - w * 0.3, y + s * 0.29, w * 0.6, s * 0.025, mix(label, INK, 0.5))
        sheet(cx - neck * s * 0.62, y + s * 0.88, neck * s * 1.24, s * 0.1, s * 0.02, cap)
        box(cx - w * 0.36, y + s * 0.08, w * 0.1, s * 0.44, (1, 1, 1, 0.45))

    return draw


def _jar(body: Colour, lid: Colour) -> Draw:
    def draw(x: float, y: float, s: float) -> None:
        sheet(x + s * 0.2, y + s * 0.06, s * 0.6, s * 0.64, s * 0.1, body)
        sheet(x + s * 0.26, y + s * 0.66, s * 0.48, s * 0.1, 2, body)
        sheet(x + s * 0.22, y + s * 0.74, s * 0.56, s * 0.14, s * 0.03, lid)
        sheet(x + s * 0.3, y + s * 0.2, s * 0.4, s * 0.26, s * 0.04, WHITE)
        spot(x + s * 0.5, y + s * 0.33, s * 0.07, rgba("#C23C20"))
        box(x + s * 0.25, y + s * 0.14, s * 0.04, s * 0.46, (1, 1, 1, 0.55))

    return draw


def _newspaper(x: float, y: float, s: float) -> None:
    sheet(x + s * 0.14, y + s * 0.06, s * 0.72, s * 0.88, s * 0.02, rgba("#DDD8CA"))
    sheet(x + s * 0.1, y + s * 0.1, s * 0.72, s * 0.84, s * 0.02, rgba("#F0ECE0"))
    box(x + s * 0.16, y + s * 0.78, s * 0.6, s * 0.09, INK)
    box(x + s * 0.16, y + s * 0.48, s * 0.27, s * 0.24, rgba("#8C93A8"))
    for row in range(5):
        box(x + s * 0.48, y + s * (0.68 - row * 0.05), s * 0.28, s * 0.02, rgba("#6A6F84"))
    for row in range(6):
        box(x + s * 0.16, y + s * (0.4 - row * 0.05), s * 0.6, s * 0.02, rgba("#6A6F84"))


def _carton(x: float, y: float, s: float) -> None:
    tan, dark = rgba("#C79A62"), rgba("#9C7442")
    fill(
        [
            (x + s * 0.08, y + s * 0.7),
            (x + s * 0.5, y + s * 0.9),
            (x + s * 0.92, y + s * 0.7),
            (x + s * 0.5, y + s * 0.5),
        ],
        mix(tan, WHITE, 0.3),
        dark,
        leftovers.outline(s),
    )
    fill(
        [
            (x + s * 0.08, y + s * 0.7),
            (x + s * 0.5, y + s * 0.5),
            (x + s * 0.5, y + s * 0.06),
            (x + s * 0.08, y + s * 0.26),
        ],
        tan,
        dark,
        leftovers.outline(s),
    )
    fill(
        [
            (x + s * 0.92, y + s * 0.7),
            (x + s * 0.5, y + s * 0.5),
            (x + s * 0.5, y + s * 0.06),
            (x + s * 0.92, y + s * 0.26),
        ],
        dark,
        dark,
        leftovers.outline(s),
    )
    stroke(((x + s * 0.29, y + s * 0.8), (x + s * 0.71, y + s * 0.6)), s * 0.05, rgba("#E9DDBB"))


def _letter(x: float, y: float, s: float) -> None:
    sheet(x + s * 0.06, y + s * 0.2, s * 0.88, s * 0.6, s * 0.03, rgba("#E9E2CF"))
    edge = rgba("#A89C7C")
    stroke(
        ((x + s * 0.08, y + s * 0.77), (x + s * 0.5, y + s * 0.46), (x + s * 0.92, y + s * 0.77)),
        leftovers.outline(s) * 1.6,
        edge,
    )
    stroke(((x + s * 0.08, y + s * 0.23), (x + s * 0.38, y + s * 0.53)), leftovers.outline(s), edge)
    stroke(((x + s * 0.92, y + s * 0.23), (x + s * 0.62, y + s * 0.53)), leftovers.outline(s), edge)


def _notebook(x: float, y: float, s: float) -> None:
    sheet(x + s * 0.16, y + s * 0.06, s * 0.7, s * 0.88, s * 0.04, rgba("#3E7BC4"))
    sheet(x + s * 0.3, y + s * 0.58, s * 0.46, s * 0.22, s * 0.02, WHITE)
    for row in range(3):
        box(x + s * 0.34, y + s * (0.73 - row * 0.055), s * 0.38, s * 0.014, INK)
    for ring in range(7):
        spot(x + s * 0.17, y + s * (0.16 + ring * 0.115), s * 0.03, INK)


def _canister(x: float, y: float, s: float) -> None:
    blue = rgba("#3A8FD0")
    sheet(x + s * 0.16, y + s * 0.04, s * 0.68, s * 0.66, s * 0.08, blue)
    stroke(
        (
            (x + s * 0.24, y + s * 0.66),
            (x + s * 0.3, y + s * 0.86),
            (x + s * 0.62, y + s * 0.86),
            (x + s * 0.66, y + s * 0.66),
        ),
        s * 0.09,
        blue,
    )
    sheet(x + s * 0.68, y + s * 0.68, s * 0.16, s * 0.14, s * 0.02, rgba("#E4572E"))
    for row in range(3):
        box(x + s * 0.26, y + s * (0.16 + row * 0.14), s * 0.48, s * 0.03, mix(blue, INK, 0.3))


def _lid(x: float, y: float, s: float) -> None:
    red = rgba("#E0483A")
    sheet(x + s * 0.2, y + s * 0.28, s * 0.6, s * 0.34, s * 0.05, mix(red, INK, 0.25))
    for rib in range(9):
        box(x + s * (0.24 + rib * 0.06), y + s * 0.3, s * 0.02, s * 0.3, red)
    oval(x + s * 0.5, y + s * 0.62, s * 0.6, s * 0.24, red)
    oval(x + s * 0.5, y + s * 0.63, s * 0.46, s * 0.16, mix(red, WHITE, 0.2))


def _vial(x: float, y: float, s: float) -> None:
    sheet(x + s * 0.22, y + s * 0.06, s * 0.56, s * 0.5, s * 0.07, rgba("#E7B7D8"))
    sheet(x + s * 0.28, y + s * 0.1, s * 0.44, s * 0.3, s * 0.04, rgba("#CF7FB8"))
    box(x + s * 0.42, y + s * 0.55, s * 0.16, s * 0.08, rgba("#C9A24B"))
    spot(x + s * 0.5, y + s * 0.76, s * 0.15, GLASS)
    spot(x + s * 0.45, y + s * 0.81, s * 0.04, WHITE)


def _can(x: float, y: float, s: float) -> None:
    sheet(x + s * 0.28, y + s * 0.08, s * 0.44, s * 0.8, s * 0.04, rgba("#D8392F"))
    box(x + s * 0.28, y + s * 0.36, s * 0.44, s * 0.2, WHITE)
    box(x + s * 0.34, y + s * 0.12, s * 0.05, s * 0.7, (1, 1, 1, 0.4))
    oval(x + s * 0.5, y + s * 0.87, s * 0.44, s * 0.1, STEEL)
    oval(x + s * 0.5, y + s * 0.08, s * 0.44, s * 0.08, mix(STEEL, INK, 0.3))
    oval(x + s * 0.53, y + s * 0.88, s * 0.14, s * 0.05, INK)


def _tin(x: float, y: float, s: float) -> None:
    sheet(x + s * 0.18, y + s * 0.14, s * 0.64, s * 0.6, s * 0.03, STEEL)
    sheet(x + s * 0.18, y + s * 0.24, s * 0.64, s * 0.38, 2, rgba("#2F7FC4"))
    fill(ellipse(x + s * 0.46, y + s * 0.43, s * 0.3, s * 0.15), WHITE)
    fill(
        [(x + s * 0.58, y + s * 0.43), (x + s * 0.68, y + s * 0.5), (x + s * 0.68, y + s * 0.36)],
        WHITE,
    )
    oval(x + s * 0.5, y + s * 0.74, s * 0.64, s * 0.16, mix(STEEL, WHITE, 0.4))
    oval(x + s * 0.5, y + s * 0.74, s * 0.52, s * 0.11, STEEL)
    stroke(((x + s * 0.5, y + s * 0.75), (x + s * 0.62, y + s * 0.8)), s * 0.03, INK)


def _nail(x: float, y: float, s: float) -> None:
    stroke(
        (
            (x + s * 0.2, y + s * 0.84),
            (x + s * 0.46, y + s * 0.52),
            (x + s * 0.82, y + s * 0.4),
            (x + s * 0.9, y + s * 0.14),
        ),
        s * 0.07,
        mix(STEEL, INK, 0.35),
    )
    stroke(
        ((x + s * 0.1, y + s * 0.78), (x + s * 0.3, y + s * 0.94)), s * 0.07, mix(STEEL, INK, 0.5)
    )


def _key(x: float, y: float, s: float) -> None:
    gold = rgba("#D9A92F")
    spot(x + s * 0.5, y + s * 0.74, s * 0.2, gold)
    spot(x + s * 0.5, y + s * 0.78, s * 0.08, WHITE)
    box(x + s * 0.46, y + s * 0.06, s * 0.09, s * 0.52, gold)
    box(x + s * 0.54, y + s * 0.1, s * 0.14, s * 0.07, gold)
    box(x + s * 0.54, y + s * 0.24, s * 0.1, s * 0.07, gold)


DRAWN: dict[str, Draw] = {
    "newspaper": _newspaper,
    "carton": _carton,
    "letter": _letter,
    "notebook": _notebook,
    "bottle": _bottle((0.55, 0.8, 0.95, 0.85), rgba("#2E6BD6"), WHITE),
    "shampoo": _bottle(rgba("#B58AD8"), rgba("#6E4A94"), rgba("#F4ECFA"), 0.16, 0.46),
    "canister": _canister,
    "lid": _lid,
    "wine": _bottle(rgba("#2F6B3C"), rgba("#7A1F2B"), rgba("#F3EBD2"), 0.14, 0.36),
    "jar": _jar((0.86, 0.35, 0.32, 0.9), rgba("#E0B13A")),
    "vial": _vial,
    "syrup": _bottle(rgba("#8A4B1E"), WHITE, rgba("#F4F2EA"), 0.2, 0.4),
    "can": _can,
    "tin": _tin,
    "nail": _nail,
    "key": _key,
    "banana": leftovers.banana,
    "core": leftovers.core,
    "egg": leftovers.egg,
    "carrot": leftovers.carrot,
    "battery": leftovers.battery,
    "thermometer": leftovers.thermometer,
    "tube": leftovers.tube,
    "accumulator": leftovers.accumulator,
}
