"""A kiosk's settings: one frozen object of ``kiosk.toml``, the environment and the command."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from kiosk.errors import KioskError

Profile = Literal["exhibition", "fair"]
PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
LANGS = ("ru", "en")
_ROOT = Path(__file__).resolve().parent.parent


class SettingsError(KioskError):
    """A setting that cannot be used. The message names the setting and where it was found."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ from one kiosk to another. Times in seconds, sizes in pixels."""

    home: Path
    """The data folder (``KIOSK_HOME``)."""
    profile: Profile = "exhibition"
    place: str = ""
    """Where the kiosk stands, as staff call it; written into each visit."""
    size: tuple[int, int] = PORTRAIT
    fullscreen: bool = False
    still: bool = False
    """Nothing moves by itself."""
    lang: str = "ru"
    """The language a visit starts in."""
    idle_s: float = 60.0
    """Without a touch for this long the warning comes up."""
    idle_warning_s: float = 20.0
    """The warning's countdown; WCAG 2.2.1 asks for 20 s at least."""
    form_idle_s: float = 180.0
    """The same as ``idle_s`` while a form is being typed in."""
    screen_diagonal: float = 43.0
    """Inches; gives the size of a pixel in millimetres."""
    pack: Path = _ROOT / "build" / "packs" / "current"
    """The content pack the program came with."""
    keep_days: int = 30
    """Records the centre has backed up are purged after this many days."""
    attract: tuple[str, ...] = ()
    """Scenes of the attract screen, each a line of :mod:`kiosk.playbill`; none: the usual ones."""
    camera: str = ""
    """What the selfie frame looks through: a camera's index or device, a picture or film that
    stands in for one; without it a drawn figure stands in."""
    camera_turn: int = 0
    """Degrees the camera's picture is turned clockwise: 0, 90, 180 or 270."""
    play_minutes: float = 5.0
    """A preschooler's visit ends by itself after so many minutes, between two rounds (SanPiN
    1.2.3685-21: five at an interactive panel)."""
    volume: int = 2
    """How loud the voice is when a visit starts: 0 silent, 1 quiet, 2 usual, 3 loud. A visitor may
    change it within these steps until the visit ends."""
    pin: str = field(default="", repr=False)
    """``KIOSK_PIN``; where it is set it stands in for the PIN of ``pin.json``."""


def default_home() -> Path:
    """``KIOSK_HOME``, else ``sozvezdie/kiosk`` in the user's data folder."""
    if given := os.environ.get("KIOSK_HOME"):
        return Path(given).expanduser()
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "sozvezdie" / "kiosk"


def load(home: Path | None = None, **overrides: Any) -> Settings:
    """``kiosk.toml`` in the data folder, over it the environment (``KIOSK_PLACE``, ``KIOSK_SIZE``
    and so on), over it ``overrides``; an override that is None says nothing. The fair profile is
    landscape unless a size is given. Raises :class:`SettingsError`."""
    folder = (home or default_home()).absolute()
    values: dict[str, Any] = {}
    for where, found in (
        ("kiosk.toml", _read_toml(folder / "kiosk.toml")),
        ("the environment", _read_environment()),
        ("the command", {k: v for k, v in overrides.items() if v is not None}),
    ):
        for name, value in found.items():
            values[name] = _convert(name, value, where)
    if values.get("profile") == "fair":
        values.setdefault("size", LANDSCAPE)
    return Settings(home=folder, **values)


def parse_size(text: str) -> tuple[int, int]:
    """``1080x1920`` as a pair; ValueError when it is not one or not a screen's size."""
    width, _, height = text.lower().replace("х", "x").replace("×", "x").partition("x")
    size = int(width), int(height)
    if not all(240 <= side <= 16384 for side in size):
        raise ValueError("each side is 240 to 16384 pixels")
    return size


def _read_toml(file: Path) -> Mapping[str, Any]:
    if not file.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file.name}: {error}") from error


def _read_environment() -> Mapping[str, Any]:
    named = {f"KIOSK_{f.name.upper()}": f.name for f in fields(Settings) if f.name != "home"}
    return {name: os.environ[key] for key, name in named.items() if os.environ.get(key)}


def _size(value: Any) -> tuple[int, int]:
    if isinstance(value, str):
        return parse_size(value)
    width, height = value
    return parse_size(f"{int(width)}x{int(height)}")


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off"):
        return False
    raise ValueError("true or false")


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def choose(value: Any) -> str:
        if value not in allowed:
            raise ValueError("one of " + ", ".join(allowed))
        return str(value)

    return choose


def _number(low: float, high: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        number = float(value)
        if not low <= number <= high:
            raise ValueError(f"from {low:g} to {high:g}")
        return number

    return read


def _pin(value: Any) -> str:
    pin = str(value)
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
        raise ValueError("4 to 12 digits")
    return pin


def _camera(value: Any) -> str:
    name = str(value).strip()
    if "://" in name or "\0" in name:
        raise ValueError("an index, a device or a file")
    if not name or name.isdecimal():
        return name
    return str(Path(name).expanduser().absolute())


def _turn(value: Any) -> int:
    if str(value) not in ("0", "90", "180", "270"):
        raise ValueError("one of 0, 90, 180, 270")
    return int(value)


def _volume(value: Any) -> int:
    if isinstance(value, bool) or str(value) not in ("0", "1", "2", "3"):
        raise ValueError("one of 0, 1, 2, 3")
    return int(value)


def _scenes(value: Any) -> tuple[str, ...]:
    from kiosk import playbill

    lines = value.split(",") if isinstance(value, str) else [str(line) for line in value]
    playbill.read(lines)
    return tuple(line.strip() for line in lines)


_READERS: dict[str, Callable[[Any], Any]] = {
    "profile": _one_of(*get_args(Profile)),
    "place": str,
    "size": _size,
    "fullscreen": _flag,
    "still": _flag,
    "lang": _one_of(*LANGS),
    "idle_s": _number(5, 3600),
    "idle_warning_s": _number(20, 600),
    "form_idle_s": _number(5, 3600),
    "screen_diagonal": _number(5, 120),
    "pack": lambda value: Path(value).expanduser().absolute(),
    "keep_days": lambda value: int(_number(0, 3650)(value)),
    "attract": _scenes,
    "camera": _camera,
    "camera_turn": _turn,
    "play_minutes": _number(1, 7),
    "volume": _volume,
    "pin": _pin,
}


def _convert(name: str, value: Any, where: str) -> Any:
    reader = _READERS.get(name)
    if reader is None:
        raise SettingsError(f"{where}: unknown setting {name}")
    try:
        return reader(value)
    except (TypeError, ValueError, OverflowError) as error:
        why = str(error) if name != "pin" else "4 to 12 digits"
        raise SettingsError(f"{where}: {name}: {why}") from error
