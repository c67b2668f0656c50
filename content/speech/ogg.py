"""How long an OGG Vorbis file lasts, from its own pages (https://xiph.org/ogg/doc/framing.html)."""

from __future__ import annotations

import struct
from pathlib import Path

_IDENTIFICATION = b"\x01vorbis"


class NotVorbis(ValueError):
    """Not a whole OGG Vorbis file."""


def seconds(path: Path) -> float:
    """The length of the sound in seconds; raises :class:`NotVorbis`, OSError."""
    content = path.read_bytes()
    start, last = content.find(_IDENTIFICATION), content.rfind(b"OggS")
    if not content.startswith(b"OggS") or start < 0 or last == 0 or len(content) < last + 27:
        raise NotVorbis(path.name)
    (rate,) = struct.unpack_from("<I", content, start + 12)
    (samples,) = struct.unpack_from("<q", content, last + 6)
    if rate == 0 or samples <= 0:
        raise NotVorbis(path.name)
    return float(round(samples / rate, 3))
