"""Where the time of an answer goes, and that of the page of a question, by whose code takes it.

A sample is taken every few milliseconds of processor time, and counts for the innermost Python code. What the
driver does counts where it is called.
"""

import signal
import site
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

import quizapp
from tests.benchmarks.play import Game
from tests.benchmarks.stage import played_app
from tests.benchmarks.stopwatch import Browser

EVERY_S = 0.002
ANSWERS = 1500

_OURS = Path(quizapp.__file__).parent.as_posix() + "/"
_PACKAGES = tuple(f"{Path(folder).as_posix()}/" for folder in site.getsitepackages())
# What a module calls the driver for is nearly all of what it does.
_DRIVER = ("store/prepared.py", "store/transaction.py")
_NAMES = {
    "flask": "Flask and Werkzeug",
    "werkzeug": "Flask and Werkzeug",
    "blinker": "Flask and Werkzeug",
    "markupsafe": "Flask and Werkzeug",
    "flask_wtf": "forms, sessions, limits",
    "flask_limiter": "forms, sessions, limits",
    "flask_login": "forms, sessions, limits",
    "itsdangerous": "forms, sessions, limits",
    "flask_sqlalchemy": "SQLAlchemy",
    "sqlalchemy": "SQLAlchemy",
}


def run() -> str:
    """The table."""
    with played_app() as app:
        game = Game(Browser(app))
        calls = {"POST response": game.answer, "POST next": game.move_on, "round page": game.look}
        taken = _sampled(calls, game.read)
    return _table(taken)


def _sampled(
    calls: Mapping[str, Callable[[], object]], between: Callable[[], None]
) -> dict[str, Counter[str]]:
    taken: dict[str, Counter[str]] = {name: Counter() for name in calls}
    running = ""

    def sample(_: int, frame: FrameType | None) -> None:
        if running and frame:
            taken[running][_whose(frame.f_code.co_filename)] += 1

    before = signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, EVERY_S, EVERY_S)
    for _ in range(ANSWERS):
        for name, call in calls.items():
            running = name
            call()
            running = ""
        between()
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)
    return taken


def _whose(file: str) -> str:
    if file.startswith(_OURS):
        name = file.removeprefix(_OURS)
        return "the database" if name in _DRIVER else f"our {name.partition('/')[0]}"
    package = next((file.removeprefix(each) for each in _PACKAGES if file.startswith(each)), None)
    return "Python itself" if package is None else _NAMES.get(package.partition("/")[0], "other packages")


def _table(taken: Mapping[str, Counter[str]]) -> str:
    total: Counter[str] = sum(taken.values(), Counter())
    width = max(map(len, total))
    lines = ["where the time goes", " " * (width + 2) + "".join(f"{name:>16}" for name in taken)]
    for whose, _ in total.most_common():
        shares = (f"{100 * counts[whose] / max(1, counts.total()):>14.0f} %" for counts in taken.values())
        lines.append(f"  {whose:<{width}}" + "".join(shares))
    return "\n".join(lines)
