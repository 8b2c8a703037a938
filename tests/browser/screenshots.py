"""The README's picture, taken from the running game: `make screenshots`."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from quizapp.places import place
from tests.browser.stage import launched, served

STEM = "Which actor plays Hiro Takada in “Romantics Anonymous”?"
KEY = "Jin Akanishi"
PICTURE = place("static") / "images" / "round.png"
SIZE: ViewportSize = {"width": 760, "height": 760}


def main() -> None:
    """Play until the question of the picture comes, answer it, and take the picture."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, launched() as browser:
        page = _open(browser, address)
        while page.locator("h1").inner_text() != STEM:
            page.locator(".option").first.click()
            page.locator("[data-next]").click()
            page.locator(".option:enabled").first.wait_for()
        page.locator(".option", has_text=KEY).click()
        page.locator("[data-panel] .verdict__headline").wait_for()
        page.wait_for_timeout(400)
        page.screenshot(path=PICTURE)


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=SIZE, device_scale_factor=2)
    page.goto(f"{address}/packs/romantics-anonymous")
    page.get_by_label("All 66").check()
    page.get_by_label("No clock").check()
    page.get_by_role("button", name="Start").click()
    page.locator("h1.stem").wait_for()
    return page


if __name__ == "__main__":
    main()
