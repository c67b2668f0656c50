"""What the steps of a sign-up share: the draft, and that nobody is told they were there."""

from __future__ import annotations

from kiosk.signup import Draft
from screens.page import Page
from screens.theme import theme


class Step(Page):
    """A step where a person writes, or reads at length what they agree to. It is never
    journalled as seen, waits longer before it is idle, and is built anew for each draft."""

    private = True
    typing = True

    @property
    def draft(self) -> Draft:
        """The sign-up being filled in."""
        if self.kiosk.draft is None:
            self.kiosk.draft = Draft(event=str(self.args.get("id")), lang=theme.lang)
        draft: Draft = self.kiosk.draft
        return draft

    def is_stale(self) -> bool:
        return True
