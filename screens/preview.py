"""The kiosk beside an author: it takes the pack ``content preview`` has made, and says what is
wrong with the text in a strip over the page."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock

from content import showing
from content.model import PackError
from screens.damage import damage
from screens.theme import rgba
from screens.units import measure, u
from screens.widgets.surface import Sheet
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

log = logging.getLogger(__name__)
LOOK_S = 0.1
"""How often the note is looked at: one stat of a file."""
LINES = 4
"""So many faults are said over the page; all of them are in the author's terminal."""


class Strip(Sheet):
    """Lines over the page's head. It takes no touch: what lies under it works."""

    def __init__(self, lines: list[str], **kwargs: Any) -> None:
        room = u(28)
        super().__init__(
            orientation="vertical", size_hint=(None, None), padding=[room] * 4, **kwargs
        )
        self.fill = rgba("#8A1C2B")
        white = rgba("#FFFFFF")
        for line in lines[:LINES]:
            self.add_widget(Words(line, role="small", color=white, font_size=u(26)))
        if (more := len(lines) - LINES) and more > 0:
            text = f"И ещё: {more}. Всё сразу — в окне, где открыт предпросмотр."
            self.add_widget(Words(text, role="small", color=white, font_size=u(26)))
        self.spacing = u(10)
        self.bind(minimum_height=self._place)
        self.width = measure.width
        self._place()

    def _place(self, *_args: Any) -> None:
        self.height = max(1, self.minimum_height)
        self.pos = (0, measure.height - self.height)
        damage.all()


class Preview:
    """Looks at the note in the data folder from :meth:`start` to :meth:`stop`."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._home: Path = kiosk.machine.settings.home
        self._stamp: tuple[int, int] | None = None
        self._pack = ""
        self._event: Any = None
        self.strip: Strip | None = None

    @staticmethod
    def wanted(home: Path) -> bool:
        """Whether the kiosk with its data in ``home`` stands beside an author."""
        return showing.stamp(home) is not None

    def start(self) -> None:
        """Look now, and whenever the note changes."""
        self.look()
        self._event = Clock.schedule_interval(self.look, LOOK_S)
        self._kiosk.window.bind(size=self._resized)

    def stop(self) -> None:
        """Look no more and take the strip away."""
        if self._event is not None:
            self._event.cancel()
            self._event = None
            self._kiosk.window.unbind(size=self._resized)
        self._say([])

    def look(self, *_args: Any) -> None:
        """Take what the note says, where it is a new one."""
        stamp = showing.stamp(self._home)
        if stamp is None or stamp == self._stamp:
            return
        note = showing.read(self._home)
        if note is None:
            return
        self._stamp = stamp
        if note.pack and note.pack != self._pack:
            try:
                self._kiosk.take_pack(Path(note.pack))
                self._pack = note.pack
            except PackError as error:
                log.error("the preview's pack is not shown: %s", error)
        self._say(note.said)

    def _say(self, lines: list[str]) -> None:
        if self.strip is not None:
            self._kiosk.window.remove_widget(self.strip)
            self.strip = None
            damage.all()
        if lines:
            self.strip = Strip(lines)
            self._kiosk.window.add_widget(self.strip)

    def _resized(self, *_args: Any) -> None:
        self._stamp = None
