"""How far a run has come, told to whoever wants to know."""

from collections.abc import Callable
from itertools import count

# Called with the step, how much of it is done, and how much there is to do.
Progress = Callable[[str, int, int], None]


def untold(_step: str, _done: int, _total: int) -> None:
    """Tells nobody."""


def counting(step: str, total: int, progress: Progress) -> Callable[[], None]:
    """What to call when one more of the total is done."""
    done = count(1)
    return lambda: progress(step, next(done), total)
