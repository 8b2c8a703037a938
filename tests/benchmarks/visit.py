"""What a first visit to the home page weighs: bytes sent (headers left out) and requests."""

import re

from tests.benchmarks.stage import played_app
from tests.benchmarks.stopwatch import Browser


def run() -> str:
    """A line for each request, and the sum beside the aim."""
    with played_app() as app:
        browser = Browser(app)
        home = browser.get("/")
        sizes = {"/": len(home)}
        waiting = _linked(home.decode())
        while waiting:
            address = waiting.pop()
            body = browser.get(address.partition("?")[0])
            sizes[address] = len(body)
            waiting |= _imported(address, body) - sizes.keys()
    lines = [f"  {size:>7} bytes  {address}" for address, size in sizes.items()]
    total = f"  {sum(sizes.values()):>7} bytes in {len(sizes)} requests   aim <= 60 KB, <= 8"
    return "\n".join(["first visit to the home page", *lines, total])


def _linked(page: str) -> set[str]:
    links = re.findall(r'<(?:link|script|img)\b[^>]*?(?:href|src)="(/[^"]*)"', page)
    return set(links)


def _imported(address: str, body: bytes) -> set[str]:
    """What a module imports at its start; modules loaded for a gesture count when they load."""
    if ".js" not in address:
        return set()
    names = re.findall(r'^import .*?"\./([^"]+)"', body.decode(), re.MULTILINE)
    return {address.rpartition("/")[0] + "/" + name for name in names}
