"""The pages of administrators in a real browser: by the rules of axe-core, on both sizes, in both themes."""

import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.stage import served
from tests.browser.test_accessibility import LOOKS, SIZES, overflow, violations

NARROW = {"width": 320, "height": 740}
PAGES = ("", "/packs", "/flags", "/marks", "/journal", "/players/1", "/players/2")
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """A game with Grace, who administers it, and Bob, who played, flagged, and is marked."""
    folder = tmp_path_factory.mktemp("administered")
    with served(folder, {"QUIZAPP_RATE_LIMITS": "off"}) as address:
        for name in ("Grace", "Bob the Magnificent"):
            page = browser.new_context(base_url=address).new_page()
            _sign_up(page, name)
            if name != "Grace":
                _play_and_flag(page)
            page.context.close()
        with sqlite3.connect(folder / "quizapp-data" / "quizapp.sqlite3") as kept:
            kept.execute("UPDATE player SET role = 'administrator' WHERE name = 'Grace'")
            for reason in ("faster-than-reading", "one-after-another"):
                kept.execute(
                    "INSERT INTO mark (player_id, attempt_id, reason, detail, marked_at_ms) "
                    "SELECT player_id, id, ?, 'Five of five were right and fast', opened_at_ms FROM attempt",
                    (reason,),
                )
        kept.close()
        yield address


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_no_page_of_administrators_breaks_a_rule(game: str, browser: Browser, size: str, theme: str) -> None:
    page = _grace(browser, game, viewport=SIZES[size], color_scheme=theme)

    broken = {each: violations(page) for each in _opened(page) if violations(page)}

    assert broken == {}
    page.context.close()


def test_administrators_lose_nothing_on_a_narrow_screen(game: str, browser: Browser) -> None:
    page = _grace(browser, game, viewport=NARROW)

    assert {each: overflow(page) for each in _opened(page) if overflow(page) > 0} == {}
    page.context.close()


def test_a_player_is_banned_by_keyboard_and_let_in_again(game: str, browser: Browser) -> None:
    page = _grace(browser, game, viewport=DESKTOP)
    page.goto("/administration/players/2")
    page.get_by_text("Ban", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why").fill("A bot played")
    page.get_by_label("Yes, I am sure").locator("visible=true").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").first).to_contain_text("is banned")
    expect(page.get_by_text("A bot played.")).to_be_visible()
    page.locator("summary", has_text="Lift the ban").click()
    page.get_by_role("button", name="Lift the ban").click()
    expect(page.get_by_role("status").first).to_contain_text("can log in and play again")
    page.context.close()


def _opened(page: Page) -> Iterator[str]:
    """Every page for administrators, one after the other, with all that is folded away unfolded."""
    for each in PAGES:
        page.goto(f"/administration{each}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        yield each or "/"


def _grace(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(base_url=address, **options).new_page()  # type: ignore[arg-type]
    page.goto("/log-in")
    page.get_by_label("Name").fill("Grace")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(lambda url: "/log-in" not in url)
    return page


def _sign_up(page: Page, name: str) -> None:
    page.goto("/sign-up")
    page.get_by_label("Name", exact=False).first.fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(lambda url: "/sign-up" not in url)


def _play_and_flag(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Play ten questions").click()
    page.locator("html[data-ready] h1.stem").wait_for()
    page.locator(".option").first.click()
    page.locator("[data-next]").wait_for()
    page.locator(".verdict summary").first.click()
    page.get_by_label("Two answers fit").check()
    page.get_by_role("button", name="Flag the question").click()
    page.get_by_text("Thank you").first.wait_for()
    page.get_by_text("End the round", exact=True).click()
    page.get_by_role("button", name="End the round now").click()
    page.locator(".result__points").wait_for()
