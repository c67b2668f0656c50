"""What is left of food, and what must not go among the rest. Each is drawn into a square of ``s``
px whose lower left corner is x, y."""

from __future__ import annotations

from screens.challenges.brush import box, fill, oval, spot, stroke
from screens.exhibits.strokes import sheet
from screens.theme import WHITE, mix, rgba

INK, STEEL = rgba("#2B2F45"), rgba("#AEB6C6")


def outline(s: float) -> float:
    """Width of an outline, px, of a thing ``s`` px large."""
    return max(2.0, s * 0.014)


def banana(x: float, y: float, s: float) -> None:
    """A peel."""
    yellow, inside = rgba("#F0C52E"), rgba("#FBF0C0")
    for tip, colour in (((0.08, 0.2), yellow), ((0.92, 0.2), yellow), ((0.5, 0.04), inside)):
        points = [
            (x + s * 0.5, y + s * 0.86),
            (x + s * (0.5 + (tip[0] - 0.5) * 0.35), y + s * 0.56),
            (x + s * tip[0], y + s * tip[1]),
        ]
        stroke(points, s * 0.17, rgba("#B98F14"))
        stroke(points, s * 0.14, colour)
    stroke(((x + s * 0.5, y + s * 0.84), (x + s * 0.54, y + s * 0.96)), s * 0.08, rgba("#6B4E12"))


def core(x: float, y: float, s: float) -> None:
    """An apple's core."""
    red, flesh = rgba("#D23B34"), rgba("#F7ECC4")
    rim = [
        (0.3, 0.78),
        (0.7, 0.78),
        (0.6, 0.62),
        (0.57, 0.46),
        (0.6, 0.3),
        (0.7, 0.14),
        (0.3, 0.14),
        (0.4, 0.3),
        (0.43, 0.46),
        (0.4, 0.62),
    ]
    fill([(x + a * s, y + b * s) for a, b in rim], flesh, rgba("#C9B77E"), outline(s))
    oval(x + s * 0.5, y + s * 0.78, s * 0.46, s * 0.16, red)
    oval(x + s * 0.5, y + s * 0.15, s * 0.46, s * 0.16, red)
    for dx, dy in ((-0.02, 0.5), (0.03, 0.42)):
        oval(x + s * (0.5 + dx), y + s * dy, s * 0.035, s * 0.06, rgba("#5B3A1E"))
    stroke(((x + s * 0.5, y + s * 0.82), (x + s * 0.56, y + s * 0.96)), s * 0.03, rgba("#5B3A1E"))


def egg(x: float, y: float, s: float) -> None:
    """Halves of a shell."""
    shell, dark = rgba("#EBD3B4"), rgba("#C7A67C")
    low = [
        (0.12, 0.42),
        (0.24, 0.5),
        (0.34, 0.4),
        (0.46, 0.5),
        (0.58, 0.4),
        (0.7, 0.5),
        (0.8, 0.42),
        (0.74, 0.2),
        (0.6, 0.08),
        (0.34, 0.08),
        (0.18, 0.2),
    ]
    fill([(x + a * s, y + b * s) for a, b in low], shell, dark, outline(s))
    top = [
        (0.36, 0.6),
        (0.5, 0.68),
        (0.62, 0.58),
        (0.76, 0.68),
        (0.9, 0.62),
        (0.84, 0.82),
        (0.68, 0.94),
        (0.5, 0.86),
    ]
    fill([(x + a * s, y + b * s) for a, b in top], mix(shell, WHITE, 0.3), dark, outline(s))


def carrot(x: float, y: float, s: float) -> None:
    """A carrot's end."""
    rim = [(0.3, 0.62), (0.5, 0.7), (0.7, 0.62), (0.64, 0.36), (0.5, 0.04), (0.36, 0.36)]
    fill([(x + a * s, y + b * s) for a, b in rim], rgba("#EE7F24"), rgba("#C25F10"), outline(s))
    for dx in (-0.16, 0.0, 0.16):
        stroke(
            ((x + s * 0.5, y + s * 0.66), (x + s * (0.5 + dx), y + s * 0.94)),
            s * 0.06,
            rgba("#3F9A3C"),
        )
    for low, left in ((0.5, 0.38), (0.36, 0.5), (0.24, 0.46)):
        stroke(
            ((x + s * left, y + s * low), (x + s * (left + 0.1), y + s * low)),
            outline(s),
            rgba("#C25F10"),
        )


def battery(x: float, y: float, s: float) -> None:
    """A small battery."""
    sheet(x + s * 0.3, y + s * 0.06, s * 0.4, s * 0.78, s * 0.04, rgba("#23252E"))
    sheet(x + s * 0.3, y + s * 0.58, s * 0.4, s * 0.26, s * 0.04, rgba("#C98F3B"))
    sheet(x + s * 0.42, y + s * 0.82, s * 0.16, s * 0.1, s * 0.02, STEEL)
    box(x + s * 0.43, y + s * 0.695, s * 0.14, s * 0.03, WHITE)
    box(x + s * 0.485, y + s * 0.64, s * 0.03, s * 0.14, WHITE)
    box(x + s * 0.43, y + s * 0.2, s * 0.14, s * 0.03, WHITE)


def thermometer(x: float, y: float, s: float) -> None:
    """A glass thermometer."""
    sheet(x + s * 0.41, y + s * 0.16, s * 0.18, s * 0.8, s * 0.09, rgba("#DCE6F2"))
    box(x + s * 0.475, y + s * 0.14, s * 0.05, s * 0.46, rgba("#8C93A8"))
    spot(x + s * 0.5, y + s * 0.14, s * 0.1, rgba("#8C93A8"))
    for mark in range(7):
        box(x + s * 0.54, y + s * (0.34 + mark * 0.08), s * 0.05, s * 0.012, INK)


def tube(x: float, y: float, s: float) -> None:
    """A fluorescent lamp."""
    stroke(((x + s * 0.16, y + s * 0.16), (x + s * 0.84, y + s * 0.84)), s * 0.15, rgba("#B9C4DA"))
    stroke(((x + s * 0.16, y + s * 0.16), (x + s * 0.84, y + s * 0.84)), s * 0.12, rgba("#F4F8FF"))
    for part in (0.14, 0.86):
        spot(x + s * part, y + s * part, s * 0.085, STEEL)
        tip = part + (0.1 if part > 0.5 else -0.1)
        stroke(((x + s * part, y + s * part), (x + s * tip, y + s * tip)), s * 0.03, INK)


def accumulator(x: float, y: float, s: float) -> None:
    """A car's battery."""
    sheet(x + s * 0.08, y + s * 0.14, s * 0.84, s * 0.52, s * 0.04, rgba("#3A3F52"))
    sheet(x + s * 0.08, y + s * 0.56, s * 0.84, s * 0.14, s * 0.03, rgba("#23252E"))
    for left, colour in ((0.18, rgba("#D8392F")), (0.66, rgba("#2E6BD6"))):
        sheet(x + s * left, y + s * 0.68, s * 0.16, s * 0.12, s * 0.02, colour)
    box(x + s * 0.2, y + s * 0.42, s * 0.14, s * 0.03, WHITE)
    box(x + s * 0.255, y + s * 0.365, s * 0.03, s * 0.14, WHITE)
    box(x + s * 0.68, y + s * 0.42, s * 0.14, s * 0.03, WHITE)
