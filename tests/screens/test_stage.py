"""The stage itself: it draws, it feels fingers, and each kind of thing left behind is named."""

import threading
from pathlib import Path

import pytest
from kivy.animation import Animation
from kivy.clock import Clock
from kivy.core.audio import Sound
from kivy.graphics import Color, Rectangle
from kivy.uix.widget import Widget
from PIL import Image

from tests.screens.stage import LANDSCAPE, PORTRAIT, Glass, Stage, perform


class Feeling(Widget):
    """Writes down what touches it."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.felt = []

    def on_touch_down(self, touch):
        self.felt.append(("down", touch.uid, round(touch.x), round(touch.y)))
        return True

    def on_touch_move(self, touch):
        self.felt.append(("move", touch.uid, round(touch.x), round(touch.y)))

    def on_touch_up(self, touch):
        self.felt.append(("up", touch.uid, round(touch.x), round(touch.y)))


def test_two_fingers_are_felt_apart_where_they_are(stage: Stage) -> None:
    feeling = Feeling()
    stage.root.add_widget(feeling)
    first, second = stage.finger(200, 300), stage.finger(800, 1600)
    first.to(250, 350)
    second.up()
    first.up()
    assert feeling.felt == [
        ("down", first.uid, 200, 300),
        ("down", second.uid, 800, 1600),
        ("move", first.uid, 250, 350),
        ("up", second.uid, 800, 1600),
        ("up", first.uid, 250, 350),
    ]


def test_a_tap_lands_in_the_middle_of_a_widget(stage: Stage) -> None:
    feeling = Feeling(pos=(100, 200), size=(300, 80), size_hint=(None, None))
    stage.root.add_widget(feeling)
    stage.tap(feeling)
    assert [(kind, x, y) for kind, _uid, x, y in feeling.felt] == [
        ("down", 250, 240),
        ("up", 250, 240),
    ]


def test_time_moves_only_by_frames(stage: Stage) -> None:
    due = []
    Clock.schedule_once(due.append, 1.0)
    stage.step(58)
    assert not due
    stage.step(4)
    assert due


def test_a_frame_is_never_waited_for(stage: Stage) -> None:
    seen = []
    Clock.schedule_interval(seen.append, 0)
    paced, Clock._max_fps = Clock._max_fps, 1
    try:
        stage.step(3, seconds=1 / 1000)
    finally:
        Clock._max_fps = paced
        Clock.unschedule(seen.append)
    assert seen == pytest.approx([1 / 1000] * 3)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_the_whole_window_is_drawn_in_both_orientations(
    stage: Stage, size: tuple[int, int], tmp_path: Path
) -> None:
    stage.turn(size)
    assert tuple(stage.root.size) == size
    with stage.root.canvas:
        Color(1, 0.5, 0)
        for x in (0, size[0] - 20):
            for y in (0, size[1] - 20):
                Rectangle(pos=(x, y), size=(20, 20))
    with Image.open(stage.picture(tmp_path / "glass.png")) as picture:
        assert picture.size == size
        corners = [(x, y) for x in (5, size[0] - 5) for y in (5, size[1] - 5)]
        assert {picture.getpixel(at)[:3] for at in corners} == {(255, 128, 0)}
        assert picture.getpixel((size[0] // 2, size[1] // 2))[:3] == (0, 0, 0)


class Playing(Sound):
    """A sound that never ends."""

    def stop(self):
        self.state = "stop"


def leave_an_interval(stage: Stage) -> object:
    return Clock.schedule_interval(lambda _dt: None, 0.5)


def leave_a_delay(stage: Stage) -> object:
    return Clock.schedule_once(lambda _dt: None, 30)


def leave_an_animation(stage: Stage) -> object:
    animation = Animation(x=500, duration=20)
    animation.start(stage.root)
    return animation


def leave_a_touch(stage: Stage) -> object:
    return stage.finger(10, 10)


def leave_a_widget(stage: Stage) -> object:
    widget = Widget()
    stage.window.add_widget(widget)
    return widget


def leave_a_binding(stage: Stage) -> object:
    def heard(*_args):
        return None

    stage.window.bind(on_motion=heard)
    return heard


def leave_a_sound(stage: Stage) -> object:
    return Playing(source="song.ogg", state="play")


@pytest.mark.parametrize(
    ("leave", "named"),
    [
        (leave_an_interval, "clock: .*leave_an_interval.* every 0.5 s"),
        (leave_a_delay, "clock: .*leave_a_delay.* every 30 s"),
        (leave_an_animation, "animation: of x"),
        (leave_a_touch, "touch: still down"),
        (leave_a_widget, "window: .*Widget.* is still on it"),
        (leave_a_binding, "window: .*heard.* is still bound to on_motion"),
        (leave_a_sound, "sound: song.ogg is playing"),
    ],
)
def test_what_a_test_leaves_behind_is_named_and_taken_away(glass: Glass, leave, named) -> None:
    performance = perform(glass)
    kept = leave(next(performance))
    assert kept is not None
    with pytest.raises(AssertionError, match=named):
        list(performance)
    assert list(perform(glass))  # the next one starts and ends clean


def test_a_thread_left_running_is_named(glass: Glass) -> None:
    performance = perform(glass)
    next(performance)
    release = threading.Event()
    thread = threading.Thread(target=release.wait, name="forgotten")
    thread.start()
    try:
        with pytest.raises(AssertionError, match="thread: forgotten"):
            list(performance)
    finally:
        release.set()
        thread.join()
