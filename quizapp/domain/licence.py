"""The licences under which anybody may pass a document on, and where each can be read."""

import re
from typing import NamedTuple

_CC = "https://creativecommons.org"
_OPEN = (
    (r"CC0(?:-1\.0)?", "CC0 1.0", f"{_CC}/publicdomain/zero/1.0/"),
    (r"CC-BY-([1-4]\.0|2\.5)", r"CC BY \1", rf"{_CC}/licenses/by/\1/"),
    (r"CC-BY-SA-([1-4]\.0|2\.5)", r"CC BY-SA \1", rf"{_CC}/licenses/by-sa/\1/"),
    (r"(?:CC-)?PDM(?:-1\.0)?", "Public Domain Mark 1.0", f"{_CC}/publicdomain/mark/1.0/"),
    (r"PUBLIC-DOMAIN", "public domain", ""),
    (r"GFDL-(1\.[12])(?:-.+)?", r"GNU FDL \1", r"https://www.gnu.org/licenses/old-licenses/fdl-\1.html"),
    (r"GFDL-(1\.3)(?:-.+)?", r"GNU FDL \1", r"https://www.gnu.org/licenses/fdl-\1.html"),
)


class Licence(NamedTuple):
    """An open licence: its name on screen, and its address where it has one."""

    name: str
    url: str


def open_licence(text: str) -> Licence | None:
    """The open licence of that SPDX identifier, or of the same with spaces; None for every other."""
    wanted = re.sub(r"[\s-]+", "-", text.strip().upper())
    for pattern, name, url in _OPEN:
        if found := re.fullmatch(pattern, wanted):
            return Licence(found.expand(name), found.expand(url))
    return None
