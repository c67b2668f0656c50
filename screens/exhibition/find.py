"""The search: a field, filters, and beneath them what fits, live as one types.

Everything is listed before a letter is typed. What is typed stays with the visitor's wish: it is
never journalled and no label carries it.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from screens.exhibition.filters import Filters
from screens.exhibition.found import FoundRow
from screens.exhibition.wish import Wish
from screens.page import Box, Page, empty_note, is_reach
from screens.theme import _, theme
from screens.typography import width_of
from screens.units import measure, u
from screens.widgets.buttons import ActionKey, RoundKey
from screens.widgets.field import FieldBox
from screens.widgets.header import MARGIN, Heading
from screens.widgets.keyboard import Keyboard
from screens.widgets.roll import Roll, RollScroller
from screens.widgets.surface import Card
from screens.widgets.words import Words

LONGEST = 40
"""Signs of what is looked for."""
GAP = 20
KEYBOARD, LOW_KEYBOARD = 560, 430
"""Design units of the keyboard's height: standing, and where the room is low."""
CONSULTATION = "consultation"


class Screen(Page):
    """Find a profession, a college, a programme: anything the kiosk tells of."""

    keyboard: Keyboard | None = None
    """Built once, when the field is first touched."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.wish = Wish()
        super().__init__(*args, **kwargs)
        self.typing = False
        self._board: BoxLayout | None = None

    @property
    def ref(self) -> str:
        """Nothing: what a visitor looks for is nobody's business."""
        return ""

    def heading(self) -> Heading:
        return Heading(
            title=_("Поиск"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Профессии, колледжи, отрасли и всё, чем поможет Центр."),
            picture="telescope",
        )

    def enter(self, **args: Any) -> None:
        wish = Wish.of(self.kiosk, args)
        if wish is not self.wish:
            self.wish, self._filled = wish, None
        super().enter(**args)

    def leave(self) -> None:
        super().leave()
        self._close_keyboard()

    def reset(self) -> None:
        super().reset()
        self.wish, self.typing = Wish(), False
        self.clear_widgets()
        self.header, self.scroller, self._board, self._filled = None, None, None, None

    def fill(self) -> None:
        self._board = None
        super().fill()
        self.field = FieldBox(_("Что искать"), _("Профессия, город, слово…"))
        self.field.bind(on_act=self._open_keyboard)
        self.field.size_hint_y, self.field.height = None, u(140 if theme.large else 112)
        self._erase = RoundKey("×", _("Стереть всё"), side=self.field.height / measure.unit)
        self._erase.bind(on_act=self._erased_all)
        self._line = BoxLayout(size_hint_y=None, height=self.field.height, spacing=u(GAP))
        self._line.add_widget(self.field)
        self._filters = Filters(self.kiosk, self.wish, self._search)
        self._board = BoxLayout(orientation="vertical", spacing=u(GAP), size_hint=(None, None))
        self._board.add_widget(self._line)
        self._board.add_widget(self._filters)
        self._filters.bind(height=self._arrange)
        left, _top, right, bottom = self.room()
        self.roll = Roll(FoundRow, spacing=u(GAP), padding=[left, u(8), right, bottom])
        self.scroller = RollScroller(self.roll)
        self.roll.attach(self.scroller)
        self.add_widget(self.scroller, index=1)
        self.add_widget(self._board)
        if self.keyboard is not None and self.typing:
            self.add_widget(self.keyboard)
        self._search()
        self._arrange()

    # Where things lie

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        top, low = self._edge + self._board_tall + u(GAP), self._keyboard_height(body)
        return head, art, Box(body.x, body.y + low, body.width, max(1, body.height - low - top))

    def _arrange(self, *_args: Any) -> None:
        if self._board is None or self.header is None:
            return
        _head, _art, body = super().places()
        self._show_filters()
        super()._arrange()
        left, _top, right, _bottom = self.room()
        tall, edge = self._board_tall, self._edge
        self._board.size = (max(1, body.width - left - right), tall)
        self._board.pos = (body.x + left, body.y + body.height - edge - tall)
        if self.keyboard is not None:
            self.keyboard.size_hint = (None, None)
            self.keyboard.size = (body.width, max(1, self._keyboard_height(body)))
            self.keyboard.pos = (body.x, body.y)

    @property
    def _board_tall(self) -> float:
        # Counted, not asked of the layout: that answers a frame later.
        filters = self._filters.height + u(GAP) if self._filters.parent is not None else 0
        return float(self.field.height + filters)

    @property
    def _edge(self) -> float:
        return u(16 if measure.portrait else MARGIN)

    def _keyboard_height(self, body: Box) -> float:
        if not self.typing:
            return 0.0
        low = is_reach() or not measure.portrait
        return min(u(LOW_KEYBOARD if low else KEYBOARD), body.height * 0.62)

    def _show_filters(self) -> None:
        """The filters make way for the keyboard where both would leave no room for a list."""
        assert self._board is not None
        shown = self._filters.parent is not None
        if shown and self._is_crowded:
            self._board.remove_widget(self._filters)
        elif not shown and not self._is_crowded:
            self._board.add_widget(self._filters)

    @property
    def _is_crowded(self) -> bool:
        return self.typing and (is_reach() or theme.large or not measure.portrait)

    # What is looked for

    def _open_keyboard(self, *_args: Any) -> None:
        if self.typing:
            return
        machine = self.kiosk.machine
        machine.submit(machine.search.prepare)  # done before the first letter is
        if self.keyboard is None:
            self.keyboard = Keyboard(self._typed, self._erased, self._close_keyboard, _("Готово"))
            self.keyboard.show("letters")
        self.typing = True
        self.add_widget(self.keyboard)
        self._arrange()
        self._show_text()

    def _close_keyboard(self, *_args: Any) -> None:
        if not self.typing:
            return
        self.typing = False
        if self.keyboard is not None:
            self.remove_widget(self.keyboard)
        self._arrange()
        self._show_text()

    def _typed(self, sign: str) -> None:
        text = self.wish.text
        if len(text) < LONGEST and not (sign == " " and (not text or text.endswith(" "))):
            self.wish.text = text + sign
            self._search()

    def _erased(self) -> None:
        self.wish.text = self.wish.text[:-1]
        self._search()

    def _erased_all(self, *_args: Any) -> None:
        self.wish.text = ""
        self._search()

    def _show_all(self, *_args: Any) -> None:
        self.wish.clear()
        self._filters.refresh()
        self._search()

    def _search(self) -> None:
        found = self.wish.found(self.kiosk, theme.lang)
        self.roll.fill(found, None if found else self._nothing())
        self._show_text()

    def _show_text(self) -> None:
        text = self.wish.text
        if self._board is None:
            return
        if text and self._erase.parent is None:
            self._line.add_widget(self._erase)
        elif not text and self._erase.parent is not None:
            self._line.remove_widget(self._erase)
        self.field.show(self._tail(text), active=self.typing, wrong=False)

    def _tail(self, text: str) -> str:
        """What of the text stands in the field: its end, where it is too long."""
        room = self._board.width - self._erase.width - u(GAP + 110) if self._board else 0
        size = theme.text_px("text")
        while len(text) > 1 and width_of(text, "Onest", size) > max(u(200), room):
            text = text[1:]
        return text

    def _nothing(self) -> Widget:
        """What stands there when nothing fits: what one can do instead."""
        text = _("Такого здесь не нашлось. Попробуйте другое слово или начните с общего списка.")
        # Over the keyboard there is room for words alone.
        note: Any = Card() if self._is_crowded else empty_note("telescope", text)
        if self._is_crowded:
            note.add_widget(Words(text, color=theme.palette("linen").ink))
        note.spacing = u(24)
        every = ActionKey(_("Показать всё"), "flax", "books")
        every.bind(on_act=self._show_all)
        note.add_widget(every)
        if self.kiosk.machine.library.event(CONSULTATION) is not None:
            ask = ActionKey(_("Спросить на консультации"), "sand", "teacher")
            ask.bind(on_act=partial(self._ask, CONSULTATION))
            note.add_widget(ask)
        return note

    def _ask(self, event: str, *_args: Any) -> None:
        self.kiosk.go("signup.start", id=event)
