"""Fields of a posted form: bounded, plain text, the first of each name."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from sync.centre.api.body import read_body

MAX_FORM = 16 * 1024
MAX_FIELDS = 40


class Fields(dict[str, str]):
    """What was posted; an absent field is empty. Its repr shows no contents."""

    def __missing__(self, name: str) -> str:
        return ""

    def __repr__(self) -> str:
        return f"Fields({sorted(self)})"


async def posted(request: Request) -> Fields:
    """The fields of a form in the body; 413 when it is too long, 400 when it has too many."""
    body = await read_body(request, MAX_FORM)
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MAX_FIELDS,
        )
    except ValueError as error:
        raise HTTPException(400, "too many fields") from error
    fields = Fields()
    for name, value in pairs:
        fields.setdefault(name, value.replace("\0", "").strip())
    return fields
