"""The filters of the search: three chips, and the dialog each of them opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from kiosk.search import KINDS
from screens.exhibition.wish import Wish
from screens.page import is_reach
from screens.theme import _, theme
from screens.typography import SOFT
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.chip import Chip
from screens.widgets.dialog import Dialog
from screens.widgets.more import MoreKey
from screens.widgets.scroller import Column, Scroller
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

GAP = 20
FILTERS = ("kind", "town", "cluster")


class Option(NamedTuple):
    """One value of a filter; an empty one filters nothing."""

    value: str
    name: str
    picture: str = ""


def options(kiosk: Kiosk, name: str) -> list[Option]:
    """The values of the filter ``kind``, ``town`` or ``cluster``, the one for all first. Towns
    where nothing can be found are left out."""
    library, lang = kiosk.machine.library, theme.lang
    if name == "kind":
        return [Option("", _("Всё")), *(Option(kind, _many(kind)) for kind in KINDS)]
    if name == "cluster":
        return [
            Option("", _("Все отрасли")),
            *(
                Option(one.id, one.title.say(lang).replace(SOFT, ""), one.picture)
                for one in library.clusters
            ),
        ]
    used = {college.town for college in library.pack.colleges}
    used.update(town for cluster in library.clusters for town in cluster.towns)
    towns = sorted(
        (town.rank > 1, town.name.say(lang), town.id)
        for town in library.pack.towns
        if town.id in used
    )
    return [Option("", _("Вся область")), *(Option(id, name) for _small, name, id in towns)]


def _many(kind: str) -> str:
    return {
        "profession": _("Профессии"),
        "speciality": _("Специальности"),
        "college": _("Колледжи"),
        "cluster": _("Кластеры"),
        "competence": _("Соревнования"),
        "programme": _("Программы Центра"),
        "event": _("События"),
    }[kind]


class Filters(BoxLayout):
    """The three chips; one that filters is lit. ``on_change`` is called when a wish changed."""

    def __init__(
        self, kiosk: Kiosk, wish: Wish, on_change: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(size_hint_y=None, spacing=u(GAP), **kwargs)
        self._kiosk, self._wish, self._on_change = kiosk, wish, on_change
        self.refresh()

    def refresh(self) -> None:
        """Say what holds now."""
        self.clear_widgets()
        pictures = {"kind": "books", "town": "round-pushpin", "cluster": "factory"}
        for name in FILTERS:
            value = getattr(self._wish, name)
            known = {one.value: one.name for one in options(self._kiosk, name)}
            chip = Chip(
                known.get(value, known[""]),
                "" if theme.large else pictures[name],
                on=bool(value),
                paint="paper",
            )
            chip.bind(on_act=partial(self._ask, name), width=self._grow)
            self.add_widget(chip)
        self._grow()

    def _grow(self, *_args: Any) -> None:
        if len(self.children) < len(FILTERS):
            return
        self.height = max(chip.natural for chip in self.children)
        for chip in self.children:
            chip.level(self.height)

    def _ask(self, name: str, *_args: Any) -> None:
        titles = {
            "kind": _("Что показать?"),
            "town": _("В каком городе?"),
            "cluster": _("В какой отрасли?"),
        }
        frame, pick = self._kiosk.frame, None

        def choose(value: str | None, *_args: Any) -> None:
            frame.close_over(pick)
            if value is not None and value != getattr(self._wish, name):
                setattr(self._wish, name, value)
                self.refresh()
                self._on_change()

        pick = Pick(titles[name], options(self._kiosk, name), getattr(self._wish, name), choose)
        frame.open_over(pick)


class Pick(Dialog):
    """A choice among many: chips that scroll where they are too many, and a way out."""

    def __init__(
        self,
        title: str,
        among: Sequence[Option],
        chosen: str,
        on_choose: Callable[..., None],
        **kwargs: Any,
    ) -> None:
        super().__init__(width=952 if measure.portrait else 1500, **kwargs)
        self.card.add_widget(Words(title, role="heading", color=theme.palette("linen").ink))
        grid = GridLayout(cols=self._columns(), size_hint_y=None, spacing=[u(GAP), u(GAP)])
        grid.bind(minimum_height=grid.setter("height"))
        for one in among:
            chip = Chip(one.name, one.picture, on=one.value == chosen)
            chip.bind(on_act=partial(on_choose, one.value))
            grid.add_widget(chip)
        column = Column(spacing=u(GAP))
        column.add_widget(grid)
        self._scroller = Scroller(column, size_hint_y=None)
        column.bind(minimum_height=self._fit)
        self.card.add_widget(self._scroller)
        close = ActionKey(_("Закрыть"), "sand", units=112)
        close.bind(on_act=partial(on_choose, None))
        self.card.add_widget(close)
        self._scroller.add_widget(MoreKey(self._scroller, "linen"))
        self.card.bind(minimum_height=self._fit)
        self.bind(size=self._fit)
        self._fit()

    def stop(self) -> None:
        """Leave nothing gliding."""
        self._scroller.halt()

    def _columns(self) -> int:
        if measure.portrait:
            return 1 if theme.large else 2
        return 2 if theme.large else 3

    def _fit(self, *_args: Any) -> None:
        rest = self.card.minimum_height - self._scroller.height
        tallest = (self.height / 2 if is_reach() else self.height) - u(80) - rest
        need = self._scroller.column.minimum_height
        self._scroller.height = max(u(220), min(need, tallest))
