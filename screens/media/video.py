"""The player: a video without sound until it is asked for, with captions until they are not.

The idle clock waits while it plays; leaving ends the process that decodes it.
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from content.media import packed, packed_captions
from content.model import Media
from screens.media.cinema import Cinema
from screens.media.film import Film
from screens.media.keys import Latch, PlayKey
from screens.media.of import video_of
from screens.media.photo import Framed
from screens.media.playline import Playline
from screens.media.signed import heading_of, sign
from screens.page import Page, empty_note
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

TICK_S = 1 / 30
LATER_S = 0.05
"""The page is drawn first."""
CONTROLS = 470
"""Design units that the line and the keys take on a standing screen."""
HOLD = "video"


class Screen(Page):
    """The video of the thing that ``of`` and ``id`` name."""

    tone = "night"
    gap = 16

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.film: Film | None = None
        self.cinema: Cinema | None = None
        self._sound = False
        self._start_soon = Clock.create_trigger(self._start, LATER_S)
        self._ticks: Any = None

    @property
    def video(self) -> Media | None:
        """The video shown; None where the thing has none."""
        library = self.kiosk.machine.library
        return video_of(library, self.args.get("of"), self.args.get("id"))

    # Building

    def heading(self) -> Heading:
        video = self.video
        if video is None:
            return Heading(title=_("Видео"), tone="night")
        return heading_of(video, _("Видео"))

    def make_art(self) -> Widget | None:
        video = self.video
        if video is None:
            self.cinema = None
            return None
        folder = self.kiosk.machine.library.folder
        self.cinema = Cinema(packed_captions(folder, video, theme.lang))
        return Framed(self.cinema) if measure.portrait else None

    def art_share(self, room: float) -> float:
        return max(room * 0.4, room - u(CONTROLS))

    def build(self, column: Column) -> None:
        if self.cinema is None:
            column.add_widget(empty_note("film-projector", _("Здесь пока нет видео."), "night"))
            return
        if not measure.portrait:
            column.add_widget(self.cinema)
        self.line = Playline("night")
        self.line.bind(on_seek=self._seek)
        column.add_widget(self.line)
        tall = 128 if measure.portrait else 180 if theme.large else 140
        self.play = PlayKey(units=tall)
        turned = _picture("counterclockwise-arrows-button")
        again = ActionKey(_("Сначала"), "glass", turned, units=tall)
        self.sound = Latch(_("Звук"), _picture("speaker-high-volume"), units=tall)
        keys = [(self.play, self._play), (again, self._again), (self.sound, self._turn_sound)]
        if self.cinema.cues:
            self.titles = Latch(_("Титры"), _picture("left-speech-bubble"), units=tall)
            self.titles.turn(True)
            keys.append((self.titles, self._turn_titles))
        cols = 2 if measure.portrait else len(keys)
        grid = GridLayout(cols=cols, size_hint_y=None, spacing=u(20))
        grid.bind(minimum_height=grid.setter("height"))
        for key, act in keys:
            key.bind(on_act=act)
            grid.add_widget(key)
        column.add_widget(grid)
        if self.video is not None:
            sign(column, self.video)

    # Life

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        if self.cinema is not None:
            self._start_soon()

    def leave(self) -> None:
        super().leave()
        self._start_soon.cancel()
        self._stop()
        if self.cinema is not None:
            self.cinema.clear()
            self.line.at = 0

    def _start(self, *_args: Any) -> None:
        video = self.video
        if video is None or self.cinema is None:
            return
        self._stop()
        path = packed(self.kiosk.machine.library.folder, video)
        self.film = Film(path, self.cinema.room, playing=not theme.calm)
        self._sound = False
        self.sound.turn(False)
        self._run()

    def _run(self) -> None:
        """Look at the film often while something comes of it."""
        if self._ticks is None:
            self._ticks = Clock.schedule_interval(self._tick, TICK_S)
        self._tick(0)

    def _rest(self) -> None:
        if self._ticks is not None:
            self._ticks.cancel()
            self._ticks = None

    def _stop(self) -> None:
        self._rest()
        film, self.film = self.film, None
        if film is not None:
            film.close()
        self.kiosk.idle.release(HOLD)

    def _tick(self, _dt: float) -> None:
        film, cinema = self.film, self.cinema
        if film is None or cinema is None:
            return
        if film.poll() and film.frame is not None:
            cinema.draw(film.frame)
        if film.state == "failed":
            self._give_up()
            return
        if film.frame is not None:
            cinema.title(film.at)
        self.line.length = film.length
        if abs(film.at - self.line.at) > 0.2 or film.state != "playing":
            self.line.at = film.at
        self.play.say_state(film.is_busy)
        if film.is_busy:
            self.kiosk.idle.hold(HOLD)
        else:
            self.kiosk.idle.release(HOLD)
            if film.state != "opening":
                self._rest()

    def _give_up(self) -> None:
        """The file cannot be played: say in words what it would have shown."""
        video = self.video
        self._stop()
        if self.cinema is not None and video is not None:
            self.cinema.clear()
            sorry = _("Это видео сейчас не показать.")
            self.cinema.pane.say("film-projector", f"{sorry}\n{video.alt.say(theme.lang)}")
        self.play.say_state(False)

    # What keys do

    def _play(self, *_args: Any) -> None:
        if self.film is None:
            self._start()
        elif self.film.is_busy:
            self.film.pause()
        else:
            self.film.play()
        self._run()

    def _again(self, *_args: Any) -> None:
        self._seek(self.line, 0.0)

    def _seek(self, _line: Any, second: float) -> None:
        if self.film is not None:
            self.film.seek(second)
            self._run()

    def _turn_sound(self, *_args: Any) -> None:
        if self.film is not None:
            self._sound = not self._sound
            self.film.sound(self._sound)
            self.sound.turn(self._sound)

    def _turn_titles(self, *_args: Any) -> None:
        if self.cinema is not None:
            self.cinema.turn_titles(not self.cinema.titled)
            self.titles.turn(self.cinema.titled)
            self._tick(0)


def _picture(name: str) -> str:
    """A picture for a key; none where letters need the room."""
    return "" if theme.large or not measure.portrait else name
