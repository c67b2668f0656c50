"""What a visitor asks of a job, chosen by big chips: conditions with pictures, and a town."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from kivy.uix.gridlayout import GridLayout

from content.model import Condition, Vacancy
from kiosk.vacancies import Needs
from screens.exhibition.filters import Option, Pick
from screens.page import is_reach
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.chip import Chip

if TYPE_CHECKING:
    from kiosk.visit import Visit
    from screens.kiosk import Kiosk

GAP = 20
_needs: WeakKeyDictionary[Visit, Needs] = WeakKeyDictionary()


def needs_of(kiosk: Kiosk) -> Needs:
    """What the visitor chose so far: kept for the visit, through changes of mode and language."""
    return _needs.get(kiosk.visit, Needs()) if kiosk.visit is not None else Needs()


def keep(kiosk: Kiosk, needs: Needs) -> None:
    """Keep it until the visit ends."""
    if kiosk.visit is not None:
        _needs[kiosk.visit] = needs


class NeedChips(GridLayout):
    """The chips: a condition some vacancy of today has, each on or off, then the town and a way
    to let go of everything. ``on_change`` is called with the needs that now hold."""

    def __init__(
        self,
        kiosk: Kiosk,
        vacancies: list[Vacancy],
        needs: Needs,
        on_change: Callable[[Needs], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(cols=_columns(), size_hint_y=None, spacing=[u(GAP), u(GAP)], **kwargs)
        self.bind(minimum_height=self.setter("height"))
        self._kiosk, self._on_change = kiosk, on_change
        offered = {id for one in vacancies for id in one.conditions}
        library = kiosk.machine.library
        self._conditions = [one for one in library.every(Condition) if one.id in offered]
        towns = {one.town for one in vacancies}
        self._towns = sorted(
            (town.rank > 1, town.name.say(theme.lang), town.id)
            for town in library.pack.towns
            if town.id in towns
        )
        self.show(needs)

    def show(self, needs: Needs) -> None:
        """Say what holds now."""
        self._shown = needs
        self.clear_widgets()
        for condition in self._conditions:
            self._add(self._chip(condition), partial(self._toggle, condition.id))
        if len(self._towns) > 1:
            self._add(self._town_chip(), self._ask_town)
        if not needs.is_empty:
            every = Chip(_("Сбросить выбор"), paint="sand")
            every.label = _("Сбросить выбор и показать все вакансии.")
            self._add(every, self._let_go)

    def _add(self, chip: Chip, act: Callable[..., None]) -> None:
        chip.bind(on_act=act, width=self._level)
        self.add_widget(chip)

    def _level(self, *_args: Any) -> None:
        """Chips of one row are as high as the highest of them."""
        chips = self.children[::-1]
        for start in range(0, len(chips), self.cols):
            line = chips[start : start + self.cols]
            tallest = max(chip.natural for chip in line)
            for chip in line:
                if chip.height != tallest:
                    chip.level(tallest)

    def _chip(self, condition: Condition) -> Chip:
        on, name = condition.id in self._shown.conditions, condition.name.say(theme.lang)
        chip = Chip(name, condition.picture, on=on, paint="paper")
        chip.role = "switch"
        said = (
            _("Условие «{name}» выбрано. Коснитесь, чтобы убрать его.")
            if on
            else _("Показать только вакансии с условием «{name}».")
        )
        chip.label = said.format(name=name)
        return chip

    def _town_chip(self) -> Chip:
        names = {id: name for _small, name, id in self._towns}
        name = names.get(self._shown.town, "")
        chip = Chip(name or _("Вся область"), "round-pushpin", on=bool(name), paint="paper")
        chip.label = (
            _("Показаны вакансии города: {name}. Коснитесь, чтобы выбрать другой.").format(
                name=name
            )
            if name
            else _("Показаны вакансии всей области. Коснитесь, чтобы выбрать город.")
        )
        return chip

    def _toggle(self, condition: str, *_args: Any) -> None:
        self._on_change(self._shown.toggled(condition))

    def _let_go(self, *_args: Any) -> None:
        self._on_change(Needs())

    def _ask_town(self, *_args: Any) -> None:
        frame, pick = self._kiosk.frame, None

        def choose(town: str | None, *_args: Any) -> None:
            frame.close_over(pick)
            if town is not None and town != self._shown.town:
                self._on_change(Needs(self._shown.conditions, town))

        options = [
            Option("", _("Вся область")),
            *(Option(id, name) for _s, name, id in self._towns),
        ]
        pick = Pick(_("В каком городе?"), options, self._shown.town, choose)
        frame.open_over(pick)


def _columns() -> int:
    """Few enough rows that what is found begins in sight."""
    if measure.portrait:
        return 3 if is_reach() and not theme.large else 2
    return 2 if theme.large else 3
