"""One exhibit: the thing itself, and three keys under it."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout

from content.model import Exhibit
from screens.exhibits.view import View, has_view, make_view
from screens.page import Page
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column


class Screen(Page):
    """An exhibit one plays with."""

    tone = "night"
    gap = 20

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.view: View | None = None

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        found = library.find(Exhibit, str(self.args.get("id")))
        return found or next(one for one in library.every(Exhibit) if has_view(one))

    def heading(self) -> Heading:
        exhibit = self.exhibit
        return Heading(
            title=exhibit.name.say(theme.lang),
            kicker=_("Попробуйте руками"),
            subtitle=exhibit.lead.say(theme.lang),
            tone="night",
        )

    def build(self, column: Column) -> None:
        if self.view is not None:
            self.view.stop()
        self.view = make_view(self.exhibit)
        column.add_widget(self.view)
        keys = BoxLayout(size_hint_y=None, spacing=u(20))
        keys.bind(minimum_height=keys.setter("height"))
        for text, picture, act in (
            (_("Заново"), "counterclockwise-arrows-button", self._restart),
            (_("Что это?"), "light-bulb", self._explain),
            (_("Где это?"), "round-pushpin", self._cluster),
        ):
            key = ActionKey(text, "glass", "" if theme.large else picture, units=112)
            key.bind(on_act=act)
            keys.add_widget(key)
        column.add_widget(keys)

    def room(self) -> list[float]:
        side = u(40 if measure.portrait else 32)
        return [side, u(12), side, u(24)]

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        if self.view is not None:
            self.view.restart()
            self.view.start()
        if self.kiosk.visit is not None:
            self.kiosk.visit.opened(self.exhibit.id)

    def leave(self) -> None:
        super().leave()
        if self.view is not None:
            self.view.stop()

    def _restart(self, *_args: Any) -> None:
        if self.view is not None:
            self.view.restart()

    def _explain(self, *_args: Any) -> None:
        from screens.widgets.dialog import Notice

        exhibit = self.exhibit
        source = self.kiosk.machine.library.source(exhibit.source, theme.lang)
        text = f"{exhibit.fact.say(theme.lang)}\n{_('Источник: {source}').format(source=source)}"
        notice: Any = None

        def close(*_args: Any) -> None:
            self.kiosk.frame.close_over(notice)
            if self.view is not None and self.kiosk.navigator.current is self:
                self.view.start()

        notice = Notice(exhibit.name.say(theme.lang), text, close)
        if self.view is not None:
            self.view.stop()
        self.kiosk.frame.open_over(notice)

    def _cluster(self, *_args: Any) -> None:
        self.kiosk.go("exhibition.cluster", id=self.exhibit.cluster)
