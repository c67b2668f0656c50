"""A centre that is off, slow, says nonsense or is another one: the day closes, everything waits and
staff read one clear line."""

import functools
import json
from concurrent.futures import wait

import msgspec
import pytest
from click.testing import CliRunner

from kiosk import staff
from kiosk.cli import main
from kiosk.machine import Machine
from kiosk.wording import uplink_line
from sync import uplink
from sync.http import UplinkError, Wire
from tests.sync.double import CentreDouble
from tests.sync.double_http import serving as honest
from tests.sync.test_http import says, self_signed, serving

PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 26\r\n\r\n"
    b"<html>Welcome to WiFi</ht>"
)


def silent(connection, done):
    done.wait(5)


@pytest.fixture
def hurried(monkeypatch):
    """No test waits half a minute."""
    monkeypatch.setattr(uplink, "Wire", functools.partial(Wire, read_s=0.2, total_s=0.4))


@pytest.fixture(
    params=["offline", "slow", "portal", "nonsense", "redirect", "certificate", "root", "refused"]
)
def bad(request, hurried, enrolled, tmp_path):
    """The address of a bad centre and what it should be called; the kiosk is set on it."""
    kind = request.param
    answers = {
        "portal": says(PORTAL),
        "nonsense": says(b"\x00\x01\x02" * 100),
        "redirect": says(b"HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n"),
        "slow": silent,
        "certificate": silent,
    }
    if kind == "offline":
        yield "http://127.0.0.1:1", "offline"
    elif kind in ("root", "refused"):
        stranger = CentreDouble()
        if kind == "root":
            stranger.kiosks[enrolled.identity.kiosk] = enrolled.identity.public
        with honest(stranger) as url:
            yield url, kind
    else:
        context = self_signed(tmp_path)[1] if kind == "certificate" else None
        scheme = "https" if context else "http"
        reason = kind if kind in ("slow", "certificate") else "garbage"
        with serving(answers[kind], context) as port:
            yield f"{scheme}://127.0.0.1:{port}", reason


def test_the_day_closes_and_everything_waits(bad, enrolled, monkeypatch):
    url, reason = bad
    enrolled.learn(msgspec.structs.replace(enrolled.identity, url=url))
    enrolled.start_visit().end("finished")
    wait([enrolled.worker.submit(lambda: None)])
    before = enrolled.journal.pending()
    with pytest.raises(UplinkError) as raised:
        staff.close_day(enrolled)
    assert raised.value.reason == reason
    assert enrolled.journal.pending() == before + 1  # the day was closed, and that waits too
    assert staff.day_report(enrolled).visits == 1
    settings = enrolled.settings
    enrolled.close()

    monkeypatch.setenv("KIOSK_HOME", str(settings.home))
    monkeypatch.setenv("KIOSK_PACK", str(settings.pack))
    result = CliRunner().invoke(main, ["sync", "--json"])
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(uplink_line(reason))
    assert "Traceback" not in result.output
    status = json.loads(CliRunner().invoke(main, ["status", "--json"]).stdout)
    assert (status["pending"], status["acked_seq"]) == (before + 1, 0)
    with Machine.open(settings) as again:
        assert again.journal.pending() == before + 1
