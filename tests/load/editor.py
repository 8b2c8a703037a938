"""An author at the desk who never rests: items mended and decided, the text saved, facts stated."""

import re
from typing import NamedTuple

from tests.load.browser import Browser
from tests.load.page import form_to
from tests.load.progress import Progress

NAME, PASSWORD = "Ada", "correct horse"
_DESCRIPTION = re.compile(r"^description:.*\n", re.MULTILINE)


class Saved(NamedTuple):
    """What stands in the draft once the server says so: of the item, the description, or a fact."""

    part: str
    words: str
    state: str = ""


class Editor:
    """One client on a draft, whose items only this client changes; the text and the facts are everybody's.

    `sent` holds all that it sent, in its order, and whether that was answered as saved.
    """

    def __init__(self, port: int, number: int, items: tuple[str, ...], progress: Progress[Saved]) -> None:
        self.browser = Browser(port)
        self.sent: list[tuple[Saved, bool]] = []
        self.items = items
        self._number = number
        self._progress = progress

    def log_in(self, page: str) -> None:
        """Sign up or log in, as the page offers."""
        form = form_to(self.browser.open(page), page)
        self.browser.post(form.action, form.fields | {"name": NAME, "password": PASSWORD})

    def edit(self, draft_id: str, turns: int) -> None:
        """Change the draft so many times in each of the ways."""
        address = f"/drafts/{draft_id}"
        for turn in range(turns):
            item_id, mark = self.items[turn % len(self.items)], f"{self._number}.{turn}"
            self._mend(address, item_id, f"Who made film number {mark}?")
            self._decide(address, item_id, {"rejected": "dull"}, "rejected")
            if turn % 2:
                self._decide(address, item_id, {"verdict": "accepted"}, "accepted")
            self._describe(address, f"Written in turn {mark}.")
            self._state(address, f"Film number {mark}")
        self.browser.close()

    def _mend(self, address: str, item_id: str, stem: str) -> None:
        form = form_to(self.browser.open(f"{address}/items/{item_id}/edit"), f"/items/{item_id}")
        self._send(form.action, form.fields | {"stem": stem}, Saved(item_id, stem, "accepted"))

    def _decide(self, address: str, item_id: str, choice: dict[str, str], state: str) -> None:
        page = self.browser.open(f"{address}/items?show=all&item={item_id}")
        form = form_to(page, f"/{item_id}/decision")
        self._send(form.action, form.fields | choice, Saved(item_id, "", state))

    def _describe(self, address: str, description: str) -> None:
        form = form_to(self.browser.open(f"{address}/text"), "/text")
        text = _DESCRIPTION.sub("", form.fields["text"]) + f"description: {description}\n"
        self._send(form.action, form.fields | {"text": text}, Saved("description", description))

    def _state(self, address: str, film: str) -> None:
        form = form_to(self.browser.open(f"{address}/facts/new?document=evening"), "/facts")
        fact = {
            "subject": "Ada Quill",
            "relation": "directed",
            "value": film,
            "value_type": "work",
            "sentence": "evening|2|2",
        }
        self._send(form.action, form.fields | fact, Saved("fact", film))

    def _send(self, action: str, fields: dict[str, str], saved: Saved) -> None:
        is_saved = self.browser.send(action, fields) == 303
        self.sent.append((saved, is_saved))
        if is_saved:
            self._progress.acknowledge(saved)
