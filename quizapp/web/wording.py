"""Numbers and times in words, for templates."""

from datetime import UTC, datetime
from typing import NamedTuple

from markupsafe import Markup


class Moment(NamedTuple):
    """A moment for the machine (`datetime` attribute) and for people, both in UTC."""

    machine: str
    shown: str


def count(number: int, noun: str = "") -> str:
    """For example "1,234", or with a noun "1,234 questions" and "1 question"."""
    if not noun:
        return f"{number:,}"
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def day_and_time(at_ms: int) -> Moment:
    """For example "Monday 23 November, 00:00 UTC"."""
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    return Moment(moment.isoformat(timespec="minutes"), f"{moment:%A} {moment.day} {moment:%B, %H:%M} UTC")


def day(at_ms: int) -> Moment:
    """For example "23 November 2026"."""
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    return Moment(moment.date().isoformat(), f"{moment.day} {moment:%B %Y}")


def day_and_month(at_ms: int) -> str:
    """For example "23 Nov"."""
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    return f"{moment.day} {moment:%b}"


def moment(at_ms: int) -> Markup:
    """The day and time as an element of a page, for machines and for people."""
    return Markup('<time datetime="{}">{}</time>').format(*day_and_time(at_ms))


def brief(at_ms: int) -> Markup:
    """The day and time in a few letters, for tables: "21 Nov 2026, 12:00", in UTC."""
    at = datetime.fromtimestamp(at_ms / 1000, UTC)
    shown = f"{at.day} {at:%b %Y, %H:%M}"
    return Markup('<time datetime="{}">{}</time>').format(at.isoformat(timespec="minutes"), shown)


def percent(share: float) -> str:
    """For example "83 %". All and nothing are said only when they are meant: neither comes by rounding."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole} %"


def seconds(milliseconds: int) -> str:
    """For example "3.2 s"."""
    return f"{milliseconds / 1000:.1f} s"
