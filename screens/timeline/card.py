"""What the star under the middle opens into: what happened, its figures, its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.uix.boxlayout import BoxLayout

from kiosk.timeline import Point
from screens.exhibition.contests.figures import figure_rows
from screens.theme import _, theme
from screens.timeline.words import counted, where_and_when
from screens.units import u
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk


class FactCard(Card):
    """``show`` fills it anew; None is a quiet year."""

    def __init__(self, kiosk: Kiosk, **kwargs: Any) -> None:
        super().__init__(spacing=u(12), room=(36, 28, 36, 28), **kwargs)
        self._kiosk = kiosk

    def show(self, point: Point | None) -> None:
        """Tell of a point."""
        self.clear_widgets()
        ink, muted = theme.palette("linen").ink, theme.palette("linen").muted
        if point is None:
            quiet = _("Тихие годы. Потяните небо дальше: там снова загорятся звёзды.")
            self.add_widget(Words(quiet, color=ink))
            return
        lang = theme.lang
        head = BoxLayout(size_hint_y=None, spacing=u(24))
        head.bind(minimum_height=head.setter("height"))
        if not theme.large:
            head.add_widget(Picture(point.picture, 92, pos_hint={"center_y": 0.5}))
        words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(4))
        words.bind(minimum_height=words.setter("height"))
        words.pos_hint = {"center_y": 0.5}
        kicker = f"{point.year} · {point.movement.name.say(lang)}"
        words.add_widget(Words(kicker, role="small", color=muted))
        words.add_widget(Words(point.title.say(lang), role="heading", color=ink))
        head.add_widget(words)
        self.add_widget(head)
        for line, role in (
            (where_and_when(point), "strong"),
            (counted(point), "strong"),
            (point.text.say(lang) if point.text is not None else "", "text"),
        ):
            if line:
                self.add_widget(Words(line, role=role, color=ink))
        if point.figures:
            self.add_widget(figure_rows(self._kiosk, point.figures, on_card=True))
        source = self._kiosk.machine.library.source(point.source, lang)
        said = _("Источник: {source}").format(source=source)
        self.add_widget(Words(said, role="small", color=muted))
