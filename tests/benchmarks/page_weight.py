"""What pages weigh on a slow phone, and whether they hold still: `make weigh`.

A real Chromium with the network and the processor of a cheap phone in a place with poor reception opens the
home page, a question and a board, first with nothing kept and then once more. Bytes are those on the wire,
headers and all.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

from tests.browser.stage import launched, served
from tests.load.crowd import Crowd

TURNS = 5
PHONE: ViewportSize = {"width": 360, "height": 740}
SLOW = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER_PROCESSOR = 4
AIM_SHIFT = 0
# After the page has been loaded: what moves then is counted too.
_SETTLES_MS = 700
_WATCH = """
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""
_SEEN = """() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    shifted: window.shifted,
})"""


class Weight(NamedTuple):
    """One visit: what came over the wire, when something was to be seen, and how much moved after that."""

    bytes: float
    requests: float
    painted_ms: float
    shifted: float


def run() -> str:
    """The table."""
    with tempfile.TemporaryDirectory() as folder, _played(Path(folder)) as address, launched() as browser:
        found: dict[tuple[str, str], list[Weight]] = {}
        for _ in range(TURNS):
            for name, path in _pages(browser, address).items():
                for visit, weight in _visits(browser, address, *path):
                    found.setdefault((name, visit), []).append(weight)
    return _table(
        {key: Weight(*map(statistics.median, zip(*all_, strict=True))) for key, all_ in found.items()}
    )


@contextmanager
def _played(folder: Path) -> Iterator[str]:
    """The address of a game whose boards have somebody on them."""
    with served(folder, {"QUIZAPP_RATE_LIMITS": "off", "QUIZAPP_WORKER": "off"}) as address:
        Crowd(int(address.rpartition(":")[2]), 12, 240, folder / "crowd").told()
        yield address


def _pages(browser: Browser, address: str) -> dict[str, tuple[str, list[Any]]]:
    """Each page by its address, and the cookies of whoever may see it."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="Play ten questions").click()
    page.locator("h1.stem").wait_for()
    around, cookies = page.url, context.cookies()
    page.goto("/leaderboards")
    board = page.locator("main a[href^='/leaderboards/']").first.get_attribute("href")
    context.close()
    return {"home": ("/", []), "round": (around, cookies), "board": (str(board), [])}


def _visits(browser: Browser, address: str, path: str, cookies: list[Any]) -> Iterator[tuple[str, Weight]]:
    """A first visit, and one more by the same browser."""
    context = browser.new_context(base_url=address, viewport=PHONE, device_scale_factor=2, is_mobile=True)
    context.add_cookies(cookies)
    context.add_init_script(_WATCH)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    for visit in ("first", "again"):
        yield visit, _visit(page, wire, path)
        page.goto("about:blank")
    context.close()


def _visit(page: Page, wire: CDPSession, path: str) -> Weight:
    sizes: list[float] = []

    def finished(event: dict[str, Any]) -> None:
        # What the browser had kept comes with no bytes.
        if event["encodedDataLength"]:
            sizes.append(event["encodedDataLength"])

    wire.on("Network.loadingFinished", finished)
    page.goto(path, wait_until="load")
    page.wait_for_timeout(_SETTLES_MS)
    wire.remove_listener("Network.loadingFinished", finished)
    seen = page.evaluate(_SEEN)
    return Weight(sum(sizes), len(sizes), seen["painted"], seen["shifted"])


def _table(weights: dict[tuple[str, str], Weight]) -> str:
    megabits = SLOW["downloadThroughput"] * 8 / 1e6
    speed = f"{megabits:.1f} Mbit/s, {SLOW['latency']} ms, processor / {SLOWER_PROCESSOR}"
    lines = [
        f"pages on a slow phone ({speed})",
        "  page    visit      bytes  requests  first paint  layout shift",
    ]
    for (name, visit), weight in weights.items():
        lines.append(
            f"  {name:8}{visit:7}{weight.bytes:>9.0f}{weight.requests:>10.0f}{weight.painted_ms:>10.0f} ms"
            f"{weight.shifted:>14.4f}"
        )
    return "\n".join([*lines, f"  aim: layout shift {AIM_SHIFT}"])


if __name__ == "__main__":
    sys.stdout.write(run() + "\n")
