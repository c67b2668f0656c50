"""A browser of the tests without a browser: cookies, forms, no scripts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import urllib3


@dataclass
class Page:
    status: int
    text: str
    headers: dict[str, str]
    set_cookies: list[str]

    def hidden(self, name: str) -> str:
        """The value of the first hidden field of a name."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        return html.unescape(found.group(1)) if found else ""

    def says(self, *words: str) -> bool:
        return all(
            html.escape(word, quote=False) in self.text or word in self.text for word in words
        )


@dataclass
class Visitor:
    """Keeps cookies; follows redirects after a form as a browser does."""

    url: str
    lang: str = "ru"
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Page:
        return self._call("GET", path, None)

    def post(self, path: str, follow: bool = True, **fields: str) -> Page:
        page = self._call("POST", path, urlencode(fields).encode())
        if follow and page.status == 303:
            return self.get(page.headers["location"].split("#")[0])
        return page

    def _call(self, method: str, path: str, body: bytes | None) -> Page:
        headers = {"Accept-Language": self.lang}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = urllib3.request(
            method, self.url + path, body=body, headers=headers, redirect=False, timeout=20
        )
        for line in answer.headers.getlist("set-cookie"):
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return Page(
            answer.status,
            answer.data.decode("utf-8", "replace"),
            {name.lower(): value for name, value in answer.headers.items()},
            answer.headers.getlist("set-cookie"),
        )
