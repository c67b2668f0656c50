"""What a serving centre holds in hand: one object given to every handler."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sync.centre import clock
from sync.centre import keys as key_files
from sync.centre.home import Home
from sync.centre.keys import Keys
from sync.centre.store import epoch as epochs
from sync.centre.store.engine import Store, open_store
from sync.centre.store.schema import upgrade


@dataclass(frozen=True)
class Centre:
    """One centre, open. ``public_url`` is what QR codes carry, ``bundle`` the signed public keys,
    ``zone`` the time zone days are counted in, ``now`` the clock."""

    home: Home
    store: Store
    keys: Keys
    epoch: str
    public_url: str
    bundle: bytes
    zone: str
    now: Callable[[], dt.datetime] = clock.now

    @property
    def secure(self) -> bool:
        """Whether people reach the centre by HTTPS, so that cookies must not go without it."""
        return self.public_url.startswith("https:")


def open_centre(
    home: Home,
    served_at: str,
    database: str | None = None,
    now: Callable[[], dt.datetime] = clock.now,
) -> Centre:
    """Open a home that is set up: database at the newest schema, keys, epoch, bundle.

    ``served_at`` is the address QR codes carry when ``init`` was told none. Raises HomeError or
    StoreError with one line for a person."""
    settings = home.settings()
    keys = key_files.load(home)
    store = open_store(home.database_url(database))
    upgrade(store)
    epoch = epochs.begin(store, home.last_batch, now())
    public_url = (settings.public_url or served_at).rstrip("/")
    bundle = key_files.signed_bundle(home, keys, public_url, epoch)
    return Centre(home, store, keys, epoch, public_url, bundle, settings.zone, now)
