"""How a test is made: its design, its scoring, how far it can be trusted."""

from __future__ import annotations

from screens.selftests.testpage import TestPage
from screens.theme import _, theme
from screens.units import u
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words


class Screen(TestPage):
    """For who wants to know exactly."""

    def heading(self) -> Heading:
        test = self.test
        return Heading(
            title=_("Как устроен этот тест"),
            kicker=test.name.say(theme.lang),
            picture=test.picture,
        )

    def build(self, column: Column) -> None:
        test, lang = self.test, theme.lang
        palette = theme.palette("linen")
        card = Card(spacing=u(24))
        for text in test.about:
            card.add_widget(Words(text.say(lang), color=palette.ink))
        card.add_widget(
            Words(
                _(
                    "Надёжность: пока не известна. Её посчитают по ответам тех, кто прошёл тест "
                    "здесь, и тогда число появится."
                ),
                color=palette.ink,
            )
        )
        source = self.kiosk.machine.library.source(test.source, lang)
        card.add_widget(
            Words(
                _("Источник идеи: {source}").format(source=source),
                role="small",
                color=palette.muted,
            )
        )
        column.add_widget(card)
