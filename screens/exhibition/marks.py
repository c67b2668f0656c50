"""Klimov's and Holland's marks of a profession in plain words."""

from __future__ import annotations

from content.model import Klimov, Profession
from screens.theme import _


def klimov_name(mark: Klimov) -> str:
    """With whom or what one works: E. A. Klimov's five types of professions."""
    return {
        "nature": _("человек и природа"),
        "technics": _("человек и техника"),
        "human": _("человек и человек"),
        "signs": _("человек и знаки: числа, тексты, схемы"),
        "art": _("человек и образ"),
    }[mark]


def holland_name(letter: str) -> str:
    """What one likes doing: J. Holland's six types, a letter each; empty for another letter."""
    return {
        "R": _("делать руками"),
        "I": _("исследовать"),
        "A": _("придумывать"),
        "S": _("помогать и учить"),
        "E": _("вести за собой"),
        "C": _("наводить порядок"),
    }.get(letter, "")


def marks(profession: Profession) -> list[str]:
    """The lines a page shows; each begins with a capital letter."""
    types = [klimov_name(mark) for mark in profession.klimov]
    likes = [name for letter in profession.riasec if (name := holland_name(letter))]
    lines = []
    if types:
        lines.append(_("Тип работы: {types}").format(types="; ".join(types)))
    if likes:
        lines.append(_("Для тех, кому по душе {likes}").format(likes=_listed(likes)))
    return lines


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{first} и {last}").format(first=", ".join(words[:-1]), last=words[-1])
