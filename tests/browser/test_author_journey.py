"""The whole way of a new author, without a mouse: from five documents to the first numbers of their pack.

Other texts take the place of ours where QUIZAPP_TEST_DOCUMENTS names their folder.
"""

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.test_accessibility import overflow, violations

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
TEXTS = (
    *("tests/generation/documents/kelmar-guide.txt", "tests/generation/documents/kelmar-evening.txt"),
    *("questions/documents/the-forth-bridge.txt", "questions/documents/the-game-boy.txt"),
    "questions/documents/marie-curie-the-physicist-of-two-prizes.txt",
)
DECISIONS = 30
PATIENCE_MS = 240_000
PAUSE_MS = 20_000


class Hands:
    """Somebody at a keyboard; what they press is counted, a word typed as one press."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(self, key: str) -> None:
        self.presses += 1
        self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        self.presses += 1
        self.page.keyboard.type(words)

    def go_to(self, role: str, name: str) -> None:
        """Press Tab until what has that role and name is focused; one press where the eye would jump."""
        wanted = self.page.locator("main, header").get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
        wanted.wait_for()
        for _ in range(400):
            if wanted.evaluate("element => element === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        else:
            pytest.fail(f"Tab never reaches {name}")
        self.presses += 1

    def follow(self, role: str, name: str) -> None:
        """Go there and press Enter."""
        self.go_to(role, name)
        with self.page.expect_navigation(timeout=60_000):
            self.press("Enter")
        self.page.locator("html[data-ready]").wait_for()


def test_a_new_author_reads_decides_publishes_and_sees_the_first_numbers(
    open_page: OpenPage, tmp_path: Path
) -> None:
    began = time.monotonic()
    page = open_page("/", viewport=DESKTOP)
    page.context.set_default_timeout(PAUSE_MS)
    page.locator("html[data-ready]").wait_for()
    hands = Hands(page)

    sign_up(hands)
    hands.follow("link", "Studio")
    give_documents(hands, tmp_path)
    settle_two_disagreements(hands)
    decide_thirty(hands)
    mend_one_with_a_finding(hands)
    address = publish(hands)
    worked_s = time.monotonic() - began
    play_as_a_guest(open_page(address, viewport=PHONE, has_touch=True))
    page.goto(address)
    page.locator("html[data-ready]").wait_for()
    hands.follow("link", "Insights: numbers, flags and results")

    expect(page.locator(".insight")).to_have_count(10)
    expect(page.locator(".insight").first).to_contain_text(re.compile("[01] of 1"))
    assert (violations(page), overflow(page)) == ([], 0)
    print(f"published after {worked_s / 60:.1f} minutes and {hands.presses} presses")  # noqa: T201


def sign_up(hands: Hands) -> None:
    hands.follow("link", "Sign up")
    hands.go_to("textbox", "Name")
    hands.write("Nora Reads")
    hands.press("Tab")
    hands.write("correct horse battery")
    with hands.page.expect_navigation():
        hands.press("Enter")
    hands.page.locator("html[data-ready]").wait_for()


def give_documents(hands: Hands, folder: Path) -> None:
    page = hands.page
    page.locator("input[type=file][multiple]").first.set_input_files([str(path) for path in documents()])
    hands.presses += 1
    hands.go_to("button", "Make questions")
    hands.press("Enter")
    page.get_by_role("progressbar", name="Making questions").wait_for(timeout=60_000)
    page.reload()
    page.get_by_text(re.compile("new questions? from 5 documents")).wait_for(timeout=PATIENCE_MS)
    page.locator("html[data-ready]").wait_for()


def documents() -> Iterator[Path]:
    folder = os.environ.get("QUIZAPP_TEST_DOCUMENTS")
    yield from sorted(Path(folder).glob("*.txt")) if folder else (ROOT / each for each in TEXTS)


def settle_two_disagreements(hands: Hands) -> None:
    page = hands.page
    hands.follow("link", "see both sides")
    for _ in range(2):
        left = page.locator(".dispute").count()
        words = page.locator(".dispute button.button").first.inner_text()
        hands.follow("button", words)
        expect(page.locator(".dispute")).to_have_count(left - 1)


def decide_thirty(hands: Hands) -> None:
    page = hands.page
    hands.follow("link", "Questions")
    for number in range(DECISIONS):
        stem = page.locator("[data-stage] .stem").inner_text()
        if number % 5 == 4:
            hands.press("r")
            hands.press("4")
        else:
            hands.press("a")
        expect(page.locator("[data-stage] .stem")).not_to_have_text(stem)
    expect(page.locator('[data-pile="accepted"]')).to_have_text(str(DECISIONS - DECISIONS // 5))


def mend_one_with_a_finding(hands: Hands) -> None:
    page = hands.page
    with page.expect_navigation():
        hands.press("e")
    page.locator("html[data-ready] #stem").wait_for()
    words = page.locator("#stem").input_value()
    page.locator("#stem").focus()
    hands.press("Control+A")
    hands.write(words.replace("Which", "Which now", 1) if "Which" in words else f"Now: {words}")
    expect(page.locator("#stem-said .flaws li").first).to_be_visible()
    hands.press("Control+A")
    hands.write(words)
    expect(page.locator("#stem-said .flaws li")).to_have_count(0)
    hands.follow("button", "Save and accept")


def publish(hands: Hands) -> str:
    page = hands.page
    hands.follow("link", "Publish")
    assert (violations(page), overflow(page)) == ([], 0)
    hands.follow("button", "Publish")
    page.get_by_text("Everybody can play it now.").wait_for()
    return re.sub(r"https?://[^/]+", "", page.url) if "/packs/" in page.url else _pack_of(page)


def _pack_of(page: Page) -> str:
    address = page.locator("main a[href^='/packs/']").first.get_attribute("href")
    assert address
    return address


def play_as_a_guest(guest: Page) -> None:
    guest.context.set_default_timeout(PAUSE_MS)
    guest.get_by_label("10", exact=True).check()
    guest.get_by_role("button", name="Start").tap()
    for _ in range(10):
        guest.locator(".option:enabled").first.tap()
        guest.locator("[data-next]").tap()
    guest.wait_for_url(re.compile(r"/result$"))
