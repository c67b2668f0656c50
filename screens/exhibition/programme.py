"""A programme of the Centre: for whom, what happens, its figures, how to join."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Programme
from screens.exhibition.parts import FigureKey, Invitation, show_source
from screens.page import Page, heading_line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words

OTHERS = 3
"""Programmes for the same people shown below."""


class Screen(Page):
    """One programme."""

    @property
    def programme(self) -> Programme:
        """The programme shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.programme(str(self.args.get("id"))) or library.programmes[0]

    def heading(self) -> Heading:
        programme = self.programme
        return Heading(
            title=programme.name.say(theme.lang),
            kicker=_("Программа Центра"),
            subtitle=programme.lead.say(theme.lang),
            picture=programme.picture,
            pills=(("busts-in-silhouette", programme.who.say(theme.lang)),),
        )

    def build(self, column: Column) -> None:
        programme, lang = self.programme, theme.lang
        card = Card()
        card.add_widget(Words(_("Что происходит"), role="heading", color=_ink()))
        card.add_widget(Words(programme.what.say(lang), color=_ink()))
        column.add_widget(card)
        if programme.figures:
            grid = GridLayout(
                cols=1 if theme.large else min(2, len(programme.figures)),
                size_hint_y=None,
                spacing=u(24),
            )
            grid.bind(minimum_height=grid.setter("height"))
            for figure in programme.figures:
                key = FigureKey(figure)
                key.bind(on_act=partial(show_source, self.kiosk, figure))
                grid.add_widget(key)
            column.add_widget(grid)
        self._joining(column)
        self._others(column)

    def _joining(self, column: Column) -> None:
        library, programme = self.kiosk.machine.library, self.programme
        event = library.event(programme.event) if programme.event else None
        entry = next((one for one in self.kiosk.board() if one.event == event), None)
        if event is not None and entry is not None:
            invitation = Invitation(
                event.title.say(theme.lang),
                self.kiosk.when(entry) or event.lead.say(theme.lang),
                event.picture,
            )
            invitation.bind(on_act=partial(self._sign_up, event.id))
            column.add_widget(invitation)
            return
        board = ActionKey(_("Открыть афишу"), "flax", "admission-tickets")
        board.bind(on_act=self._to_board)
        column.add_widget(board)

    def _others(self, column: Column) -> None:
        shown = self.programme
        others = [
            one
            for one in self.kiosk.machine.library.programmes
            if one.id != shown.id and set(one.audiences) & set(shown.audiences)
        ]
        if not others:
            return
        column.add_widget(heading_line(_("Ещё для вас")))
        for programme in others[:OTHERS]:
            row = Row(
                programme.name.say(theme.lang), programme.lead.say(theme.lang), programme.picture
            )
            row.bind(on_act=partial(self._open, programme.id))
            column.add_widget(row)

    def _open(self, programme: str, *_args: Any) -> None:
        self.kiosk.go("exhibition.programme", id=programme)

    def _sign_up(self, event: str, *_args: Any) -> None:
        self.kiosk.go("signup.start", id=event)

    def _to_board(self, *_args: Any) -> None:
        self.kiosk.go("exhibition.events")


def _ink() -> Any:
    return theme.palette("linen").ink
