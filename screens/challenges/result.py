"""How a match went: the stars, what an expert looks at, how to train for it here, and on."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout

from content.exhibition.challenges.match import Match
from content.model import Challenge, Competence
from kiosk.best import board
from kiosk.i18n import ngettext
from screens.challenges.leads import leads
from screens.challenges.view import offered
from screens.page import Page
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

FAINT = 0.22


class Screen(Page):
    """The end of a match."""

    tone = "night"

    @property
    def challenge(self) -> Challenge:
        """The challenge played; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.find(Challenge, str(self.args.get("id"))) or offered(library)[0]

    @property
    def match(self) -> Match | None:
        """The match that ended."""
        found = self.args.get("match")
        return found if isinstance(found, Match) else None

    def heading(self) -> Heading:
        return Heading(
            title=self._praise(),
            subtitle=self._together(),
            kicker=self.challenge.name.say(theme.lang),
            tone="night",
        )

    def _praise(self) -> str:
        match = self.match
        if match is None:
            return _("Минута мастера")
        if len(match.rounds) == 2:
            first, second = (one.score for one in match.rounds)
            if first == second:
                return _("Ничья: вы стоите друг друга!")
            return _("{who} впереди!").format(who=_sides()[first < second])
        return (
            _("Попробуйте ещё раз"),
            _("Хорошее начало!"),
            _("Отлично!"),
            _("Рука мастера!"),
        )[match.stars(0) if match.rounds[0].score else 0]

    def _together(self) -> str:
        match = self.match
        if match is None or len(match.rounds) == 1:
            return ""
        return _("А вместе — {points}.").format(
            points=_points(sum(one.score for one in match.rounds))
        )

    def build(self, column: Column) -> None:
        challenge, lang = self.challenge, theme.lang
        if self.match is not None:
            column.add_widget(self._scores(self.match))
        keys = BoxLayout(
            size_hint_y=None, spacing=u(24), orientation="vertical" if theme.large else "horizontal"
        )
        keys.bind(minimum_height=keys.setter("height"))
        again = ActionKey(_("Ещё раз"), "gold", "counterclockwise-arrows-button")
        again.bind(on_act=self._again)
        other = ActionKey(_("Другое"), "glass", "puzzle-piece")
        other.bind(on_act=self._other)
        keys.add_widget(again)
        keys.add_widget(other)
        column.add_widget(keys)
        for picture, title, text in (
            ("eye", _("На что смотрит эксперт"), challenge.expert),
            ("graduation-cap", _("Как научиться"), challenge.train),
        ):
            if text is not None:
                column.add_widget(_told(picture, title, text.say(lang)))
        library = self.kiosk.machine.library
        competence = library.find(Competence, challenge.competence)
        if competence is not None:
            row = Row(
                competence.name.say(lang), _("О компетенции"), competence.picture, tone="night"
            )
            row.bind(on_act=partial(self._open, "exhibition.competence", competence.id))
            column.add_widget(row)
        elif self.match is not None:
            further = leads(library, self.match)
            if further:
                column.add_widget(
                    Words(
                        _("Куда заглянуть дальше"), role="heading", color=theme.palette("night").ink
                    )
                )
            for lead in further:
                row = Row(lead.name, lead.line, lead.picture, tone="night")
                row.bind(on_act=partial(self._open, lead.screen, lead.id))
                column.add_widget(row)

    def _scores(self, match: Match) -> BoxLayout:
        lies = not measure.portrait or theme.reach
        table = BoxLayout(
            size_hint_y=None, spacing=u(24), orientation="horizontal" if lies else "vertical"
        )
        table.bind(minimum_height=table.setter("height"))
        ink = theme.palette("night").ink
        for seat, one in enumerate(match.rounds):
            card = Card("night", spacing=u(12))
            if len(match.rounds) == 2:
                card.add_widget(Words(_sides()[seat], role="strong", color=ink, halign="center"))
            stars = BoxLayout(
                size_hint=(None, None), height=u(120), spacing=u(16), pos_hint={"center_x": 0.5}
            )
            side = 120 if len(match.rounds) == 1 else 92
            stars.width = 3 * u(side) + 2 * u(16)
            for number in range(3):
                star = Picture("star", side, pos_hint={"center_y": 0.5})
                star.opacity = 1.0 if number < match.stars(seat) else FAINT
                stars.add_widget(star)
            card.add_widget(stars)
            card.add_widget(Words(_points(one.score), role="headline", color=ink, halign="center"))
            if len(match.rounds) == 1:
                card.add_widget(Words(self._line(match), color=ink, halign="center"))
            table.add_widget(card)
        return table

    def _line(self, match: Match) -> str:
        if self.args.get("record"):
            return _("Лучший результат сегодня — ваш!")
        if not match.rounds[0].score:
            return _("Загляните, на что смотрит эксперт, и будет легче.")
        if not match.timed:
            return _("Без спешки — тоже мастерство.")
        best = board(self.kiosk.machine).of(match.challenge, self.kiosk.today)
        return _("Лучший результат сегодня: {score}").format(score=best) if best else ""

    def reset(self) -> None:
        super().reset()
        self.args = {}
        self._filled = None

    def _again(self, *_args: Any) -> None:
        self.kiosk.navigator.replace("challenges.play", id=self.challenge.id)

    def _other(self, *_args: Any) -> None:
        way = self.kiosk.navigator
        way.replace("challenges.menu")

    def _open(self, screen: str, id: str, *_args: Any) -> None:
        self.kiosk.go(screen, id=id)


def _told(picture: str, heading: str, text: str) -> Card:
    palette = theme.palette("night")
    card = Card("night", spacing=u(14))
    line = BoxLayout(size_hint_y=None, spacing=u(24))
    line.bind(minimum_height=line.setter("height"))
    line.add_widget(Picture(picture, 64, pos_hint={"center_y": 0.5}))
    line.add_widget(Words(heading, role="heading", color=palette.ink, pos_hint={"center_y": 0.5}))
    card.add_widget(line)
    card.add_widget(Words(text, color=palette.ink))
    return card


def _points(count: int) -> str:
    return ngettext(theme.lang, "{n} очко", "{n} очка", "{n} очков", count)


def _sides() -> tuple[str, str]:
    """The players of a duel, by where they stood."""
    if measure.portrait and not theme.reach:
        return _("Верхний игрок"), _("Нижний игрок")
    return _("Левый игрок"), _("Правый игрок")
