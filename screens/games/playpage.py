"""What the screens of games share: no head, no bar and no words; a ground and large keys on it.

In the reach mode everything lies in the lower half of a standing screen.
"""

from __future__ import annotations

from typing import Any

from kivy.uix.widget import Widget

from content.model import Phrase, Text
from kiosk.playtime import Playtime
from screens.games.caption import Caption
from screens.games.ground import Ground
from screens.games.keys import SpeakerKey
from screens.games.sprite import LEAST
from screens.page import Box, Page, is_reach
from screens.theme import theme
from screens.units import measure, u
from screens.voice import voice
from screens.widgets.surface import Picture

MARGIN = 56
"""Design units between the edge of the screen and a key; a wrist rests below."""
ROBOT = 420
SKY, FLOOR, MEADOW = "#9BD4FF", "", "#B5E2A4"


class PlayPage(Page):
    """A screen of games. Subclasses make their keys in :meth:`furnish` and place them in
    :meth:`lay`."""

    has_bar = False
    sky, floor = SKY, FLOOR

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.ground: Ground | None = None
        self.speaker: SpeakerKey | None = None
        self._robot: Picture | None = None
        self._caption: Caption | None = None

    # What a screen says of itself

    def furnish(self) -> None:
        """Make everything but the ground, and add it."""

    def lay(self, box: Box) -> None:
        """Place everything within ``box``, px."""

    def say(self) -> None:
        """What the screen says aloud, at first and when asked again."""

    # Building

    def fill(self) -> None:
        self.clear_widgets()
        self._filled = dict(self.args)
        self.ground = Ground(self.sky, self.floor)
        self.add_widget(self.ground)
        self._robot = None
        if is_reach() and not theme.contrast:
            self._robot = Picture("robot", ROBOT)
            self.add_widget(self._robot)
        self.furnish()
        self._caption = self.keep(Caption()) if self.captions else None
        self._arrange()

    def keep(self, widget: Widget) -> Any:
        """Add a widget and give it back."""
        self.add_widget(widget)
        return widget

    def _arrange(self, *_args: Any) -> None:
        if self.ground is None or self.width <= 1:
            return
        self.ground.pos, self.ground.size = self.pos, self.size
        box = Box(self.x, self.y, self.width, self.height)
        if is_reach():
            box = Box(self.x, self.y, self.width, self.height / 2)
        if self._robot is not None:
            self._robot.center = (self.width / 2, self.height * 0.72)
        self.lay(box)

    def strip(self, box: Box, left: Widget, middle: Widget | None) -> Box:
        """Put a key left, something between, and the speaker right, along the upper edge; the
        room beneath, px."""
        margin, side = u(MARGIN), u(LEAST)
        top = box.top - margin - side
        left.pos = (box.x + margin, top)
        if self.speaker is not None:
            self.speaker.pos = (box.x + box.width - margin - side, top)
            panel = self.speaker.panel
            panel.pos = (box.x + box.width - margin - panel.width, top - u(28) - panel.height)
        if middle is not None:
            wide = middle.width
            middle.pos = (box.x + (box.width - wide) / 2, top + (side - middle.height) / 2)
        if self._caption is not None:
            top -= u(12) + self._caption.height
            self._caption.lay(box.x + margin, top, box.width - 2 * margin)
        return Box(box.x, box.y, box.width, top - u(20) - box.y)

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self.say()

    def leave(self) -> None:
        super().leave()
        if self._caption is not None:
            self._caption.stop()
        if self.speaker is not None:
            self.speaker.stop()
        voice.stop()
        # Its large pictures are nobody's while it is not shown; it is filled anew on entering.
        self.clear_widgets()
        self.ground = self._robot = None

    def is_stale(self) -> bool:
        return True

    def reset(self) -> None:
        self.args, self._filled = {}, None

    # What games share

    @property
    def captions(self) -> bool:
        """Whether what is said is written too: set by who cannot hear, forgotten with them."""
        visit = self.kiosk.visit
        return visit is not None and visit.captions

    def switch_captions(self) -> None:
        """Write what is said, or do not."""
        if self.kiosk.visit is not None:
            self.kiosk.visit.captions = not self.kiosk.visit.captions
            self.kiosk.navigator.rebuild()

    @property
    def playtime(self) -> Playtime:
        """The child's time; begun now where it was not."""
        kiosk = self.kiosk
        visit = kiosk.visit
        if visit is None:
            return Playtime(kiosk.machine.settings.play_minutes, kiosk.machine.now)
        if visit.playtime is None:
            seed = int.from_bytes(visit.id[:4], "big")
            minutes = kiosk.machine.settings.play_minutes
            visit.playtime = Playtime(minutes, kiosk.machine.now, seed)
        return visit.playtime

    def phrases(self, id: str) -> list[Text]:
        """The ways to say what fits an occasion; none where the pack has none."""
        phrase = self.kiosk.machine.library.find(Phrase, id)
        return list(phrase.says) if phrase is not None else []

    def utter(self, id: str, number: int) -> None:
        """Say one of them."""
        ways = self.phrases(id)
        if ways:
            voice.say(ways[number % len(ways)])


def wide(box: Box) -> bool:
    """Whether a room lies rather than stands."""
    return box.width > box.height


def is_low() -> bool:
    """Whether there is half of a screen only, or a lying one."""
    return is_reach() or not measure.portrait
