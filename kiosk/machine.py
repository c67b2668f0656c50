"""The machine: one kiosk's data folder, held by one process, and what lives in it.

Opening takes the lock and reads two small files; the journal and SQLAlchemy are loaded by
whoever writes first, which is the worker thread, never the first frame.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.library import Library
from content.model import PackError
from kiosk import identity as identities
from kiosk import packs
from kiosk.errors import KioskError
from kiosk.settings import Settings
from sync.identity import Identity

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from kiosk.journal import Journal
    from kiosk.search import Search
    from kiosk.visit import Visit

JOURNAL = "journal.db"

_log = logging.getLogger(__name__)


class HomeLocked(KioskError):
    """Another process writes in this data folder."""


class HomeError(KioskError):
    """A data folder that cannot be made or written."""


class Machine:
    """A kiosk that is switched on. Made by :meth:`open`, given up by :meth:`close`."""

    def __init__(self, settings: Settings, lock: int) -> None:
        self.settings = settings
        self.worker = ThreadPoolExecutor(1, thread_name_prefix="journal")
        """The one thread everything that touches the database goes through."""
        self.identity: Identity | None = None
        self.trouble: Exception | None = None
        """Why the journal or the identity cannot be used; :func:`kiosk.wording.line` words it."""
        self._lock = lock
        self._opening = threading.Lock()
        self._journal: Journal | None = None
        self._library: Library | None = None
        self._search: Search | None = None
        self._pack: packs.InUse | None = None
        self._key: tuple[str, Ed25519PrivateKey] | None = None

    @classmethod
    def open(cls, settings: Settings) -> Machine:
        """Take the data folder. Raises :class:`HomeLocked`, :class:`HomeError`."""
        home = settings.home
        try:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(home / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise HomeError(f"{home}: {error.strerror}") from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(lock, 20, 0).decode("ascii", "replace").strip()
            os.close(lock)
            raise HomeLocked(f"{home} is in use by another kiosk process ({holder})") from error
        with contextlib.suppress(OSError):  # a full disk keeps the lock, only without a name
            os.ftruncate(lock, 0)
            os.pwrite(lock, str(os.getpid()).encode(), 0)
        machine = cls(settings, lock)
        machine.reload_identity()
        return machine

    def reload_identity(self) -> None:
        """Read ``identity.json`` again; a damaged one counts as none and is said to staff."""
        try:
            self.identity = identities.load(self.settings.home)
        except identities.IdentityError as error:
            _log.error("%s", error)
            self.identity, self.trouble = None, error

    def learn(self, identity: Identity) -> None:
        """Keep an identity that a sync has brought up to date."""
        identities.save(self.settings.home, identity)
        self.identity = identity

    @property
    def library(self) -> Library:
        """The content in use. The first look puts the built-in pack in place where it is newer;
        raises :class:`content.model.PackError` when there is no good pack."""
        if self._library is None:
            self._pack = packs.ensure(self.settings.home, self.settings.pack)
            try:
                self._library = Library.open(self._pack.folder)
            except PackError as error:
                _log.error("the pack in use is damaged: %s", error)
                packs.set_aside(self._pack.folder)
                self._pack = packs.ensure(self.settings.home, self.settings.pack)
                self._library = Library.open(self._pack.folder)
            if self._pack.activated and self._journal is not None:
                self.record("content.activated", {"pack": self.content})
        return self._library

    def take_pack(self, folder: Path) -> Library:
        """Show the pack in ``folder`` from now on, where it lies; raises
        :class:`content.model.PackError` and keeps the one in use."""
        self._library = Library.open(folder)
        self._pack = packs.InUse(folder, False, "")
        self._search = None
        return self._library

    @property
    def search(self) -> Search:
        """The search over the content in use; its index is built when first asked for a word."""
        if self._search is None:
            from kiosk.search import Search

            self._search = Search(self.library)
        return self._search

    def rest(self) -> None:
        """Nobody is here: give back what only a visit needs."""
        self._search = None

    @property
    def content(self) -> str:
        """The name (SHA-256) of the pack in use, empty before :attr:`library` was looked at."""
        return self._pack.folder.name if self._pack else ""

    @property
    def journal(self) -> Journal:
        """The journal, opened on first use; raises :class:`kiosk.journal.JournalError`, also when
        the machine is off."""
        with self._opening:
            if self._journal is None:
                from kiosk.journal import Journal, JournalBroken

                if self._lock < 0:
                    raise JournalBroken("the kiosk is switched off")
                kiosk = self.identity.kiosk if self.identity else ""
                journal = Journal(self.settings.home / JOURNAL, kiosk)
                if self._pack and self._pack.activated:
                    journal.append("content.activated", {"pack": self.content})
                self._journal = journal
            return self._journal

    def reopen_journal(self) -> None:
        """Close the journal so that the next use opens it under the identity of now."""
        with self._opening:
            if self._journal is not None:
                self._journal.close()
                self._journal = None

    def signing_key(self) -> Ed25519PrivateKey | None:
        """The kiosk's private key, None when it is not enrolled or the key is gone."""
        if self.identity is None:
            return None
        if self._key is None or self._key[0] != self.identity.kiosk:
            try:
                private = identities.signing_key(self.settings.home, self.identity)
            except identities.IdentityError as error:
                _log.error("%s", error)
                self.trouble = error
                return None
            self._key = (self.identity.kiosk, private)
        return self._key[1]

    def now(self) -> dt.datetime:
        """The kiosk's own clock, UTC."""
        return dt.datetime.now(dt.UTC)

    def record(
        self, kind: str, body: dict[str, Any], visit: bytes = b"", at: dt.datetime | None = None
    ) -> None:
        """Journal a ``use`` record by the worker. Neither waits nor raises; what goes wrong is
        logged and kept in :attr:`trouble`."""
        moment = at or self.now()
        self.submit(lambda: self.journal.append(kind, body, visit, moment))

    def submit(self, task: Callable[[], object]) -> Future[object] | None:
        """Give the worker something whose failure only staff need to know of."""
        try:
            future = self.worker.submit(task)
        except RuntimeError:
            return None
        future.add_done_callback(self._settled)
        return future

    def _settled(self, future: Future[object]) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, Exception):
            _log.error("the journal took no record: %s", error)
            self.trouble = error
        elif self.identity is not None or not isinstance(self.trouble, identities.IdentityError):
            self.trouble = None

    def start_visit(self) -> Visit:
        """A visitor has touched the screen."""
        from kiosk.visit import Visit

        return Visit.start(self)

    def warm(self) -> Future[object] | None:
        """Load in the worker what the first sign-up and the first QR code need. For after the
        first frame."""

        def load() -> None:
            import sync.seal
            import sync.token  # noqa: F401

            _ = self.journal
            self.signing_key()

        return self.submit(load)

    def close(self) -> None:
        """Let the worker finish, close the journal, give the data folder up. Twice is once."""
        if self._lock < 0:
            return
        self.worker.shutdown(wait=True)
        with self._opening:
            if self._journal is not None:
                self._journal.close()
                self._journal = None
            os.close(self._lock)
            self._lock = -1

    def __enter__(self) -> Machine:
        """The machine itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()
