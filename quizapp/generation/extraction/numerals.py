"""Numbers in words: thirteen, twenty-one, two hundred and fifty. `one` alone is mostly a pronoun and left."""

import re
from decimal import Decimal

from quizapp.generation.units import SCALES

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, 2)
}

_ONES = "|".join(_SMALL[1:10])
_SMALLS = "|".join(sorted(_SMALL[1:], key=len, reverse=True))
_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONES})\b)?|{_SMALLS})"
_UNDER_1000 = rf"(?:(?:{_ONES}|a) hundred\b(?: and {_UNDER_100}\b)?|{_UNDER_100})"
# A capital stands at the beginning of a sentence only, which the reader of values sees to.
IN_WORDS = rf"(?!(?:one|One)\b(?! (?:hundred|thousand|million|billion)\b))(?i:{_UNDER_1000})\b"


def written(digits: str, scale: str = "") -> str:
    """A number as facts keep it: `2,318`, `4,500,000` for 4.5 million."""
    number = Decimal(digits.replace(",", "")) * SCALES.get(scale, 1)
    if number == number.to_integral_value():
        return f"{int(number):,}"
    places = -int(number.as_tuple().exponent)
    return f"{number:,.{places}f}"


def in_digits(words: str) -> str:
    """A number in words, in digits."""
    total = 0
    for word in re.split(r"[- ]", words.lower()):
        if word == "hundred":
            total = max(1, total) * 100
        elif word not in ("and", "a"):
            total += _WORTH[word]
    return str(total)
