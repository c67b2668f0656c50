import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.enrol import enrol
from sync.http import UplinkError
from sync.messages import Bundle, Welcome
from sync.sign import BUNDLE, WELCOME, public_bytes
from tests.sync.double import CentreDouble, WireDouble, reseal

KEY, STRANGER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
URL = "http://127.0.0.1:1/"


@pytest.fixture
def centre():
    return CentreDouble()


@pytest.fixture
def wire(centre):
    return WireDouble(centre)


def reason(code, wire) -> str:
    with pytest.raises(UplinkError) as raised:
        enrol(URL, code, "Тест", KEY, wire)
    return raised.value.reason


def test_a_good_code_gives_an_identity_with_the_keys_of_that_centre(centre, wire):
    identity = enrol(URL, centre.code(), "Тест", KEY, wire)
    assert identity.kiosk == "K1"
    assert identity.name == "Тест"
    assert identity.url == "http://127.0.0.1:1"
    assert identity.root == public_bytes(centre.root)
    assert identity.receipt == public_bytes(centre.receipt)
    assert identity.public == public_bytes(KEY)


def test_a_strangers_centre_never_hears_the_code(centre):
    stranger = WireDouble(CentreDouble())
    assert reason(centre.code(), stranger) == "root"
    assert stranger.calls == ["/api/1/bundle"]


def test_a_bundle_signed_by_anyone_else_is_refused_before_the_code_is_sent(centre, wire):
    wire.fault = lambda path, body, pass_on: reseal(pass_on(), BUNDLE, Bundle, STRANGER)
    assert reason(centre.code(), wire) == "root"
    assert wire.calls == ["/api/1/bundle"]


def test_a_wrong_or_spent_code_is_refused(centre, wire):
    code = centre.code()
    assert reason(code._replace(secret="0" * 8), wire) == "refused"
    code = centre.code()
    enrol(URL, code, "Тест", KEY, wire)
    assert reason(code, wire) == "refused"


def test_a_forged_welcome_is_no_welcome(centre, wire):
    def fault(path, body, pass_on):
        answer = pass_on()
        return reseal(answer, WELCOME, Welcome, STRANGER) if "enrol" in path else answer

    wire.fault = fault
    assert reason(centre.code(), wire) == "garbage"


@pytest.mark.parametrize("junk", [b"", b"not found", b"SZV1" + b"\xff" * 300])
def test_whatever_else_answers_is_garbage(centre, wire, junk):
    wire.fault = lambda path, body, pass_on: junk
    assert reason(centre.code(), wire) == "garbage"


def test_the_code_is_not_read_on_the_way(centre, wire):
    bodies = []

    def fault(path, body, pass_on):
        bodies.append(body)
        return pass_on()

    wire.fault = fault
    code = centre.code()
    enrol(URL, code, "Тест", KEY, wire)
    assert code.secret.encode() not in b"".join(bodies)
