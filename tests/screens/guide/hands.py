"""What staff do with a kiosk: choose a walk, press a remote, scan a plate."""

from __future__ import annotations

from typing import Any

from screens.theme import theme
from tests.screens.app_stage import AppStage

PAGE_UP, PAGE_DOWN, RIGHT, LEFT, UP, DOWN, ENTER = 280, 281, 275, 276, 273, 274, 13
SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))


def begin(app: AppStage, audience: str = "pupil") -> list[Any]:
    """Choose a walk by touches; its stops."""
    app.tap("Вести группу")
    found = app.kiosk.machine.library.audience(audience)
    assert found is not None
    app.tap(found.name.say(theme.lang))
    assert app.screen == "guide.walk"
    stops: list[Any] = app.page.stops
    return stops


def press(app: AppStage, key: int, sign: str = "", *modifiers: str) -> None:
    """A key goes down and up."""
    app.kiosk.window.dispatch("on_key_down", key, 0, sign or None, list(modifiers))
    app.kiosk.window.dispatch("on_key_up", key, 0)


def click(app: AppStage, key: int) -> None:
    press(app, key)
    app.driver.frames.quiet()


def scan(app: AppStage, text: str) -> None:
    """What a scanner does: the keys of a text in one burst, then Enter."""
    for sign in text:
        shift = sign in SHIFTED or sign.isupper()
        plain = SHIFTED.get(sign, sign.lower())
        press(app, ord(plain), plain, *(["shift"] if shift else []))
    press(app, ENTER, "\r")
    app.driver.frames.quiet()
