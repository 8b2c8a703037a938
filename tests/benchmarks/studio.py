"""What the desk costs on a draft of 500 items, as multiples of a bare Flask view in the same process."""

import re
import time
from itertools import cycle

from quizapp.services.accounts import sign_up
from quizapp.services.draft_shelf import add_draft
from tests.benchmarks.stage import bare_app, played_app
from tests.benchmarks.stopwatch import Browser, medians_us, table
from tests.builders import a_found_pack, many_found_items

ITEMS = 500
AIMS = {
    "accept (script variant)": "<= 10",
    "accept, and an eighth of eight items ahead": "<= 10",
    "keystroke to findings": "<= 10",
}
PASSWORD = "correct horse battery"


def run() -> str:
    """The table."""
    with played_app() as app:
        now_ms = time.time_ns() // 1_000_000
        with app.app_context():
            author = sign_up(None, "Author", PASSWORD, None, now_ms)
            pack = a_found_pack(items=many_found_items(ITEMS), facts=(), entities=())
            draft = add_draft(author.id, pack, now_ms)
        bare, browser = Browser(bare_app()), Browser(app)
        author_at_desk = _Author(browser, f"/drafts/{draft.public_id}")
        calls = {
            "bare Flask view": lambda: bare.get("/"),
            "accept (script variant)": author_at_desk.accept,
            "eight items ahead": author_at_desk.fetch_ahead,
            "keystroke to findings": author_at_desk.type,
            "the whole desk": author_at_desk.look,
        }
        medians = medians_us(calls, between=author_at_desk.move_on, turns=40)
        ahead = medians["accept (script variant)"] + medians["eight items ahead"] / 8
        return table(
            f"studio, a draft of {ITEMS} items, in process",
            medians | {"accept, and an eighth of eight items ahead": ahead},
            "bare Flask view",
            AIMS,
        )


class _Author:
    """An author who decides item after item, and begins again at the first."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        form = {"csrf_token": _token(browser.get("/log-in")), "name": "Author", "password": PASSWORD}
        browser.post("/log-in", form)
        self._token = _token(browser.get(f"{address}/items"))
        self._turns = cycle(
            (f"q-comet-{number}", verdict)
            for verdict in ("accepted", "rejected")
            for number in range(1, ITEMS + 1)
        )
        self._typed = 0
        self.move_on()

    def move_on(self) -> None:
        self._item, self._verdict = next(self._turns)
        self._typed += 1

    def accept(self) -> None:
        verdict = {"verdict": "accepted"} if self._verdict == "accepted" else {"rejected": "dull"}
        self._send(f"/items/{self._item}/decision", verdict)

    def type(self) -> None:
        words = {
            "item": self._item,
            "stem": f"Which comet is now {'n' * (self._typed % 90)} {self._typed} in the list?",
            "key": f"Comet Alpha {self._item.rpartition('-')[2]}",
            "distractor-1": "Comet Beta",
            "distractor-2": "Comet Gamma",
            "distractor-3": f"Comet {self._typed}",
            "explanation": f"In the list, number {self._typed} is Comet Alpha.",
        }
        self._send("/findings", words)

    def fetch_ahead(self) -> None:
        number = int(self._item.rpartition("-")[2])
        wanted = "&".join(f"item=q-comet-{(number + step) % ITEMS + 1}" for step in range(8))
        self._browser.get(f"{self._address}/cards", wanted)

    def look(self) -> None:
        self._browser.get(f"{self._address}/items")

    def _send(self, path: str, form: dict[str, str]) -> None:
        self._browser.post(self._address + path, {"csrf_token": self._token, **form}, "application/json")
        assert self._browser.status.startswith("200"), self._browser.status


def _token(page: bytes) -> str:
    found = re.search(r'name="csrf_token" value="([^"]*)"', page.decode())
    assert found is not None, "the page has no form"
    return found[1]
