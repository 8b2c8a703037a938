"""Options that say a number, a year, a date or a span of them: what they are worth, and how exactly."""

import re
from dataclasses import dataclass
from functools import lru_cache

_MULTIPLES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "k": 1e3,
}
_MONEY_MULTIPLES = {"m", "k"}  # "5 m" is five metres unless money stands before it
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = f"({'|'.join(_MONTHS)})"
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip

_DIGITS = r"[−-]?\d[\d, \u00a0\u202f]*(?:\.\d+)?"
_NUMBER = re.compile(rf"((?:[a-z]{{1,3}})?[$£€¥₩₹]|[~≈<>±]?)({_DIGITS})(?:\s?([^\d\s][^\d]*))?")
_SPAN = re.compile(rf"(?:from |between )?({_DIGITS})(?:\s?[–-]\s?| to | and )({_DIGITS})(?:\s([^\d]+))?")
_ABOUT = re.compile(r"^(?:about|around|roughly|nearly|almost|over|under|up to|(?:more|less|fewer) than) ")
_TITLE_WORD = re.compile(r"[A-Z][a-z]")
_CAPITAL_UNIT = re.compile(r"degrees (?:Celsius|Fahrenheit)$|(?<=[\dn] )[A-Z][a-z]+(?= [a-z]+$)")
_NUMBERS_IN = re.compile(rf"\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_WORD_NUMBER = re.compile(rf"({'|'.join(_WORDS)})(?: ([^\d]+))?")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_DECADE = re.compile(r"(?:the )?((?:1[0-9]|20)\d0)['’]?s")
_CENTURY = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th) century")
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_DAY_FIRST = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?{_MONTH}(?:,? (\d{{4}}))?")
_MONTH_FIRST = re.compile(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?")

_DAYS = 372  # a year of twelve months of 31 days: dates need an order and a length, not a calendar


@dataclass(frozen=True, slots=True)
class Quantity:
    """From `low` up to `high`, in the unit; `shape` says how exactly ("number", "year", "day month", ...)."""

    low: float
    high: float
    shape: str
    unit: str = ""
    decimals: int = 0

    @property
    def is_date(self) -> bool:
        """Whether it says when."""
        return self.shape not in {"number", "span"}

    def overlaps(self, other: "Quantity") -> bool:
        """Whether a value could lie in both."""
        if self.is_date != other.is_date or self.unit != other.unit:
            return False
        return self.low == other.low or (self.low < other.high and other.low < self.high)


@lru_cache(maxsize=16384)
def quantity(option: str) -> Quantity | None:
    """What the option says when all of it is a number with its unit, a date or a span; else None."""
    text = " ".join(option.lower().split())
    if date := _date(text):
        return date
    # A number before words in capitals begins a title: Twelve Angry Men.
    is_title = any(_TITLE_WORD.match(word) for word in _CAPITAL_UNIT.sub("", option).split()[1:])
    text = _ABOUT.sub("", text)
    return None if is_title else _span(text) or _number(text)


def quantities(options: tuple[str, ...]) -> tuple[Quantity, ...] | None:
    """What the options say, if every one is a quantity."""
    found = tuple(filter(None, map(quantity, options)))
    if len(found) != len(options):
        return None
    # Where one bare number is no year, the others are no years either.
    are_numbers = {"number"} < {q.shape for q in found} <= {"number", "year"}
    return tuple(_as_number(q) for q in found) if are_numbers else found


def numbers_in(text: str) -> set[float]:
    """Every number that the text says, in digits or in words up to twenty."""
    found = (match[0].lower().rstrip(",") for match in _NUMBERS_IN.finditer(text))
    return {float(_WORDS.index(word)) if word in _WORDS else _value(word) for word in found}


def _date(text: str) -> Quantity | None:
    if match := _DECADE.fullmatch(text):
        return _years(int(match[1]), 10, "decade")
    if match := _CENTURY.fullmatch(text):
        return _years(int(match[1]) * 100 - 100, 100, "century")
    if _YEAR.fullmatch(text):
        return _years(int(text), 1, "year")
    if match := _ISO.fullmatch(text):
        return _day(match[3], int(match[2]), match[1])
    if match := _DAY_FIRST.fullmatch(text):
        return _day(match[1], _MONTHS.index(match[2]) + 1, match[3])
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(match[2], _MONTHS.index(match[1]) + 1, match[3])
    return None


def _as_number(told: Quantity) -> Quantity:
    if told.shape == "number":
        return told
    return Quantity(told.low / _DAYS, told.low / _DAYS, "number")


def _years(first: int, count: int, shape: str) -> Quantity:
    return Quantity(first * _DAYS, (first + count) * _DAYS, shape)


def _day(day: str | None, month: int, year: str | None) -> Quantity:
    low = int(year or 0) * _DAYS + (month - 1) * 31 + int(day or 1) - 1
    shape = " ".join(name for name, part in (("day", day), ("month", "x"), ("year", year)) if part)
    # Without a year it returns every year, so it is compared in a calendar of its own.
    return Quantity(low, low + (1 if day else 31), shape, "" if year else "of any year")


def _span(text: str) -> Quantity | None:
    match = _SPAN.fullmatch(text)
    if not match:
        return None
    low, high = sorted((_value(match[1]), _value(match[2])))
    if all(_YEAR.fullmatch(end.strip()) for end in match.group(1, 2)) and not match[3]:
        return Quantity(low * _DAYS, (high + 1) * _DAYS, "years")
    return Quantity(low, high, "span", match[3] or "")


def _number(text: str) -> Quantity | None:
    if match := _WORD_NUMBER.fullmatch(text):
        value = float(_WORDS.index(match[1]))
        return Quantity(value, value, "number", match[2] or "")
    if not (match := _NUMBER.fullmatch(text)):
        return None
    before, digits, after = match[1], match[2], (match[3] or "").strip()
    first, _, rest = after.partition(" ")
    first = "th" if first in {"st", "nd", "rd"} else first
    counts = first in _MULTIPLES and (first not in _MONEY_MULTIPLES or before)
    value = _value(digits) * (_MULTIPLES[first] if counts else 1)
    decimals = len(digits.partition(".")[2])
    return Quantity(value, value, "number", " ".join(filter(None, (before, first, rest))), decimals)


def _value(digits: str) -> float:
    return float(re.sub(r"[,\s]", "", digits).replace("−", "-"))
