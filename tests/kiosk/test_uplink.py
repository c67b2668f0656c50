import msgspec
import pytest

from kiosk import enrol
from kiosk.simulate import simulate
from kiosk.uplink import sync
from sync import code as codes
from sync.uplink import UplinkError
from tests.sync.double_http import serving


@pytest.fixture
def url(centre):
    with serving(centre) as address:
        yield address


def test_from_a_code_to_a_sync_over_real_http(machine, centre, url):
    simulate(machine, 20)
    done = enrol.enrol_here(machine, url, str(centre.code()), "Тестовый киоск")
    assert (done.identity.kiosk, done.identity.name) == ("K1", "Тестовый киоск")
    assert len(done.made_pin) == 6
    made = simulate(machine, 60, seed=3)
    assert made.signups > 0
    result = sync(machine)
    assert result.pending == 0
    assert result.sent == len(centre.held) > made.records
    assert {record.kiosk for record in centre.held.values()} == {"K1"}
    assert sync(machine).sent == 0


def test_enrolment_and_sync_add_no_record(machine, centre, url):
    enrol.enrol_here(machine, url, str(centre.code()), pin="2468")
    sync(machine)
    sync(machine)
    assert machine.journal.outbox().marks() == []


def test_after_re_enrolment_what_was_recorded_before_still_arrives(machine, centre, url):
    enrol.enrol_here(machine, url, str(centre.code()), pin="2468")
    first = simulate(machine, 30, seed=1).records
    enrol.enrol_here(machine, url, str(centre.code()))
    second = simulate(machine, 30, seed=2).records
    result = sync(machine)
    assert (result.sent, result.pending) == (first + second, 0)
    kiosks = [record.kiosk for record in centre.held.values()]
    assert (kiosks.count("K1"), kiosks.count("K2")) == (first, second)
    assert not centre.conflicts


def test_a_wrong_code_changes_nothing(machine, centre, url):
    good = centre.code()
    with pytest.raises(UplinkError):
        enrol.enrol_here(machine, url, str(good._replace(secret="0" * 8)))
    with pytest.raises(codes.CodeError):
        enrol.enrol_here(machine, url, "not a code")
    assert machine.identity is None
    assert not (machine.settings.home / "identity.json").exists()


def test_the_pin_is_asked_for_once_and_kept_at_re_enrolment(machine, centre, url):
    from kiosk import staff

    enrol.enrol_here(machine, url, str(centre.code()), ask=lambda: "864200")
    assert staff.check_pin(machine, "864200").ok
    done = enrol.enrol_here(machine, url, str(centre.code()), ask=lambda: "111111")
    assert done.made_pin == ""
    assert staff.check_pin(machine, "864200").ok


def test_new_keys_are_kept_for_the_next_start(machine, centre, url):
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    enrol.enrol_here(machine, url, str(centre.code()), pin="2468")
    centre.sealing = X25519PrivateKey.generate()
    sync(machine)
    public = centre.sealing.public_key().public_bytes_raw()
    machine.reload_identity()
    assert machine.identity.sealing == public


def test_a_centre_with_another_root_gets_nothing(machine, centre, url):
    enrol.enrol_here(machine, url, str(centre.code()), pin="2468")
    simulate(machine, 3)
    identity = msgspec.structs.replace(machine.identity, root=b"\1" * 32, receipt=b"\2" * 32)
    machine.learn(identity)
    with pytest.raises(UplinkError) as raised:
        sync(machine)
    assert raised.value.reason == "root"
    assert centre.held == {}


def test_a_damaged_identity_is_put_aside_with_its_key_and_nothing_is_lost(machine, centre, url):
    enrol.enrol_here(machine, url, str(centre.code()), pin="2468")
    made = simulate(machine, 10).records
    home = machine.settings.home
    key = (home / "signing.key").read_bytes()
    (home / "identity.json").write_bytes(b'{"kiosk": 5')
    machine.reload_identity()
    with pytest.raises(UplinkError) as raised:
        sync(machine)
    assert raised.value.reason == "not_enrolled"
    enrol.enrol_here(machine, url, str(centre.code()))
    (aside,) = (home / "former").iterdir()
    assert (aside / "signing.key").read_bytes() == key
    assert (aside / "identity.json").read_bytes() == b'{"kiosk": 5'
    assert sync(machine).pending == made


def test_an_identity_with_a_key_cut_short_is_damaged(machine, centre, url):
    enrol.enrol_here(machine, url, str(centre.code()), pin="2468")
    machine.learn(msgspec.structs.replace(machine.identity, sealing=b"short"))
    machine.reload_identity()
    assert machine.identity is None
    assert machine.trouble is not None
