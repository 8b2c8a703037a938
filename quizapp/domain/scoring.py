"""Points for one response: one function per scheme, all of the same shape."""

from collections.abc import Callable, Mapping

from quizapp.domain.round import PaceName

FULL = 1000
INSTANT_MS = 500

Scheme = Callable[[bool, int, int | None], int]


def speed(correct: bool, elapsed_ms: int, limit_ms: int | None) -> int:
    """1000 below half a second, then round((1 - t/T/2) * 1000); 0 when wrong or late, never negative.

    The formula is the one Kahoot! publishes for its standard questions (t = elapsed, T = limit).
    """
    if not correct or limit_ms is None or elapsed_ms > limit_ms:
        return 0
    if elapsed_ms < INSTANT_MS:
        return FULL
    return round((1 - elapsed_ms / limit_ms / 2) * FULL)


def accuracy(correct: bool, elapsed_ms: int, limit_ms: int | None) -> int:
    """1000 for a right response in time, however slow; else 0."""
    in_time = limit_ms is None or elapsed_ms <= limit_ms
    return FULL if correct and in_time else 0


SCHEMES: Mapping[PaceName, Scheme] = {"timed": speed, "relaxed": accuracy, "extended": accuracy}
