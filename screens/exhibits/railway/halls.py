"""The towns' halls: a train goes under its roof and home; lamps count trains that came whole."""

from __future__ import annotations

from kivy.graphics import Canvas, Color, Rectangle

from content.exhibition.exhibits.railway.model import TRACKS, Yard
from screens.exhibits import strokes
from screens.exhibits.halo import Halo
from screens.exhibits.railway.marks import HUES, TOWNS, mark
from screens.exhibits.railway.plan import Plan
from screens.lettering import lettering
from screens.page import Box
from screens.theme import BLACK, FACES, SIZES, WHITE, mix, rgba, theme
from screens.units import u

LAMPS = 5
LEGIBLE = 17
"""Design units below which names are left out: the marks say it all."""
GOLD = rgba("#FFD873")


class Halls:
    """Draws the halls over the ends of the tracks."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._lamps: list[list[Color]] = []
        self._glows: list[Halo] = []

    def lay(self, plan: Plan) -> None:
        """Paint all for a plan."""
        self.canvas.clear()
        self._lamps, self._glows = [], []
        self._size = fitting(plan.hall(0).width * 0.92)
        with self.canvas:
            self._gate(plan)
            for track in range(TRACKS):
                self._hall(track, plan.hall(track), plan)

    def draw(self, yard: Yard, pulse: float, asks: bool) -> None:
        """Light them up."""
        if not self._lamps:
            return
        for number, track in enumerate(yard.tracks):
            for lamp, colour in enumerate(self._lamps[number]):
                colour.a = 1.0 if lamp < track.delivered else 0.0
            wanted = 0.35 * pulse if asks and yard.head.town == number else 0.0
            light = max(0.95 * track.feast, wanted)
            self._glows[number].show(0.0 if theme.contrast else light)

    def _gate(self, plan: Plan) -> None:
        bare = theme.contrast
        gate = plan.gate
        strokes.sheet(*gate, plan.metre * 1.6, BLACK if bare else rgba("#3A42A6"))
        line = max(2.0, plan.metre * 0.45)
        inner = (gate.x + line, gate.y + line, gate.width - 2 * line, gate.height - 2 * line)
        strokes.sheet(*inner, plan.metre * 1.4, WHITE if bare else rgba("#232A80"))
        Color(*(BLACK if bare else rgba("#5A63CF")))
        for part in (0.25, 0.5, 0.75):
            if plan.standing:
                spot = (gate.x + gate.width * part, gate.y + line, line, gate.height - 2 * line)
            else:
                spot = (gate.x + line, gate.y + gate.height * part, gate.width - 2 * line, line)
            strokes.boxes([spot])

    def _hall(self, track: int, box: Box, plan: Plan) -> None:
        bare = theme.contrast
        hue = HUES[track]
        x, y = box.x + box.width / 2, box.y + box.height / 2
        self._glows.append(Halo(x, y, box.width * 1.7, box.height * 2, GOLD))
        drop = plan.metre * 0.8
        strokes.sheet(box.x, box.y - drop, box.width, box.height, plan.metre * 2,
                      BLACK if bare else mix(hue, BLACK, 0.7))  # fmt: skip
        strokes.sheet(*box, plan.metre * 2, BLACK if bare else mix(hue, rgba("#1B2268"), 0.5))
        line = max(2.0, plan.metre * 0.45)
        inner = (box.x + line, box.y + line, box.width - 2 * line, box.height - 2 * line)
        face = WHITE if bare else mix(hue, rgba("#141A5A"), 0.66)
        strokes.sheet(*inner, plan.metre * 1.8, face)
        middle = box.x + box.width / 2
        texture = None
        if self._size >= u(LEGIBLE):
            texture = lettering(TOWNS[track].say(theme.lang), FACES["small"], self._size)
        badge = min(box.height * 0.3, box.width * 0.3)
        Color(*(BLACK if bare else WHITE))
        strokes.ball(middle, box.y + box.height * 0.76, badge * 0.62)
        Color(*(WHITE if bare else mix(hue, BLACK, 0.15)))
        mark(track, middle, box.y + box.height * 0.76, badge * 0.72)
        if texture is not None:
            Color(*(BLACK if bare else WHITE))
            wide, tall = texture.size
            left, low = middle - wide / 2, box.y + box.height * 0.4 - tall / 2
            Rectangle(texture=texture, size=(wide, tall), pos=(round(left), round(low)))
        lamps = []
        gap = min(box.width / (LAMPS + 1), box.height * 0.22)
        for number in range(LAMPS):
            x = middle + (number - (LAMPS - 1) / 2) * gap
            y = box.y + box.height * 0.16
            Color(*(BLACK if bare else (0.03, 0.04, 0.2, 0.8)))
            strokes.ball(x, y, gap * 0.3)
            if bare:
                Color(*WHITE)
                strokes.ball(x, y, gap * 0.2)
            lamps.append(Color(*(BLACK if bare else GOLD)[:3], 0))
            strokes.ball(x, y, gap * 0.26)
        self._lamps.append(lamps)


def fitting(room: float) -> float:
    """The size in which every town's name is at most ``room`` px wide."""
    size = u(SIZES["small"] * (1.2 if theme.large else 1.0))
    widest = max(
        texture.size[0] if texture is not None else 1
        for texture in (lettering(town.say(theme.lang), FACES["small"], size) for town in TOWNS)
    )
    return float(min(size, size * room / widest))
