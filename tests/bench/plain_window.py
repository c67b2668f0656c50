"""What the kiosk's touches are compared with: an empty Kivy window, opened and paced as the
kiosk's is, with one button that turns white. ``python -m tests.bench.plain_window``"""

from __future__ import annotations

from screens.window import Pace, open_window, prepare

BUTTON = (340, 860, 400, 200)
"""Left, top, width, height from the top left, pixels of 1080x1920."""


def main() -> None:
    """Show it until killed."""
    prepare(1080, 1920)
    window = open_window()
    from kivy.base import runTouchApp
    from kivy.graphics import Color, Rectangle
    from kivy.uix.widget import Widget

    pace = Pace()
    left, top, width, height = BUTTON
    button = Widget(size_hint=(None, None), size=(width, height), pos=(left, 1920 - top - height))
    with button.canvas:
        colour = Color(0.2, 0.5, 0.9)
        Rectangle(pos=button.pos, size=button.size)

    def down(_window: object, touch: object) -> None:
        pace.touched()
        if button.collide_point(*touch.pos):  # type: ignore[attr-defined]
            colour.rgb = (0.2, 0.5, 0.9) if colour.r == 1 else (1, 1, 1)

    window.bind(on_touch_down=down)
    window.add_widget(button)
    runTouchApp()


if __name__ == "__main__":
    main()
