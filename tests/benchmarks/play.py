"""What an answer and the page of a round cost, as multiples of a bare Flask view in the same process.

Beside them stands the same answer kept the straightforward way, by the ORM and with the user loaded anew.
"""

import re

from tests.benchmarks.plain import PlainGame, plain_app
from tests.benchmarks.stage import bare_app, played_app
from tests.benchmarks.stopwatch import Browser, medians_us, table

OURS, PLAIN = "POST response (script variant)", "POST response, the straightforward way"
AIMS = {OURS: "<= 5", "round page, asking": "<= 3"}
AIM_OVER_PLAIN = 4


def run() -> str:
    """The table."""
    with played_app() as app, plain_app() as other:
        bare, browser, plain = Browser(bare_app()), Browser(app), PlainGame(other)
        game = Game(browser)
        calls = {
            "bare Flask view": lambda: bare.get("/"),
            OURS: game.answer,
            PLAIN: plain.answer,
            "POST next": game.move_on,
            "round page, asking": game.look,
            "home page": lambda: browser.get("/"),
        }

        def move_on() -> None:
            game.read()
            plain.move_on()

        medians = medians_us(calls, between=move_on)
        faster = f"  ours is {medians[PLAIN] / medians[OURS]:.1f} x as fast   aim >= {AIM_OVER_PLAIN}"
        return f"{table('play, in process', medians, 'bare Flask view', AIMS)}\n{faster}"


class Game:
    """One guest who plays round after round; only `answer`, `move_on` and `look` are timed."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        home = browser.get("/").decode()
        self._token = _field(home, "csrf_token")
        self._slug = _field(home, "slug")
        self._start()

    def answer(self) -> bytes:
        body = self._post("/responses", {"item": self._item, "option": "B"}, "application/json")
        assert self._browser.status.startswith("200"), self._browser.status
        return body

    def move_on(self) -> None:
        self._post("/next", {"item": self._item}, "text/html")
        assert self._browser.status.startswith("303"), self._browser.status

    def look(self) -> None:
        self._page = self._browser.get(self._round)

    def read(self) -> None:
        """Find on the page what to answer next; before the last item, a new round is begun."""
        self._item = _field(self._page.decode(), "item")
        self._left -= 1
        if self._left == 1:
            self._start()

    def _start(self) -> None:
        form = {"csrf_token": self._token, "slug": self._slug, "length": "all", "pace": "timed"}
        self._browser.post("/rounds", form)
        self._round = next(value for name, value in self._browser.headers if name == "Location")
        page = self._browser.get(self._round).decode()
        self._token, self._item = _field(page, "csrf_token"), _field(page, "item")
        length = re.search(r"\d+ of (\d+)", page)
        assert length is not None
        self._left = int(length[1])

    def _post(self, path: str, form: dict[str, str], accept: str) -> bytes:
        return self._browser.post(self._round + path, {"csrf_token": self._token, **form}, accept)


def _field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    assert found is not None, f"the page has no field {name}"
    return found[1]
