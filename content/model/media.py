"""Photographs and the video of a cluster, a profession or a competence."""

from __future__ import annotations

from typing import Literal

from content.model.base import Struct, Text


class Captions(Struct, frozen=True):
    """Names of WebVTT files: what is said and heard in a video, in each language."""

    ru: str
    en: str

    def of(self, lang: str) -> str:
        """The file for ``lang`` (``ru`` or ``en``)."""
        return self.en if lang == "en" else self.ru


class Media(Struct, frozen=True):
    """One photograph or video. ``file`` and ``captions`` name files of ``exhibition/media/``."""

    file: str
    kind: Literal["photo", "video"]
    alt: Text
    """What is to be seen, one sentence: for who does not see it, and where it cannot be shown."""
    credit: Text
    """Who made it, as it stands under it."""
    licence: str
    """By what right it is shown: "CC BY 4.0", a contract, consent of the people in it."""
    captions: Captions | None = None
    """None where a video has no speech and no sound that matters."""
