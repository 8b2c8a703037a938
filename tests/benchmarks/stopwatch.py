"""Timing calls side by side: the calls take turns, so that a busy moment of the machine hits all of them.

What is taken is the processor time of this thread: waiting for others to leave the processor is not counted.
"""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from flask import Flask

Call = Callable[[], object]


def medians_us(
    calls: Mapping[str, Call], *, between: Call = lambda: None, blocks: int = 9, turns: int = 60
) -> dict[str, float]:
    """Microseconds for each call: the median over blocks of the median within a block.

    `between` runs after each turn of all calls and is not timed.
    """
    within: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(blocks):
        taken: dict[str, list[int]] = {name: [] for name in calls}
        gc.collect()
        for _ in range(turns):
            for name, call in calls.items():
                taken[name].append(_timed_ns(call))
            between()
        for name, times in taken.items():
            within[name].append(statistics.median(times) / 1000)
    return {name: statistics.median(times) for name, times in within.items()}


def table(title: str, medians: Mapping[str, float], base: str, aims: Mapping[str, str]) -> str:
    """Lines of name, microseconds, multiple of the base, and the aim where there is one."""
    lines = [title]
    for name, median in medians.items():
        aim = f"   aim {aims[name]}" if name in aims else ""
        lines.append(f"  {name:<44}{median:>9.0f} us {median / medians[base]:>7.2f} x{aim}")
    return "\n".join(lines)


class Browser:
    """A client that calls the application through WSGI alone, without the cost of a test client."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self.cookie = ""
        self.status = ""
        self.headers: list[tuple[str, str]] = []

    def get(self, path: str, query: str = "") -> bytes:
        """The body of the page."""
        return self._send("GET", path, b"", {"QUERY_STRING": query})

    def post(self, path: str, form: Mapping[str, str], accept: str = "text/html") -> bytes:
        """The body of the answer to a form."""
        return self._send("POST", path, urlencode(form).encode(), {"HTTP_ACCEPT": accept})

    def _send(self, method: str, path: str, body: bytes, extra: Mapping[str, str]) -> bytes:
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **extra,
        }
        if self.cookie:
            environ["HTTP_COOKIE"] = self.cookie
        answer = self._app(environ, self._start)
        return b"".join(answer)

    def _start(self, status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        for name, value in headers:
            if name == "Set-Cookie":
                self.cookie = value.split(";", 1)[0]
        return lambda _: None


def _timed_ns(call: Call) -> int:
    start = time.thread_time_ns()
    call()
    return time.thread_time_ns() - start
