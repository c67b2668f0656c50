"""The way into the frame, and whose face is in it."""

from __future__ import annotations

from screens.widgets.words import Words
from tests.screens.app_stage import AppStage

FACE = bytes((0x5A, 0xC3, 0x17))
"""The colour of an invented face: looked for wherever a picture might have been kept."""


def into_the_frame(app: AppStage, live: bool = True) -> None:
    app.show("selfie.frame")
    app.tap("Сварщик")
    if live:
        app.stage.until(lambda: app.page.mirror.state == "live", 20)


def texts(app: AppStage) -> str:
    words = [one for one in app.page.walk(restrict=True) if isinstance(one, Words)]
    return " ".join(one.text.replace("\n", " ") for one in words)
