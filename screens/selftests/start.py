"""Before a test: what it is and is not, how long it takes, what happens to the answers."""

from __future__ import annotations

from typing import Any

from content.selftests.sheet import Sheet
from kiosk.i18n import ngettext
from screens.selftests.testpage import TestPage, line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card


class Screen(TestPage):
    """Shall we?"""

    def heading(self) -> Heading:
        test = self.test
        return Heading(
            title=test.name.say(theme.lang),
            kicker=test.ages.say(theme.lang),
            subtitle=test.lead.say(theme.lang),
            picture=test.picture,
            tone="linen",
        )

    def build(self, column: Column) -> None:
        test = self.test
        count = len(test.items)
        minutes = ngettext(theme.lang, "{n} минута", "{n} минуты", "{n} минут", test.minutes)
        items = ngettext(theme.lang, "{n} вопрос", "{n} вопроса", "{n} вопросов", count)
        card = Card(spacing=u(28))
        card.add_widget(line("stopwatch", f"{items} · {minutes}"))
        card.add_widget(line("compass", test.promise.say(theme.lang)))
        card.add_widget(
            line(
                "locked-with-key",
                _(
                    "Ответы остаются без имени: по ним Центр проверяет сам тест. "
                    "Бросить можно в любую минуту."
                ),
            )
        )
        column.add_widget(card)
        begin = ActionKey(_("Начать"), "gold", "rocket", size="heading", units=170)
        begin.bind(on_act=self._begin)
        column.add_widget(begin)
        about = ActionKey(_("Как устроен этот тест"), "paper", "magnifying-glass-tilted-left")
        about.bind(on_act=self._about)
        column.add_widget(about)

    def _begin(self, *_args: Any) -> None:
        sheet = Sheet(self.test)
        if self.kiosk.visit is not None:
            self.kiosk.visit.testing(sheet)
        self.kiosk.go("selftests.item", id=self.test.id, sheet=sheet, at=0)

    def _about(self, *_args: Any) -> None:
        self.kiosk.go("selftests.about", id=self.test.id)
