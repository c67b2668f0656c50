"""Championships of skill: the movements, the years on a piece of night sky, the sectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.uix.boxlayout import BoxLayout

from content.model import Championship, Movement, Sector
from screens.exhibition.contests.invite import invite
from screens.exhibition.contests.plot import Plot
from screens.exhibition.contests.reading import Reading
from screens.exhibition.contests.story import LEVELS, lanes, latest
from screens.exhibition.contests.tiles import movement_grid, sector_grid
from screens.page import Page, empty_note, heading_line
from screens.theme import _
from screens.units import u
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

MARGIN_BELOW = 24
"""Design units left free below the card that is scrolled into sight."""


class Screen(Page):
    """The hub of championships. ``level`` is what the plot shows: ``region``, ``national`` or
    ``world``; ``contest`` is the id of the championship told of."""

    def __init__(self, kiosk: Kiosk, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self._bring = Clock.create_trigger(self._bring_reading, 0)

    def leave(self) -> None:
        super().leave()
        self._bring.cancel()

    def heading(self) -> Heading:
        return Heading(
            title=_("Чемпионаты мастерства"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Здесь соревнуются в том, что умеют руки и голова."),
            picture="trophy",
        )

    @property
    def level(self) -> str:
        """The level the plot shows."""
        asked = str(self.args.get("level", ""))
        return asked if asked in LEVELS else LEVELS[0]

    plot: Plot
    """The panel shown."""
    reading: Reading | None = None
    """The card beside it; None where the level has no championship."""

    def build(self, column: Column) -> None:
        library = self.kiosk.machine.library
        movements, sectors = library.every(Movement), library.every(Sector)
        if movements:
            column.add_widget(movement_grid(self.kiosk))
        if library.every(Championship):
            place = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(24))
            place.bind(minimum_height=place.setter("height"))
            self._plot_place = place
            column.add_widget(place)
            self._show_level()
        if sectors:
            column.add_widget(heading_line(_("В чём соревнуются")))
            column.add_widget(sector_grid(self.kiosk))
        if not movements and not sectors:
            column.add_widget(
                empty_note(
                    "trophy",
                    _(
                        "Рассказ о чемпионатах готовится. А пока можно поехать на чемпионат "
                        "зрителем или спросить о нём в Центре."
                    ),
                )
            )
        invite(self.kiosk, column)

    def reset(self) -> None:
        super().reset()
        if self.args:
            self.args = {}
            self._filled = None

    @property
    def ref(self) -> str:
        return ""

    def _show_level(self) -> None:
        library, place = self.kiosk.machine.library, self._plot_place
        found = lanes(library, self.level)
        place.clear_widgets()
        self.plot = Plot(found, self.level, self._switch, self._choose)
        place.add_widget(self.plot)
        asked = library.find(Championship, str(self.args.get("contest", "")))
        shown = [one for lane in found for one in lane.contests]
        contest = asked if asked in shown else latest(found)
        self.reading = None
        if contest is not None:
            self.reading = Reading(self.kiosk)
            place.add_widget(self.reading)
            self._tell(contest)

    def _tell(self, contest: Championship) -> None:
        assert self.reading is not None
        self.plot.choose(contest)
        self.reading.show(contest)

    def _choose(self, contest: Championship) -> None:
        self._remember(contest=contest.id)
        self._tell(contest)
        self._bring()

    def _bring_reading(self, _dt: float) -> None:
        """Scroll just so far that the card is in sight, of one that is too tall its beginning."""
        if self.reading is None or self.scroller is None or self.reading.parent is None:
            return
        card, window = self.reading, self.scroller
        below = window.y + u(MARGIN_BELOW) - card.y
        above = window.y + window.height - u(MARGIN_BELOW) - card.y - card.height
        hidden = min(below, above)
        if hidden > 0:
            window.page(hidden / max(1.0, window.height))

    def _switch(self, level: str) -> None:
        if level != self.level:
            self.args.pop("contest", None)
            self._remember(level=level)
            self._show_level()

    def _remember(self, **chosen: str) -> None:
        """Make what was chosen part of where the visitor is: another mode or language, or the way
        back, then finds it again."""
        self.args = {**self.args, **chosen}
        self._filled = dict(self.args)
        place = self.kiosk.navigator.place
        if place is not None and place.name == self.name:
            place.args.clear()
            place.args.update(self.args)
