"""Where somebody goes on after logging in: a page of this site and nothing else."""

import re
from urllib.parse import urlsplit

LONGEST = 500

# Browsers read a backslash as a slash, and leave out tabs and line breaks before they read at all.
_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")


def safe_path(target: str | None, otherwise: str) -> str:
    """The target, if it is a path on this site; else the other page."""
    if not target or len(target) > LONGEST or not _PATH.fullmatch(target):
        return otherwise
    parts = urlsplit(target)
    return otherwise if parts.scheme or parts.netloc else target
