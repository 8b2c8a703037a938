"""Documents dropped in, and questions made from them while one watches: with script, without, everywhere."""

import re
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.test_accessibility import LOOKS, SIZES, overflow, violations
from tests.generation.test_pipeline import ARTICLE

pytestmark = pytest.mark.model

# Loading the language pipeline alone takes long where others use the machine as well.
PATIENCE_MS = 240_000
# So much to read that there is time to look, and to call it off.
PORTS = [f"Port {n} of the coast was opened in {1500 + n % 500}." for n in range(6000)]
LONG = f"{ARTICLE}\n\n" + "\n\n".join(PORTS)
_number = count(1)
_DROP = """(zone, files) => {
  const held = new DataTransfer();
  for (const [name, text, times] of files) held.items.add(new File([text.repeat(times ?? 1)], name));
  zone.dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
}"""


def test_documents_are_dropped_and_become_questions_before_ones_eyes(open_page: OpenPage) -> None:
    page = an_author(open_page, viewport=DESKTOP)
    page.locator("html[data-ready]").wait_for()
    drop(page, ["article.txt", ARTICLE], ["bomb.txt", "PK\x03\x04\0\0"])
    expect(page.get_by_role("button", name="Take out bomb.txt")).to_be_visible()

    page.get_by_role("button", name="Make questions").click()
    expect(page.get_by_role("progressbar", name="Making questions")).to_be_visible()
    page.reload()

    expect(page.get_by_text(re.compile("new questions from 1 document"))).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text(re.compile("Not read: is a zip archive"))).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Decide"))).to_be_visible()


def test_what_is_too_large_is_said_before_it_is_sent(open_page: OpenPage) -> None:
    page = an_author(open_page, viewport=DESKTOP)
    page.locator("html[data-ready]").wait_for()
    drop(page, ["large.txt", "a", 10 * 1024 * 1024 + 1])
    page.get_by_role("button", name="Make questions").click()
    expect(page.get_by_text("large.txt is larger than 10 MB.")).to_be_visible()

    page.get_by_role("button", name="Take out large.txt").click()

    expect(page.get_by_text("large.txt is larger")).to_be_hidden()


def test_without_script_text_is_pasted_watched_and_cancelled(open_page: OpenPage) -> None:
    page = an_author(open_page, viewport=PHONE, java_script_enabled=False)
    page.get_by_text("Or paste text").click()
    page.get_by_label("Text, its title in the first line").fill(
        " ".join(["The ports of a coast\n\n", *PORTS[:900]])
    )
    page.get_by_role("button", name="Make questions").click()

    page.get_by_role("link", name="Look again").click()
    page.get_by_role("button", name="Cancel").click()

    expect(page.get_by_text("Cancelled. The draft is as it was")).to_be_visible()
    expect(page.get_by_role("button", name="Make questions", exact=True)).to_be_visible()


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_no_page_of_it_breaks_a_rule(open_page: OpenPage, size: str, theme: str) -> None:
    page = an_author(open_page, viewport=SIZES[size], color_scheme=theme)
    page.locator("html[data-ready]").wait_for()
    drop(page, ["article.txt", LONG], ["bomb.txt", "PK\x03\x04\0\0"])
    assert (violations(page), overflow(page)) == ([], 0)

    page.get_by_role("button", name="Make questions").click()
    page.get_by_role("progressbar", name="Making questions").wait_for()
    assert (violations(page), overflow(page)) == ([], 0)

    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Cancelled. The draft").wait_for()
    assert (violations(page), overflow(page)) == ([], 0)


def an_author(open_page: OpenPage, **options: object) -> Page:
    """The studio of somebody who has just signed up."""
    page = open_page("/sign-up", **options)
    page.get_by_label("Name", exact=False).first.fill(f"Maker {next(_number)}")
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(lambda url: "/sign-up" not in url)
    page.goto("/drafts")
    return page


def drop(page: Page, *files: list[str | int]) -> None:
    """Let files fall onto the form for documents: name, text, and how often that is in it."""
    page.locator(".drop").first.evaluate(_DROP, list(files))
