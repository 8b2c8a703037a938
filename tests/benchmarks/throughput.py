"""Answers a second through the real server: one process and two, on SQLite and on PostgreSQL.

An answer is three requests: the choice, going on, and the page of the next question. The players are a
process of their own on the same machine, so that the ratios mean more than the figures; each is a median.
PostgreSQL is measured where QUIZAPP_TEST_DATABASE_URL names a server.
"""

import os
import statistics
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.conftest import database_on
from tests.load.crowd import Crowd
from tests.load.server import Server

CLIENTS, WARM_UP = 32, 200
ANSWERS, TURNS = 1000, 5
WORKERS = (1, 2)


def run() -> str:
    """The table, with one process on SQLite as the base."""
    with ExitStack() as stack:
        servers = {
            (name, workers): stack.enter_context(_server(address, workers))
            for name, address in _databases().items()
            for workers in WORKERS
        }
        rates: dict[tuple[str, int], list[float]] = {key: [] for key in servers}
        for turn in range(TURNS + 1):
            for key, server in servers.items():
                rate = _rate(server, ANSWERS if turn else WARM_UP)
                if turn:
                    rates[key].append(rate)
    medians = {key: statistics.median(found) for key, found in rates.items()}
    return _table(medians)


def _databases() -> Mapping[str, str]:
    server = os.environ.get("QUIZAPP_TEST_DATABASE_URL", "")
    return {"SQLite": ""} | ({"PostgreSQL": server} if server else {})


@contextmanager
def _server(address: str, workers: int) -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder, _own_database(address, workers) as own:
        server = Server(Path(folder), own, workers, worker="off")
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def _own_database(address: str, workers: int) -> Iterator[str]:
    """A database of its own on the server named; a SQLite file needs none."""
    if not address:
        yield ""
        return
    with database_on(address, f"quizapp_bench_{os.getpid()}_{workers}") as own:
        yield own


def _rate(server: Server, answers: int) -> float:
    """Answers a second, from the first to the last that the players were told is kept."""
    with tempfile.TemporaryDirectory() as folder:
        crowd = Crowd(server.port, CLIENTS, answers, Path(folder) / "crowd")
        told = crowd.told()
        assert set(told.statuses) == {"200", "303"}, told
        moments = sorted(one.told_ns for one in crowd.acknowledged())
    return (len(moments) - 1) / (moments[-1] - moments[0]) * 1e9


def _table(medians: Mapping[tuple[str, int], float]) -> str:
    base = medians["SQLite", 1]
    rows = [
        f"  {name:12}{workers:>9}{rate:>15.0f}{3 * rate:>13.0f}{rate / base:>9.2f} x"
        for (name, workers), rate in medians.items()
    ]
    title = f"through the server, {CLIENTS} players"
    return "\n".join((title, "  database    processes  answers/s   requests/s    ratio", *rows))
