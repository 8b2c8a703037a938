"""The sentence that states the answer, shown after the response: with script, without, on every screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from quizapp.packs.writer import save_pack
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.stage import a_database, served
from tests.browser.test_accessibility import LOOKS, SIZES, overflow, violations
from tests.builders import GUIDE, GUIDE_SENTENCE, a_quoting_pack


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A game whose pack comes with the text of its document."""
    folder = tmp_path_factory.mktemp("quoting")
    texts = folder / "questions" / "documents"
    texts.mkdir(parents=True)
    (texts / "guide.txt").write_text(GUIDE, "utf-8")
    save_pack(a_quoting_pack(), folder / "questions" / "solar-system.yaml")
    with a_database() as database, served(folder, {"QUIZAPP_RATE_LIMITS": "off"} | database) as address:
        yield address


@pytest.mark.parametrize("script", [True, False])
def test_the_sentence_stands_under_the_answer_and_in_the_review(open_page: OpenPage, script: bool) -> None:
    page = open_page("/packs/solar-system", viewport=DESKTOP, java_script_enabled=script)
    _answer_one(page)

    proof = page.locator("[data-panel] .proof")
    expect(proof.locator("blockquote")).to_have_text(GUIDE_SENTENCE)
    expect(proof.get_by_role("link", name="CC BY 4.0")).to_be_visible()
    expect(proof.get_by_role("link", name="A Guide to the Planets")).to_be_visible()

    page.get_by_text("End the round", exact=True).click()
    page.get_by_role("button", name="End the round now").click()
    page.locator(".review summary").first.click()
    expect(page.locator(".review blockquote")).to_have_text(GUIDE_SENTENCE)


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_a_quotation_breaks_no_rule(open_page: OpenPage, size: str, theme: str) -> None:
    page = open_page("/packs/solar-system", viewport=SIZES[size], color_scheme=theme)
    _answer_one(page)

    assert violations(page) == []


def test_a_quotation_fits_on_a_narrow_screen(open_page: OpenPage) -> None:
    page = open_page("/packs/solar-system", viewport={**PHONE, "width": 320})
    _answer_one(page)

    assert overflow(page) == 0


def _answer_one(page: Page) -> None:
    page.get_by_label("No clock").check()
    page.get_by_role("button", name="Start").click()
    page.locator("h1.stem").wait_for()
    assert GUIDE_SENTENCE[:20] not in page.content()
    page.locator(".option").first.click()
    page.locator("[data-panel] blockquote").wait_for()
