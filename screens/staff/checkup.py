"""The checkup: what the kiosk finds when it looks itself over, line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kivy.uix.boxlayout import BoxLayout

from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import ActionKey
from screens.widgets.dialog import Dialog
from screens.widgets.surface import Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from kiosk.doctor import Finding
    from kiosk.machine import Machine


def examine(machine: Machine, lang: str) -> list[Finding]:
    """The kiosk's own examination, worded in ``lang``. For a worker thread."""
    from kiosk import doctor

    return doctor.examine(replace(machine.settings, lang=lang))


class Checkup(Dialog):
    """The findings and one button."""

    def __init__(self, findings: list[Finding], on_close: Any, **kwargs: Any) -> None:
        super().__init__(width=940, **kwargs)
        palette = theme.palette("linen")
        good = all(finding.good for finding in findings)
        title = _("Киоск в порядке") if good else _("Есть что поправить")
        self.card.add_widget(Words(title, role="heading", color=palette.ink))
        self.card.spacing = u(20)
        for finding in findings:
            row = BoxLayout(size_hint_y=None, spacing=u(20))
            row.bind(minimum_height=row.setter("height"))
            picture = "check-mark-button" if finding.good else "warning"
            row.add_widget(Picture(picture, 44, pos_hint={"center_y": 0.5}))
            line = Words(finding.text, role="small", color=palette.ink)
            line.pos_hint = {"center_y": 0.5}
            row.add_widget(line)
            self.card.add_widget(row)
        self.close = ActionKey(_("Понятно"), "flax")
        self.close.bind(on_act=on_close)
        self.card.add_widget(self.close)
