"""When a page cannot be what was asked for: what happened and what to do, in a few plain words."""

from __future__ import annotations

from typing import Literal

from starlette.requests import Request
from starlette.responses import HTMLResponse

from sync.centre.pages.i18n import Lang
from sync.centre.pages.render import page

Reason = Literal[
    "broken",
    "unknown",
    "expired",
    "event",
    "past",
    "often",
    "missing",
    "large",
    "busy",
    "stale",
    "stand",
]

_TEXTS: dict[str, tuple[int, str, str]] = {
    "broken": (
        400,
        "Код не прочитался",
        "Похоже, адрес дошёл не целиком. Наведите камеру на QR-код ещё раз и откройте "
        "ссылку сразу, не копируя.",
    ),
    "unknown": (
        404,
        "Этот код не наш",
        "Такого киоска мы не знаем. Проверьте, что QR-код — с экрана «Созвездия профессий», "
        "и отсканируйте его ещё раз.",
    ),
    "expired": (
        410,
        "Срок кода вышел",
        "Подойдите к киоску и отсканируйте свежий QR-код — это займёт минуту.",
    ),
    "event": (
        404,
        "Пока не можем записать",
        "Центр ещё не получил описание этого события. Попробуйте чуть позже или запишитесь "
        "на самом киоске.",
    ),
    "past": (
        410,
        "Это событие уже прошло",
        "Загляните на доску событий киоска: там есть ближайшие. Или попросите консультацию.",
    ),
    "often": (
        429,
        "Слишком много попыток",
        "Подождите десять минут и попробуйте ещё раз.",
    ),
    "missing": (404, "Такой страницы нет", "Откройте ссылку из QR-кода ещё раз."),
    "stand": (
        404,
        "Такого стенда пока нет",
        "Возможно, выставку переставили. Найдите стенд на плане: он есть на экране киоска.",
    ),
    "stale": (
        403,
        "Страница устарела",
        "Вернитесь назад, обновите страницу и нажмите ещё раз: ничего не изменилось.",
    ),
    "large": (413, "Слишком длинно", "Напишите, пожалуйста, короче и отправьте ещё раз."),
    "busy": (
        503,
        "Сейчас не получилось",
        "Ничего не потеряно, но и не записано. Вернитесь на шаг назад и отправьте ещё раз "
        "через минуту.",
    ),
}


def trouble(request: Request, lang: Lang, reason: Reason) -> HTMLResponse:
    """The page for ``reason``, with its status code."""
    status, title, text = _TEXTS[reason]
    return page(request, "phone/trouble.html", lang, status, title=title, text=text)
