"""What the author sees after publishing, in a real browser: numbers, a flag, its answer, the sheet."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.stage import served
from tests.browser.test_accessibility import overflow, violations

SLUG = "space-exploration"
PAGE = f"/packs/{SLUG}/insights"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("published")


@pytest.fixture(scope="module")
def author(folder: Path, browser: Browser) -> Iterator[Page]:
    """The author of a pack that somebody has just played; a question of it is flagged."""
    with served(folder, {"QUIZAPP_RATE_LIMITS": "off"}) as address:
        player = _visitor(browser, address)
        _play(player)
        page = _visitor(browser, address)
        page.goto("/sign-up")
        page.get_by_label("Name", exact=False).first.fill("Ada Example")
        page.get_by_label("Password", exact=True).fill("correct horse battery")
        page.get_by_role("button", name="Sign up").click()
        page.wait_for_url(lambda url: "/sign-up" not in url)
        _own_pack(folder)
        yield page
        # The player hears of it, once.
        player.goto("/")
        assert player.get_by_text("Thank you for looking so closely.").count() == 1
        player.reload()
        assert player.get_by_text("Thank you for looking so closely.").count() == 0


@pytest.mark.parametrize("size", [PHONE, DESKTOP, {"width": 320, "height": 740}])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_breaks_no_rule_and_loses_nothing(author: Page, size: dict[str, int], theme: str) -> None:
    author.set_viewport_size({"width": size["width"], "height": size["height"]})
    author.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    author.goto(PAGE)

    assert author.locator(".insight").count() == 5
    assert violations(author) == []
    assert overflow(author) <= 0
    author.goto(f"{PAGE}?edition={_digest(author)}&responses=all")
    assert violations(author) == []


def test_the_results_come_as_a_sheet(author: Page, tmp_path: Path) -> None:
    author.goto(PAGE)

    with author.expect_download() as coming:
        author.get_by_role("link", name="Results as CSV").click()
    coming.value.save_as(tmp_path / "sheet.csv")

    with (tmp_path / "sheet.csv").open(encoding="utf-8-sig", newline="") as sheet:
        assert len(list(csv.DictReader(sheet))) == 5


def test_a_flag_is_dismissed_with_the_keyboard_alone(author: Page) -> None:
    author.goto(PAGE)

    author.locator("summary", has_text="Dismiss with a word of thanks").focus()
    author.keyboard.press("Enter")
    author.keyboard.press("Tab")
    author.keyboard.press("Enter")
    author.get_by_text("Dismissed.").wait_for()

    assert author.locator(".flagged").count() == 0


def _visitor(browser: Browser, address: str) -> Page:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    context.set_default_timeout(10_000)
    return context.new_page()


def _play(page: Page) -> None:
    """Five questions, and a flag on the first."""
    page.goto(f"/packs/{SLUG}")
    page.get_by_text("5", exact=True).first.click()
    page.get_by_text("No clock", exact=True).click()
    page.get_by_role("button", name="Start").click()
    for number in range(5):
        page.locator(".option:enabled").nth(number % 4).click()
        page.locator("[data-next]").wait_for()
        if not number:
            page.get_by_text("Something wrong with this question?").click()
            page.get_by_text("The answer is wrong").click()
            page.get_by_label("More about it").fill("I have read otherwise.")
            page.get_by_role("button", name="Flag the question").click()
            page.get_by_text("Thank you").first.wait_for()
        page.locator("[data-next]").click()
        if number < 4:
            page.locator(".option:enabled").first.wait_for()
    page.locator(".result__points").wait_for()


def _own_pack(folder: Path) -> None:
    """Make the pack the author's, as publishing does."""
    with sqlite3.connect(folder / "quizapp-data" / "quizapp.sqlite3", timeout=10) as database:
        database.execute(
            "INSERT INTO listing (slug, owner_id, featured, unlisted, changed_at_ms) "
            "SELECT ?, id, 0, 0, 0 FROM player WHERE name = 'Ada Example'",
            (SLUG,),
        )
    database.close()


def _digest(page: Page) -> str:
    digest: str = page.locator("#edition").input_value()
    return digest
