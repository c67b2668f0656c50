"""What a guide may ask a group at a stop. They take turns, so that no two stops ask alike."""

from __future__ import annotations

from kiosk.hall import Talk
from screens.theme import _, theme
from screens.typography import SOFT


def question(talk: Talk, number: int) -> str:
    """One question for stop ``number``, from 0."""
    if talk.profession is None:
        plain = [
            _("Что здесь вам хочется попробовать первым?"),
            _("Кому бы вы об этом рассказали дома?"),
        ]
        return plain[number % len(plain)]
    who = _within(talk.profession.title.say(theme.lang).replace(SOFT, ""))
    asked = [
        _("Кто угадает: чем занят целый день {who}?"),
        _("Кто знаком с человеком такого дела: {who}?"),
        _("Какой характер нужен, если вы — {who}?"),
    ]
    return asked[number % len(asked)].format(who=who)


def _within(title: str) -> str:
    """A title inside a sentence; an abbreviation keeps its capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
