"""Where a centre lives: ``CENTRE_HOME``, its settings file and the paths inside it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sync.centre.errors import CentreError


class HomeError(CentreError):
    """The centre's folder is not what it must be."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``centre init`` was told. ``public_url`` is the address QR codes carry, empty for
    "wherever it is served"; ``database`` an SQLAlchemy URL, empty for SQLite in the home;
    ``zone`` the time zone days are counted in."""

    public_url: str = ""
    database: str = ""
    zone: str = "Europe/Moscow"


@dataclass(frozen=True)
class Home:
    """The paths of one centre."""

    folder: Path

    @property
    def keys(self) -> Path:
        """Key files, mode 0600 in a folder of mode 0700."""
        return self.folder / "keys"

    @property
    def settings_file(self) -> Path:
        """Written last by ``init``: a home without it is not set up."""
        return self.folder / "centre.json"

    @property
    def bundle(self) -> Path:
        """The public keys, signed by the root key, which may then be taken offline."""
        return self.folder / "bundle.szv"

    @property
    def last_batch(self) -> Path:
        """The number of the last batch committed; a database below it is a restored backup."""
        return self.folder / "last-batch"

    @property
    def vault_socket(self) -> Path:
        """The vault's Unix socket, mode 0600."""
        return self.folder / "vault.sock"

    @property
    def packs(self) -> Path:
        """Published content, ``<sha256>/`` and the symlink ``current``."""
        return self.folder / "packs"

    @property
    def ready(self) -> bool:
        """Whether ``init`` has finished here."""
        return self.settings_file.is_file()

    def settings(self) -> Settings:
        """The settings of a home that is set up; HomeError when it is not."""
        try:
            return msgspec.json.decode(self.settings_file.read_bytes(), type=Settings)
        except FileNotFoundError:
            raise HomeError(
                f"Центр ещё не подготовлен в {self.folder}: выполните «centre init»."
            ) from None
        except msgspec.DecodeError as error:
            raise HomeError(f"Не читается {self.settings_file.name}: {error}") from error

    def save(self, settings: Settings) -> None:
        """Write the settings in one rename."""
        replace(self.settings_file, msgspec.json.format(msgspec.json.encode(settings)))

    def database_url(self, override: str | None = None) -> str:
        """The database: ``override``, else ``CENTRE_DATABASE``, else the settings, else SQLite."""
        chosen = override or os.environ.get("CENTRE_DATABASE") or self.settings().database
        return chosen or f"sqlite:///{self.folder / 'centre.db'}"


def find(folder: Path | None = None) -> Home:
    """The home named by the argument, else by ``CENTRE_HOME``, else in the user's data folder."""
    if folder is None:
        named = os.environ.get("CENTRE_HOME")
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
        folder = Path(named) if named else data / "sozvezdie" / "centre"
    return Home(folder.absolute())


def replace(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Write a file durably: a new file beside it, fsync, rename."""
    beside = path.with_name(path.name + ".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)
