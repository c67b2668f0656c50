"""The form on the kiosk: a name and a phone, and for a class the number of pupils.

What is written lives in the draft in memory; what is missing is said beside its field and the
rest is kept.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from kiosk.signup import problems
from screens.page import Box, is_reach
from screens.signup.step import Step
from screens.signup.wording import shown_phone, worded
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.field import Field, level
from screens.widgets.header import Heading
from screens.widgets.keyboard import Keyboard
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words

NAME_LONGEST = 60
COUNT_LONGEST = 2
PHONE_DIGITS = 10
KEYBOARD, TALLEST_KEYBOARD = 520, 700
"""Design units the keyboard is high at least and at most: it takes what the fields leave."""
WIDTHS = {"name": 1.44, "phone": 1.2, "count": 0.98}
"""Shares of the fields where they stand side by side."""


class Screen(Step):
    """Fields above, keyboard below."""

    keyboard: Keyboard | None = None
    """Built once: forty keys take longer than the rest of the screen."""

    def heading(self) -> Heading:
        event = self.kiosk.machine.library.event(self.draft.event)
        is_class = self.draft.way == "class"
        return Heading(
            title=_("Запись класса") if is_class else _("Запись"),
            kicker=event.title.say(theme.lang) if event else "",
            subtitle=_("Нужен контакт учителя. Имена учеников не нужны.")
            if is_class
            else _("Прочесть это сможет только Центр."),
        )

    def build(self, column: Column) -> None:
        captions = {"name": (_("Имя"), _("Как к вам обращаться")), "phone": (_("Телефон"), "+7")}
        if self.draft.way == "class":
            captions = {
                "name": (_("Имя учителя"), _("Имя и отчество")),
                "phone": (_("Телефон учителя"), "+7"),
                "count": (_("Сколько ребят"), "25"),
            }
        aside = not measure.portrait or is_reach()
        grid = GridLayout(
            cols=len(captions) if aside else 1, size_hint_y=None, spacing=[u(28), u(20)]
        )
        grid.bind(minimum_height=grid.setter("height"))
        self._fields = {}
        for name, (caption, hint) in captions.items():
            field = Field(caption, hint, partial(self._activate, name), tall=not aside)
            if aside:
                field.size_hint_x = WIDTHS[name] if len(captions) > 2 else 1
            self._fields[name] = field
            grid.add_widget(field)
        if aside:
            level(list(self._fields.values()))
        column.add_widget(grid)
        if not is_reach() and self.draft.way == "person":
            column.add_widget(_promise())
        self._active = "name"
        self._tried = bool(getattr(self, "_tried", False)) and bool(self.draft.fields)

    def fill(self) -> None:
        super().fill()
        if self.keyboard is None:
            self.keyboard = Keyboard(self._typed, self._erased, self._done, _("Дальше"))
        self.add_widget(self.keyboard)
        if self.scroller is not None:
            self.scroller.column.bind(minimum_height=self._arrange)
        self._activate("name")
        self._arrange()

    def reset(self) -> None:
        super().reset()
        self._tried = False
        self.clear_widgets()
        self.header, self.scroller, self._filled = None, None, None

    def _arrange(self, *_args: Any) -> None:
        super()._arrange()
        keyboard = self.keyboard
        if keyboard is None or self.header is None:
            return
        _head, _art, body = super().places()
        keyboard.size_hint = (None, None)
        keyboard.size = (body.width, self._keyboard_height(body))
        keyboard.pos = (body.x, body.y)

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        tall = self._keyboard_height(body)
        return head, art, Box(body.x, body.y + tall, body.width, max(1, body.height - tall))

    def _keyboard_height(self, body: Box) -> float:
        need = self.scroller.column.minimum_height if self.scroller is not None else 0
        least = min(u(KEYBOARD), body.height * 0.62)
        return float(min(max(least, body.height - need), u(TALLEST_KEYBOARD)))

    # What is typed

    def _activate(self, name: str, *_args: Any) -> None:
        self._active = name
        self._show()

    def _typed(self, sign: str) -> None:
        fields, name = self.draft.fields, self._active
        text = fields.get(name, "")
        if name == "phone":
            digits = text.removeprefix("+7")
            if sign.isdigit() and len(digits) < PHONE_DIGITS:
                # An eight or seven typed out of habit is the country's, not the number's.
                if digits == "" and sign in "78":
                    return
                fields[name] = "+7" + digits + sign
        elif name == "count":
            if sign.isdigit() and len(text) < COUNT_LONGEST:
                fields[name] = text + sign
        elif len(text) < NAME_LONGEST and not (sign == " " and (not text or text.endswith(" "))):
            fields[name] = text + sign
        self._show()

    def _erased(self) -> None:
        fields, name = self.draft.fields, self._active
        text = fields.get(name, "")
        fields[name] = "" if name == "phone" and len(text) <= 3 else text[:-1]
        self._show()

    def _done(self) -> None:
        names = list(self._fields)
        empty = [name for name in names if not self.draft.fields.get(name, "").strip()]
        if empty and not self._tried and self._active not in empty:
            self._activate(empty[0])
            return
        found = {name: one for name, one in problems(self.draft).items() if name in self._fields}
        self._tried = True
        if found:
            self._activate(next(iter(found)))
            return
        self.kiosk.go("signup.consent", id=self.draft.event)

    def _show(self) -> None:
        found = problems(self.draft) if self._tried else {}
        for name, field in self._fields.items():
            text = self.draft.fields.get(name, "")
            if name == "phone" and (text or self._active == name):
                text = shown_phone(text.removeprefix("+7"))
            problem = worded(found[name]) if name in found else ""
            field.show(text, active=name == self._active, problem=problem)
        name = self.draft.fields.get("name", "")
        if self.keyboard is None:
            return
        if self._active == "name":
            self.keyboard.show("letters", capital=not name or name.endswith((" ", "-")))
        else:
            self.keyboard.show("digits")


def _promise() -> Card:
    card = Card(fill=(1.0, 0.95, 0.82, 1), radius=32, edge=0, room=(32, 24, 32, 24))
    card.add_widget(
        Words(
            _(
                "Написанное сразу запечатывается ключом Центра: ни киоск, ни прохожие его не "
                "прочтут. Через 30 дней после события данные удалят."
            ),
            role="small",
            color=theme.palette("linen").ink,
        )
    )
    return card
