"""One bounded question to the centre over HTTP, and every way it can fail, by name.

Plain ``http://`` is for the same machine only. Answers are read up to a limit of bytes and of
time; what they say is for the caller to verify.
"""

from __future__ import annotations

import ipaddress
from http.client import BadStatusLine, RemoteDisconnected
from typing import Literal
from urllib.parse import urlsplit

import urllib3
from urllib3 import exceptions as failures

from sync.deadline import Deadline
from sync.messages import MAX_WIRE

Reason = Literal[
    "offline", "slow", "garbage", "certificate", "root", "refused", "revoked", "not_enrolled"
]

CONNECT_S, READ_S, TOTAL_S = 5.0, 30.0, 60.0
"""Seconds to connect, between two bytes, and for one whole answer."""


class UplinkError(Exception):
    """The centre was not reached or not believed. ``reason``: ``offline``, ``slow`` (no answer in
    time, or busy), ``garbage`` (an answer that is none), ``certificate`` (TLS, or plain HTTP to
    another machine), ``root`` (not the centre of the code), ``refused`` (it does not know us, or
    the code is wrong, spent or expired), ``revoked``, ``not_enrolled``. Nothing is lost."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason


class Wire:
    """A kept-alive connection to the centre at ``url``."""

    def __init__(
        self,
        url: str,
        connect_s: float = CONNECT_S,
        read_s: float = READ_S,
        total_s: float = TOTAL_S,
        ca_certs: str | None = None,
    ) -> None:
        self._base = check_url(url)
        self._total_s = total_s
        options: dict[str, object] = {}
        if self._base.startswith("https:"):
            options = {"cert_reqs": "CERT_REQUIRED", "ca_certs": ca_certs}
        self._pool = urllib3.connection_from_url(
            self._base,
            maxsize=1,
            retries=False,
            timeout=urllib3.Timeout(connect=connect_s, read=read_s),
            **options,
        )
        self._deadline = Deadline(self._pool)
        self._prefix = urlsplit(self._base).path

    def get(self, path: str) -> bytes:
        """The body of the answer to ``GET path``; raises :class:`UplinkError`."""
        return self._call("GET", path, None)

    def post(self, path: str, body: bytes, repeat: bool = True) -> bytes:
        """The body of the answer to ``POST path``. With ``repeat`` a connection that broke is tried
        once more: every such message may arrive twice."""
        try:
            return self._call("POST", path, body)
        except _Dropped:
            if not repeat:
                raise
            return self._call("POST", path, body)

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()

    def __enter__(self) -> Wire:
        """The wire itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _call(self, method: str, path: str, body: bytes | None) -> bytes:
        with self._deadline.within(self._total_s):
            try:
                data = self._exchange(method, path, body)
            except UplinkError as error:
                if self._deadline.passed:
                    raise UplinkError("slow", "the answer trickles") from error
                raise
        if self._deadline.passed:
            raise UplinkError("slow", "the answer trickles")
        return data

    def _exchange(self, method: str, path: str, body: bytes | None) -> bytes:
        try:
            answer = self._pool.urlopen(
                method,
                self._prefix + path,
                body=body,
                headers={"Content-Type": "application/octet-stream", "Accept-Encoding": "identity"},
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            data = self._read(answer)
            answer.release_conn()
        except failures.SSLError as error:
            raise UplinkError("certificate", _why(error)) from error
        except failures.NewConnectionError as error:
            raise UplinkError("offline", _why(error)) from error
        except failures.TimeoutError as error:
            raise UplinkError("slow", "no answer in time") from error
        except failures.LocationParseError as error:
            raise UplinkError("offline", "not an address") from error
        except failures.ProtocolError as error:
            cause = error.args[-1] if error.args else None
            if isinstance(cause, BadStatusLine) and not isinstance(cause, RemoteDisconnected):
                raise UplinkError("garbage", "not an answer of HTTP") from error
            raise _Dropped("offline", "the connection broke") from error
        except (failures.HTTPError, OSError, ValueError) as error:
            raise UplinkError("garbage", type(error).__name__) from error
        if answer.status != 200:
            raise _refusal(answer.status)
        return data

    @staticmethod
    def _read(answer: urllib3.BaseHTTPResponse) -> bytes:
        parts, size = [], 0
        while part := answer.read1(65_536, decode_content=False):
            parts.append(part)
            size += len(part)
            if size > MAX_WIRE:
                answer.close()
                raise UplinkError("garbage", "an answer without end")
        return b"".join(parts)


class _Dropped(UplinkError):
    """The connection broke before the answer was whole."""


def check_url(url: str) -> str:
    """The address without its last slash; :class:`UplinkError` when it may not be used."""
    parts = urlsplit(url.strip())
    try:
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise UplinkError("offline", "not an address") from error
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise UplinkError("offline", "not an address")
    if parts.scheme == "http" and not _is_loopback(host):
        raise UplinkError("certificate", "plain http is for the same machine only; use https")
    return url.strip().rstrip("/")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refusal(status: int) -> UplinkError:
    if status in (400, 401, 403, 409, 410, 413, 422):
        return UplinkError("refused", f"the centre answered {status}")
    if status in (408, 425, 429, 502, 503, 504):
        return UplinkError("slow", f"the centre is busy ({status})")
    return UplinkError("garbage", f"the centre answered {status}")


def _why(error: BaseException) -> str:
    return str(error).rsplit(": ", 1)[-1][:120]
