"""Many players at once, in a process of their own: `python -m tests.load.crowd PORT CLIENTS RESPONSES FILE`.

Each plays round after round and repeats what is not answered. FILE gets a line for every response that the
server has acknowledged, and at the end one that says what else the players were told.
"""

import json
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple

from tests.load.browser import Browser

_FIELD = re.compile(r'<input type="hidden" name="(csrf_token|slug|item)" value="([^"]*)"')
PAUSE_S = 0.05


class Acknowledged(NamedTuple):
    """A response that the server says is recorded; when it was first sent and when that was said."""

    client: int
    round: str
    item: str
    option: str
    correct: bool | None
    sent_ns: int
    told_ns: int


class Told(NamedTuple):
    """What the players were told beside that."""

    statuses: dict[str, int]
    turned_away: int
    broken: int
    longest_s: float
    seconds: float


class Crowd:
    """The process with the players, seen from outside."""

    def __init__(self, port: int, clients: int, responses: int, file: Path) -> None:
        self._file = file
        file.touch()
        words = [str(port), str(clients), str(responses), str(file)]
        self._process = subprocess.Popen([sys.executable, "-m", "tests.load.crowd", *words])

    @property
    def plays(self) -> bool:
        """Whether somebody still plays."""
        return self._process.poll() is None

    def acknowledged(self) -> list[Acknowledged]:
        """Every response that was acknowledged until now."""
        return [Acknowledged(*line) for line in self._lines() if isinstance(line, list)]

    def wait_for(self, responses: int) -> None:
        """Wait until so many are acknowledged, or nobody plays any more."""
        while self.plays and self._file.read_bytes().count(b"\n") < responses:
            threading.Event().wait(PAUSE_S)

    def told(self) -> Told:
        """What the players were told, once they are done."""
        status = self._process.wait()
        assert status == 0, "the players gave up"
        return Told(**next(line for line in self._lines() if isinstance(line, dict)))

    def leave(self) -> None:
        """Send everybody home."""
        self._process.kill()
        self._process.wait()

    def _lines(self) -> Iterator[Any]:
        for line in self._file.read_text().splitlines(keepends=True):
            if line.endswith("\n"):
                yield json.loads(line)


class _Player:
    """One client; half of them have no script."""

    def __init__(self, number: int, port: int, responses: int, file: FileIO) -> None:
        self.browser = Browser(port)
        self._number, self._left, self._file = number, responses, file
        self._has_script = number % 2 == 0
        self._choice = random.Random(number)

    def play(self) -> None:
        """Play until all of its responses are acknowledged."""
        home = _fields(self.browser.open("/"))
        while self._left:
            form = {"csrf_token": home["csrf_token"], "slug": home["slug"], "length": "20", "pace": "timed"}
            self._play_round(self.browser.post("/rounds", form))
        self.browser.close()

    def _play_round(self, address: str) -> None:
        page = self.browser.open(address)
        while self._left:
            fields = {name: value for name, value in _fields(page).items() if name != "slug"}
            self._answer(address, fields)
            if f'action="{address}/next"' not in page:
                return
            self.browser.post(f"{address}/next", fields)
            page = self.browser.open(address)
        self.browser.post(f"{address}/end", fields)

    def _answer(self, address: str, fields: dict[str, str]) -> None:
        option = self._choice.choice("ABCD")
        sent_ns = time.monotonic_ns()
        correct = None
        if self._has_script:
            verdict = self.browser.post_for_json(f"{address}/responses", fields | {"option": option})
            correct = verdict["correct"]
        else:
            self.browser.open(self.browser.post(f"{address}/responses", fields | {"option": option}))
        self._left -= 1
        public_id = address.rpartition("/")[2]
        line = [self._number, public_id, fields["item"], option, correct, sent_ns, time.monotonic_ns()]
        self._file.write(json.dumps(line).encode() + b"\n")


def _fields(page: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _FIELD.findall(page)}


def _main(port: int, clients: int, responses: int, *, path: str) -> None:
    start = time.monotonic()
    with Path(path).open("ab", buffering=0) as file:
        shares = [responses // clients + (number < responses % clients) for number in range(clients)]
        players = [_Player(number, port, share, file) for number, share in enumerate(shares)]
        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(_Player.play, players))
        browsers = [player.browser for player in players]
        told = Told(
            statuses=Counter(str(status) for browser in browsers for status in browser.statuses),
            turned_away=sum(browser.turned_away for browser in browsers),
            broken=sum(browser.broken for browser in browsers),
            longest_s=max(browser.longest_s for browser in browsers),
            seconds=time.monotonic() - start,
        )
        file.write(json.dumps(told._asdict()).encode() + b"\n")


if __name__ == "__main__":
    _, *numbers, path = sys.argv
    _main(*map(int, numbers), path=path)
