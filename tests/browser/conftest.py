"""A game on a free port and a page in a real browser, shared by the tests of this folder."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.stage import a_database, chromium, launched, served

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, and skip it where no browser is unless the run insists on one."""
    here = Path(__file__).parent
    for item in items:
        if here not in item.path.parents:
            continue
        item.add_marker("browser")
        if chromium() is None and not os.environ.get("QUIZAPP_REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason="no chromium on this machine; apt-get install chromium"))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the game is played."""
    settings = {"QUIZAPP_RATE_LIMITS": "off", "QUIZAPP_DEBUG": "on", "QUIZAPP_OPEN_PUBLISHING": "on"}
    folder = tmp_path_factory.mktemp("game")
    with a_database() as database, served(folder, settings | database) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all."""
    if chromium() is None:
        pytest.fail("browser tests are required, and there is no chromium on this machine")
    with launched() as browser:
        yield browser


@pytest.fixture
def open_page(address: str, browser: Browser) -> Iterator[OpenPage]:
    """Opens a page of a new visitor; a test fails if any page of it wrote an error to the console."""
    contexts = []
    errors: list[str] = []

    def open_page(path: str = "/", **options: Any) -> Page:
        context = browser.new_context(base_url=address, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if _is_ours(said) else None)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def _is_ours(said: ConsoleMessage) -> bool:
    """Whether a page did something wrong; an address that answers 404 can be what a test is about."""
    return said.type == "error" and not said.text.startswith("Failed to load resource")
