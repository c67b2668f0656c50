"""How old? Under 14 the kiosk takes no form: a parent's phone does."""

from __future__ import annotations

from functools import partial
from typing import Any

from kiosk import handoff
from screens.page import is_reach
from screens.signup.code import code_card
from screens.signup.step import Step
from screens.theme import _, theme
from screens.units import measure
from screens.widgets.buttons import ActionKey, Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words


class Screen(Step):
    """Three ages; the youngest sees the QR for a parent."""

    gap = 32

    def heading(self) -> Heading:
        young = self.draft.age_band == "under14"
        return Heading(
            title=_("Позови взрослого") if young else _("Сколько вам лет?"),
            kicker=_("Запись"),
            subtitle=_("До 14 лет записывает мама, папа или другой близкий взрослый.")
            if young
            else _("От этого зависит, кто подтверждает запись."),
        )

    def build(self, column: Column) -> None:
        if self.draft.age_band == "under14":
            self._for_parent(column)
            return
        ages = (
            ("under14", _("Меньше 14"), _("Запишет взрослый со своего телефона"), "teddy-bear",
             "#FFE2B8"),
            ("14to17", _("От 14 до 17"), _("Можно самому"), "backpack", "#CFE0FF"),
            ("adult", _("18 и больше"), _("Можно самому"), "graduation-cap", "#D6F0DD"),
        )  # fmt: skip
        for band, title, lead, picture, colour in ages:
            tile = Tile(
                title,
                lead,
                picture,
                colour,
                beside=True,
                side=150 if is_reach() else 190,
                role_of_title="heading" if theme.large or is_reach() else "headline",
                role_of_lead="text",
            )
            tile.bind(on_act=partial(self._chosen, band))
            column.add_widget(tile)

    def _for_parent(self, column: Column) -> None:
        column.add_widget(self._parent_card(beside=is_reach()))
        other = ActionKey(_("Выбрать другой возраст"), "paper")
        other.bind(on_act=self._again)
        column.add_widget(other)

    def _parent_card(self, beside: bool) -> Card:
        address = handoff.signup_url(self.kiosk.machine, self.draft.event) or ""
        hint = Words(
            _("Пусть взрослый наведёт сюда камеру телефона: анкета для родителя уже там."),
            color=theme.palette("linen").ink,
        )
        side = 500 if not measure.portrait else 600 if theme.large else 680
        return code_card(address, side, [hint], beside)

    def _chosen(self, band: Any, *_args: Any) -> None:
        self.draft.age_band = band
        if band == "under14":
            self.draft.fields.clear()
            self.fill()
            self.kiosk.frame.show(self)
        else:
            self.kiosk.go("signup.form", id=self.draft.event)

    def _again(self, *_args: Any) -> None:
        self.draft.age_band = None
        self.fill()
        self.kiosk.frame.show(self)
