"""Slugs: a text as an id that reads well in an address."""

import re

from anyascii import anyascii

LONGEST_SLUG = 60
# Ids are read beside each other, so they are shorter.
LONGEST_ID = 48


def slug(text: str, longest: int = LONGEST_SLUG) -> str:
    """The text as an id: a-z, 0-9 and hyphens, cut at a word where it is long; it may be empty."""
    words = re.sub(r"['’]s?\b", "", text)
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(words).lower()).strip("-")
    if len(plain) <= longest:
        return plain
    return plain[: longest + 1].rpartition("-")[0] or plain[:longest]


def free_slug(wanted: str, taken: set[str]) -> str:
    """That slug, or the first of its kind with a number that nobody has taken."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted[: LONGEST_SLUG - 5].rstrip('-')}-{number}"
    return found
