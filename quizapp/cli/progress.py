"""Progress bars for long work, one for each step, on the error output where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

# What takes less than some seconds needs no bar.
_LONG = 500
_RENDERINGS = 200


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None]]:
    """What to tell how far each step has come; the last bar is closed at the end."""
    bars = _Bars()
    try:
        yield bars.show
    finally:
        bars.close()


class _Bars:
    """One bar after the other."""

    def __init__(self) -> None:
        self._step = ""
        self._open = ExitStack()
        self._advance: Callable[[int], None] | None = None
        self._shown = 0

    def show(self, step: str, done: int, total: int) -> None:
        if total < _LONG or not sys.stderr.isatty():
            return
        if step != self._step:
            self.close()
            bar = click.progressbar(
                length=total, label=f"{step:<17}", file=sys.stderr, update_min_steps=total // _RENDERINGS
            )
            self._advance = self._open.enter_context(bar).update
            self._step, self._shown = step, 0
        if self._advance:
            self._advance(done - self._shown)
        self._shown = done

    def close(self) -> None:
        self._open.close()
        self._advance = None
