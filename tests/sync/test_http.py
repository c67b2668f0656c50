"""The wire over real sockets on loopback, against servers that misbehave."""

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from contextlib import contextmanager

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.http import UplinkError, Wire, check_url

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody"


@contextmanager
def serving(talk, context=None):
    """A server that hands each connection, after its request, to ``talk(connection, done)``."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(5)

        def serve():
            while not done.is_set():
                try:
                    connection, _ = listener.accept()
                    with connection:
                        connection.settimeout(5)
                        if context is not None:
                            connection = context.wrap_socket(connection, server_side=True)
                        if connection.recv(65_536):
                            talk(connection, done)
                            # Closing on unread bytes would be a reset, which is another fault.
                            connection.shutdown(socket.SHUT_WR)
                            while not done.is_set() and connection.recv(65_536):
                                pass
                except (OSError, ValueError):
                    continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            done.set()
            with socket.socket() as last:
                last.connect_ex(listener.getsockname())
            thread.join(5)


def says(data):
    return lambda connection, done: connection.sendall(data)


def reason(port, **limits) -> str:
    with Wire(f"http://127.0.0.1:{port}", **limits) as wire, pytest.raises(UplinkError) as raised:
        wire.get("/api/1/bundle")
    return raised.value.reason


def test_an_answer_comes_back_whole():
    with serving(says(OK)) as port, Wire(f"http://127.0.0.1:{port}/") as wire:
        assert wire.get("/api/1/bundle") == b"body"


def test_a_centre_that_is_off_is_offline():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert reason(port) == "offline"
    with pytest.raises(UplinkError) as raised, Wire("https://nowhere.invalid") as wire:
        wire.get("/")
    assert raised.value.reason == "offline"


def test_a_centre_that_says_nothing_is_slow():
    with serving(lambda connection, done: done.wait(5)) as port:
        assert reason(port, read_s=0.2) == "slow"


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Endless: ",
        b"",
    ],
    ids=["body", "body without length", "header", "status"],
)
def test_an_answer_that_trickles_is_slow(head):
    def trickle(connection, done):
        connection.sendall(head)
        while not done.wait(0.01):
            connection.sendall(b"x")

    with serving(trickle) as port:
        assert reason(port, total_s=0.3) == "slow"


def test_an_answer_without_end_is_cut_off():
    def flood(connection, done):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not done.is_set():
            connection.sendall(b"x" * 65_536)

    with serving(flood) as port:
        assert reason(port) == "garbage"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"SSH-2.0-hello\r\n", "garbage"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\nbody", "offline"),
        (b"HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n", "garbage"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "garbage"),
        (b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "garbage"),
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "refused"),
        (b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", "slow"),
        (b"HTTP/1.1 429 Busy\r\nContent-Length: 0\r\n\r\n", "slow"),
    ],
)
def test_every_odd_answer_has_a_name(answer, expected):
    with serving(says(answer)) as port:
        assert reason(port) == expected


def test_a_broken_connection_is_tried_once_more():
    times = []

    def once(connection, done):
        times.append(1)
        if len(times) > 1:
            connection.sendall(OK)

    with serving(once) as port, Wire(f"http://127.0.0.1:{port}") as wire:
        assert wire.post("/api/1/batch", b"x") == b"body"
    assert len(times) == 2


@pytest.mark.parametrize(
    "url",
    ["http://centre.example", "http://10.0.0.7:8000", "http://127.0.0.1.example", "http://[::2]"],
)
def test_plain_http_leaves_the_machine_never(url):
    with pytest.raises(UplinkError) as raised:
        check_url(url)
    assert raised.value.reason == "certificate"


@pytest.mark.parametrize("url", ["", "ftp://127.0.0.1", "127.0.0.1:80", "http://", "http://a:b:c"])
def test_what_is_not_an_address_is_said_so(url):
    with pytest.raises(UplinkError) as raised:
        check_url(url)
    assert raised.value.reason == "offline"


def test_a_certificate_nobody_vouches_for_is_refused_and_a_known_one_is_not(tmp_path):
    certificate, context = self_signed(tmp_path)
    with serving(says(OK), context) as port:
        with Wire(f"https://127.0.0.1:{port}") as wire, pytest.raises(UplinkError) as raised:
            wire.get("/")
        assert raised.value.reason == "certificate"
        with Wire(f"https://127.0.0.1:{port}", ca_certs=str(certificate)) as wire:
            assert wire.get("/") == b"body"


def self_signed(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "certificate.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = folder / "key.pem"
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, private)
    return pem, context
