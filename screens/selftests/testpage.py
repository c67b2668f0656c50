"""What the screens of a self-test share."""

from __future__ import annotations

from kivy.uix.boxlayout import BoxLayout

from content.model import SelfTest
from content.selftests.sheet import Sheet
from screens.page import Page
from screens.theme import theme
from screens.units import u
from screens.widgets.surface import Picture
from screens.widgets.words import Words


class TestPage(Page):
    """A screen about one test; the sheet being filled in is among its arguments."""

    __test__ = False

    @property
    def test(self) -> SelfTest:
        """The test shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        found = library.find(SelfTest, str(self.args.get("id")))
        return found or library.every(SelfTest)[0]

    @property
    def sheet(self) -> Sheet | None:
        """The sheet being filled in."""
        found = self.args.get("sheet")
        return found if isinstance(found, Sheet) and found.test.id == self.test.id else None

    def reset(self) -> None:
        super().reset()
        self.args, self._filled = {}, None
        self.clear_widgets()


def line(picture: str, text: str, tone: str = "linen") -> BoxLayout:
    """A picture and a sentence beside it."""
    row = BoxLayout(size_hint_y=None, spacing=u(28))
    row.bind(minimum_height=row.setter("height"))
    row.add_widget(Picture(picture, 72, pos_hint={"center_y": 0.5}))
    ink = theme.palette(tone).ink
    row.add_widget(Words(text, color=ink, pos_hint={"center_y": 0.5}))
    return row
