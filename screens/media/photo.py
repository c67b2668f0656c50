"""One photograph as large as the screen has room, with what is to be seen and who made it."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.graphics.texture import Texture
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from content.media import packed
from content.model import Media
from screens.media.darkroom import Darkroom, Order
from screens.media.of import photos_of
from screens.media.pane import RADIUS, Pane
from screens.media.signed import heading_of, sign
from screens.page import Page, empty_note
from screens.theme import _
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

LATER_S = 0.05
KEYS = 128


class Screen(Page):
    """The ``n``-th photograph of the thing that ``of`` and ``id`` name."""

    tone = "night"

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.pane: Pane | None = None
        self._darkroom = Darkroom()
        self._load_soon = Clock.create_trigger(self._load, LATER_S)

    @property
    def photos(self) -> list[Media]:
        """All photographs of the thing."""
        library = self.kiosk.machine.library
        return photos_of(library, self.args.get("of"), self.args.get("id"))

    @property
    def number(self) -> int:
        """Which of them is shown, from 0."""
        wanted = self.args.get("n", 0)
        most = max(0, len(self.photos) - 1)
        return min(max(0, wanted), most) if isinstance(wanted, int) else 0

    def heading(self) -> Heading:
        if not self.photos:
            return Heading(title=_("Фотографии"), tone="night")
        count = _("Фото {n} из {total}").format(n=self.number + 1, total=len(self.photos))
        return heading_of(self.photos[self.number], count)

    def make_art(self) -> Widget | None:
        self.pane = Pane("night") if self.photos else None
        if self.pane is None or not measure.portrait:
            return None
        return Framed(self.pane)

    def art_share(self, room: float) -> float:
        return room - u(KEYS + 90) if len(self.photos) > 1 else room - u(20)

    def build(self, column: Column) -> None:
        if self.pane is None:
            text = _("Здесь пока нет фотографий.")
            column.add_widget(empty_note("framed-picture", text, "night"))
            return
        if not measure.portrait:
            column.add_widget(self.pane)
        if len(self.photos) > 1:
            keys = BoxLayout(size_hint_y=None, spacing=u(20))
            keys.bind(minimum_height=keys.setter("height"))
            for text, by in ((_("‹ Предыдущее"), -1), (_("Следующее ›"), 1)):
                key = ActionKey(text, "glass", units=KEYS)
                key.bind(on_act=partial(self._turn, by))
                keys.add_widget(key)
            column.add_widget(keys)
        sign(column, self.photos[self.number])

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self._load_soon()

    def leave(self) -> None:
        super().leave()
        self._load_soon.cancel()
        self._darkroom.close()
        if self.pane is not None:
            self.pane.show(None)

    def _load(self, _dt: float) -> None:
        if self.pane is None:
            return
        path = packed(self.kiosk.machine.library.folder, self.photos[self.number])
        room = (max(1, int(self.pane.width)), max(1, int(self.pane.height)))
        order = Order(path, room, radius=int(u(RADIUS)))
        self._darkroom.ask(order, self._take)

    def _take(self, texture: Texture | None) -> None:
        if self.pane is None:
            return
        if texture is None:
            self.pane.say("framed-picture", _("Это фото сейчас не показать."))
        else:
            self.pane.show(texture)

    def _turn(self, by: int, *_args: Any) -> None:
        next_one = (self.number + by) % len(self.photos)
        self.kiosk.navigator.replace(
            "media.photo", of=self.args["of"], id=self.args["id"], n=next_one
        )


class Framed(BoxLayout):
    """Room at the sides of a pane that stands as a page's art."""

    def __init__(self, pane: Widget) -> None:
        super().__init__(padding=[u(40), u(12), u(40), u(12)])
        self.add_widget(pane)
