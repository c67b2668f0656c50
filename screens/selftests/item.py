"""One item a screen: what is asked, the answers, how far one is. Each item is a place of its own on
the visitor's way, so back leads to the one before and an answer can be changed."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from content.model import Item
from content.selftests.sheet import Sheet
from screens.page import Page, is_reach
from screens.selftests.answers import AnswerKey, Shape
from screens.selftests.scenes import draw
from screens.selftests.testpage import TestPage
from screens.theme import _, rgba, theme
from screens.units import measure, u
from screens.voice import voice
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Progress


class Screen(TestPage):
    """A question."""

    typing = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._since = 0.0

    @property
    def item(self) -> Item:
        """The item shown."""
        items = self.test.items
        return items[min(max(0, int(self.args.get("at", 0))), len(items) - 1)]

    def heading(self) -> Heading:
        test, item = self.test, self.item
        number = test.items.index(item) + 1
        narrow = theme.large and not measure.portrait and not is_reach()
        asked = item.ask.say(theme.lang) if item.ask is not None else _("Что ближе?")
        return Heading(
            title=asked,
            kicker=f"{test.name.say(theme.lang)} · {number} / {len(test.items)}",
            role="strong" if narrow and item.ask is not None else "heading",
        )

    @property
    def _above(self) -> bool:
        """Whether what a task shows stands over the half that is touched."""
        return is_reach() and not theme.large

    def make_art(self) -> Widget | None:
        scene = self.item.scene
        return draw(scene) if scene is not None and self._above else None

    def build(self, column: Column) -> None:
        test, item, lang = self.test, self.item, theme.lang
        number = test.items.index(item)
        bar = Progress(rgba(test.hue))
        bar.value = number / len(test.items)
        column.add_widget(bar)
        shown = draw(item.scene) if item.scene and not self._above else None
        texts = test.answers if test.kind == "likert" else [one.say for one in item.answers]
        pictures = [one.picture for one in item.answers] or [None] * len(texts)
        chosen = self.sheet.answers[number] if self.sheet is not None else None
        across = shown is not None and not measure.portrait
        table = BoxLayout(spacing=u(28)) if across else column
        if across:
            table.bind(minimum_height=table.setter("size_hint_min_y"))
        if shown is not None:
            table.add_widget(shown)
        shape: Shape = "short" if test.kind == "likert" else "row"
        if len(texts) == 2 and all(pictures) and not is_reach():
            shape = "tall"
        lies = shape == "tall" and not measure.portrait
        answers = GridLayout(cols=2 if lies else 1, spacing=[u(20), u(20)])
        answers.bind(minimum_height=answers.setter("size_hint_min_y"))
        for choice, text in enumerate(texts):
            key = AnswerKey(text.say(lang), pictures[choice], choice == chosen, shape)
            key.bind(on_act=partial(self._choose, choice))
            answers.add_widget(key)
        table.add_widget(answers)
        if across:
            column.add_widget(table)
        aloud = ActionKey(_("Прочитать вслух"), "sand", "speaker-high-volume", units=112)
        aloud.bind(on_act=self._aloud)
        column.add_widget(aloud)

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self._since = Clock.get_time()
        if self.sheet is not None:
            self.sheet.at = self.test.items.index(self.item)

    def leave(self) -> None:
        super().leave()
        voice.stop()

    def is_stale(self) -> bool:
        return True

    # Answers

    @property
    def _ms(self) -> int:
        return round((Clock.get_time() - self._since) * 1000)

    def _choose(self, choice: int, *_args: Any) -> None:
        sheet = self.sheet or Sheet(self.test)
        sheet.choose(choice, self._ms)
        item = self.item
        if item.why is not None:
            self._explain(sheet, choice)
        else:
            self._on(sheet)

    def _on(self, sheet: Sheet) -> None:
        test = self.test
        if sheet.at < len(test.items):
            self.kiosk.go("selftests.item", id=test.id, sheet=sheet, at=sheet.at)
        else:
            finish(self, sheet)

    def _explain(self, sheet: Sheet, choice: int) -> None:
        """After a task: whether it was right, and why, without a mark."""
        from screens.widgets.dialog import Notice

        item, kiosk = self.item, self.kiosk
        right = item.answers[choice].right
        title = _("Верно!") if right else _("Почти. Вот как надёжнее")
        assert item.why is not None
        notice: Any = None

        def close(*_args: Any) -> None:
            kiosk.frame.close_over(notice)
            if kiosk.navigator.current is self:
                self._on(sheet)

        notice = Notice(title, item.why.say(theme.lang), close)
        kiosk.frame.open_over(notice)

    def _aloud(self, *_args: Any) -> None:
        item, test = self.item, self.test
        texts = test.answers if test.kind == "likert" else [one.say for one in item.answers]
        shown = item.scene.lines if item.scene is not None else []
        voice.say(*([item.ask] if item.ask is not None else []), *shown, *texts)


def finish(page: Page, sheet: Sheet) -> None:
    """The sheet is full: tell the journal, show where it leads. The way back is the test's start:
    a finished sheet is not changed."""
    kiosk, test = page.kiosk, sheet.test
    if kiosk.visit is not None:
        kiosk.visit.tested(sheet)
    kiosk.navigator.back_to("selftests.start")
    kiosk.go("selftests.result", id=test.id, sheet=sheet)
