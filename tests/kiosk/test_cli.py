import json
import resource
import sys

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.machine import Machine
from tests.sync.double_http import serving


@pytest.fixture
def kiosk(settings, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(settings.home))
    monkeypatch.setenv("KIOSK_PACK", str(settings.pack))

    def call(*arguments):
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return call


def last(result):
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout.splitlines()[-1])


def test_the_road_by_commands(kiosk, centre, settings):
    status = last(kiosk("status", "--json"))
    assert list(status) == [
        "kiosk",
        "epoch",
        "last_seq",
        "acked_seq",
        "pending",
        "sqlite",
        "content",
    ]
    assert (status["pending"], status["content"]) == (0, settings.pack.name)
    with serving(centre) as url:
        enrolled = kiosk("enrol", url, centre.code(), "--name", "Тест", "--pin", "2468")
        assert enrolled.exit_code == 0
        assert "2468" not in enrolled.output
        made = last(kiosk("simulate", "--visits", 40, "--records", 500, "--json"))
        assert list(made) == ["visits", "records", "signups", "by_kind"]
        assert made["records"] == 500
        assert last(kiosk("status", "--json"))["pending"] == 500
        sent = last(kiosk("sync", "--json"))
        assert list(sent) == [
            "sent",
            "same",
            "conflict",
            "quarantined",
            "pending",
            "seconds",
            "content",
        ]
        assert (sent["sent"], sent["pending"]) == (500, 0)
        assert last(kiosk("sync", "--json"))["sent"] == 0
    status = last(kiosk("status", "--json"))
    assert (status["kiosk"], status["last_seq"], status["acked_seq"]) == ("K1", 500, 500)
    assert len(centre.held) == 500


def failed(result):
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.output
    return result.stderr


def test_a_made_up_pin_is_printed_once(kiosk, centre):
    with serving(centre) as url:
        assert "PIN: " in kiosk("enrol", url, centre.code()).stdout


def test_each_failure_is_one_line_and_exit_code_one(kiosk, centre, settings):
    assert "не подключён" in failed(kiosk("sync"))
    assert "код" in failed(kiosk("enrol", "http://127.0.0.1:9", "nonsense"))
    assert "не защищено" in failed(kiosk("enrol", "http://centre.example", centre.code()))
    with serving(centre) as url:
        stranger = type(centre)()
        assert "ключ" in failed(kiosk("enrol", url, stranger.code()))
    assert "связи" in failed(kiosk("enrol", url, centre.code()))
    settings.home.mkdir(exist_ok=True)
    (settings.home / "kiosk.toml").write_text("colour = 1")
    assert "colour" in failed(kiosk("status"))
    (settings.home / "kiosk.toml").unlink()
    with Machine.open(settings):
        assert "занята" in failed(kiosk("simulate", "--visits", 1))
    (settings.home / "journal.db").write_bytes(b"damaged" * 1000)
    assert "Журнал" in failed(kiosk("simulate", "--visits", 1))


def test_no_command_leaves_a_core_dump(kiosk):
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
    assert kiosk("status").exit_code == 0
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] in (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["simulate"],
        ["simulate", "--visits", "0"],
        ["simulate", "--visits", "5", "--records", "9"],
        ["run", "--size", "huge"],
        ["tour"],
        ["enrol", "http://127.0.0.1"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_exit_code_two(kiosk, arguments):
    assert kiosk(*arguments).exit_code == 2


def test_the_doctor_finds_a_well_kiosk_well_and_an_ill_one_ill(kiosk, centre, settings):
    with serving(centre) as url:
        kiosk("enrol", url, centre.code(), "--pin", "2468")
        kiosk("simulate", "--visits", 2)
        well = kiosk("doctor")
        assert (well.exit_code, "✗" in well.output) == (0, False)
        (settings.home / "signing.key").write_bytes(b"\1" * 32)
        ill = kiosk("doctor")
        assert (ill.exit_code, ill.output.count("✗")) == (1, 1)


def test_the_screens_are_given_the_settings_of_the_command(kiosk, monkeypatch):
    import types

    given = []
    package, app = types.ModuleType("screens"), types.ModuleType("screens.app")
    app.run = lambda settings: given.append(settings) or 0
    package.app = app
    monkeypatch.setitem(sys.modules, "screens", package)
    monkeypatch.setitem(sys.modules, "screens.app", app)
    assert kiosk("run", "--profile", "fair", "--still").exit_code == 0
    assert (given[0].profile, given[0].size, given[0].still) == ("fair", (1920, 1080), True)
