"""The address on a stand's plate, and what a scanner that types makes of it.

A stand's page is ``{public_url}/s/{id}``. A scanner acting as a keyboard presses the keys that
write it on an American keyboard; where the machine listens in the Russian layout, other letters
arrive, and they are read back by the place of their keys.
"""

from __future__ import annotations

import re

LONGEST = 300
"""Characters of an address at most; a longer text is none of ours."""

_SHAPE = re.compile(r"https?://[^/\s?#]+(?:/[^\s?#]*)?/s/([a-z][a-z0-9-]{0,39})/?(?:[?#]\S*)?")
_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?#$^&'
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю." + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,№;:?"
_BY_PLACE = str.maketrans(_RUSSIAN, _LATIN)
_SHIFTED = str.maketrans("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?')


def stand_address(public_url: str, stand: str) -> str:
    """What a stand's QR code says."""
    return f"{public_url.rstrip('/')}/s/{stand}"


def linked_stand(text: str) -> str | None:
    """The id of the stand an address leads to, whoever typed it; None for anything else."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    found = _SHAPE.fullmatch(text) or _SHAPE.fullmatch(text.translate(_BY_PLACE))
    return found[1] if found else None


def typed(sign: str, shift: bool) -> str:
    """What a key writes. ``sign`` is what it writes without shift in the layout in force, one
    character; signs that are no letters stand on an American keyboard."""
    if not shift:
        return sign
    return sign.upper() if sign.isalpha() else sign.translate(_SHIFTED)
