"""Years, dates, numbers and quantities as running English writes them, with the places where they stand.

Only what a text writes out is read: no sums, no decades, no spans of years, no names with a number in them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.generation import scopes, units
from quizapp.generation.extraction.numerals import IN_WORDS, in_digits, written
from quizapp.generation.literals import is_well_formed
from quizapp.generation.units import SCALES
from quizapp.packs.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Value:
    """A literal in a text: `text[start:end]` writes it, `content` is its form in a fact.

    `kind` is "year", "date" (content 1927-01-10, or 1927-01), "number" (content 240, `noun` what is counted,
    as written behind it) or "quantity" (content "62 metres"). `exact` is false for "about 400", "some fifty",
    "more than 90", ranges and rates; `about` is true where it is so near the truth as "about 400" and "some
    fifty" say, so that it may be asked about how many. A date is also found as the year in it, over the same
    place.
    """

    kind: str
    start: int
    end: int
    content: str
    noun: str = ""
    exact: bool = True
    about: bool = False

    @property
    def is_said(self) -> bool:
        """Whether it may be asked for, exactly or about."""
        return self.exact or self.about

    def scoped(self, scope: str = "") -> str:
        """The scope of a fact with this value: it says so where the value is only near the truth."""
        return scopes.nearly(scope) if self.about else scope


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d\d\d|20\d\d)"
_A_YEAR = re.compile(_YEAR)
_ENDS = r"(?![’']?s\b|,\d)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,9})?"
_SCALE = rf"(?:[ -](?P<scale>{'|'.join(SCALES)})\b)?"
_WAYS = (
    rf"(?P<iso>{_YEAR}-[01]\d-[0-3]\d)",
    rf"(?:(?P<day>{_DAY})(?: of)? )?(?P<month>{_MONTH})(?:,? | of )(?P<year>{_YEAR}){_ENDS}",
    rf"(?P<month2>{_MONTH}) (?:the )?(?P<day2>{_DAY}),? (?P<year2>{_YEAR}){_ENDS}",
    rf"(?P<day3>{_DAY})(?: of)? {_MONTH}|{_MONTH} {_DAY}",
    # Spans, scores, decades, ordinals, dotted and clock times say no value.
    r"(?P<other>\d{1,4}\s?[–—/-]\s?\d{1,4}(?:[–—/-]\d+)?|\d+[’']?s|\d+(?:st|nd|rd|th)|\d+(?:\.\d+){2,}"
    r"|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m|\d+:\d+)",
    r"(?:AD|A\.D\.) (?P<ad>\d{1,4})|(?P<bc>\d{1,4}) (?:BCE?\b|B\.C\.)|(?P<ce>\d{1,4}) (?:AD|CE)",
    rf"(?:[A-Z]{{1,3}})?(?P<sign>[$£€¥]) ?(?P<money>{_DIGITS})"
    rf"(?: ?(?P<letter>bn|b|m)\b|[ -](?P<millions>{'|'.join(SCALES)})\b)?",
    rf"(?:(?P<digits>{_DIGITS})|(?P<words>{IN_WORDS})){_SCALE}"
    rf"(?:(?P<join>[ -]?)(?P<unit>{units.WRITTEN})(?![\w²³]))?",
)
_VALUE = re.compile(rf"(?<![\w/:.,–+#₹₩-])(?:{'|'.join(_WAYS)})(?![\w²³])")
_LETTERS = {"m": "million", "b": "billion", "bn": "billion"}

_ABOUT = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|over|under|below|above|roughly|approximately|approx\.|circa|ca?\.|"
    r"perhaps|maybe|possibly|probably|estimated(?: at)?|averag\w+(?: of)?|than|at least|at most|up to|"
    r"as \w+ as|close to|near|short of|upwards? of|excess of|(?:min|max)imum of|further|additional|another|"
    r"other|extra|every|each|within|minus|first|last|next|top|any|between|be)|[~≈<>±])[  ]$",
    re.IGNORECASE,
)
# So a text says that the truth is near, and nothing else.
ABOUT = r"(?:about|around|some|nearly|almost|roughly|approximately|circa)"
_NEARLY = re.compile(rf"\b{ABOUT}[  ]$", re.IGNORECASE)
_ONE = rf"(?:\d[\d,.]*|(?i:{IN_WORDS})|{_MONTH})(?: (?:{'|'.join(SCALES)}))?(?:st|nd|rd|th)?"
_RANGE_BEFORE = re.compile(
    rf"(?:{_ONE} (?:to|or|until|till|through|by|x|×)|\b{_YEAR} and|\bbetween \S+(?: \S+){{0,2}} and"
    rf"|\b{_DAY} and|{_MONTH} and) $"
)
_RANGE_AFTER = re.compile(
    rf" (?:(?:to|or|until|till|through|by|x|×) {_ONE}|and (?:{_DAY} )?(?:{_MONTH} )?{_YEAR}\b)|, {_YEAR}\b"
    r"|\+|[ -]odd\b| or (?:so|more|less|fewer)\b| plus\b| approximately\b| per\b"
)
_FRACTION = re.compile(r"[ -](?:and a (?:half|quarter)|(?:third|quarter|fifth|sixth|eighth|tenth)s?\b|dozen)")
_REST = re.compile(r" \d| (?:per|an?|each|every) ")
_ENDS_NO_YEAR = re.compile(r"[’']?s\b|%| of\b| (?:and a half|hundred)")
_OF_KIND = re.compile(r" of (?!the\b|this\b|his\b|her\b|its\b|their\b)[a-z][\w-]*")
_RATE = re.compile(r" (?:per|an?|each|every) ")
_JOINED = re.compile(r" |,? and |, ")
_NAMED_BY_NUMBER = re.compile(
    r"(?:\b(?!(?:A|An|One|Between|In|By|At|On|Of|To|For|With|From|All|Its|The|These|Those|His|Her|Their|Our|My|And|But|Only|Has|"
    r"Some|About|Around|Over|Nearly|Almost|Up|Than|Since|After|Before|Until|During|When|Of|As|Another|Exactly|"
    r"AD|Early|Late|Spring|Summer|Autumn|Winter|Christmas|Easter)\b)[A-Z][\w.’'-]*(?<![’']s)"
    r"|\b(?:[Nn]os?\.|numbers?|chapters?|pages?|room|phase|type|version|route|volume|grade|level|channel|season|"
    r"episode|part|act|scene|article|section|class|mark|aged)"
    r"(?<!atomic number)) $"
)
_YEAR_BEFORE = re.compile(
    r"(?:^|[(,;—–“]\s?|\b(?:in|since|during|until|till|before|after|year|late|early|mid|summer|spring|autumn|"
    r"winter|circa|c\.|around|about|by|of|from|to|and|or|the|an?|its|his|her|their|[Ii]n|[Ss]ince|On|By|The|"
    r"Early|Late|Until|Before|After|During|From|Spring|Summer|Autumn|Winter|Christmas|Easter) )$"
)
_SURE_YEAR_BEFORE = re.compile(r"(?:^|\b(?:in|since|during|until|before|after|year|the|[Ii]n|Since|The) )$")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:“\"(]\s?)$")

_WORD = re.compile(r" ([A-Za-zÀ-ÿ][\w’'-]*)")
_NOUN_ENDS = vocabulary(
    "a an the and or but nor of in on at by for with from to as than per which who that whose when where "
    "while is are was were be been has have had will would can could may might must it he she they this "
    "these those after before during since until under over into"
)
_PLURALS = vocabulary(
    "men women children people feet teeth mice geese oxen sheep fish species series aircraft deer staff "
    "personnel cattle spacecraft postmen firemen policemen fishermen craftsmen seamen horsemen"
)
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|[’']s)$")
_WHOLES = vocabulary("species kinds types sorts breeds varieties pairs pieces works members")
_HYPHENED = re.compile(r"-([a-z]+)")
_NOUN_WORDS = 4


# What may stand before the day on which something was: `shortly after midnight on 2 May 1902`.
HOURS = "(?:midnight|midday|noon|dawn|dusk|sunrise|sunset|morning|afternoon|evening|night)"


# Both readings, and the rules of each, ask for the literals of the sentence that they are at.
@lru_cache(maxsize=64)
def values(text: str) -> tuple[Value, ...]:
    """The literals in a sentence, in order of their places."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Value]:
    held: Value | None = None
    for value in (value for found in _VALUE.finditer(text) for value in _read(text, found)):
        if held and _are_one(text, held, value):
            held, value = (replace(each, exact=False, about=False) for each in (held, value))
        if held:
            yield held
        held = value
    if held:
        yield held


