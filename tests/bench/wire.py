"""A listener on the wire: passes requests on to a centre and counts them."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


class Counter(ThreadingHTTPServer):
    """Stands in front of ``behind`` (host:port) on a port of its own."""

    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.behind = behind
        self.requests = 0

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class _Passing(BaseHTTPRequestHandler):
    server: Counter
    protocol_version = "HTTP/1.1"

    def _pass(self) -> None:
        self.server.requests += 1
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        onward = http.client.HTTPConnection(self.server.behind, timeout=30)
        onward.request(self.command, self.path, body, dict(self.headers))
        answer = onward.getresponse()
        told = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)
        onward.close()

    do_GET = do_POST = _pass

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def counting(url: str) -> Iterator[Counter]:
    """A counter in front of the centre at ``url``, gone with the block."""
    counter = Counter(urlsplit(url).netloc)
    thread = threading.Thread(target=counter.serve_forever)
    thread.start()
    try:
        yield counter
    finally:
        counter.shutdown()
        thread.join()
        counter.server_close()
