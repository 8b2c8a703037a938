"""Values that are not entities: years, dates, numbers, quantities, texts. How they read, compare and show."""

import calendar
import re
from datetime import date
from decimal import Decimal

from quizapp.domain.text import folded
from quizapp.generation import units
from quizapp.generation.english import singular

_SHAPES = {
    "year": re.compile(r"-?\d{1,4}"),
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "number": re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?"),
    "quantity": units.QUANTITY,
    "text": re.compile(r".+"),
}


def is_well_formed(kind: str, value: str) -> bool:
    """Whether the text is a value of that kind; dates must be in the calendar, units known."""
    if not _SHAPES[kind].fullmatch(value):
        return False
    return _CHECKS[kind](value) if kind in _CHECKS else True


def shown(kind: str, value: str, unit: str = "") -> str:
    """The value as people read it: `16 October 2025`, `8 episodes`, `44 BC`, `62 metres`."""
    if kind == "year":
        return f"{value[1:].lstrip('0')} BC" if value.startswith("-") else value
    if kind == "date":
        return shown_date(value)
    if kind == "number" and unit:
        return f"{value}{_joined(unit, value)}"
    return value


def shown_date(value: str) -> str:
    """An ISO date, whole or partial, in words: `16 October 2025`, `October 2025`, `2025`."""
    year, *rest = value.split("-")
    words = [year]
    if rest:
        words.insert(0, calendar.month_name[int(rest[0])])
    if len(rest) == 2:
        words.insert(0, str(int(rest[1])))
    return " ".join(words)


def number(value: str) -> Decimal:
    """A number text as a number."""
    return Decimal(value.replace(",", ""))


def may_be_same(kind: str, one: str, other: str) -> bool:
    """Whether both can be true of one thing: equal, a date and a coarser one, or within rounding."""
    if kind in ("date", "year"):
        return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")
    if kind == "number":
        return abs(number(one) - number(other)) < max(_tolerance(one), _tolerance(other))
    if kind == "quantity":
        return _may_measure_the_same(units.quantity(one), units.quantity(other))
    # `4 May` stands in `on 4 May`, and not in `14 May`.
    a, b = f" {folded(one)} ", f" {folded(other)} "
    return a in b or b in a


def finer(kind: str, one: str, other: str) -> str:
    """Of two values that may be the same, the one that says more."""
    return max(one, other, key=lambda value: (len(value), value)) if kind == "date" else one


def step(value: str) -> Decimal:
    """The unit of the last digit that counts: 100 for 1,200, 1 for 47, 0.1 for 3.5; two always count."""
    digits = value.replace(",", "").lstrip("-")
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** max(0, min(zeros, len(digits) - 2))


def gap(kind: str, value: str) -> Decimal:
    """How far apart values must be for the rounding of this one to part them; quantities in a common unit."""
    if kind == "quantity":
        told = units.quantity(value)
        return told.of(step(told.digits))
    return step(value) if kind == "number" else Decimal(1)


def _tolerance(value: str) -> Decimal:
    # Half the last counting digit is what rounding hides; whole small counts hide nothing.
    return max(step(value) / 2, Decimal("0.0000001"))


def _may_measure_the_same(one: units.Quantity, other: units.Quantity) -> bool:
    if one.dimension != other.dimension:
        # Nothing here knows the rates of exchange.
        return one.is_money and other.is_money
    hidden = max(each.of(_tolerance(each.digits)) for each in (one, other))
    return abs(one.worth - other.worth) < hidden


def _is_in_calendar(value: str) -> bool:
    parts = [int(part) for part in value.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


_CHECKS = {"date": _is_in_calendar, "quantity": units.is_quantity}


def _joined(unit: str, value: str) -> str:
    if not unit[0].isalpha():
        return unit if unit.startswith("%") else f" {unit}"
    if number(value) == 1 and unit.endswith("s") and len(unit) > 3:
        return f" {singular(unit)}"
    return f" {unit}"
