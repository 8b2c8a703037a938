"""How a text writes the year in which something happened: `in 1871`, `on 3 May 1871`, `in May 1871`."""

import re

MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# No decades, ranges, choices of two, or years before our era: only one plain year.
_ONE_YEAR = r"(?:1\d\d\d|20\d\d)(?![\w’'%/–-]|[.,]\d| (?:or|to|BCE?|people|men|copies|years|km|m|miles)\b)"


def dated(group: str) -> str:
    """The pattern of a date or year, its year in the group of that name."""
    return (
        rf"(?:(?:{_DAY} (?:of )?)?{MONTH},? (?P<{group}a>{_ONE_YEAR})"
        rf"|{MONTH} {_DAY},? (?P<{group}b>{_ONE_YEAR})|(?P<{group}c>{_ONE_YEAR}))"
    )


def when(group: str) -> str:
    """The pattern of `in YEAR` or `on DATE`."""
    return rf"(?:in|on) (?:the )?{dated(group)}"


def year(found: re.Match[str], *groups: str) -> str:
    """The year that the first of these dates gives, or nothing."""
    given = (found[group + branch] for group in groups for branch in "abc")
    return next((written for written in given if written), "")
