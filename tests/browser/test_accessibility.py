"""Every page by the rules of axe-core (WCAG 2.2 AA), in both themes, on both sizes, signed out and in."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, OpenPage

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LOOKS = [(size, theme) for size in ("phone", "desktop") for theme in ("light", "dark")]
SIZES = {"phone": PHONE, "desktop": DESKTOP}


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_no_page_breaks_a_rule_for_a_stranger(open_page: OpenPage, size: str, theme: str) -> None:
    page = open_page("/", viewport=SIZES[size], color_scheme=theme)

    assert {place: violations(page) for place in _every_page(page) if violations(page)} == {}


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_no_page_breaks_a_rule_for_a_member(open_page: OpenPage, size: str, theme: str) -> None:
    page = open_page("/sign-up", viewport=SIZES[size], color_scheme=theme)
    _sign_up(page, f"Axel {size} {theme}")

    assert {place: violations(page) for place in _every_page(page) if violations(page)} == {}


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_lost_on_a_narrow_screen(open_page: OpenPage, width: int) -> None:
    """320 CSS pixels are a small phone, and also a 640 pixel window at a zoom of 200 %."""
    scale = 640 // width
    page = open_page("/", viewport={"width": width, "height": 740}, device_scale_factor=scale)

    wide = {place: overflow(page) for place in _every_page(page) if overflow(page) > 0}

    assert wide == {}


def _every_page(page: Page) -> Iterator[str]:
    """Every page of the game, opened one after the other; gives the name of the one that is open."""
    for place in (
        *(
            "/",
            "/how-scores-work",
            "/packs/space-exploration",
            "/leaderboards",
            "/leaderboards?clock=untimed",
        ),
        *("/leaderboards/space-exploration?period=day", "/sign-up", "/log-in", "/patterns", "/no-such-page"),
    ):
        page.goto(place)
        yield place
    page.goto("/")
    page.get_by_role("button", name="Play ten questions").click()
    page.locator("h1.stem").wait_for()
    yield "asking"
    page.locator(".option").first.click()
    page.locator("[data-next]").wait_for()
    yield "told"
    page.get_by_text("End the round", exact=True).click()
    page.get_by_role("button", name="End the round now").click()
    page.locator(".result__points").wait_for()
    yield "result"
    page.goto("/account")
    yield "/account"
    page.goto("/leaderboards")
    page.locator("tr a").first.click()
    page.locator("h1").wait_for()
    yield "player"
    page.goto("/groups")
    yield "/groups"
    page.get_by_label("Name of the group").fill("Geography class 9a, Northfield School")
    page.get_by_role("button", name="Make the group").click()
    page.get_by_role("heading", name="Members").wait_for()
    yield "group"


def violations(page: Page) -> list[str]:
    """What axe finds on the page that is open."""
    # What is still fading in has the colours of nowhere; only the bar of the clock goes on moving.
    page.wait_for_function(
        """() => document.getAnimations().every(
             (moving) => moving.playState !== "running" || moving.effect.target.matches(".clock__bar"))"""
    )
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def _sign_up(page: Page, name: str) -> None:
    page.get_by_label("Name", exact=False).first.fill(name)
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(lambda url: "/sign-up" not in url)
