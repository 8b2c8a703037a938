"""Values near a true one: years, dates, numbers and quantities that could be right and are not.

They keep what the truth shows (unit, sign, digits, rounding, granularity), stay in the calendar and never lie
in the future of a truth that does not.
"""

import calendar
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import accumulate

from quizapp.generation import literals, units
from quizapp.generation.seeded import fraction

Span = tuple[int | None, int | None]

_SMALL_COUNT = 20
_WHOLE = 100  # per cent
_EACH_WAY = 3
_WIDE = tuple(
    [(Decimal(share), ROUND_FLOOR) for share in ("0.25", "0.5", "0.75")]
    + [(Decimal(share), ROUND_CEILING) for share in ("1.25", "1.5", "2")]
)
_SHARES = tuple(Decimal(share) for share in ("0.1", "0.2", "0.25", "0.5"))


def near(kind: str, value: str, today: date, seed: str, span: Span = (None, None)) -> list[str]:
    """Neighbours of a value, below and above it; none for texts. Years stand closer in a known span."""
    if kind == "year":
        found = _years(value, today, seed, span)
    else:
        found = _NEIGHBOURS[kind](value, today, seed) if kind in _NEIGHBOURS else iter(())
    return list(dict.fromkeys(neighbour for neighbour in found if neighbour != value))


def wide(kind: str, value: str) -> list[str]:
    """Neighbours of a number that is itself only near the truth: a quarter away or more, and as round."""
    quantity = units.quantity(value) if kind == "quantity" else None
    written = quantity.digits if quantity else value
    truth = literals.number(written)
    if not truth:
        return []
    step = _roundness(written)
    found = [
        _written_like(written, (truth * share / step).to_integral_value(rounding) * step)
        for share, rounding in _WIDE
    ]
    sizes = [digits for digits in dict.fromkeys(found) if literals.number(digits) > 0 and digits != "1"]
    return [
        " ".join(filter(None, (each, quantity.scale, quantity.unit))) if quantity else each for each in sizes
    ]


def _roundness(written: str) -> Decimal:
    """The unit to which a number is rounded: 1,000 of 9,000, 10 of 120, 50 of 300, 0.1 of 3.5."""
    if "." in written:
        return literals.step(written)
    digits = written.replace(",", "").lstrip("-")
    zeros = len(digits) - len(digits.rstrip("0"))
    # Of 1,000 or 300 a single digit leaves too little choice.
    first = int(digits.rstrip("0") or 0)
    halves = {1: 1, 2: 5, 3: 5} if zeros else {}
    return Decimal(halves.get(first, 10)) * Decimal(10) ** (zeros - 1)


def order(kind: str, value: str) -> Decimal:
    """The number that puts values of one kind in order."""
    if kind == "date":
        year, month, day = [int(part) for part in [*value.split("-"), "1", "1"][:3]]
        return Decimal(date(year, month, day).toordinal())
    return units.quantity(value).worth if kind == "quantity" else literals.number(value)


def is_comparable(kind: str, value: str, truth: str, today: date) -> bool:
    """Whether a real value is near and alike enough to stand beside the truth: same granularity, same era."""
    distance = abs(order(kind, value) - order(kind, truth))
    if kind == "year":
        return distance <= 4 * year_gap(int(truth), today)
    if kind == "date":
        return value.count("-") == truth.count("-") and distance <= 1100
    if kind == "quantity":
        one, other = units.quantity(value), units.quantity(truth)
        if (one.scale, one.unit) != (other.scale, other.unit):
            return False
    ends = sorted((abs(order(kind, value)), abs(order(kind, truth))))
    return ends[0] > 0 and ends[1] <= 4 * ends[0] and ("." in value) == ("." in truth)


def year_gap(year: int, today: date) -> int:
    """The usual distance to a neighbour year: about a twentieth of the age, 2 to 15 years."""
    return max(2, min(15, round(abs(today.year - year) / 20)))