def _are_one(text: str, one: Value, other: Value) -> bool:
    """Whether two quantities are parts of one: five feet ten inches."""
    if (
        one.kind != "quantity"
        or other.kind != "quantity"
        or not _JOINED.fullmatch(text, one.end, other.start)
    ):
        return False
    first, second = (units.quantity(value.content) for value in (one, other))
    return first.unit != second.unit and first.dimension == second.dimension


def _read(text: str, found: re.Match[str]) -> Iterator[Value]:
    if found["other"] or found["day3"]:
        return
    if found["iso"] or found["year"] or found["year2"]:
        yield from _date(text, found)
    elif found["ad"] or found["ce"] or found["bc"]:
        content = found["ad"] or found["ce"] or f"-{found['bc']}"
        yield _value(text, "year", found, found.end(), content.lstrip("0"))
    elif found["sign"]:
        number = written(found["money"])
        scale = found["millions"] or _LETTERS.get(found["letter"] or "", "")
        content = " ".join(filter(None, (number, scale, units.SIGNS[found["sign"]])))
        yield _value(text, "quantity", found, found.end(), content)
    elif found["digits"] or found["words"]:
        yield from _amount(text, found)


def _date(text: str, found: re.Match[str]) -> Iterator[Value]:
    if found["iso"]:
        content = found["iso"]
    else:
        year = found["year"] or found["year2"]
        month = _MONTHS.index((found["month"] or found["month2"])[:3]) + 1
        day = (found["day"] or found["day2"] or "").rstrip("stndrh")
        content = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
    if is_well_formed("date", content):
        yield _value(text, "date", found, found.end(), content)
        yield _value(text, "year", found, found.end(), content[:4])


