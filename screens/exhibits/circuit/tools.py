"""The four tools, each painted once and moved by what the current makes of it."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, Point, PopMatrix, PushMatrix, Rectangle, Rotate, Translate

from content.exhibition.exhibits.circuit.model import WORKS, Tool
from screens.exhibits import strokes
from screens.page import Box
from screens.pictures import album
from screens.shapes import disc, lines
from screens.theme import BLACK, WHITE, Colour, rgba, theme

GOLD = rgba("#FFC94D")
LIGHT = (1.0, 0.86, 0.5)


def ink(colour: str, bare: Colour = BLACK) -> Colour:
    """A colour, or what stands for it in the contrast mode."""
    return bare if theme.contrast else rgba(colour)


class Bench:
    """What all tools share: a place that is gilded while the tool does its work."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.box = Box(0, 0, 1, 1)

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.box = box
        self.canvas.clear()
        side = min(box.width, box.height)
        with self.canvas:
            strokes.sheet(*box, side * 0.12, ink("#1B2476", WHITE))
            strokes.sheet(
                box.x, box.y, box.width, side * 0.14, side * 0.07, ink("#39429F", BLACK)
            )  # fmt: skip
            if theme.contrast:
                strokes.outline(*box, side * 0.12, 4, BLACK)
            self._rim = Color(*ink("#FFC94D")[:3], 0)
            strokes.outline(*box, side * 0.12, max(4, side * 0.025), None)
            self.paint(box.x + box.width / 2, box.y + side * 0.14, box.height - side * 0.2, side)

    def paint(self, x: float, low: float, tall: float, side: float) -> None:
        """Paint the tool: its middle, its foot, the height there is, and a measure for the rest."""

    def show(self, tool: Tool, seconds: float) -> None:
        """Show the tool as it is, and whether it does its work."""
        self._rim.a = min(1.0, max(0.0, (tool.level - WORKS + 0.1) / 0.1))
        self.draw(tool, seconds)

    def draw(self, tool: Tool, seconds: float) -> None:
        """Move what the tool moves; ``seconds`` since the view began."""


class Lamp(Bench):
    """Hangs from above; its light grows with the power."""

    def paint(self, x: float, low: float, tall: float, side: float) -> None:
        top = low + tall + side * 0.06
        hang = low + tall * 0.62
        self._at = (x, hang - side * 0.06)
        self._side = side
        self._cone = Color(*LIGHT, 0)
        strokes.polygon(
            [(x - side * 0.14, hang), (x + side * 0.14, hang), (x + side * 0.44, low),
             (x - side * 0.44, low)]
        )  # fmt: skip
        self._shine = Color(*LIGHT, 0)
        self._halo = strokes.glow(*self._at, 1)
        Color(*ink("#8A90B8"))
        strokes.boxes(
            [(x - side * 0.012, hang + side * 0.2, side * 0.024, top - hang - side * 0.2)]
        )
        self._bulb = Color(*ink("#5B62B8"))
        strokes.ball(*self._at, side * 0.1)
        Color(*ink("#D9482B"))
        strokes.polygon(
            [(x - side * 0.28, hang), (x + side * 0.28, hang), (x + side * 0.1, hang + side * 0.22),
             (x - side * 0.1, hang + side * 0.22)]
        )  # fmt: skip
        Color(*ink("#FFB59E", WHITE))
        strokes.boxes([(x - side * 0.28, hang, side * 0.56, side * 0.028)])
        self._rays = Color(0, 0, 0, 0)
        if theme.contrast:
            self._rays.a = 0
            bx, by = self._at
            pairs = []
            for number in range(7):
                angle = math.pi * (1.08 + 0.14 * number)
                way = (math.cos(angle), math.sin(angle))
                pairs.append(
                    tuple(
                        (bx + way[0] * far * side, by + way[1] * far * side) for far in (0.16, 0.3)
                    )
                )
            lines(pairs, max(3, side * 0.02))
        strokes.sheet(x - side * 0.2, low, side * 0.4, side * 0.05, side * 0.02, ink("#7BD88F"))
        strokes.sheet(x - side * 0.17, low + side * 0.05, side * 0.32, side * 0.045, side * 0.02,
                      ink("#4FC3F7", WHITE))  # fmt: skip

    def draw(self, tool: Tool, seconds: float) -> None:
        level = min(1.0, tool.level)
        if theme.contrast:
            self._rays.a = level
            return
        self._cone.a = 0.27 * level
        self._shine.a = 0.95 * level**0.7
        strokes.put(
            self._halo, *self._at, self._side * (0.3 + 1.1 * level) if level > 0.01 else 0.1
        )
        self._bulb.rgb = (0.36 + 0.64 * level, 0.38 + 0.58 * level, 0.72 + 0.1 * level)


