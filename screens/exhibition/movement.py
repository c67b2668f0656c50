"""A movement of championships: what it is, its story in chapters, its competences in the region."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout

from content.model import Chapter, Competence, Movement
from screens.exhibition.contests.figures import figure_rows
from screens.exhibition.contests.invite import invite
from screens.exhibition.contests.tiles import competence_grid, sector_grid
from screens.page import Page, empty_note, heading_line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words


class Screen(Page):
    """One movement."""

    tone = "hue"

    @property
    def movement(self) -> Movement | None:
        """The movement shown; the first where the id is unknown, None where there is none."""
        library = self.kiosk.machine.library
        found = library.find(Movement, str(self.args.get("id")))
        return found or next(iter(library.every(Movement)), None)

    def heading(self) -> Heading:
        movement = self.movement
        if movement is None:
            return Heading(title=_("Чемпионаты мастерства"), picture="trophy")
        return Heading(
            title=movement.name.say(theme.lang),
            kicker=_("Чемпионаты мастерства"),
            badge=True,
            subtitle=movement.lead.say(theme.lang),
            picture=movement.picture,
            tone="hue",
            hue=movement.hue,
        )

    def build(self, column: Column) -> None:
        movement = self.movement
        if movement is None:
            column.add_widget(empty_note("trophy", _("Этот рассказ ещё готовится.")))
            invite(self.kiosk, column)
            return
        column.add_widget(Words(movement.what.say(theme.lang), color=theme.palette("linen").ink))
        if movement.figures:
            column.add_widget(figure_rows(self.kiosk, movement.figures))
        for chapter in movement.chapters:
            column.add_widget(_chapter(chapter))
            if chapter.figures:
                column.add_widget(figure_rows(self.kiosk, chapter.figures))
        years = ActionKey(_("Чемпионаты по годам"), "gold", "trophy")
        years.bind(on_act=lambda *_args: self.kiosk.go("exhibition.championships"))
        column.add_widget(years)
        self._competences(column, movement)
        invite(self.kiosk, column)

    def _competences(self, column: Column, movement: Movement) -> None:
        every = self.kiosk.machine.library.every(Competence)
        own = [one for one in every if movement.id in one.movements]
        near = [one for one in own if one.region]
        if near or own:
            column.add_widget(
                heading_line(_("Компетенции нашей области") if near else _("В чём соревнуются"))
            )
            column.add_widget(competence_grid(self.kiosk, near or own))
            return
        column.add_widget(heading_line(_("В чём соревнуются")))
        column.add_widget(
            Words(
                _("Список компетенций меняется каждый год. Начните со сферы, которая ближе."),
                color=theme.palette("linen").ink,
            )
        )
        column.add_widget(sector_grid(self.kiosk))


def _chapter(chapter: Chapter) -> Card:
    """A piece of the story: its picture beside its heading, and the paragraph."""
    palette = theme.palette("linen")
    card = Card(spacing=u(18))
    head = BoxLayout(size_hint_y=None, spacing=u(28))
    head.bind(minimum_height=head.setter("height"))
    head.add_widget(Picture(chapter.picture, 108, pos_hint={"center_y": 0.5}))
    middle: dict[str, Any] = {"center_y": 0.5}
    words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(4), pos_hint=middle)
    words.bind(minimum_height=words.setter("height"))
    if chapter.year is not None:
        words.add_widget(Words(str(chapter.year), role="small", color=palette.muted))
    words.add_widget(Words(chapter.title.say(theme.lang), role="heading", color=palette.ink))
    head.add_widget(words)
    card.add_widget(head)
    card.add_widget(Words(chapter.text.say(theme.lang), color=palette.ink))
    return card
