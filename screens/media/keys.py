"""Keys of the player: one that plays and pauses, and switches that stay down."""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty

from screens.theme import _, theme
from screens.units import measure
from screens.widgets.buttons import ActionKey


class PlayKey(ActionKey):
    """Says what a press will do."""

    def __init__(self, **kwargs: Any) -> None:
        self._playing: bool | None = None
        super().__init__(_("Пауза"), "gold", **kwargs)
        self.say_state(False)

    def say_state(self, playing: bool) -> None:
        """Whether it pauses what plays, or plays."""
        if playing != self._playing:
            self._playing = playing
            self.say(_("Пауза") if playing else _("Смотреть"))


class Latch(ActionKey):
    """A key that is on or off; ``on`` shows in its colour and in a word."""

    on = BooleanProperty(False)

    def __init__(self, text: str, picture: str, **kwargs: Any) -> None:
        self._text = text
        super().__init__(text, "glass", picture, **kwargs)
        self.role = "switch"
        self.turn(False)

    def turn(self, on: bool) -> None:
        """Be on, or off."""
        self.on = on
        colours = theme.paint("gold" if on else "glass")
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        self.words.color = colours.ink
        state = _("вкл") if on else _("выкл")
        joint = ": " if measure.portrait else ":\n"
        self.say(f"{self._text}{joint}{state}")