class Fan(Bench):
    """Turns the way its wires say."""

    def paint(self, x: float, low: float, tall: float, side: float) -> None:
        self._far = min(side * 0.36, tall * 0.36)
        hub = low + min(tall * 0.58, tall - self._far * 1.15)
        Color(*ink("#8A90B8"))
        Rectangle(
            texture=strokes.tube(), pos=(x - side * 0.035, low), size=(side * 0.07, hub - low)
        )
        strokes.sheet(x - side * 0.2, low, side * 0.4, side * 0.08, side * 0.04, ink("#5AA7F2"))
        Color(*ink("#0E154F", WHITE))
        strokes.ball(x, hub, self._far * 1.14)
        self._blur = Color(*ink("#5AA7F2")[:3], 0)
        self._blur.a = 0
        strokes.ball(x, hub, self._far)
        PushMatrix()
        Translate(x, hub)
        self._spin = Rotate(angle=0, axis=(0, 0, 1))
        self._blades = Color(*ink("#9FD0FF"))
        for number in range(3):
            PushMatrix()
            Rotate(angle=120 * number, axis=(0, 0, 1))
            Rectangle(
                texture=disc(), pos=(self._far * 0.06, -self._far * 0.06),
                size=(self._far * 0.9, self._far * 0.46),
            )  # fmt: skip
            PopMatrix()
        PopMatrix()
        line = max(3, side * 0.022)
        strokes.outline(x - self._far * 1.2, hub - self._far * 1.2, 2.4 * self._far,
                        2.4 * self._far, self._far * 1.2, line, ink("#C9CEF0"))  # fmt: skip
        Color(*ink("#FFC94D"))
        strokes.ball(x, hub, self._far * 0.2)

    def draw(self, tool: Tool, seconds: float) -> None:
        self._spin.angle = -360 * (tool.turns % 1)
        pace = min(1.0, abs(tool.pace))
        self._blur.a = 0.15 * pace if theme.contrast else 0.45 * pace
        self._blades.a = 1 - 0.3 * pace


class Drill(Bench):
    """Comes down as it gets quicker; chips fly."""

    def paint(self, x: float, low: float, tall: float, side: float) -> None:
        head = low + tall * 0.62
        table = max(low + side * 0.07, head - side * 0.78)
        self._bite = table + side * 0.08
        self._side = side
        self._drop = max(0.0, head - side * 0.34 - self._bite) * 0.96
        Color(*ink("#8A90B8"))
        Rectangle(texture=strokes.tube(), pos=(x - side * 0.34, low),
                  size=(side * 0.1, head + side * 0.26 - low))  # fmt: skip
        strokes.sheet(x - side * 0.38, low, side * 0.76, side * 0.07, side * 0.03, ink("#2FA36B"))
        if table > low + side * 0.1:
            Color(*ink("#1F7A50"))
            strokes.boxes([(x - side * 0.02, low + side * 0.05, side * 0.18, table - low)])
            strokes.sheet(x - side * 0.26, table - side * 0.06, side * 0.62, side * 0.06,
                          side * 0.02, ink("#2FA36B"))  # fmt: skip
        strokes.sheet(x - side * 0.14, table, side * 0.42, side * 0.08, side * 0.015,
                      ink("#C9CEF0", WHITE))  # fmt: skip
        if theme.contrast:
            strokes.outline(x - side * 0.14, table, side * 0.42, side * 0.08,
                            side * 0.015, 3, BLACK)  # fmt: skip
        PushMatrix()
        self._down = Translate(0, 0)
        Color(*ink("#8A90B8"))
        Rectangle(texture=strokes.tube(), pos=(x + side * 0.025, head - side * 0.02),
                  size=(side * 0.09, self._drop + side * 0.1))  # fmt: skip
        Color(*ink("#D7DBF5"))
        Rectangle(texture=strokes.tube(), pos=(x + side * 0.04, head - side * 0.34),
                  size=(side * 0.06, side * 0.22))  # fmt: skip
        Color(*ink("#4B528F", WHITE))
        self._twist = [strokes.boxes([(0, 0, 1, 1)]) for _number in range(4)]
        self._bit = (x + side * 0.04, head - side * 0.34, side * 0.06, side * 0.22)
        Color(*ink("#6D74A8"))
        strokes.polygon(
            [(x, head), (x + side * 0.14, head), (x + side * 0.115, head - side * 0.13),
             (x + side * 0.025, head - side * 0.13)]
        )  # fmt: skip
        PopMatrix()
        strokes.sheet(x - side * 0.38, head, side * 0.62, side * 0.26, side * 0.06, ink("#2FA36B"))
        strokes.sheet(x - side * 0.32, head + side * 0.17, side * 0.5, side * 0.045, side * 0.02,
                      (1, 1, 1, 0.35))  # fmt: skip
        Color(*ink("#FFC94D", WHITE))
        strokes.ball(x + side * 0.07, head + side * 0.09, side * 0.05)
        Color(*ink("#FFD98A"))
        self._chips = Point(texture=disc(), pointsize=max(1.5, side * 0.012))

    def draw(self, tool: Tool, seconds: float) -> None:
        level = min(1.0, tool.level)
        self._down.y = -self._drop * min(1.0, level / WORKS)
        x, y, wide, tall = self._bit
        turn = tool.turns % 1
        for number, mesh in enumerate(self._twist):
            part = (number / 4 + turn) % 1
            low = y + tall * part
            high = min(y + tall, low + tall * 0.1)
            slant = wide * 0.45
            mesh.vertices = [
                x, low - min(slant, low - y) * 0.5, 0, 0, x + wide, low, 0, 0,
                x + wide, high, 0, 0, x, high - min(slant, high - y) * 0.5, 0, 0,
            ]  # fmt: skip
        points: list[float] = []
        if level >= WORKS * 0.9:
            for number in range(8):
                age = (seconds * 1.6 + number * 0.37) % 1
                way = -1 if number % 2 else 1
                far = self._side * (0.05 + 0.2 * age) * (0.6 + 0.4 * ((number * 0.618) % 1))
                rise = self._side * (0.24 * age - 0.34 * age * age + 0.01)
                points += (x + wide / 2 + way * far, self._bite + rise)
        self._chips.points = points


