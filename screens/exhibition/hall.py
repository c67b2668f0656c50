"""The hall: its plan, where one is, and a walk for each audience."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from content.model import Hall, Route, Stand
from kiosk import hall as halls
from kiosk.hall import Stop
from kiosk.i18n import ngettext
from screens.exhibition.plan import Plan
from screens.exhibition.walk import AudienceChip, StandRow, about_minutes
from screens.page import Box, Page, empty_note, heading_line, is_reach
from screens.theme import CLEAR, _, theme
from screens.units import measure, u
from screens.widgets.header import MARGIN, Heading
from screens.widgets.scroller import Column
from screens.widgets.words import Words

LEAST_LIST = 560
"""Design units left for the list under a plan at least."""
FOOT, LARGE_FOOT = 360, 430
"""Design units left for the list under a lying plan; in the large mode."""


class Screen(Page):
    """The plan above, whose walk and its stops below. ``route`` is an audience; without one it is
    the visitor's own, and an empty one shows every stand."""

    tone = "night"
    gap = 26

    @property
    def hall(self) -> Hall | None:
        """The hall shown; None where no plan was drawn."""
        return halls.hall_of(self.kiosk.machine.library)

    @property
    def route(self) -> Route | None:
        """The walk shown."""
        hall, visit = self.hall, self.kiosk.visit
        chosen = self.args.get("route", visit.audience if visit is not None else None)
        return halls.route_of(hall, chosen) if hall is not None else None

    @property
    def stops(self) -> list[Stop]:
        """The stops of that walk."""
        hall, route = self.hall, self.route
        if hall is None or route is None:
            return []
        return halls.stops_of(self.kiosk.machine.library, hall, route)

    def is_stale(self) -> bool:
        # Who comes again may have said who they are meanwhile.
        return "route" not in self.args

    def heading(self) -> Heading:
        hall = self.hall
        sample = hall is not None and hall.sample
        # A lying screen has its pills over the list, far from the plan they speak of.
        lines = [_("План — образец.")] if sample and not measure.portrait else []
        if hall is not None and (is_reach() or not measure.portrait):
            lines.append(_("Коснитесь стенда или выберите, кто вы."))
        return Heading(
            title=_("План выставки") if hall is None else hall.name.say(theme.lang),
            kicker=_("Гид по выставке"),
            subtitle=" ".join(lines),
            tone="night",
            pills=(("information", _("План — образец")),) if sample and measure.portrait else (),
            role="headline" if measure.portrait else "",
        )

    def make_art(self) -> Any:
        hall = self.hall
        if hall is None:
            return None
        stands = halls.stands_of(self.kiosk.machine.library, hall)
        return Plan(hall, stands, self.stops, self._open)

    def fill(self) -> None:
        super().fill()
        if self.header is not None:
            # The sky is one: nothing parts the words from the plan.
            self.header.line_colour = CLEAR

    def build(self, column: Column) -> None:
        hall = self.hall
        if hall is None:
            note = _("План появится, когда его нарисует Центр. Спросите дорогу у сотрудника.")
            column.add_widget(empty_note("world-map", note, "night"))
            return
        words = self._list(hall)
        if measure.portrait:
            for part in (self._chips(hall), *words):
                column.add_widget(part)
            return
        row = BoxLayout(size_hint_y=None, spacing=u(48))
        chips = self._chips(hall)
        chips.size_hint_x = 1.06
        beside = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(16))
        for part in words:
            beside.add_widget(part)
        for part in (chips, beside):
            part.pos_hint = {"top": 1}
            row.add_widget(part)
        beside.bind(minimum_height=beside.setter("height"))
        row.bind(minimum_height=row.setter("height"))
        column.add_widget(row)

    def _list(self, hall: Hall) -> list[Widget]:
        """The walk's name and stops, or every stand."""
        route, stops, palette = self.route, self.stops, theme.palette("night")
        if route is not None and stops:
            many = ngettext(
                theme.lang, "{n} остановка", "{n} остановки", "{n} остановок", len(stops)
            )
            line = f"{many}, {about_minutes(route.minutes)}"
            parts = [
                _title(route.name.say(theme.lang)),
                Words(line, role="small", color=palette.muted),
                self._rows([(stop.stand, stop) for stop in stops]),
            ]
        else:
            stands = halls.stands_of(self.kiosk.machine.library, hall)
            parts = [_title(_("Все стенды")), self._rows([(stand, None) for stand in stands])]
        if hall.sample:
            note = _("Это образец: стенды встанут по местам, когда Центр нарисует свой план.")
            parts.append(Words(note, role="small", color=palette.ink))
        return parts

    def _chips(self, hall: Hall) -> GridLayout:
        library, route = self.kiosk.machine.library, self.route
        upright = not measure.portrait
        columns = 2 if theme.large else 3
        grid = GridLayout(cols=columns, size_hint_y=None, spacing=[u(24), u(24)])
        grid.bind(minimum_height=grid.setter("height"))
        for audience in library.audiences:
            if halls.route_of(hall, audience.id) is None:
                continue
            on = route is not None and route.audience == audience.id
            chip = AudienceChip(audience, on, upright)
            chip.bind(on_act=partial(self._choose, "" if on else audience.id))
            grid.add_widget(chip)
        return grid

    def _rows(self, shown: Sequence[tuple[Stand, Stop | None]]) -> GridLayout:
        walking = any(stop is not None for _stand, stop in shown)
        one = theme.large or walking or not measure.portrait
        grid = GridLayout(cols=1 if one else 2, size_hint_y=None, spacing=[u(24), u(24)])
        grid.bind(minimum_height=grid.setter("height"))
        for stand, stop in shown:
            row = StandRow(stand, stop)
            row.bind(on_act=partial(self._open, stand.id))
            grid.add_widget(row)
        return grid

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        if self.art is not None:
            self.art.here.alive = True

    def leave(self) -> None:
        super().leave()
        if self.art is not None:
            self.art.here.alive = False

    # Where it lies

    def art_share(self, room: float) -> float:
        assert self.art is not None
        natural = self.art.height_at(self.width - 2 * u(MARGIN))
        return float(max(room * 0.3, min(natural, room - u(LEAST_LIST))))

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        if self.art is None:
            return head, art, body
        if measure.portrait:
            side = u(MARGIN)
            return head, Box(art.x + side, art.y, art.width - 2 * side, art.height), body
        left, wide = body.x + u(20), body.width - u(20 + MARGIN)
        low = u(LARGE_FOOT if theme.large else FOOT)
        tall = min(self.art.height_at(wide), self.height - low)
        return (
            head,
            Box(left, self.y + self.height - tall, wide, tall),
            Box(body.x, self.y, body.width, self.height - tall),
        )

    def room(self) -> list[float]:
        if measure.portrait:
            return [u(MARGIN), u(16), u(MARGIN), u(36)]
        return [u(20), u(8), u(MARGIN), u(40)]

    def _choose(self, route: str, *_args: Any) -> None:
        self.kiosk.navigator.replace("exhibition.hall", route=route)

    def _open(self, stand: str, *_args: Any) -> None:
        route = self.route
        kept = {"route": route.audience} if route is not None else {}
        self.kiosk.go("exhibition.stand", id=stand, **kept)


def _title(text: str) -> Widget:
    """The list's name: a lying screen has no room for a heading."""
    if measure.portrait:
        return heading_line(text, "night")
    return Words(text, role="strong", color=theme.palette("night").ink)
