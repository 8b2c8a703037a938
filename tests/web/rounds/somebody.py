"""Somebody who plays in a browser without script: reads the page, sends its forms."""

import re
from html import unescape

from flask import Flask
from werkzeug.test import TestResponse


class Somebody:
    """One browser with its own cookies; `page` is the text of what it saw last."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        self.page = self.client.get("/").text
        self.address = ""

    def look(self, path: str = "") -> TestResponse:
        """Open a page, or the round again."""
        answer = self.client.get(path or self.address)
        self.page = answer.text
        return answer

    def send(self, path: str, accept: str = "text/html", **fields: str) -> TestResponse:
        """Send a form with the token of the page."""
        form = {"csrf_token": self.field("csrf_token"), **fields}
        return self.client.post(path, data=form, headers={"Accept": accept})

    def start(self, slug: str = "solar-system", length: str = "5", pace: str = "timed", **more: str) -> str:
        """Begin a round and see its first question; the round's address."""
        answer = self.send("/rounds", slug=slug, length=length, pace=pace, **more)
        assert answer.status_code == 303, answer.text
        self.address = answer.location
        self.look()
        return self.address

    def answer(self, option: str | None, accept: str = "text/html") -> TestResponse:
        """Choose an option of the question on screen."""
        chosen = {"option": option} if option else {}
        return self.send(f"{self.address}/responses", accept, item=self.field("item"), **chosen)

    def answer_right(self, accept: str = "text/html") -> TestResponse:
        """Choose the key, found by knowing the planets."""
        return self.answer(self.key_letter(), accept)

    def answer_wrong(self, accept: str = "text/html") -> TestResponse:
        """Choose an option that is not the key."""
        return self.answer(next(letter for letter in "ABCD" if letter != self.key_letter()), accept)

    def move_on(self) -> None:
        """Go to the next question."""
        self.look()
        assert self.send(f"{self.address}/next", item=self.field("item")).status_code == 303
        self.look()

    def play_to_the_end(self, right: int, of: int = 5) -> None:
        """Answer so many right and the rest wrong."""
        for number in range(of):
            answered = self.answer_right() if number < right else self.answer_wrong()
            assert answered.status_code == 303
            if number < of - 1:
                self.move_on()

    def key_letter(self) -> str:
        """The letter of the key of the question on screen."""
        found = re.search(r"Which planet is the (\w+) from the Sun", self.page)
        assert found, self.page
        key = KEYS[found[1]]
        return next(letter for letter, text in self.options().items() if text == key)

    def options(self) -> dict[str, str]:
        """The options on screen by their letters."""
        found = re.findall(r'value="([A-D])".*?class="option__text"[^>]*>([^<]*)<', self.page)
        return {letter: unescape(text) for letter, text in found}

    def field(self, name: str) -> str:
        """The value of a hidden field of the page."""
        found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', self.page)
        assert found, f"no field {name}"
        return unescape(found[1])


KEYS = {
    "first": "Mercury",
    "second": "Venus",
    "third": "Earth",
    "fourth": "Mars",
    "fifth": "Jupiter",
    "sixth": "Saturn",
    "seventh": "Uranus",
    "eighth": "Neptune",
}
