"""The amount an option stands for, where the whole option is a number (with a unit) or a date."""

import re
from datetime import date

_NUMBER = re.compile(
    r"(?P<sign>[−-]?)[^\d\w]{0,2}(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)(?:\s?(?P<unit>[^\d\s][^\d]*))?"
)
_DATE = re.compile(r"(?:(?P<day>[0-9]{1,2}) )?(?P<month>[A-Z][a-z]+)(?: (?P<year>[1-9][0-9]{3}))?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# A leap year, so that 29 February without a year still has its place.
_ANY_YEAR = 2000


def amount(option: str) -> float | None:
    """A number to sort by: the number itself, or for a date its day count; None for any other text."""
    if (match := _DATE.fullmatch(option)) and match["month"] in _MONTHS:
        month = _MONTHS.index(match["month"]) + 1
        first = date(int(match["year"] or _ANY_YEAR), month, 1)
        return float(first.toordinal() + int(match["day"] or 1))
    if match := _NUMBER.fullmatch(option):
        first_word = (match["unit"] or "").partition(" ")[0]
        size = float(match["digits"].replace(",", "")) * _SCALES.get(first_word, 1)
        return -size if match["sign"] else size
    return None
