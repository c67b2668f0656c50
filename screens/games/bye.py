"""Goodbye to a child: whom one met today, and a code for the grown-up's phone."""

from __future__ import annotations

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from kiosk.handoff import met_url
from screens.games.keys import PictureKey, SpeakerKey
from screens.games.playpage import MARGIN, MEADOW, PlayPage, wide
from screens.page import Box
from screens.theme import _, theme
from screens.units import u
from screens.voice import voice
from screens.widgets.qr import QrCode
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

MOST = 6
"""People who have room."""
FEW = 3
"""People who can be large."""
FIGURE, LARGE = 230, 320
CODE = 400
"""Design units across."""
GAP = 50


class Screen(PlayPage):
    """Who worked with you today."""

    floor = MEADOW

    def furnish(self) -> None:
        playtime = self.playtime
        self.people = list(playtime.met.values())[:MOST]
        self.close = self.keep(PictureKey(_("До встречи"), "waving-hand"))
        self.close.bind(on_act=lambda *_args: self.kiosk.end("finished"))
        self.speaker = self.keep(SpeakerKey(self.say, self.switch_captions))
        self.figures = self.keep(
            GridLayout(cols=2 if len(self.people) in (2, 4) else 3, spacing=[u(20), u(GAP)])
        )
        ink = theme.palette("linen").ink
        large = FIGURE if len(self.people) > FEW else LARGE
        for thing in self.people:
            one = BoxLayout(orientation="vertical", spacing=u(4), size_hint_y=None)
            one.add_widget(Picture(thing.picture, large, pos_hint={"center_x": 0.5}))
            name = thing.name.say(theme.lang)
            one.add_widget(Words(name, role="strong", color=ink, halign="center"))
            one.bind(minimum_height=one.setter("height"))
            self.figures.add_widget(one)
        if not self.people:
            self.figures.add_widget(Picture("robot", 320))
        self.figures.size_hint = (None, None)
        self.figures.bind(minimum_height=self._arrange)
        self.card = self._card(list(playtime.met)[:MOST])
        if self.card is not None:
            self.keep(self.card)
            self.card.bind(minimum_height=self._arrange)
        self.keep(self.speaker.panel)

    def _card(self, professions: list[str]) -> Card | None:
        address = met_url(self.kiosk.machine, professions)
        if address is None:
            return None
        palette = theme.palette("linen")
        card = Card(size_hint=(None, None))
        card.add_widget(QrCode(address, CODE, pos_hint={"center_x": 0.5}))
        card.add_widget(
            Words(
                _("Взрослым: с кем мы познакомились и где этому учат"),
                color=palette.ink,
                halign="center",
            )
        )
        return card

    def lay(self, box: Box) -> None:
        room = self.strip(box, self.close, None)
        margin = u(MARGIN)
        inner = Box(room.x + margin, room.y + margin, room.width - 2 * margin, room.height - margin)
        if self.card is None:
            self._fit(inner)
            return
        if wide(inner):
            self.card.width = u(CODE + 100)
            self.card.height = self.card.minimum_height
            self.card.pos = (
                inner.x + inner.width - self.card.width,
                inner.y + max(0, (inner.height - self.card.height) / 2),
            )
            self._fit(Box(inner.x, inner.y, inner.width - self.card.width - margin, inner.height))
        else:
            self.card.width = inner.width
            self.card.height = self.card.minimum_height
            self.card.pos = (inner.x, inner.y)
            low = inner.y + self.card.height + margin
            self._fit(Box(inner.x, low, inner.width, inner.top - low))

    def _fit(self, box: Box) -> None:
        tall = min(box.height, self.figures.minimum_height)
        self.figures.size = (box.width, tall)
        self.figures.pos = (box.x, box.y + (box.height - tall) / 2)

    def say(self) -> None:
        lines = [*self.phrases("met")[:1]] if self.people else []
        lines += [thing.name for thing in self.people]
        voice.say(*lines, *self.phrases("farewell")[:1])
