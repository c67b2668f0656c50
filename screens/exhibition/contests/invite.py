"""How to see a championship with one's own eyes: the event one joins, the Centre's programmes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from screens.exhibition.parts import Invitation
from screens.page import heading_line
from screens.theme import _, theme
from screens.widgets.buttons import ActionKey, Row

if TYPE_CHECKING:
    from screens.kiosk import Kiosk
    from screens.widgets.scroller import Column

PROGRAMMES = ("visitor", "championships")
"""The Centre's programmes that lead to championships."""


def invite(kiosk: Kiosk, column: Column) -> None:
    """Add the event of these programmes that is on, then the programmes; the event board where
    there is neither."""
    library = kiosk.machine.library
    programmes = [one for id in PROGRAMMES if (one := library.programme(id)) is not None]
    wanted = {one.event for one in programmes} | set(PROGRAMMES)
    entry = next(
        (
            one
            for one in kiosk.board()
            if one.event.id in wanted or (one.event.programme or "") in wanted
        ),
        None,
    )
    column.add_widget(heading_line(_("Увидеть своими глазами")))
    if entry is not None:
        invitation = Invitation(
            entry.event.title.say(theme.lang),
            kiosk.when(entry) or entry.event.lead.say(theme.lang),
            entry.event.picture,
        )
        invitation.bind(on_act=partial(_open, kiosk, "signup.start", entry.event.id))
        column.add_widget(invitation)
    for programme in programmes:
        row = Row(programme.name.say(theme.lang), programme.lead.say(theme.lang), programme.picture)
        row.bind(on_act=partial(_open, kiosk, "exhibition.programme", programme.id))
        column.add_widget(row)
    if entry is None and not programmes:
        board = ActionKey(_("Открыть афишу"), "flax", "admission-tickets")
        board.bind(on_act=lambda *_args: kiosk.go("exhibition.events"))
        column.add_widget(board)


def _open(kiosk: Kiosk, screen: str, id: str, *_args: Any) -> None:
    kiosk.go(screen, id=id)
