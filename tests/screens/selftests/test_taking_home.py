"""A result goes home: from the answers on the glass to the page in a phone's own browser."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import sync_playwright

from screens.driving.controls import Control
from screens.widgets.qr import QrCode
from sync.centre import embedded
from tests.centre.test_browser import AXE, CHROMIUM, PHONE, check, opened
from tests.screens.app_stage import AppStage
from tests.screens.selftests.test_taking import TESTS, answer, begin
from tests.screens.test_road import centre, kiosk

__all__ = ["centre", "kiosk"]

pytestmark = pytest.mark.skipif(
    not (CHROMIUM.exists() and AXE.exists()), reason="no chromium or axe-core on this machine"
)


def code_shown(app: AppStage) -> Control:
    (code,) = [one for one in app.driver.controls() if isinstance(one.widget, QrCode)]
    return app.driver.bring(code)


def test_the_code_on_the_glass_opens_the_same_result_in_a_phone_s_browser(
    kiosk: AppStage, centre: embedded.Running, tmp_path: Path
) -> None:
    test, random = TESTS["draws_me"], Random(1)
    begin(kiosk, test.id)
    for _item in test.items:
        answer(kiosk, random)
    code = code_shown(kiosk)
    with Image.open(kiosk.driver.save(tmp_path / "result.png")) as picture:
        (read,) = zxingcpp.read_barcodes(picture)
    assert read.text == code.widget.address
    result = kiosk.kiosk.navigator.current
    assert result is not None
    title = result.heading().title
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        page = opened(browser, PHONE)
        page.goto(read.text)
        page.wait_for_selector(".result")
        assert page.inner_text("h1") == title
        check(page)
        browser.close()
