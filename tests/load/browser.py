"""A browser that never gives up: one cookie, one connection, and the same request again when that breaks."""

import http.client
import json
import threading
import time
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

PATIENCE_S = 40.0
PAUSE_S = 0.05
ASKED_TO_COME_BACK = 503


class Browser:
    """One client of a server on this machine.

    `statuses` holds what it was answered; what it had to repeat is counted apart: by connections that were
    `broken`, and by answers that it was `turned_away` with for a moment. `longest_s` is its longest wait.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[str, str] = {}
        self._connection: http.client.HTTPConnection | None = None
        self.statuses: list[int] = []
        self.broken = 0
        self.turned_away = 0
        self.longest_s = 0.0

    def open(self, path: str) -> str:
        """The page at the address."""
        _, _, body = self._send("GET", path, None, "text/html")
        return body

    def send(self, path: str, fields: dict[str, str]) -> int:
        """What became of a plain form that may be refused."""
        status, _, _ = self._send("POST", path, fields, "text/html")
        return status

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Where a plain form leads."""
        status, headers, body = self._send("POST", path, fields, "text/html")
        assert status == 303, (status, body[:500])
        return headers["Location"]

    def post_for_json(self, path: str, fields: dict[str, str]) -> dict[str, Any]:
        """What the script of the page gets."""
        status, _, body = self._send("POST", path, fields, "application/json")
        assert status == 200, (status, body[:500])
        answer: dict[str, Any] = json.loads(body)
        return answer

    def close(self) -> None:
        """Hang up."""
        if self._connection:
            self._connection.close()
        self._connection = None

    def _send(
        self, method: str, path: str, fields: dict[str, str] | None, accept: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        begun = time.monotonic()
        while True:
            try:
                status, headers, body = self._once(method, path, fields, accept)
            except (OSError, http.client.HTTPException):
                self.close()
                self.broken += 1
                if time.monotonic() > begun + PATIENCE_S:
                    raise
            else:
                if status != ASKED_TO_COME_BACK or time.monotonic() > begun + PATIENCE_S:
                    self.statuses.append(status)
                    self.longest_s = max(self.longest_s, time.monotonic() - begun)
                    return status, headers, body
                self.turned_away += 1
            threading.Event().wait(PAUSE_S)

    def _once(
        self, method: str, path: str, fields: dict[str, str] | None, accept: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        headers = {"Accept": accept, "Referer": f"http://127.0.0.1:{self._port}/"}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        body = urlencode(fields) if fields is not None else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer.status, answer.headers, text
