"""What every screen is: a head, a body that scrolls when it must, and a life cycle.

``enter`` starts what the screen needs, ``leave`` stops every clock event, animation, sound and
thread it started, ``reset`` forgets the visitor. Screens are built on first use and kept; a
change of size, mode or language builds them anew with the same arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from screens.theme import theme
from screens.units import measure, u
from screens.widgets.header import MARGIN, SIDE, Header, Heading, pill_row
from screens.widgets.scroller import Column, Scroller
from screens.widgets.sky import Constellation, Sky
from screens.widgets.surface import Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

COLUMN = 640
"""Width of the left column of a lying screen, design units."""


class Box(NamedTuple):
    """A rectangle in px from the bottom left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y + self.height


def is_reach() -> bool:
    """Whether all controls keep to the lower half: the reach mode on a standing screen."""
    return theme.reach and measure.portrait


def shape_of_head() -> str:
    """How heads look now: ``flat``, ``column`` or ``upper``."""
    if not measure.portrait:
        return "column"
    return "upper" if theme.reach else "flat"


class Page(FloatLayout):
    """A screen. Subclasses say :meth:`heading` and fill the body in :meth:`build`."""

    name = ""
    private = False
    """A private screen is never journalled as seen."""
    typing = False
    """Whether a person writes or reads at length here: the idle clock is more patient."""
    tone = "linen"
    """Colour of the ground: ``linen``, ``night``, ``hue`` or ``staff``."""
    has_bar = True
    idles = True
    """Whether the idle warning may come over it."""
    gap = 24
    """Design units between the parts of the body."""

    def __init__(self, kiosk: Kiosk, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kiosk = kiosk
        self.args: dict[str, Any] = {}
        self.header: Header | None = None
        self.scroller: Scroller | None = None
        self.art: Widget | None = None
        self._filled: dict[str, Any] | None = None
        self._panel: Sky | None = None
        self._stars: Widget | None = None
        self._sky: Sky | None = None
        self.bind(size=self._arrange, pos=self._arrange)

    # What a screen says of itself

    def heading(self) -> Heading:
        """The head for the current arguments."""
        raise NotImplementedError(type(self).__module__)

    def build(self, column: Column) -> None:
        """Fill the body for the current arguments."""

    def make_art(self) -> Widget | None:
        """What is drawn between head and body; None where the body comes at once."""
        return None

    # The life cycle

    def enter(self, **args: Any) -> None:
        """Show the screen for ``args``; fills it when they differ from the last ones."""
        self.args = args
        if self._filled != args or self.is_stale():
            self.fill()

    def leave(self) -> None:
        """Stop everything that was started."""
        if self.scroller is not None:
            self.scroller.halt()

    def reset(self) -> None:
        """Forget the visitor."""
        if self.scroller is not None:
            self.scroller.offset = 0

    def is_stale(self) -> bool:
        """Whether what was filled no longer holds although the arguments are the same."""
        return False

    @property
    def ref(self) -> str:
        """What the screen is about, for the journal: an id of the content."""
        return str(self.args.get("id", ""))

    # Building

    def fill(self) -> None:
        """Build head, art and body for the current arguments."""
        if self._filled is not None:
            self.kiosk.sweep_soon()
        self.clear_widgets()
        self._filled = dict(self.args)
        heading = self.heading()
        self.header = Header(heading, shape_of_head(), self._go_back)
        bare = theme.contrast or theme.large
        if heading.tone == "hue" and self.header.shape == "flat" and not bare:
            self.header.adorn(self.constellation(names=False, strength=0.36))
        self.art = self.make_art()
        column = Column(spacing=u(self.gap), padding=self.room())
        if heading.pills and self.header.shape == "column":
            column.add_widget(pill_row(heading, "linen"))
        self.build(column)
        if column.children and all(child.size_hint_y is None for child in column.children):
            column.add_widget(Widget())
        self.scroller = Scroller(column) if column.children else None
        self._lay_panel(heading)
        if self.art is not None:
            self.add_widget(self.art)
            named = getattr(self.art, "sky", self.art)
            if isinstance(named, Constellation):
                named.bind(named=self._hush)
        if self.scroller is not None:
            self.add_widget(self.scroller)
        self.add_widget(self.header)
        self.header.column.bind(minimum_height=self._arrange)
        if self.art is not None:
            column.bind(minimum_height=self._arrange)
        self._arrange()

    def constellation(self, **kwargs: Any) -> Constellation:
        """The region's towns as a widget, for a head or as art."""
        pack = self.kiosk.machine.library.pack
        return Constellation(pack.towns, pack.links, **kwargs)

    def room(self) -> list[float]:
        """Padding of the body: left, top, right, bottom, px."""
        if measure.portrait:
            return [u(MARGIN), u(20), u(MARGIN), u(40)]
        return [u(56), u(56), u(MARGIN), u(56)]

    def _lay_panel(self, heading: Heading) -> None:
        """A piece of sky behind a head that is a panel, with the constellation where there is
        room."""
        self._panel = self._stars = None
        if theme.contrast or self.tone == "night" or shape_of_head() == "flat":
            return
        self._panel = Sky(heading.hue if heading.tone == "hue" else "", size_hint=(None, None))
        self.add_widget(self._panel)
        if self.art is None:
            self._stars = self.constellation(names=False, strength=0.7)
            self._stars.size_hint = (None, None)
            self.add_widget(self._stars)

    def _arrange(self, *_args: Any) -> None:
        if self.header is None or self.width <= 1:
            return
        head, art, body = self.places()
        _put(self.header, head)
        self.header.free = art.height
        if self._panel is not None:
            _put(self._panel, head)
        self._hush()
        if self._stars is not None:
            _put(self._stars, art)
            self._stars.opacity = 1 if art.height > u(180) else 0
        if self.art is not None:
            self.art.size_hint = (None, None)
            _put(self.art, art)
        if self.scroller is not None:
            self.scroller.size_hint = (None, None)
            _put(self.scroller, body)

    def places(self) -> tuple[Box, Box, Box]:
        """Where head, art and body lie in the window, px."""
        assert self.header is not None
        x, y, w, h = self.x, self.y, self.width, self.height
        bar = self.kiosk.bar_height if self.has_bar and measure.portrait else 0
        if not measure.portrait:
            column = u(COLUMN)
            low = self.kiosk.bar_height + u(SIDE + 16) if self.has_bar else u(40)
            words = self.header.column.minimum_height
            art = Box(x, y + low, column, max(0, h - words - low))
            return Box(x, y, column, h), art, Box(x + column, y, w - column, h)
        if theme.reach:
            half = h / 2
            words = self.header.column.minimum_height
            return (
                Box(x, y + half, w, half),
                Box(x, y + half, w, max(0, half - words)),
                Box(x, y + bar, w, half - bar),
            )
        natural = self.header.natural
        head = Box(x, y + h - natural, w, natural)
        share = self.art_share(h - natural - bar) if self.art is not None else 0
        art = Box(x, head.y - share, w, share)
        return head, art, Box(x, y + bar, w, head.y - share - bar - y)

    def stand_before(self, sky: Sky) -> None:
        """Take the sky behind a night page: no star shines through its small words."""
        self._sky = sky
        self._arrange()

    def _hush(self, *_args: Any) -> None:
        sky = self._panel or self._sky
        if sky is None or self.header is None:
            return
        column = self.header.column
        quiet = [(*column.pos, *column.size)]
        quiet += getattr(getattr(self.art, "sky", self.art), "named", [])
        if not measure.portrait and self.has_bar:
            quiet.append((self.x, self.y, u(COLUMN), self.kiosk.bar_height + u(SIDE + 16)))
        sky.quiet = quiet

    def art_share(self, room: float) -> float:
        """Height of the art, px, out of ``room`` px left below the head of a standing screen."""
        return room * 0.5

    def _go_back(self, *_args: Any) -> None:
        self.kiosk.navigator.back()


def _put(widget: Widget, box: Box) -> None:
    widget.pos = (box.x, box.y)
    widget.size = (max(1, box.width), max(1, box.height))


def heading_line(text: str, tone: str = "linen") -> Widget:
    """A heading inside a body, nearer to what it heads than to what is above."""
    room = BoxLayout(size_hint_y=None, padding=[0, u(20), 0, 0])
    room.bind(minimum_height=room.setter("height"))
    room.add_widget(Words(text, role="heading", color=theme.palette(tone).ink))
    return room


def empty_note(picture: str, text: str, tone: str = "linen") -> Widget:
    """What stands where a list is empty: a picture and what one can do instead."""
    from screens.widgets.surface import Card

    card = Card(tone)
    card.add_widget(Picture(picture, 160, pos_hint={"center_x": 0.5}))
    card.add_widget(Words(text, color=theme.palette(tone).ink, halign="center"))
    return card
