"""Request bodies, never more of them than allowed, and answers in the same few shapes."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response


async def read_body(request: Request, limit: int) -> bytes:
    """The body, at most ``limit`` bytes; 413 before reading what says it is longer, and as soon
    as it turns out to be."""
    said = request.headers.get("content-length", "")
    if said.isdecimal() and int(said) > limit:
        raise HTTPException(413, "the body is too large")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise HTTPException(413, "the body is too large")
    return bytes(body)


def octets(message: bytes) -> Response:
    """A signed message as an answer."""
    return Response(
        message, media_type="application/octet-stream", headers={"Cache-Control": "no-store"}
    )
