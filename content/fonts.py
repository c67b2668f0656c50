"""The fonts of the product, from the locked npm packages (OFL, full Cyrillic)."""

from __future__ import annotations

from pathlib import Path

FONTS = {
    "Onest-Regular": "onest/400Regular/Onest_400Regular.ttf",
    "Onest-Medium": "onest/500Medium/Onest_500Medium.ttf",
    "Onest-Bold": "onest/700Bold/Onest_700Bold.ttf",
    "Unbounded-Medium": "unbounded/500Medium/Unbounded_500Medium.ttf",
    "Unbounded-Bold": "unbounded/700Bold/Unbounded_700Bold.ttf",
}
"""Name in the pack -> file under ``node_modules/@expo-google-fonts``."""


class FontsMissing(Exception):
    """The fonts are not installed; says what to do, in Russian."""


def font_file(modules: Path, name: str) -> Path:
    """The file of one of :data:`FONTS`; raises :class:`FontsMissing`."""
    path = modules / "@expo-google-fonts" / FONTS[name]
    if not path.is_file():
        raise FontsMissing("нет шрифтов: выполните make setup")
    return path
