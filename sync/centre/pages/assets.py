"""Style sheets, scripts, the pack's fonts and pictures: all from here, none from elsewhere."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.centre.packs import Shelf
from sync.centre.pages.pictures import PictureError, picture
from sync.centre.pages.render import STATIC

FONTS = frozenset(
    f"{name}.ttf"
    for name in (
        "Onest-Regular",
        "Onest-Medium",
        "Onest-Bold",
        "Unbounded-Bold",
        "Unbounded-Medium",
    )
)
SIZES = frozenset({40, 96, 192})
"""Pixels of a picture's side that may be asked for."""

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}


async def static(request: Request) -> Response:
    """A style sheet or a script."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
    return Response(STATIC[name], media_type=kind, headers=_FOR_EVER)


async def font(request: Request) -> Response:
    """A font of the published pack, compressed on the way."""
    name = request.path_params["name"]
    shelf: Shelf = request.app.state.shelf
    if name not in FONTS:
        raise HTTPException(404)
    try:
        content = await run_in_threadpool(_compressed, shelf.folder / "fonts" / name)
    except OSError:
        raise HTTPException(404) from None
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", **_FOR_A_DAY}
    return Response(content, media_type="font/ttf", headers=headers)


async def cut_picture(request: Request) -> Response:
    """A picture of the published pack at one of :data:`SIZES`."""
    shelf: Shelf = request.app.state.shelf
    size = request.path_params["size"]
    if size not in SIZES:
        raise HTTPException(404)
    try:
        content = await run_in_threadpool(picture, shelf.folder, request.path_params["name"], size)
    except PictureError:
        raise HTTPException(404) from None
    return Response(content, media_type="image/png", headers=_FOR_A_DAY)


@lru_cache(maxsize=8)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


routes = [
    Route("/static/{name}", static, methods=["GET"], name="static"),
    Route("/fonts/{name}", font, methods=["GET"], name="font"),
    Route("/picture/{size:int}/{name}.png", cut_picture, methods=["GET"], name="picture"),
]
