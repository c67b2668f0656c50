"""The peer of a kiosk program: a browser in kiosk mode with a page of its own, where one is
installed. The page shows one button and turns white when it is touched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BUTTON = (540, 960)
_PAGE = """<!doctype html><meta charset="utf-8"><title>peer</title>
<style>body{margin:0;background:#402060}button{position:fixed;left:340px;top:860px;width:400px;
height:200px;border:0;background:#3080e0;font-size:40px}</style><button>Начать</button>
<script>const b=document.querySelector("button");let on=false;b.onpointerdown=()=>{on=!on;
document.body.style.background=on?"#fff":"#402060"}</script>"""


@contextmanager
def kiosk_page() -> Iterator[list[str] | None]:
    """The command that shows the page, None where there is no Chromium."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        yield None
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder) / "page.html"
        page.write_text(_PAGE, encoding="utf-8")
        yield [
            *(found, "--kiosk", "--no-sandbox", "--no-first-run", "--disable-dev-shm-usage"),
            *("--window-size=1080,1920", "--window-position=0,0", "--disable-features=Translate"),
            *(f"--user-data-dir={folder}/profile", page.as_uri()),
        ]
