"""What is missing in a form, in words; and how a phone number is shown while it is typed."""

from __future__ import annotations

from kiosk.signup import CLASS_MAX, CLASS_MIN, Problem
from screens.theme import _


def worded(problem: Problem) -> str:
    """A problem of a form as one kind line."""
    return {
        Problem.NAME_EMPTY: _("Напишите, как к вам обращаться"),
        Problem.NAME_ODD: _("Имя пишется буквами, от двух"),
        Problem.PHONE_EMPTY: _("Нужен номер, чтобы ответить вам"),
        Problem.PHONE_ODD: _("В номере должно быть десять цифр после +7"),
        Problem.EMAIL_ODD: _("Проверьте адрес почты"),
        Problem.COUNT_EMPTY: _("Сколько ребят придёт?"),
        Problem.COUNT_ODD: _("От {least} до {most} ребят").format(least=CLASS_MIN, most=CLASS_MAX),
        Problem.NOTE_LONG: _("Слишком длинно"),
        Problem.AGE_EMPTY: _("Выберите возраст"),
    }[problem]


def shown_phone(digits: str) -> str:
    """``+7 900 000-00-00`` as far as it is typed; ``digits`` go after +7."""
    groups = [digits[:3], digits[3:6], digits[6:8], digits[8:10]]
    text = "+7"
    for group, lead in zip(groups, (" ", " ", "-", "-"), strict=True):
        if group:
            text += lead + group
    return text
