"""«Закрыть день»: what the day was, one button that sends it, one sentence on how that went."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from kivy.input.motionevent import MotionEvent
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk import staff
from screens.background import Teller, when_done
from screens.page import Page, is_reach
from screens.staff.actions import Actions
from screens.staff.closing import Closing
from screens.staff.figures import Figures, quoted
from screens.staff.patience import Patience
from screens.staff.plot import PlotCard
from screens.staff.sending import SendingCard
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import MARGIN, Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words

if TYPE_CHECKING:
    from kiosk.doctor import Finding
    from kiosk.staff import DayReport

PATIENCE_S = 180.0
"""Without a touch for this long, and nothing being sent, the screen is left."""


class Screen(Page):
    """Numbers, hours, the sending, and what one can do."""

    tone = "staff"
    has_bar = False
    idles = False

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self._patience = Patience(PATIENCE_S, self._go_away)
        self._under_way: dict[str, Teller] = {}
        self._report: DayReport | None = None

    # Building

    def heading(self) -> Heading:
        machine = self.kiosk.machine
        place = machine.settings.place
        name = machine.identity.name if machine.identity else ""
        where = [_("Служебное меню"), name, quoted(place) if place and place != name else ""]
        return Heading(
            title=_("Закрыть день"),
            kicker=" · ".join(part for part in where if part),
            tone="staff",
            back=False,
        )

    def make_art(self) -> Widget | None:
        """A lying screen shows the numbers in its left column, the reach mode numbers and hours in
        its upper half; otherwise they are in the body."""
        wide = not measure.portrait
        columns = (1 if wide else 2) if theme.large else (2 if wide else 4)
        self.figures = Figures(columns, beside=theme.large)
        self.plot = PlotCard()
        self.plot.plot.lively = not is_reach()
        if not wide and not is_reach():
            return None
        art = BoxLayout(orientation="vertical", spacing=u(24))
        art.padding = [u(MARGIN), u(12), u(MARGIN), u(16 if wide else 36)]
        if wide:
            art.add_widget(
                Widget() if theme.contrast or theme.large else self.constellation(names=False)
            )
        art.add_widget(self.figures)
        if is_reach():
            art.add_widget(self.plot)
        return art

    def build(self, column: Column) -> None:
        self._column = column
        self._trouble: Widget | None = None
        for part in (self.figures, self.plot):
            if part.parent is None:
                column.add_widget(part)
        self.sending = SendingCard()
        column.add_widget(self.sending)
        if is_reach():
            column.add_widget(Widget())
        self.actions = Actions(self._close_day, self._examine, self._go_away)
        parts = [self._guiding(), self.actions]
        # Where not all fits, closing the day is what stays in sight.
        for part in parts[::-1] if theme.large and not measure.portrait else parts:
            column.add_widget(part)

    def _guiding(self) -> ActionKey:
        key = ActionKey(_("Вести группу"), "staff", "busts-in-silhouette", units=112)
        key.bind(on_act=lambda *_args: self.kiosk.navigator.start("guide.choose"))
        return key

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self._patience.start()
        closing = self.kiosk.closing
        if closing is not None and closing.ended and closing.day != self.kiosk.today:
            self.kiosk.closing = None
        self._show()
        self._ask_report()
        self._watch()

    def leave(self) -> None:
        super().leave()
        self._patience.stop()
        for teller in self._under_way.values():
            teller.cancel()
        self._under_way.clear()

    def on_touch_down(self, touch: MotionEvent) -> bool:
        self._patience.touched()
        return bool(super().on_touch_down(touch))

    # The day

    def _ask_report(self) -> None:
        machine = self.kiosk.machine
        future = machine.worker.submit(staff.day_report, machine, self.kiosk.today)
        self._keep("report", when_done(future, self._reported))

    def _reported(self, future: Future[DayReport]) -> None:
        error = future.exception()
        if error is None:
            self._report = future.result()
            self.figures.show(self._report)
            self.plot.show(self._report.by_hour)
            error = self._report.trouble
        self._say_trouble(error)
        self._show()

    def _say_trouble(self, error: BaseException | None) -> None:
        if self._trouble is not None:
            self._column.remove_widget(self._trouble)
            self._trouble = None
        if error is None:
            return
        from kiosk.wording import line

        self._trouble = card = Card(
            "staff", room=(32, 20, 32, 20), fill=(1.0, 0.93, 0.88, 1), radius=32, edge=0
        )
        card.add_widget(
            Words(line(error, theme.lang), role="small", color=theme.palette("staff").ink)
        )
        self._column.add_widget(card, index=len(self._column.children))

    # Closing it

    def _close_day(self, *_args: Any) -> None:
        closing = self.kiosk.closing
        if closing is None or closing.ended:
            self.kiosk.closing = Closing(self.kiosk.machine, self.kiosk.today)
            self._watch()
        self._show()

    def _watch(self) -> None:
        closing = self.kiosk.closing
        if closing is not None and not closing.ended:
            self._keep("closing", closing.watch(self._advanced))

    def _advanced(self) -> None:
        self._patience.touched()
        closing = self.kiosk.closing
        if closing is not None and closing.ended:
            # What waits now is counted anew.
            self._report = None
            self._ask_report()
        self._show()

    def _show(self) -> None:
        """The sending and the actions as they stand."""
        closing = self.kiosk.closing
        if closing is None:
            if self._report is not None:
                enrolled = self.kiosk.machine.identity is not None
                self.sending.show_waiting(self._report, enrolled, self.kiosk.today)
            self.actions.show("open")
        elif not closing.ended:
            self.sending.show_sending(closing)
            self.actions.show("sending")
        else:
            from screens.staff.outcome import outcome_of

            outcome = outcome_of(closing.future)
            pending = self._report.pending if self._report is not None else None
            self.sending.show_outcome(outcome, closing, pending)
            self.actions.show("sent" if outcome.sent else "kept")

    # The checkup

    def _examine(self, *_args: Any) -> None:
        from screens.staff.checkup import examine

        machine = self.kiosk.machine
        self.actions.checking(True)
        future = machine.worker.submit(examine, machine, theme.lang)
        self._keep("checkup", when_done(future, self._examined))

    def _examined(self, future: Future[list[Finding]]) -> None:
        from kiosk.doctor import Finding
        from kiosk.wording import line
        from screens.staff.checkup import Checkup

        self.actions.checking(False)
        self._patience.touched()
        error = future.exception()
        findings = [Finding(False, line(error, theme.lang))] if error else future.result()
        dialog: Any = None

        def close(*_args: Any) -> None:
            self.kiosk.frame.close_over(dialog)

        dialog = Checkup(findings, close)
        self.kiosk.frame.open_over(dialog)

    # Ways out

    def _go_away(self, *_args: Any) -> None:
        closing = self.kiosk.closing
        if closing is not None and closing.ended:
            self.kiosk.closing = None
        self.kiosk.end("staff")

    def _keep(self, name: str, teller: Teller) -> None:
        before = self._under_way.pop(name, None)
        if before is not None:
            before.cancel()
        self._under_way[name] = teller
