"""Parts the exhibition's screens share: a figure one can touch, an invitation to act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from content.model import Figure
from screens.theme import _, rgba, theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk


class FigureKey(Key):
    """A figure; one touch shows its year and source."""

    def __init__(self, figure: Figure, **kwargs: Any) -> None:
        label = f"{figure.value.say(theme.lang)} {figure.label.say(theme.lang)}"
        super().__init__(label=label, **kwargs)
        palette = theme.palette("linen")
        self.fill, self.edge_colour = palette.paper, palette.edge
        self.fg, self.bg = palette.ink, palette.paper
        self.face = Face(
            self, orientation="vertical", padding=[u(28), u(22), u(20), u(18)], spacing=u(4)
        )
        value = Words(figure.value.say(theme.lang), role="heading", color=palette.ink)
        if not theme.contrast:
            value.color = theme.paint("flax").fill
        self.face.add_widget(value)
        line = Words(figure.label.say(theme.lang), role="small", color=palette.muted)
        self.face.add_widget(line)
        year = Words(f"{figure.year} · {_('источник')}", role="small", color=palette.muted)
        self.face.add_widget(year)
        self.face.add_widget(Widget(size_hint_min_y=0))
        self.text_px = line.font_size
        self.add_widget(self.face)
        self.face.bind(minimum_height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        self.size_hint_min_y = self.face.minimum_height + self.edge


def show_source(kiosk: Kiosk, figure: Figure, *_args: Any) -> None:
    """A notice with the figure's year and source."""
    from screens.widgets.dialog import Notice

    source = kiosk.machine.library.source(figure.source, theme.lang)
    value, label = figure.value.say(theme.lang), figure.label.say(theme.lang)
    text = "\n".join(
        (
            label,
            _("Год: {year}").format(year=figure.year),
            _("Источник: {source}").format(source=source),
        )
    )
    notice: Any = None

    def close(*_args: Any) -> None:
        kiosk.frame.close_over(notice)

    notice = Notice(value, text, close)
    kiosk.frame.open_over(notice)


class Invitation(Key):
    """A dark card that invites to an event, with a gold word to touch."""

    def __init__(self, title: str, line: str, picture: str, **kwargs: Any) -> None:
        super().__init__(label=title, size_hint_y=None, radius=44, **kwargs)
        paint = theme.paint("ink")
        self.fill, self.edge_colour, self.fg, self.bg = (
            paint.fill,
            rgba("#060818"),
            paint.ink,
            paint.fill,
        )
        self.face = Face(self, padding=[u(36), u(30), u(36), u(30)], spacing=u(32))
        self.face.add_widget(Picture(picture, 120, pos_hint={"center_y": 0.5}))
        words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(6))
        words.pos_hint = {"center_y": 0.5}
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Words(title, role="heading" if not theme.large else "strong",
                               color=paint.ink))  # fmt: skip
        line_ink = paint.ink if theme.contrast else rgba("#D5D8F2")
        under = Words(line, role="small", color=line_ink)
        words.add_widget(under)
        gold = rgba("#FFFFFF") if theme.contrast else rgba("#FFC94D")
        words.add_widget(Words(_("Записаться") + "  ›", role="strong", color=gold))
        self.face.add_widget(words)
        self.text_px = under.font_size
        self.add_widget(self.face)
        self._words = words
        words.bind(height=self._grow)
        self._grow()

    def _grow(self, *_args: Any) -> None:
        self.height = max(u(120), self._words.height) + u(60) + self.edge