def _years(value: str, today: date, seed: str, span: Span) -> Iterator[str]:
    year, gap = int(value), year_gap(int(value), today)
    first, last = span
    if first is not None and year > first:
        gap = max(2, min(gap, (year - first) // 6))
    if last is not None and last > year:
        gap = max(2, min(gap, (last - year) // 6))
    century = year - year % 100
    earliest = max(century, first if first is not None and first <= year else century)
    latest = min(max(year, today.year), century + 99)
    latest = min(latest, last) if last is not None and last >= year else latest
    for sign, room in ((-1, year - earliest), (1, latest - year)):
        steps = (
            max(2, gap // 2) + int(fraction(seed, str(sign), str(place)) * gap) for place in range(_EACH_WAY)
        )
        distances = list(accumulate(steps))
        if distances[-1] > room:
            # What little room is left is parted evenly.
            distances = [room * (place + 1) // _EACH_WAY for place in range(_EACH_WAY)]
        yield from (str(year + sign * distance) for distance in distances if distance)


def _dates(value: str, today: date, seed: str) -> Iterator[str]:
    """Dates that differ in one component, the same one for all: day, month or year."""
    components = [_by_year, _by_month, _by_day][: value.count("-") + 1]
    vary = components[int(fraction(seed, "component") * len(components))]
    latest = max(value, today.isoformat()[: len(value)])
    for neighbour in vary(value, seed):
        if literals.is_well_formed("date", neighbour) and neighbour <= latest:
            yield neighbour


def _by_year(value: str, _seed: str) -> Iterator[str]:
    for distance in (-3, -2, -1, 1, 2, 3):
        yield f"{int(value[:4]) + distance:04}{value[4:]}"


def _by_month(value: str, _seed: str) -> Iterator[str]:
    month = int(value[5:7])
    for distance in (-3, -2, -1, 1, 2, 3):
        if 1 <= month + distance <= 12:
            yield f"{value[:5]}{month + distance:02}{value[7:]}"


def _by_day(value: str, seed: str) -> Iterator[str]:
    year, month, day = (int(part) for part in value.split("-"))
    last = calendar.monthrange(year, month)[1]
    for sign in (-1, 1):
        distance = 0
        for place in range(3):
            distance += 2 + int(fraction(seed, str(sign), str(place)) * 5)
            if 1 <= day + sign * distance <= last:
                yield f"{value[:8]}{day + sign * distance:02}"


def _numbers(value: str, _today: date, _seed: str) -> Iterator[str]:
    truth, step = literals.number(value), literals.step(value)
    small = step == 1 and abs(truth) <= _SMALL_COUNT and "." not in value
    distances = [Decimal(d) for d in range(1, 6)] if small else [abs(truth) * share for share in _SHARES]
    if not small:
        # Two values a whole rounding step apart differ by one digit only; a share of the truth rarely does.
        distances = [max(step, (d / step).to_integral_value() * step) for d in distances]
    around = [truth + sign * distance for distance in distances for sign in (-1, 1)]
    same_sign = [n for n in around if n * truth > 0 or (truth == 0 and n > 0)]
    # A neighbour with more digits than the truth stands out, unless the truth is a round 10, 100, 1000.
    same_length = [n for n in same_sign if small or int(abs(n)) < 10 ** len(str(int(abs(truth))))]
    for neighbour in same_length:
        yield _written_like(value, neighbour)


def _quantities(value: str, today: date, seed: str) -> Iterator[str]:
    truth = units.quantity(value)
    most = _WHOLE if truth.unit == "per cent" and literals.number(truth.digits) <= _WHOLE else None
    for digits in _numbers(truth.digits, today, seed):
        # One metre would need the singular, and stand out by it.
        if digits != "1" and (most is None or literals.number(digits) <= most):
            yield " ".join(filter(None, (digits, truth.scale, truth.unit)))


def _written_like(value: str, neighbour: Decimal) -> str:
    places = len(value.split(".")[1]) if "." in value else 0
    comma = "," if "," in value else ""
    return f"{neighbour:{comma}.{places}f}"


_NEIGHBOURS: Mapping[str, Callable[[str, date, str], Iterator[str]]] = {
    "date": _dates,
    "number": _numbers,
    "quantity": _quantities,
}
