"""What every type of the content is made of: texts in two languages, figures with a source."""

from __future__ import annotations

from typing import Literal

import msgspec

AudienceId = Literal["preschool", "pupil", "student", "adult", "senior", "access"]


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every type here is: immutable, and an unknown field is an error."""


class Text(Struct, frozen=True):
    """One text in the product's two languages. Russian is first and always there."""

    ru: str
    en: str

    def say(self, lang: str) -> str:
        """The text in ``lang`` (``ru`` or ``en``)."""
        return self.en if lang == "en" else self.ru


class Figure(Struct, frozen=True):
    """A number shown to visitors, with where it comes from. ``source`` is a code or address of
    the facts file; ``year`` the year the figure speaks of."""

    value: Text
    label: Text
    source: str
    year: int
