"""The mirror in its frame: the camera's picture or a drawn figure, the ribbon, stars, a hat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.graphics.texture import Texture
from kivy.uix.floatlayout import FloatLayout

from kiosk.camera import Camera, State
from screens.damage import damage
from screens.exhibits import strokes
from screens.page import is_reach
from screens.selfie.place import Photo, photo
from screens.selfie.prop import Prop
from screens.theme import BLACK, SIZES, WHITE, _, mix, rgba, shades, theme
from screens.typography import SOFT, width_of
from screens.units import measure, u
from screens.widgets.surface import Picture
from screens.widgets.words import Words

LOOKS = 1 / 30
"""Seconds between two looks at the camera."""
RIM, CORNER = 30, 64
RIBBON, RIBBON_LOW = 190, 150
UNDER_RIM = 0.66
"""Part of the rim that the mirror begins under: its square corners hide beneath the round ones."""
HAT, STAR, NARROW = 270, 140, 560
"""Design units across what one drags, in a mirror at least so wide and high."""
HASHTAG = "#СтануПрофи67"
GOLD = rgba("#FFC94D")
STARS = (
    (0.03, 0.97, 150),
    (0.975, 0.9, 110),
    (0.02, 0.72, 70),
    (0.985, 0.66, 80),
    (0.9, 0.985, 60),
    (0.97, 0.05, 120),
    (0.9, 0.02, 60),
)
"""Where stars sit on the rim (parts of the frame) and how far they shine, design units."""
SETTLED_S = 0.3


def glass_size() -> tuple[int, int]:
    """The camera's picture for the screen as it is, px: more would cost and not be seen."""
    return (560, 640) if measure.portrait and not is_reach() else (640, 400)