class Press(Bench):
    """Stamps a star out of every blank."""

    def paint(self, x: float, low: float, tall: float, side: float) -> None:
        beam = low + tall * 0.62
        self._x, self._side = x, side
        self._stroke = min(side * 0.36, tall * 0.16 + side * 0.06)
        self._anvil = max(low + side * 0.1, beam - side * 0.27 - self._stroke)
        strokes.sheet(x - side * 0.4, low, side * 0.8, self._anvil - low, side * 0.03,
                      ink("#7A4FD0"))  # fmt: skip
        Color(*ink("#8A90B8"))
        for post in (-0.36, 0.28):
            Rectangle(texture=strokes.tube(), pos=(x + side * post, self._anvil),
                      size=(side * 0.08, beam - self._anvil))  # fmt: skip
        self._blank = Color(*ink("#E8B03A"))
        strokes.sheet(x - side * 0.13, self._anvil, side * 0.26, side * 0.06, side * 0.03, None)
        self._made = Color(1, 1, 1, 0)
        self._star = Rectangle(texture=album.texture("star", side * 0.26), size=(1, 1))
        PushMatrix()
        self._ram = Translate(0, 0)
        Color(*ink("#C9CEF0"))
        Rectangle(texture=strokes.tube(), pos=(x - side * 0.06, beam - side * 0.12),
                  size=(side * 0.12, side * 0.12 + self._stroke))  # fmt: skip
        strokes.sheet(x - side * 0.2, beam - side * 0.2, side * 0.4, side * 0.1, side * 0.02,
                      ink("#6D74A8"))  # fmt: skip
        PopMatrix()
        strokes.sheet(x - side * 0.42, beam, side * 0.84, side * 0.24, side * 0.05, ink("#8B5CF6"))
        strokes.sheet(x - side * 0.36, beam + side * 0.165, side * 0.72, side * 0.04, side * 0.02,
                      (1, 1, 1, 0.35))  # fmt: skip
        PushMatrix()
        Translate(x + side * 0.22, beam + side * 0.09)
        self._wheel = Rotate(angle=0, axis=(0, 0, 1))
        Color(*ink("#FFC94D", WHITE))
        strokes.ball(0, 0, side * 0.085)
        Color(*ink("#8A5F0A"))
        strokes.boxes([(-side * 0.07, -side * 0.012, side * 0.14, side * 0.024),
                       (-side * 0.012, -side * 0.07, side * 0.024, side * 0.14)])  # fmt: skip
        PopMatrix()

    def draw(self, tool: Tool, seconds: float) -> None:
        part = tool.turns % 1
        if tool.pace < 0:
            part = 1 - part
        down = (1 - math.cos(2 * math.pi * part)) / 2
        self._ram.y = -self._stroke * down
        self._wheel.angle = -360 * part
        stamped = part >= 0.5
        self._blank.a = 0.0 if stamped else 1.0
        away = max(0.0, part - 0.62) / 0.38
        side = self._side * 0.24
        self._made.a = (1 - away**3) if stamped else 0.0
        x = self._x + self._side * 0.3 * away * away
        strokes.put(self._star, x, self._anvil + side * (0.42 + away * 0.3), side)


TOOLS: dict[str, type[Bench]] = {"lamp": Lamp, "fan": Fan, "drill": Drill, "press": Press}
