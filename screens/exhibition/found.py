"""What a search hit says on its row, and the row itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from content.model import Competence, Sector
from kiosk.search import Hit, Kind
from screens.pictures import album
from screens.theme import _, theme
from screens.typography import SOFT
from screens.units import u
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

SIDE, SIGN = 108, 30
"""Design units of a row's picture and of the sign that it opens."""
ROOM = (36, 22, 30, 22)
GAP = 32


class Found(NamedTuple):
    """A thing that was found: ``key`` is its own in a list."""

    hit: Hit
    kiosk: Kiosk

    @property
    def key(self) -> tuple[str, str]:
        """Kind and id."""
        return self.hit.kind, self.hit.id


class Said(NamedTuple):
    """What stands on the row, and the screen it opens."""

    title: str
    lead: str
    picture: str
    screen: str


def kind_name(kind: Kind) -> str:
    """What one thing of a kind is called."""
    return {
        "profession": _("Профессия"),
        "speciality": _("Специальность"),
        "college": _("Колледж"),
        "cluster": _("Кластер"),
        "competence": _("Соревнование"),
        "programme": _("Программа Центра"),
        "event": _("Событие"),
    }[kind]


def said(found: Found) -> Said:
    """The words of a hit in the language of now; empty ones where the thing has gone."""
    kind, id, _score = found.hit
    kiosk, lang = found.kiosk, theme.lang
    library = kiosk.machine.library
    if kind in ("profession", "speciality") and (profession := library.profession(id)):
        towns = dict.fromkeys(
            town.name.say(lang)
            for one in profession.colleges
            if (college := library.college(one)) and (town := library.town(college.town))
        )
        lead = _dotted(kind_name(kind), profession.code, *towns)
        return Said(profession.title.say(lang), lead, profession.picture, "exhibition.profession")
    if kind == "college" and (college := library.college(id)):
        town = library.town(college.town)
        lead = _dotted(town.name.say(lang) if town else "", college.profile.say(lang))
        return Said(college.name.say(lang), lead, "school", "exhibition.college")
    if kind == "cluster" and (cluster := library.cluster(id)):
        lead = _dotted(kind_name(kind), cluster.lead.say(lang))
        return Said(cluster.title.say(lang), lead, cluster.picture, "exhibition.cluster")
    if kind == "competence" and (competence := library.find(Competence, id)):
        sector = library.find(Sector, competence.sector)
        lead = _dotted(kind_name(kind), sector.name.say(lang) if sector else "")
        return Said(competence.name.say(lang), lead, competence.picture, "exhibition.competence")
    if kind == "programme" and (programme := library.programme(id)):
        lead = _dotted(kind_name(kind), programme.who.say(lang))
        return Said(programme.name.say(lang), lead, programme.picture, "exhibition.programme")
    if kind == "event" and (event := library.event(id)):
        entry = next((one for one in kiosk.board() if one.event.id == id), None)
        when = kiosk.when(entry) if entry is not None else ""
        lead = _dotted(kind_name(kind), when or event.lead.say(lang))
        return Said(event.title.say(lang), lead, event.picture, "signup.start")
    return Said("", "", "", "")


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


class FoundRow(Key):
    """A row like :class:`screens.widgets.buttons.Row` that can be filled anew. It lays itself out
    at once, so its height is known as soon as it is filled."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        palette = theme.palette("linen")
        self.fill, self.edge_colour = palette.paper, palette.edge
        self.fg, self.bg = palette.ink, palette.paper
        self.said = Said("", "", "", "")
        self.found: Found | None = None
        self._picture = Picture("star", SIDE)
        self._title = Words("", role="strong", color=palette.ink, size_hint=(None, None))
        self._lead = Words("", role="small", color=palette.muted, size_hint=(None, None))
        ink = palette.ink if theme.contrast else theme.paint("flax").fill
        self._sign = Words("›", role="heading", color=ink, size_hint=(None, None), width=u(SIGN))
        for part in (self._picture, self._title, self._lead, self._sign):
            self.add_widget(part)
        self.text_px = self._lead.font_size
        self.bind(pos=self._lay)

    def show(self, found: Found) -> None:
        """Take over what was found; the width must be set."""
        self.found, self.said = found, said(found)
        self.label = self.said.title.replace(SOFT, "")
        room = self.width - u(ROOM[0] + SIDE + GAP + GAP + SIGN + ROOM[2])
        self._picture.texture = album.texture(self.said.picture, u(SIDE))
        for words, text in ((self._title, self.label), (self._lead, self.said.lead)):
            words.width = max(u(60), room)
            words.say(text)
        words = self._title.height + u(6) + self._lead.height
        self.height = round(max(u(SIDE), words) + u(ROOM[1] + ROOM[3]) + self.edge)
        self._lay()

    def on_act(self) -> None:
        if self.found is not None and self.said.screen:
            self.found.kiosk.go(self.said.screen, id=self.found.hit.id)

    def _lay(self, *_args: Any) -> None:
        x, y = self.x, self.y + self.edge
        tall = self.height - self.edge
        self._picture.pos = (x + u(ROOM[0]), y + (tall - self._picture.height) / 2)
        left = x + u(ROOM[0] + SIDE + GAP)
        words = self._title.height + u(6) + self._lead.height
        low = y + (tall - words) / 2
        self._lead.pos = (left, low)
        self._title.pos = (left, low + self._lead.height + u(6))
        self._sign.pos = (
            x + self.width - u(ROOM[2] + SIGN),
            y + (tall - self._sign.height) / 2,
        )
