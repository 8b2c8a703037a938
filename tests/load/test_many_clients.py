"""Many people at once against real server processes: nothing breaks, and no answer is lost."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.load.browser import Browser
from tests.load.page import form_to
from tests.load.progress import Progress
from tests.load.server import Server

CLIENTS = 16
ITEMS = 2_000
KILLS = 5

# round, item, option: what the server has told a player to be recorded.
Acknowledged = tuple[str, str, str]

pytestmark = pytest.mark.load


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that is stopped at the end whatever happens."""
    server = Server(tmp_path)
    server.start()
    yield server
    server.stop()


def test_many_clients_play_at_once(server: Server) -> None:
    crowd = Crowd(server, ITEMS)

    crowd.play()

    server.stop()
    assert crowd.server_errors == []
    assert len(crowd.acknowledged) == ITEMS
    assert recorded(server) == sorted(crowd.acknowledged)
    assert server.command("boards", "check") == (0, "no difference\n")


def test_no_acknowledged_response_is_lost_when_the_server_is_killed(server: Server) -> None:
    crowd = Crowd(server, ITEMS)
    with ThreadPoolExecutor(1) as keeper:
        killed = keeper.submit(crowd.progress.kill_in_between, KILLS, ITEMS)
        crowd.play()
        assert killed.result() == KILLS

    server.stop()
    assert crowd.server_errors == []
    assert crowd.interruptions >= KILLS
    assert set(recorded(server)) >= set(crowd.acknowledged)
    assert len(set(recorded(server))) == len(recorded(server))
    assert server.command("boards", "check") == (0, "no difference\n")


class Crowd:
    """So many clients that answer so many items between them, half of them without script."""

    def __init__(self, server: Server, items: int) -> None:
        self._items = items
        self._browsers = [Browser(server.port) for _ in range(CLIENTS)]
        self.progress = Progress[Acknowledged](server)

    @property
    def acknowledged(self) -> list[Acknowledged]:
        """Every response that was answered as recorded."""
        return self.progress.acknowledged

    @property
    def server_errors(self) -> list[int]:
        """Answers that blame the server."""
        return [status for browser in self._browsers for status in browser.statuses if status >= 500]

    @property
    def interruptions(self) -> int:
        """How often a request had to be sent again."""
        return sum(browser.broken for browser in self._browsers)

    def play(self) -> None:
        """Play until every item has been answered."""
        shares = [self._items // CLIENTS + (number < self._items % CLIENTS) for number in range(CLIENTS)]
        try:
            with ThreadPoolExecutor(CLIENTS) as pool:
                list(pool.map(self._play_one, range(CLIENTS), self._browsers, shares))
        finally:
            self.progress.end()

    def _play_one(self, number: int, browser: Browser, items: int) -> None:
        has_script = number % 2 == 0
        while items > 0:
            items -= self._play_round(browser, has_script, items)
        browser.close()

    def _play_round(self, browser: Browser, has_script: bool, most: int) -> int:
        """How many items one more round has answered."""
        start = form_to(browser.open("/"), "/rounds")
        address = browser.post(start.action, start.fields | {"length": "20"})
        public_id = address.rsplit("/", 1)[-1]
        answered = 0
        page = browser.open(address)
        while answered < most:
            form = form_to(page, "/responses")
            option = "ABCD"[answered % 4]
            fields = form.fields | {"option": option}
            if has_script:
                browser.post_for_json(form.action, fields)
            else:
                page = browser.open(browser.post(form.action, fields))
            self.progress.acknowledge((public_id, form.fields["item"], option))
            answered += 1
            if '/next"' not in page:
                break
            following = form_to(page, "/next")
            page = browser.open(browser.post(following.action, following.fields))
        if '/end"' in page:
            ending = form_to(page, "/end")
            browser.post(ending.action, ending.fields)
        return answered


def recorded(server: Server) -> list[Acknowledged]:
    """Every response in the database."""
    query = """
        SELECT attempt.public_id, response.item_id, response.option
        FROM response JOIN attempt ON attempt.id = response.attempt_id ORDER BY 1, 2, 3
    """
    with closing(sqlite3.connect(server.database)) as database:
        return database.execute(query).fetchall()
