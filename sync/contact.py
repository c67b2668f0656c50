"""How a person may be called and reached: forgiving to read, one way to write."""

from __future__ import annotations

import re
import unicodedata

NAME_MIN, NAME_MAX = 2, 60
"""Characters of a name."""
_JOINERS = frozenset(" -‐‑'’ʼ.")
_EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\".]+(\.[^\s@,;<>\".]+)+")
_PHONE = re.compile(r"\+?[\d\s()‐‑–—.\u00a0-]+")


def name(text: str) -> str | None:
    """A name in letters of any script, 2 to 60 characters, blanks made single; None when it
    cannot be one."""
    whole = " ".join(unicodedata.normalize("NFC", text).split())
    letters = sum(unicodedata.category(char)[0] == "L" for char in whole)
    allowed = all(char in _JOINERS or unicodedata.category(char)[0] in "LM" for char in whole)
    return whole if allowed and letters >= NAME_MIN and len(whole) <= NAME_MAX else None


def phone(text: str) -> str | None:
    """A Russian number as ``+7XXXXXXXXXX``; None when it cannot be one.

    Takes ``8 900 …``, ``+7 (900) …`` and ten digits alone. Area codes of Russia begin with 3, 4,
    8 or 9 (the numbering plan of the Russian Federation; 6 and 7 are Kazakhstan's), none with 89:
    ten digits that do are a mobile number with a digit forgotten."""
    stripped = text.strip()
    if not _PHONE.fullmatch(stripped):
        return None
    digits = "".join(char for char in stripped if char.isdecimal() and char.isascii())
    if len(digits) == 11 and (digits[0] == "7" or (digits[0] == "8" and stripped[0] != "+")):
        digits = digits[1:]
    elif stripped[0] == "+":
        return None
    if len(digits) != 10 or digits[0] not in "3489" or digits.startswith("89"):
        return None
    return f"+7{digits}"


def email(text: str) -> str | None:
    """An address as it is, trimmed; None when it cannot be one."""
    address = text.strip()
    return address if len(address) <= 120 and _EMAIL.fullmatch(address) else None
