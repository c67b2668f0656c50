"""What the sources say of one championship: its days and place, what is counted, year and
source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from content.model import Championship
from screens.exhibition.contests.figures import figure_rows
from screens.exhibition.contests.story import counts
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk


class Reading(Card):
    """The card under the plot. ``show`` fills it anew: in two columns on a lying screen."""

    def __init__(self, kiosk: Kiosk, **kwargs: Any) -> None:
        super().__init__(spacing=u(16), **kwargs)
        self._kiosk = kiosk

    def show(self, contest: Championship) -> None:
        """Tell of this championship."""
        self.clear_widgets()
        told, counted = self._told(contest), self._counted(contest)
        note: list[Widget] = []
        if contest.note is not None:
            ink = theme.palette("linen").ink
            note = [Words(contest.note.say(theme.lang), color=ink)]
        if measure.portrait or theme.large:
            for part in (*told, *note, *counted):
                self.add_widget(part)
        else:
            pair = BoxLayout(size_hint_y=None, spacing=u(48))
            pair.bind(minimum_height=pair.setter("height"))
            pair.add_widget(_stack(told, 0.46))
            pair.add_widget(_stack(counted, 0.54))
            self.add_widget(pair)
            for part in note:
                self.add_widget(part)
        if contest.figures:
            self.add_widget(figure_rows(self._kiosk, contest.figures, on_card=True))

    def _told(self, contest: Championship) -> list[Widget]:
        """Its name, its days and place."""
        lang, ink = theme.lang, theme.palette("linen").ink
        head = BoxLayout(size_hint_y=None, spacing=u(24))
        head.bind(minimum_height=head.setter("height"))
        if measure.portrait and not theme.large:
            head.add_widget(Picture("trophy", 84, pos_hint={"center_y": 0.5}))
        name = Words(contest.name.say(lang), role="heading", color=ink)
        name.pos_hint = {"center_y": 0.5}
        head.add_widget(name)
        parts: list[Widget] = [head]
        where = [text.say(lang) for text in (contest.when, contest.place) if text is not None]
        if where:
            parts.append(Words(" · ".join(where), role="strong", color=ink))
        return parts

    def _counted(self, contest: Championship) -> list[Widget]:
        """Its numbers, their year and source."""
        palette = theme.palette("linen")
        counted = counts(contest)
        parts: list[Widget] = []
        if counted:
            parts.append(_numbers(counted))
        if contest.participants is None:
            silent = _("Сколько человек соревновалось, источники не говорят.")
            parts.append(Words(silent, color=palette.ink))
        source = self._kiosk.machine.library.source(contest.source, theme.lang)
        for line in (
            _("Год: {year}").format(year=contest.year),
            _("Источник: {source}").format(source=source),
        ):
            parts.append(Words(line, role="small", color=palette.muted))
        return parts


def _stack(parts: Sequence[Widget], share: float) -> BoxLayout:
    stack = BoxLayout(
        orientation="vertical",
        size_hint=(share, None),
        spacing=u(14),
        pos_hint={"top": 1},
    )
    stack.bind(minimum_height=stack.setter("height"))
    for part in parts:
        stack.add_widget(part)
    return stack


def _numbers(counted: list[tuple[str, str]]) -> GridLayout:
    """The numbers side by side, each over its noun; in the large mode a line for each."""
    grid = GridLayout(
        cols=1 if theme.large else len(counted), size_hint_y=None, spacing=[u(28), u(12)]
    )
    grid.bind(minimum_height=grid.setter("height"))
    palette = theme.palette("linen")
    for number, noun in counted:
        pair = BoxLayout(
            orientation="horizontal" if theme.large else "vertical", size_hint_y=None, spacing=u(2)
        )
        pair.bind(minimum_height=pair.setter("height"))
        value = Words(number, role="headline", color=palette.ink)
        if not theme.contrast:
            value.color = theme.paint("flax").fill
        under = Words(noun, role="small", color=palette.muted)
        if theme.large:
            value.size_hint_x = 0.7
            under.pos_hint = {"center_y": 0.5}
        pair.add_widget(value)
        pair.add_widget(under)
        grid.add_widget(pair)
    return grid