class Mirror(FloatLayout):
    """``title`` and ``picture`` are the trade's, ``hue`` its cluster's, ``hat`` a picture's name.
    ``on_state`` is told when the camera comes or goes."""

    def __init__(
        self, camera: Camera, title: str, picture: str, hue: str, hat: str,
        on_state: Callable[[State], None], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(**kwargs)
        self.camera, self._hue, self._on_state = camera, hue, on_state
        self.state: State = "off"
        self.photo: Photo | None = None
        self.texture: Texture | None = None
        """What the camera sees; None while the figure stands in."""
        self._event: Any = None
        self._shown_at = Clock.get_time()
        self._back, self._figure, self._rim = (InstructionGroup() for _layer in range(3))
        self._glass_ink, self._glass = Color(0, 0, 0, 0), Rectangle()
        for part in (self._back, self._figure, self._glass_ink, self._glass, self._rim):
            self.canvas.add(part)
        ink = BLACK if theme.contrast else WHITE
        self._badge = Picture(picture, 132)
        self._hashtag = Words(HASHTAG, role="heading", color=ink, free=True)
        self._title = Words(title.replace(SOFT, ""), role="strong", color=ink, free=True)
        for widget in (self._badge, self._hashtag, self._title):
            self.add_widget(widget)
        self.props = [
            Prop(hat, HAT, _("Убор: потяните его на себя")),
            Prop("glowing-star", STAR, _("Звезда: потяните её к себе")),
        ]
        for prop in self.props:
            prop.disabled = is_reach()
            self.add_widget(prop)
        self._lay_once = Clock.create_trigger(self._lay, -1)
        self.bind(pos=self._lay_once, size=self._lay_once)

    # Life

    def start(self) -> None:
        """Begin to look."""
        self.camera.start()
        self.state = self.camera.state
        if self.camera.state != "off" and self._event is None:
            self._event = Clock.schedule_interval(self._look, LOOKS)

    def stop(self) -> None:
        """Stop looking; no picture is kept."""
        if self._event is not None:
            self._event.cancel()
            self._event = None
        self._lay_once.cancel()
        self.camera.stop()
        self._cover()

    def _look(self, _dt: float) -> None:
        picture = self.camera.take()
        if picture is not None:
            self._show(picture.width, picture.height, picture.rgb)
        state = self.camera.state
        if state != self.state:
            self.state = state
            if state == "away":
                self._cover()
            self._on_state(state)

    def _show(self, width: int, height: int, rgb: bytes) -> None:
        if self.texture is None:
            self.texture = Texture.create(size=(width, height), colorfmt="rgb")
            self._glass.texture = self.texture
            self._glass_ink.rgba = WHITE
        self.texture.blit_buffer(rgb, colorfmt="rgb", bufferfmt="ubyte")
        self.canvas.ask_update()
        if self.photo is not None and Clock.get_time() - self._shown_at > SETTLED_S:
            damage.mark(*self.photo[:4])

    def _cover(self) -> None:
        """Show the drawn figure, and forget the last picture."""
        self._glass_ink.rgba = (0, 0, 0, 0)
        self._glass.texture = None
        self.texture = None

    # Laying out

    def _lay(self, *_args: Any) -> None:
        if self.width <= 1 or self.height <= 1:
            return
        side = u(24)
        room = (self.x + side, self.y + u(8), self.width - 2 * side, self.height - u(16))
        size = glass_size()
        ribbon = u(RIBBON if size[1] > size[0] else RIBBON_LOW)
        self.photo = frame = photo(room, size, u(RIM), ribbon)
        under = u(RIM) * UNDER_RIM
        x, y, wide, tall = frame.glass
        more = u(RIM) - under
        self._glass.pos = (x - more, y)
        self._glass.size = (wide + 2 * more, tall + more)
        self._draw_back(frame)
        self._draw_figure(frame)
        self._draw_rim(frame)
        self._lay_words(frame)
        self._lay_props(frame)

    def _ground(self) -> Any:
        return WHITE if theme.contrast else shades(self._hue)[0]

    def _draw_back(self, frame: Photo) -> None:
        group = self._back
        group.clear()
        group.add(Color(*self._ground()))
        group.add(strokes.sheet(*frame[:4], u(CORNER), None))
        inside = WHITE if theme.contrast else mix(shades(self._hue)[2], rgba("#0B1038"), 0.5)
        group.add(Color(*inside))
        group.add(Rectangle(pos=self._glass.pos, size=self._glass.size))

    def _draw_figure(self, frame: Photo) -> None:
        """Somebody without a face: whoever looks."""
        group = self._figure
        x, y, wide, tall = frame.glass
        group.clear()
        shade = rgba("#C9CCE3") if theme.contrast else mix(shades(self._hue)[0], WHITE, 0.22)
        middle, head = x + wide / 2, min(wide, tall) * 0.19
        group.add(Color(*shade))
        group.add(strokes.ball(middle, y + tall * 0.6, head))
        across = min(wide * 0.86, head * 4.6)
        shoulders = (tall * 0.6 - head * 1.25) + across * 0.25
        low = y - across * 0.25
        group.add(strokes.sheet(middle - across / 2, low, across, shoulders, across * 0.3, None))

    def _draw_rim(self, frame: Photo) -> None:
        """Over the mirror: the round rim, the ribbon that hides what hangs below, the stars."""
        group = self._rim
        group.clear()
        group.add(Color(*self._ground()))
        group.add(strokes.outline(*frame[:4], u(CORNER), u(RIM), None))
        corner = u(CORNER)
        group.add(
            Rectangle(
                pos=(frame.x + corner, frame.y),
                size=(frame.width - 2 * corner, frame.rim + frame.ribbon),
            )
        )
        group.add(
            Rectangle(
                pos=(frame.x, frame.y + u(CORNER)),
                size=(frame.width, frame.rim + frame.ribbon - u(CORNER)),
            )
        )
        if theme.contrast:
            group.add(Color(*BLACK))
            group.add(strokes.outline(*frame[:4], u(CORNER), u(6), None))
            return
        for across, up, shine in STARS:
            x, y = frame.x + frame.width * across, frame.y + frame.height * up
            group.add(Color(*GOLD[:3], 0.8))
            group.add(strokes.glow(x, y, u(shine)))
            group.add(Color(*mix(GOLD, WHITE, 0.5)))
            group.add(strokes.ball(x, y, u(shine) * 0.08))

    def _lay_words(self, frame: Photo) -> None:
        foot = frame.y + frame.rim * 0.6
        tall = frame.ribbon
        badge = self._badge
        badge.pos = (frame.x + u(RIM) + u(14), round(foot + (tall - badge.height) / 2))
        left = badge.x + badge.width + u(24)
        room = frame.x + frame.width - u(RIM) - u(10) - left
        both = 0.0
        for words, role in ((self._hashtag, "heading"), (self._title, "strong")):
            # On a photograph there is no large mode: the ribbon is as wide as it is.
            size = u(SIZES[role])
            wide = width_of(words.text, words.font_name, size)
            words.font_size = min(size, max(u(24), size * room / max(1.0, wide)))
            words.measure()
            both += words.height
        y = foot + (tall - both - u(4)) / 2
        self._title.pos = (left, round(y))
        self._hashtag.pos = (left, round(y + self._title.height + u(4)))

    def _lay_props(self, frame: Photo) -> None:
        x, y, wide, tall = frame.glass
        hat, tool = self.props
        for prop, side in zip(self.props, (HAT, STAR), strict=True):
            prop.grow(max(u(96), min(u(side), min(wide, tall) * side / NARROW)))
            prop.room = frame.glass
        if not hat.touched:
            hat.pos = (x + (wide - hat.width) / 2, y + tall - hat.height - u(20))
        if not tool.touched:
            tool.pos = (x + wide - tool.width - u(24), y + u(24))
