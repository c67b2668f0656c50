"""What the kiosk says aloud."""

from __future__ import annotations

from pathlib import Path

from content.model import Text


class Voice:
    """Silent as yet."""

    volume = 2
    caption = ""
    speaking = False

    def open(self, folder: Path) -> None:
        """Use the ``voice`` folder of a pack."""

    def say(self, *texts: Text) -> None:
        """Say these one after another."""

    def effect(self, name: str) -> None:
        """Play a sound."""

    def stop(self) -> None:
        """Be silent."""


voice = Voice()
