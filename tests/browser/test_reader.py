"""The reader in a real browser: facts found from both sides, stated from selected words, settled by keys."""

import json
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quizapp.packs.writer import write_pack
from tests.browser.stage import served
from tests.browser.test_accessibility import LOOKS, SIZES, overflow, violations
from tests.services.told_drafts import EVENING, HARBOUR, told_pack

TEXTS: tuple[tuple[str, str, str, dict[int, str]], ...] = (
    ("harbour", "Films of the harbour", HARBOUR, {2: "menu"}),
    ("evening", "The evening paper", EVENING, {}),
)


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A game of its own, and the folder in which its database lies."""
    folder = tmp_path_factory.mktemp("reader")
    with served(folder, {"QUIZAPP_RATE_LIMITS": "off", "QUIZAPP_DEBUG": "on"}) as address:
        yield address, folder


@pytest.fixture
def author(game: tuple[str, Path], browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new author's browser, on the overview of a draft of two texts that disagree."""
    address, folder = game
    size, theme = getattr(request, "param", ("desktop", "light"))
    looks: dict[str, Any] = {"viewport": SIZES[size], "color_scheme": theme}
    context = browser.new_context(base_url=address, **looks)
    context.set_default_timeout(60_000)
    # The first page of facts has the server load what it knows of relations.
    context.set_default_navigation_timeout(120_000)
    page = context.new_page()
    page.goto("/sign-up")
    page.get_by_label("Name", exact=False).first.fill(f"Ann {secrets.token_hex(3)}")
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(lambda url: "/sign-up" not in url)
    page.goto("/drafts")
    file = {"name": "films.yaml", "mimeType": "text/yaml", "buffer": write_pack(told_pack()).encode()}
    page.get_by_label("A file that ends in .yaml").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Upload").click()
    page.locator(".draft-head").wait_for()
    _store_texts(folder, page.url.rstrip("/").rsplit("/", 1)[1].split("?")[0])
    yield page
    context.close()


def test_a_fact_of_ones_own_from_selected_words(author: Page) -> None:
    page = author
    page.goto(f"{page.url}/facts?document=evening")
    page.locator("html[data-ready]").wait_for()

    _select(page, "#p2-s1", "Elif Sand")
    page.get_by_role("button", name="Take as subject").click()
    _select(page, "#p2-s1", "Salt")
    page.get_by_role("button", name="Take as value").click()
    page.get_by_role("button", name="State a fact", exact=True).click()

    expect(page.locator("#subject")).to_have_value("Elif Sand")
    expect(page.locator("#value")).to_have_value("Salt")
    expect(page.locator("input[name=sentence]:checked")).to_have_value("evening|2|1")
    page.get_by_label("What is said").select_option("wrote")
    page.get_by_role("button", name="State the fact").click()
    expect(page.locator(".fact__words", has_text="Elif Sand wrote")).to_be_visible()


def test_a_sentence_and_its_fact_find_each_other(author: Page) -> None:
    page = author
    page.goto(f"{page.url}/facts?document=harbour")
    page.locator("html[data-ready]").wait_for()

    page.locator("#p4-s3").click(position={"x": 5, "y": 10})
    expect(page.locator("#f-low-water")).to_have_attribute("data-lit", "")

    page.locator("#f-nine-bells summary").click()
    expect(page.locator("#p4-s2")).to_have_attribute("data-lit", "")


def test_a_disagreement_is_settled_and_taken_back_by_keyboard(author: Page) -> None:
    page = author
    page.goto(f"{page.url}/disagreements")
    page.locator("html[data-ready]").wait_for()

    _tab_to(page, "Choose Ada Quill")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Settled.")).to_be_visible()

    _tab_to(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 disagreement to settle")).to_be_visible()


def test_a_fact_is_rejected_by_keyboard(author: Page) -> None:
    page = author
    page.goto(f"{page.url}/facts?document=evening")
    page.locator("html[data-ready]").wait_for()

    _tab_to(page, "Reject fact 1")
    page.keyboard.press("Enter")

    expect(page.locator("#f-rival .fact__state")).to_have_text("Rejected")


@pytest.mark.parametrize("author", LOOKS, indirect=True)
def test_no_page_of_facts_breaks_a_rule_or_the_edge_of_the_screen(author: Page) -> None:
    page, draft = author, author.url
    found = {}
    for path in (
        *("/facts?document=harbour", "/facts?document=others", "/facts/new?document=evening&paragraph=2"),
        *("/facts/f-rival/edit", "/disagreements", "/entities", "/entities/salt"),
        "/entities/ada-quill/merge?with=Elif+Sand",
    ):
        page.goto(draft + path)
        if wrong := violations(page):
            found[path] = wrong
        if (wide := overflow(page)) > 0:
            found[f"{path} is too wide"] = [str(wide)]
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(f"{draft}/facts?document=harbour")

    assert found == {}
    assert overflow(page) <= 0


def _select(page: Page, place: str, words: str) -> None:
    """Select words of a sentence, as dragging over them does."""
    page.evaluate(
        """([place, words]) => {
          const walker = document.createTreeWalker(document.querySelector(place), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const start = walker.currentNode.data.indexOf(words);
            if (start < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, start);
            range.setEnd(walker.currentNode, start + words.length);
            document.getSelection().removeAllRanges();
            document.getSelection().addRange(range);
            return;
          }
        }""",
        [place, words],
    )


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the button of that name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == name:
            return
    pytest.fail(f"Tab never reaches “{name}”")


def _store_texts(folder: Path, public_id: str) -> None:
    """Give the draft the texts that it was made from."""
    (database,) = folder.rglob("quizapp.sqlite3")
    with sqlite3.connect(database, timeout=20) as connection:
        (draft_id,) = connection.execute("SELECT id FROM draft WHERE public_id = ?", [public_id]).fetchone()
        connection.executemany(
            "INSERT INTO draft_document (draft_id, name, document_id, title, text, furniture, refusal,"
            " words, dropped, added_at_ms) VALUES (?, ?, ?, ?, ?, ?, '', 1, 1, 0)",
            [
                (draft_id, f"{each}.txt", each, title, text, json.dumps(furniture))
                for each, title, text, furniture in TEXTS
            ],
        )
    connection.close()
