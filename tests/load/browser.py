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


class Browser:
    """One client of a server on this machine. `statuses` counts what it was answered."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[str, str] = {}
        self._connection: http.client.HTTPConnection | None = None
        self.statuses: list[int] = []
        self.broken = 0

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
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                status, headers, body = self._once(method, path, fields, accept)
            except (OSError, http.client.HTTPException):
                self.close()
                self.broken += 1
                if time.monotonic() > until:
                    raise
                threading.Event().wait(PAUSE_S)
            else:
                self.statuses.append(status)
                return status, headers, body

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
