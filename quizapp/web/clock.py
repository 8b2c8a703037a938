"""The one place where the web reads the time; tests put their own clock in its place."""

import time
from collections.abc import Callable

from flask import current_app

Clock = Callable[[], int]


def system_clock() -> int:
    """Milliseconds since 1970 in UTC."""
    return time.time_ns() // 1_000_000


def now_ms() -> int:
    """The moment of this request, by the application's clock."""
    clock: Clock = current_app.extensions["quizapp_clock"]
    return clock()
