"""A stand: what to look at there, what it is about, and its page for one's own phone."""

from __future__ import annotations

from functools import partial
from typing import Any

from content.model import Stand
from kiosk import hall as halls
from kiosk import handoff
from kiosk.hall import Stop
from screens.exhibition.walk import StandRow
from screens.navigation import has_screen
from screens.page import Page, empty_note, heading_line, is_reach
from screens.signup.code import code_card
from screens.theme import _, theme
from screens.units import measure
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.words import Words

PROFESSIONS = 3
"""Professions of the stand's cluster shown at once; the cluster has the rest."""
CODE = 400


class Screen(Page):
    """One stand. ``route`` is the walk one is on, by its audience."""

    tone = "hue"

    @property
    def stand(self) -> Stand | None:
        """The stand shown; None where the id is unknown."""
        return halls.stand_of(self.kiosk.machine.library, str(self.args.get("id")))

    def heading(self) -> Heading:
        stand = self.stand
        if stand is None:
            return Heading(title=_("Стенд не найден"), kicker=_("Гид по выставке"))
        pills = [("information", _("пример"))] if stand.sample else []
        return Heading(
            title=stand.name.say(theme.lang),
            kicker=_("Стенд № {n}").format(n=stand.number),
            badge=True,
            subtitle=stand.lead.say(theme.lang),
            picture=stand.picture,
            tone="hue",
            hue=stand.hue,
            pills=tuple(pills),
        )

    def build(self, column: Column) -> None:
        stand = self.stand
        if stand is None:
            note = _("Такого стенда в этом зале нет. Откройте план: на нём все.")
            column.add_widget(empty_note("world-map", note))
            column.add_widget(self._to_plan())
            return
        self._cluster(column, stand)
        self._screen(column, stand)
        self._next_stop(column)
        self._code(column, stand)
        self._professions(column, stand)
        column.add_widget(self._to_plan())

    def _cluster(self, column: Column, stand: Stand) -> None:
        library, lang = self.kiosk.machine.library, theme.lang
        cluster = library.cluster(stand.cluster) if stand.cluster else None
        if cluster is None:
            return
        column.add_widget(Words(cluster.makes.say(lang), color=theme.palette("linen").ink))
        key = ActionKey(cluster.name.say(lang), "flax", cluster.picture, units=150)
        key.bind(on_act=partial(self._open, "exhibition.cluster", cluster.id))
        column.add_widget(key)

    def _professions(self, column: Column, stand: Stand) -> None:
        library, lang = self.kiosk.machine.library, theme.lang
        professions = library.professions_of(stand.cluster or "")[:PROFESSIONS]
        if professions:
            column.add_widget(heading_line(_("Кем можно стать")))
        for profession in professions:
            row = Row(profession.title.say(lang), profession.code, profession.picture)
            row.bind(on_act=partial(self._open, "exhibition.profession", profession.id))
            column.add_widget(row)

    def _next_stop(self, column: Column) -> None:
        following = self._following()
        if following is not None:
            column.add_widget(heading_line(_("Дальше по маршруту")))
            row = StandRow(following.stand, following, "linen", size_hint_y=None)
            row.bind(size_hint_min_y=row.setter("height"))
            row.height = row.size_hint_min_y
            row.bind(on_act=partial(self._go_on, following.stand.id))
            column.add_widget(row)

    def _screen(self, column: Column, stand: Stand) -> None:
        if stand.screen is None or not has_screen(stand.screen):
            return
        key = ActionKey(_("Открыть на экране"), "flax", stand.picture, units=150)
        key.bind(on_act=partial(self._open, stand.screen, None))
        column.add_widget(key)

    def _code(self, column: Column, stand: Stand) -> None:
        identity = self.kiosk.machine.identity
        if identity is None:
            return
        palette = theme.palette("linen")
        words = (
            Words(_("Возьмите стенд с собой"), role="heading", color=palette.ink),
            Words(
                _("Наведите камеру телефона: страница стенда откроется без входа."),
                role="small",
                color=palette.muted,
            ),
        )
        address = halls.stand_address(identity.public_url, stand.id) + self._sign_up(stand)
        beside = (is_reach() or not measure.portrait or not theme.large) and not (
            theme.large and measure.portrait
        )
        card = code_card(address, CODE, words, beside)
        if not beside:
            card.size_hint_y = None
            card.bind(minimum_height=card.setter("height"))
        column.add_widget(card)

    def _sign_up(self, stand: Stand) -> str:
        """What lets the phone's page sign up: a token of the stand's event, behind a ``#``."""
        board = self.kiosk.board()
        own = (one.event for one in board if stand.cluster and one.event.cluster == stand.cluster)
        event = next(own, board[0].event if board else None)
        address = handoff.signup_url(self.kiosk.machine, event.id) if event is not None else None
        return f"#{address.rpartition('#')[2]}" if address else ""

    def is_stale(self) -> bool:
        # The code holds the day it was made.
        return True

    def _to_plan(self) -> ActionKey:
        key = ActionKey(_("Показать на плане"), "paper", "world-map", units=120)
        key.bind(on_act=self._plan)
        return key

    def _following(self) -> Stop | None:
        library, stand = self.kiosk.machine.library, self.stand
        hall = halls.hall_of(library)
        route = halls.route_of(hall, self.args.get("route")) if hall is not None else None
        if hall is None or route is None or stand is None:
            return None
        stops = halls.stops_of(library, hall, route)
        places = [stop.stand.id for stop in stops]
        if stand.id not in places[:-1]:
            return None
        return stops[places.index(stand.id) + 1]

    def _go_on(self, stand: str, *_args: Any) -> None:
        # Back leads to the plan, not through every stand passed.
        self.kiosk.navigator.replace("exhibition.stand", id=stand, route=self.args["route"])

    def _plan(self, *_args: Any) -> None:
        route = self.args.get("route")
        self.kiosk.go("exhibition.hall", **({"route": route} if route else {}))

    def _open(self, name: str, id: str | None, *_args: Any) -> None:
        self.kiosk.go(name, **({"id": id} if id is not None else {}))
