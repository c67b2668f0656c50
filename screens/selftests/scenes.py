"""What a task shows: one view of the mock phone for each kind of scene."""

from __future__ import annotations

from collections.abc import Callable

from kivy.uix.widget import Widget

from content.model import Scene
from screens.selftests.phone import call, chat, form, notice, page

VIEWS: dict[str, Callable[[Scene], Widget]] = {
    "chat": chat.make,
    "call": call.make,
    "page": page.make,
    "form": form.make,
    "notice": notice.make,
}
"""What a scene's ``view`` is drawn by."""


def draw(scene: Scene) -> Widget:
    """The scene on its phone."""
    return VIEWS[scene.view](scene)
