"""What a screen of media is about: its arguments are the kind and id of a thing, as in
``of="cluster", id="flax"``."""

from __future__ import annotations

from content.library import Library
from content.media import CARRIERS
from content.model import Media


def media_of(library: Library, of: object, id: object) -> list[Media]:
    """The media of a thing; none where there is no such thing."""
    kind = CARRIERS.get(str(of))
    thing = None if kind is None else library.find(kind, str(id))
    return list(getattr(thing, "media", []))


def photos_of(library: Library, of: object, id: object) -> list[Media]:
    """Its photographs, as they are shown."""
    return [one for one in media_of(library, of, id) if one.kind == "photo"]


def video_of(library: Library, of: object, id: object) -> Media | None:
    """Its video."""
    return next((one for one in media_of(library, of, id) if one.kind == "video"), None)