def _amount(text: str, found: re.Match[str]) -> Iterator[Value]:
    """A year, a number or a quantity, whichever the words around the number make it."""
    unit, end = found["unit"] or "", found.end()
    if unit and not _is_unit(found, unit):
        unit, end = "", found.start("join")
    if _FRACTION.match(text, end) or _is_name(text, found, end):
        return
    if unit:
        size = written(found["digits"] or in_digits(found["words"]))
        content = " ".join(filter(None, (size, found["scale"], units.unit(unit))))
        if content.startswith("1 ") and not found["scale"]:
            return  # facts keep units in the plural
        yield _value(text, "quantity", found, end, content)
        return
    noun = _noun(text, end)
    if _A_YEAR.fullmatch(text, found.start(), end):
        if _is_year(text, found.start(), end, noun):
            yield _value(text, "year", found, end, found["digits"])
            return
        if not noun or _YEAR_BEFORE.search(text, max(0, found.start() - 12), found.start()):
            return
    content = written(found["digits"] or in_digits(found["words"]), found["scale"] or "")
    number = _value(text, "number", found, end, content)
    is_rate = bool(_RATE.match(text, end + 1 + len(noun))) if noun else False
    exact, about = number.exact and not is_rate, number.about and not is_rate
    yield replace(number, noun=noun, exact=exact, about=about)


def _is_unit(found: re.Match[str], unit: str) -> bool:
    """Whether the letters after a number are its unit: no abbreviation after words, no lone singular."""
    if units.is_short(unit):
        return bool(found["digits"]) and found["join"] != "-"
    if not found["join"]:
        return False
    return found["join"] == "-" or not units.is_singular(unit) or found["digits"] == "1" or unit == "foot"


def _is_name(text: str, found: re.Match[str], end: int) -> bool:
    """Whether the number is part of a name: Apollo 11, Twelve Angry Men."""
    start = found.start()
    if _NAMED_BY_NUMBER.search(text, max(0, start - 30), start):
        return True
    if found["words"] and found["words"][0].isupper():
        opens = _SENTENCE_STARTS.search(text, max(0, start - 2), start)
        return not opens or text[end + 1 : end + 2].isupper()
    return False


def _is_year(text: str, start: int, end: int, noun: str) -> bool:
    if text[end : end + 1] == "-" or _ENDS_NO_YEAR.match(text, end):
        return False
    pattern = _SURE_YEAR_BEFORE if noun else _YEAR_BEFORE
    return bool(pattern.search(text, max(0, start - 12), start))


def _noun(text: str, end: int) -> str:
    """The counted noun with the adjectives before it: `steel arches`; nothing where none is in sight."""
    if seat := _HYPHENED.match(text, end):
        return seat[1]
    last, at = end, end
    for _ in range(_NOUN_WORDS):
        word = _WORD.match(text, at)
        if word is None or word[1] in _NOUN_ENDS:
            break
        at = word.end()
        if word[1].lower() in _PLURALS or (word[1].endswith("s") and not _NO_PLURAL.search(word[1])):
            last = at
        elif last > end:
            break
    noun = text[end + 1 : last]
    if noun.split(" ")[-1] in _WHOLES and (of := _OF_KIND.match(text, last)):
        return noun + of[0]
    return noun


def _value(text: str, kind: str, found: re.Match[str], end: int, content: str) -> Value:
    start = found.start()
    is_hedged = bool(_ABOUT.search(text, max(0, start - 20), start))
    is_part = (
        _RANGE_BEFORE.search(text, max(0, start - 40), start)
        or (_RANGE_AFTER.match(text, end) and not (kind in ("year", "date") and text.startswith(" by ", end)))
        or (kind == "quantity" and _REST.match(text, end))
    )
    nearly = _NEARLY.search(text, max(0, start - 20), start) if kind in ("number", "quantity") else None
    about = nearly and not is_part and not _ABOUT.search(text, max(0, nearly.start() - 20), nearly.start())
    return Value(
        kind, start, end, content, exact=not is_hedged and not is_part, about=is_hedged and bool(about)
    )
