"""Checks that the options are of one kind: unit, precision, case, length, proportion."""

from collections import Counter
from statistics import median

from quizapp.domain.item import Item
from quizapp.packs.lint.words import words
from quizapp.packs.quantity import Quantity, quantities, quantity

# A normal spread is 1.4826 times the median deviation (Leys et al. 2013); three of them is the usual bound.
_SPREADS = 3 * 1.4826


def mixed_kinds(item: Item) -> str | None:
    """Some options are numbers or dates and others are not."""
    if alike := quantities(item.options):
        return _mixed_dates(alike)
    found = [quantity(option) for option in item.options]
    telling = [q for q in found if q]
    # A single bare number among names is most often a title, such as the film 1917.
    if not telling or (len(telling) == 1 and telling[0].shape in {"number", "year"}):
        return None
    told = next(o for o, q in zip(item.options, found, strict=True) if q)
    other = next(o for o, q in zip(item.options, found, strict=True) if not q)
    return f"{told!r} is a quantity and {other!r} is none"


def mixed_units(item: Item) -> str | None:
    """Numbers of which one alone has its unit."""
    found = quantities(item.options)
    if not found or any(q.is_date for q in found):
        return None
    units = Counter(_singular(q.unit) for q in found)
    if len(units) == 1 or min(units.values()) > 1:
        return None
    return f"the options have the units {', '.join(sorted(unit or 'none' for unit in units))}"


def mixed_rounding(item: Item) -> str | None:
    """The key is rounded otherwise than the rest, and so stands out."""
    found = quantities(item.options)
    if not found or any(q.shape != "number" for q in found):
        return None
    decimals = {q.decimals for q in found}
    if len(decimals) > 1:
        return "the options have different numbers of decimals"
    key, *others = (_is_round(q) for q in found)
    if min(q.low for q in found) >= 1000 and set(others) == {not key}:
        return "the key alone is a round number" if key else "the key alone is no round number"
    return None


def mixed_case(item: Item) -> str | None:
    """Some options begin with a capital and some with a small letter."""
    small = [o for o in item.options if o[0].islower() and words(o)[0].islower()]
    capital = [o for o in item.options if o[0].isupper()]
    return f"{small[0]!r} begins small and {capital[0]!r} with a capital" if small and capital else None


def odd_word_count(item: Item) -> str | None:
    """The key has over two words fewer or more than every distractor."""
    if quantities(item.options):
        return None
    key, *others = (len(words(option)) for option in item.options)
    if all(abs(key - other) > 2 for other in others):
        return f"the key has {key} words, the distractors have {', '.join(map(str, sorted(others)))}"
    return None


def absurd_number(item: Item) -> str | None:
    """A number that nobody would choose: three spreads from the others, and out of all proportion."""
    found = quantities(item.options)
    if not found or any(q.unit != found[0].unit for q in found):
        return None
    values = [q.low for q in found]
    centre = median(values)
    spread = median(abs(value - centre) for value in values)
    for option, value in zip(item.options, values, strict=True):
        others = [other for other in values if other != value]
        if abs(value - centre) > _SPREADS * spread and _out_of_proportion(value, others, found[0]):
            return f"{option!r} lies far from the others"
    return None


def _mixed_dates(found: tuple[Quantity, ...]) -> str | None:
    shapes = sorted({q.shape for q in found})
    return f"the options are a {shapes[0]} and a {shapes[1]}" if len(shapes) > 1 else None


def _singular(unit: str) -> str:
    return unit.removesuffix("s")


def _is_round(number: Quantity) -> bool:
    return number.low % 100 == 0


def _out_of_proportion(value: float, others: list[float], like: Quantity) -> bool:
    if like.is_date:
        return min(abs(value - other) for other in others) > 372 * 50
    nearest = min(others, key=lambda other: abs(value - other))
    small, large = sorted((abs(value), abs(nearest)))
    return large > 4 * max(small, 1)
