"""Templates to answers: one Jinja environment, strict escaping, no outside resource."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sync.centre.pages import i18n
from sync.centre.state import Centre

HERE = Path(__file__).parent
STATIC = {
    path.name: path.read_bytes() for path in sorted((HERE / "static").iterdir()) if path.is_file()
}
"""The style sheets and scripts, a few kilobytes in all."""


@cache
def versioned(name: str) -> str:
    """The address of a static file; it changes when the file does, so it may be kept for ever."""
    return f"/static/{name}?v={hashlib.sha256(STATIC[name]).hexdigest()[:10]}"


@cache
def environment() -> Environment:
    """The templates. Unknown names are errors, everything is escaped."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    made.globals["static"] = versioned
    return made


def page(
    request: Request, template: str, lang: i18n.Lang, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page in ``lang``. The choice is remembered in a cookie that says nothing else."""
    centre: Centre = request.app.state.centre

    def say(message: str, **named: object) -> str:
        return i18n.say(lang, message, **named)

    def many(n: int, one: str, few: str, more: str) -> str:
        return i18n.plural(lang, n, one, few, more)

    def day(value: object) -> str:
        return i18n.long_day(lang, value)

    text = (
        environment()
        .get_template(template)
        .render(_=say, n_=many, day=day, lang=lang, other="en" if lang == "ru" else "ru", **values)
    )
    answer = HTMLResponse(text, status, headers={"Cache-Control": "no-store"})
    if request.cookies.get(i18n.COOKIE) != lang:
        answer.set_cookie(
            i18n.COOKIE,
            lang,
            max_age=180 * 86_400,
            httponly=True,
            samesite="lax",
            secure=centre.secure,
        )
    return answer
