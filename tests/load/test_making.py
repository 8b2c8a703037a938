"""Questions made by the real worker of a real server, both of which are killed in the middle of it."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.generation.test_pipeline import ARTICLE
from tests.load.browser import Browser
from tests.load.page import form_to
from tests.load.server import Server

# Loading the language pipeline alone takes long where others use the machine as well.
PATIENCE_S = 240.0
PAUSE_S = 0.02
# Until it is read, the language pipeline is loaded, and the facts of all of it are asked about.
LONG_ARTICLE = ARTICLE + "".join(
    f"\nThe Altmoor Bridge number {n} was opened in {1800 + n} by Anna Finch. It is {n} metres long.\n"
    for n in range(10, 110)
)

pytestmark = [pytest.mark.load, pytest.mark.model]


class Task(NamedTuple):
    state: str
    step: str
    done: int
    tries: int
    message: str


class Author:
    """Somebody with an account who has a draft made."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._browser = Browser(server.port)
        signing_up = form_to(self._browser.open("/sign-up"), "/sign-up")
        self._browser.post(
            signing_up.action, signing_up.fields | {"name": "Ada", "password": "correct horse"}
        )

    def begin(self, text: str) -> str:
        """The address of a new draft, for which questions are being made."""
        form = form_to(self._browser.open("/drafts"), "/from-documents")
        return self._browser.post(form.action, form.fields | {"pasted": text})

    def see(self, address: str) -> str:
        """The page there."""
        page = self._browser.open(address)
        assert self._browser.statuses[-1] == 200
        return page

    def leave(self) -> None:
        """Hang up."""
        self._browser.close()

    def wait_for(self, state: str, step: str = "", done: int = 0) -> Task:
        """The newest task, when it is there."""
        until = time.monotonic() + PATIENCE_S
        while True:
            task = newest_task(self._server)
            if task.state == state and task.step.startswith(step) and task.done >= done:
                return task
            assert time.monotonic() < until, (task, self._server.log.read_text())
            threading.Event().wait(PAUSE_S)


def newest_task(server: Server) -> Task:
    query = "SELECT state, step, done, tries, message FROM draft_task ORDER BY id DESC LIMIT 1"
    with closing(sqlite3.connect(server.database, timeout=10)) as database:
        return Task(*database.execute(query).fetchone())


def is_whole(server: Server) -> bool:
    with closing(sqlite3.connect(server.database, timeout=10)) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchone() == ("ok",))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that is stopped at the end whatever happens."""
    server = Server(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def author(server: Server) -> Iterator[Author]:
    """Somebody who has just signed up."""
    author = Author(server)
    yield author
    author.leave()


def test_a_making_outlives_its_worker(server: Server, author: Author) -> None:
    for step, done in (("reading documents", 0), ("reading sentences", 1), ("making questions", 1)):
        address = author.begin(LONG_ARTICLE + f"\nThis is what {step} is about.\n")
        author.wait_for("running", step, done)
        server.kill_worker()

        assert author.wait_for("done").tries == 2
        page = author.see(address)
        assert "from 1 document" in page
        assert "Decide" in page
    assert is_whole(server)


def test_a_making_outlives_its_server(server: Server, author: Author) -> None:
    address = author.begin(LONG_ARTICLE)

    for kill in (server.kill_main, server.kill, server.kill_main):
        author.wait_for("running")
        kill()
        server.start()

    assert author.wait_for("done").tries <= 2
    assert "Decide" in author.see(address)
    assert is_whole(server)


def test_a_making_that_kills_every_worker_fails_in_words(server: Server, author: Author) -> None:
    address = author.begin(ARTICLE)

    for tries in (1, 2):
        while author.wait_for("running").tries < tries:
            threading.Event().wait(PAUSE_S)
        server.kill_worker()

    assert "The draft is as it was" in author.wait_for("failed").message
    assert "No questions were made" in author.see(address)
    assert is_whole(server)
