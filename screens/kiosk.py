"""The kiosk as a visitor meets it: one window, one frame, one visit at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screens import window as windows
from screens.theme import theme
from screens.units import measure

if TYPE_CHECKING:
    from content.library import DatedEvent
    from kiosk.machine import Machine
    from kiosk.visit import How, Visit
    from screens.frame import Frame
    from screens.idle import Idle
    from screens.navigation import Navigator

HOME = "home.home"
MAP = "exhibition.map"
EVENTS = "exhibition.events"
DOOR = "staff.door"


class Kiosk:
    """What every screen holds on to: the machine, the visit, the way between screens."""

    def __init__(self, machine: Machine, window: Any) -> None:
        from screens import fonts
        from screens.frame import Frame
        from screens.idle import Idle
        from screens.navigation import Navigator
        from screens.pictures import album
        from screens.sweeping import Sweep
        from screens.voice import voice

        self.machine = machine
        self.window = window
        self.visit: Visit | None = None
        self.unguarded = False
        """Whether touches right after a change of screens count: only a driver of tests says so."""
        self.draft: Any = None
        """The sign-up being filled in (:class:`kiosk.signup.Draft`), forgotten with the visitor."""
        self.closing: Any = None
        """The day being closed (:class:`screens.staff.closing.Closing`), until staff have seen how
        it ended."""
        self._pace = windows.Pace()
        self._sweep = Sweep()
        settings = machine.settings
        theme.still = settings.still
        self._apply(settings.lang, frozenset())
        measure.fit(int(window.width), int(window.height), settings.screen_diagonal)
        folder = machine.library.folder
        fonts.register(folder / "fonts")
        album.open(folder / "pictures")
        self.voice = voice
        voice.open(folder / "voice")
        voice.volume = settings.volume
        self.frame: Frame = Frame(self, size_hint=(None, None), size=window.size)
        self.navigator: Navigator = Navigator(self)
        self.idle: Idle = Idle(self)
        window.add_widget(self.frame)
        window.bind(size=self._resized)

    # Beginning and end

    def attract(self) -> None:
        """Show the attract screen and wait for a visitor."""
        from screens.navigation import ATTRACT

        self.navigator.start(ATTRACT)
        self.sweep_soon()

    def sweep_soon(self, pages: int = 1) -> None:
        """So many pages are no longer shown: give back their memory, a moment from now."""
        self._sweep.soon(pages)

    def wake(self) -> None:
        """A visitor has touched the attract screen: begin the visit."""
        if self.visit is not None:
            return
        self.visit = self.machine.start_visit()
        self.visit.lang = theme.lang
        self.visit.modes = theme.modes
        self.idle.start()
        self.navigator.start(self.first_screen)

    @property
    def first_screen(self) -> str:
        """Where a visit starts: the event board at a fair, home at the exhibition."""
        return EVENTS if self.machine.settings.profile == "fair" else HOME

    def end(self, how: How) -> None:
        """End the visit and forget the visitor: language, modes, entries, the way gone."""
        self.idle.stop()
        self.voice.stop()
        self.frame.close_all()
        # Leaving the last screen still belongs to the visit.
        self.navigator.forget_way()
        if self.visit is not None:
            self.visit.end(how)
        self.visit = None
        self.draft = None
        self.navigator.reset()
        self.machine.rest()
        self.voice.volume = self.machine.settings.volume
        changed = bool(theme.modes) or theme.lang != self.machine.settings.lang
        self._apply(self.machine.settings.lang, frozenset())
        if changed:
            self.navigator.forget_pages()
        self.attract()

    def stop(self) -> None:
        """Leave nothing running and nothing in the window."""
        self.voice.close()
        self.idle.stop()
        self._pace.stop()
        self.navigator.forget_way()
        self.navigator.forget_pages()
        self._sweep.cancel()
        self.frame.clear()
        self.window.unbind(size=self._resized)
        self.window.remove_widget(self.frame)

    # Where screens send a visitor

    def go(self, name: str, **args: Any) -> None:
        """Show a screen."""
        self.navigator.go(name, **args)

    def go_home(self) -> None:
        """Home: who are you today?"""
        self.navigator.start(HOME)

    def go_map(self) -> None:
        """To the map of clusters."""
        self.navigator.go(MAP)

    def go_back(self) -> None:
        """To the screen before."""
        self.navigator.back()

    def finish(self) -> None:
        """To the goodbye, with its five faces."""
        self.navigator.go("home.goodbye")

    def rate(self, score: int) -> None:
        """The visitor's mark for the visit, 1 to 5."""
        if self.visit is not None:
            self.visit.rate(score)

    def open_door(self) -> None:
        """To the staff's PIN."""
        if self.visit is not None:
            self.idle.stop()
            self.voice.stop()
            self.navigator.forget_way()
            self.visit.end("staff")
            self.visit = None
            self.draft = None
            self.navigator.reset()
        self.navigator.start(DOOR)

    # What is on

    def board(self) -> list[DatedEvent]:
        """The event board of today; at a fair the fair's own list."""
        entries = self.machine.library.events_on(self.today)
        if self.machine.settings.profile == "fair":
            return [entry for entry in entries if entry.event.fair]
        return entries

    @property
    def today(self) -> dt.date:
        """The kiosk's local date."""
        return self.machine.now().astimezone().date()

    def when(self, entry: DatedEvent) -> str:
        """Day and time of an event in words, empty for a standing offer."""
        if entry.day is None:
            return ""
        from screens.dates import spoken_day

        day = spoken_day(entry.day, self.today, theme.lang)
        return f"{day}, {entry.event.time}" if entry.event.time else day

    def take_pack(self, folder: Path) -> None:
        """Show another pack without losing the place; one about what is no longer there gives way
        to home. The faces stay. Raises :class:`content.model.PackError` and changes nothing."""
        from screens.pictures import album

        before = self.machine.library.ids
        after = self.machine.take_pack(folder).ids
        gone = {kind: ids - after[kind] for kind, ids in before.items()}
        album.open(folder / "pictures")
        self.voice.open(folder / "voice")
        if self.draft is not None and self.draft.event in gone["event"]:
            self.draft = None
            self.navigator.forget_way()
        self.navigator.forget(gone)
        self.navigator.rebuild()
        if self.navigator.place is None:
            self.navigator.start(self.first_screen)
        self.sweep_soon()

    # What the visitor sets

    def mode_switch(self, mode: str) -> Callable[[], None]:
        """A call that turns a mode on or off."""

        def switch() -> None:
            self.set_modes(theme.modes ^ {mode})

        return switch

    def set_modes(self, modes: frozenset[str]) -> None:
        """Show everything in these modes."""
        self._apply(theme.lang, modes)
        if self.visit is not None:
            self.visit.modes = modes
        self.navigator.rebuild()

    def switch_language(self) -> None:
        """Between Russian and English, without losing the place."""
        self.set_language("en" if theme.lang == "ru" else "ru")

    def set_language(self, lang: str) -> None:
        """Show everything in a language."""
        self._apply(lang, theme.modes)
        if self.visit is not None:
            self.visit.lang = lang
        self.navigator.rebuild()

    # What screens and the frame report

    def touched(self) -> None:
        """A finger is on the screen."""
        self._pace.touched()
        self.idle.touched()

    def seen(self, name: str, ref: str, dwell_ms: int) -> None:
        """A screen was left."""
        if self.visit is not None:
            self.visit.screen_seen(name, ref, dwell_ms)

    @property
    def bar_height(self) -> float:
        """Height of the bar, px."""
        return self.frame.bar_height

    def _apply(self, lang: str, modes: frozenset[str]) -> None:
        from kiosk.i18n import translator

        theme.lang, theme.modes, theme.gettext = lang, modes, translator(lang)

    def _resized(self, window: Any, size: tuple[int, int]) -> None:
        if (int(size[0]), int(size[1])) == (measure.width, measure.height):
            return
        measure.fit(int(size[0]), int(size[1]), self.machine.settings.screen_diagonal)
        self.frame.size = size
        self.navigator.rebuild()
