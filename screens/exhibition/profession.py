"""A profession: a working day in our words, whom it suits, where one learns it."""

from __future__ import annotations

from functools import partial
from typing import Any

from content.model import Profession
from screens.page import Page, heading_line
from screens.theme import _, theme
from screens.typography import SOFT
from screens.units import u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture, Pill
from screens.widgets.words import Words

CONSULTATION = "consultation"


class Screen(Page):
    """One profession or speciality."""

    @property
    def profession(self) -> Profession:
        """The profession shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.profession(str(self.args.get("id"))) or library.pack.professions[0]

    def heading(self) -> Heading:
        profession = self.profession
        kind = _("Профессия") if profession.kind == "profession" else _("Специальность")
        return Heading(
            title=profession.title.say(theme.lang),
            kicker=f"{kind} · {profession.code}",
            picture=profession.picture,
            tone="linen",
        )

    def build(self, column: Column) -> None:
        profession, library, lang = self.profession, self.kiosk.machine.library, theme.lang
        palette = theme.palette("linen")
        day = Card()
        day.add_widget(_caption("alarm-clock", _("Рабочий день")))
        day.add_widget(Words(profession.day.say(lang), color=palette.ink))
        column.add_widget(day)
        if profession.likes:
            likes = Card()
            likes.add_widget(_caption("two-hearts", _("Подойдёт, если нравится")))
            for like in profession.likes:
                likes.add_widget(Words("•  " + like.say(lang), color=palette.ink))
            column.add_widget(likes)
        column.add_widget(self._where())
        official = Words(
            _("В федеральном перечне: {name}").format(name=profession.name.say(lang)),
            role="small",
            color=palette.muted,
        )
        column.add_widget(official)
        clusters = [library.cluster(one) for one in profession.clusters]
        if any(clusters):
            column.add_widget(heading_line(_("В каких кластерах нужна")))
        for cluster in clusters:
            if cluster is not None:
                row = Row(
                    cluster.title.say(lang).replace(SOFT, ""),
                    cluster.lead.say(lang),
                    cluster.picture,
                )
                row.bind(on_act=partial(self._open, "exhibition.cluster", cluster.id))
                column.add_widget(row)

    def _where(self) -> Card:
        profession, library, lang = self.profession, self.kiosk.machine.library, theme.lang
        palette = theme.palette("linen")
        card = Card(spacing=u(20))
        card.add_widget(_caption("graduation-cap", _("Где учиться")))
        colleges = [library.college(one) for one in profession.colleges]
        for college in colleges:
            if college is None:
                continue
            town = library.town(college.town)
            card.add_widget(Words(college.name.say(lang), role="strong", color=palette.ink))
            if town is not None:
                pill = Pill(town.name.say(lang), "round-pushpin")
                card.add_widget(pill)
        if not any(colleges):
            card.add_widget(
                Words(
                    _("Где учат именно этому, подскажет Центр: наборы меняются каждый год."),
                    color=palette.ink,
                )
            )
        if library.event(CONSULTATION) is not None:
            ask = ActionKey(_("Спросить на консультации"), "flax", "teacher")
            ask.bind(on_act=partial(self._open, "signup.start", CONSULTATION))
            card.add_widget(ask)
        return card

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)


def _caption(picture: str, text: str) -> Any:
    from kivy.uix.boxlayout import BoxLayout

    line = BoxLayout(size_hint_y=None, spacing=u(20))
    line.bind(minimum_height=line.setter("height"))
    line.add_widget(Picture(picture, 60, pos_hint={"center_y": 0.5}))
    words = Words(text, role="heading", color=theme.palette("linen").ink)
    words.pos_hint = {"center_y": 0.5}
    line.add_widget(words)
    return line
