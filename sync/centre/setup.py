"""What ``centre init`` does: keys, vault, database, first administrator, settings — in the order
that lets a broken-off run simply be started again."""

from __future__ import annotations

from pathlib import Path

from sync.centre import clock, keys, vaultkey
from sync.centre.home import Home, HomeError, Settings
from sync.centre.store import epoch, staff
from sync.centre.store.engine import open_store
from sync.centre.store.schema import upgrade


def set_up(
    folder: Path,
    passphrase: str,
    administrator: str,
    password: str,
    public_url: str = "",
    database: str = "",
) -> Home:
    """Make a centre in ``folder``; HomeError when there is one already or a secret is too short."""
    home = Home(folder)
    if home.ready:
        raise HomeError(f"Центр уже подготовлен в {folder}; ничего не изменено.")
    if len(passphrase) < vaultkey.MIN_PASSPHRASE:
        raise HomeError(f"Фраза хранилища короче {vaultkey.MIN_PASSPHRASE} знаков.")
    staff.check_new(administrator, password)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = open_store(database or f"sqlite:///{folder / 'centre.db'}")
    try:
        upgrade(store)
        now = clock.now()
        staff.put(store, administrator, password, now)
        epoch.begin(store, home.last_batch, now)
    finally:
        store.close()
    if not home.keys.exists():
        keys.create(home.keys, passphrase)
    home.save(Settings(public_url=public_url.rstrip("/"), database=database))
    return home
