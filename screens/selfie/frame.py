"""The selfie frame: choose a trade, see oneself in its frame, photograph the screen with one's own
phone. Nothing is kept and nothing is sent, not even which trade it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.boxlayout import BoxLayout

from content.model import Profession
from kiosk.camera import Camera, State
from screens.page import COLUMN, Box, Page, empty_note, is_reach
from screens.selfie.choice import choice
from screens.selfie.countdown import Countdown
from screens.selfie.hats import hat_of
from screens.selfie.mirror import HASHTAG, Mirror, glass_size
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import MARGIN, Heading
from screens.widgets.scroller import Column
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

HOLD_S = 20
"""Seconds the frame holds still for the phone."""
FOOT, FOOT_LARGE = 290, 400
"""Design units under the mirror: the words and keys."""
HELD = "selfie"
PLAIN_HUE = "#4A6CF7"


class Screen(Page):
    """``id`` is the profession in the frame; without one, all of them to choose from."""

    tone = "night"
    gap = 18

    def __init__(self, kiosk: Kiosk, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        settings = kiosk.machine.settings
        self.camera = Camera(settings.camera, settings.camera_turn, glass_size())
        self.mirror: Mirror | None = None
        self.ring: Countdown | None = None
        self._foot: BoxLayout | None = None
        self._note: Words | None = None
        self._hold: Any = None
        self._swipe: MotionEvent | None = None

    @property
    def profession(self) -> Profession | None:
        """Who stands in the frame."""
        return self.kiosk.machine.library.profession(str(self.args.get("id", "")))

    @property
    def ref(self) -> str:
        return ""

    def heading(self) -> Heading:
        profession = self.profession
        if profession is None:
            return Heading(
                title=_("Селфи в рамке"),
                kicker=HASHTAG,
                subtitle=_("Выберите профессию и снимите себя на свой телефон."),
                tone="night",
            )
        return Heading(
            title=profession.title.say(theme.lang), kicker=HASHTAG, tone="night", role="headline"
        )

    # Life

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        if self.mirror is not None:
            self._ready()
            self.mirror.start()
            self._say()

    def leave(self) -> None:
        super().leave()
        self._let_go()
        self._swipe = None
        if self.mirror is not None:
            self.mirror.stop()

    def reset(self) -> None:
        super().reset()
        self.args = {}
        self._filled = None

    # Building

    def make_art(self) -> Mirror | None:
        if self.mirror is not None:
            self.mirror.stop()
        self.mirror = None
        profession = self.profession
        if profession is None:
            return None
        library = self.kiosk.machine.library
        cluster = next((one for id in profession.clusters if (one := library.cluster(id))), None)
        self.mirror = Mirror(
            self.camera,
            profession.title.say(theme.lang),
            profession.picture,
            cluster.hue if cluster is not None else PLAIN_HUE,
            hat_of(profession.clusters),
            self._camera_changed,
        )
        return self.mirror

    def build(self, column: Column) -> None:
        if self.mirror is None:
            self._choose(column)
            return
        self._foot = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(self.gap))
        self._foot.bind(minimum_height=self._foot.setter("height"))
        column.add_widget(self._foot)
        self._ready()

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        if measure.portrait or self.mirror is None:
            return head, art, body
        left, wide, foot = self.x + u(COLUMN), self.width - u(COLUMN), self._foot_height()
        top = self.height - foot
        return head, Box(left, self.y + foot, wide, top), Box(left, self.y, wide, foot)

    def art_share(self, room: float) -> float:
        return room - self._foot_height()

    def room(self) -> list[float]:
        if self.mirror is None:
            return super().room()
        side = u(MARGIN if measure.portrait else 32)
        return [side, u(8), side, u(20)]

    def _foot_height(self) -> float:
        return u(FOOT_LARGE if theme.large else FOOT)

    def _choose(self, column: Column) -> None:
        library = self.kiosk.machine.library
        professions = library.every(Profession)
        if not professions:
            column.add_widget(empty_note("camera", _("Рамки ещё готовятся. Загляните позже.")))
            return
        column.add_widget(choice(library, professions, self._pick))

    # Under the mirror

    def _ready(self) -> None:
        """Before the photograph: what one can do, and go."""
        self._let_go()
        foot = self._empty()
        self._note = Words("", color=theme.palette("night").ink, halign="center")
        foot.add_widget(self._note)
        self._say()
        foot.add_widget(
            self._keys(
                (_("Снимаем"), "gold", self._begin), (_("Другая профессия"), "glass", self._other)
            )
        )

    def _begin(self, *_args: Any) -> None:
        """Hold still while the phone looks."""
        self._let_go()
        foot = self._empty()
        self.ring = Countdown(HOLD_S)
        row = BoxLayout(size_hint_y=None, height=self.ring.height, spacing=u(32))
        self.ring.pos_hint = {"center_y": 0.5}
        row.add_widget(self.ring)
        words = Words(
            _("Наведите телефон и снимайте"), role="strong", color=theme.palette("night").ink
        )
        words.pos_hint = {"center_y": 0.5}
        row.add_widget(words)
        enough = ActionKey(_("Готово"), "glass", units=112)
        enough.size_hint_x = 0.6
        enough.pos_hint = {"center_y": 0.5}
        enough.bind(on_act=self._after)
        row.add_widget(enough)
        foot.add_widget(row)
        self.kiosk.idle.hold(HELD)
        self._hold = Clock.schedule_interval(self._second, 1.0)

    def _second(self, _dt: float) -> None:
        if self.ring is None:
            return
        self.ring.left -= 1
        if self.ring.left <= 0:
            self._after()

    def _after(self, *_args: Any) -> None:
        """It is done: again, or as somebody else."""
        self._let_go()
        foot = self._empty()
        said = _("Получилось? Снимок есть только в вашем телефоне.")
        foot.add_widget(Words(said, color=theme.palette("night").ink, halign="center"))
        foot.add_widget(
            self._keys(
                (_("Ещё раз"), "gold", self._begin), (_("Другая профессия"), "glass", self._other)
            )
        )

    def _let_go(self) -> None:
        """End the hold, where there is one."""
        self.ring = None
        if self._hold is not None:
            self._hold.cancel()
            self._hold = None
            self.kiosk.idle.release(HELD)

    def _empty(self) -> BoxLayout:
        assert self._foot is not None
        self._foot.clear_widgets()
        self._note = None
        return self._foot

    def _keys(self, *keys: tuple[str, str, Any]) -> BoxLayout:
        row = BoxLayout(size_hint_y=None, spacing=u(24))
        row.bind(minimum_height=row.setter("height"))
        for text, paint, act in keys:
            picture = "camera" if paint == "gold" and not theme.large else ""
            key = ActionKey(text, paint, picture, units=120)
            key.bind(on_act=act)
            row.add_widget(key)
        return row

    def _say(self) -> None:
        if self._note is None or self.mirror is None:
            return
        away = _("Зеркало сейчас отдыхает, а рамка ждёт: её тоже можно снять.")
        waking = _("Зеркало просыпается…")
        live = _("Наденьте убор: он двигается. Здесь ничего не сохраняется.")
        says: dict[State, str] = {"off": away, "away": away, "waking": waking, "live": live}
        self._note.say(says[self.mirror.state])

    def _camera_changed(self, _state: State) -> None:
        self._say()

    def _pick(self, profession: str, *_args: Any) -> None:
        self.kiosk.go("selfie.frame", id=profession)

    def _other(self, *_args: Any) -> None:
        self.kiosk.go("selfie.frame")

    # For who reaches only the lower half: a finger there moves the hat

    def on_touch_down(self, touch: MotionEvent) -> bool:
        taken = bool(super().on_touch_down(touch))
        body = self.scroller
        free = self.mirror is not None and self._swipe is None and is_reach()
        if free and body is not None and body.collide_point(*touch.pos):
            self._swipe = touch
            touch.grab(self)
            return True
        return taken

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        if self.mirror is not None and touch is self._swipe:
            self.mirror.props[0].nudge(touch.dx, touch.dy)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        self._swipe = None
        return True
