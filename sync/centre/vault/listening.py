"""Is there a vault at a home's socket?"""

from __future__ import annotations

import socket

from sync.centre.home import Home
from sync.centre.vault.address import short


def listening(home: Home) -> bool:
    """Whether somebody answers there."""
    with socket.socket(socket.AF_UNIX) as wire, short(home.vault_socket) as address:
        try:
            wire.connect(address)
        except OSError:
            return False
    return True
