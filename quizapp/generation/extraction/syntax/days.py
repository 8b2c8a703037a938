"""Days of events and first showings, and how long a work was in the making, read off the parse."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.channels import CHANNELS
from quizapp.generation.extraction.days import DAYS, GATHERINGS, MONTH
from quizapp.generation.extraction.numerals import IN_WORDS, in_digits
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.proper import run, text_of
from quizapp.generation.extraction.syntax.seen import Seen
from quizapp.generation.extraction.syntax.titles import is_work_noun
from quizapp.generation.extraction.syntax.verbs import verb_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = re.compile(MONTH)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_DASHES = "–-—"
_MAKINGS = vocabulary("making development")
_PROJECTS = vocabulary("collaboration novel game")


def gatherings(seen: Seen) -> Iterator[Candidate]:
    """`the 30th Harbour Film Festival (May 3–9)`: on which day it begins and ends."""
    words = seen.tree.words
    for bracket in words[2:] if "(" in seen.line.text else ():
        head = words[bracket.i - 1]
        if bracket.text != "(" or head.text not in GATHERINGS.split("|"):
            continue
        name, closes = _edition(seen, head), next((w for w in words[bracket.i :] if w.text == ")"), None)
        span = _span(words[bracket.i + 1 : closes.i]) if name and closes is not None else None
        if name and span and seen.line.is_stated(head.idx):
            event = Mention(name, EntityType.EVENT, "", takes_the=True)
            yield seen.candidate(event, "began_on_day", span[0], DAYS)
            yield seen.candidate(event, "ended_on_day", span[1], DAYS)


def premieres(seen: Seen) -> Iterator[Candidate]:
    """`The series premieres on Netflix on October 16`: the day from which it is streamed."""
    for verb in seen.tree.words:
        if verb.pos_ != "VERB" or verb_lemma(verb) not in ("premiere", "debut") or not seen.is_said(verb):
            continue
        subject = next(iter(seen.tree.of(verb, "nsubj")), None)
        work = seen.work(subject) if subject is not None else None
        places = [b for b in seen.tree.of(verb, "obl") if preposition_of(seen.tree, b) == "on"]
        days = [day for place in places if (day := _day(seen, place))]
        channels = [place for place in places if not _day(seen, place)]
        if work is None or work != seen.main or len(days) != 1 or len(channels) != 1:
            continue
        found = run(seen.tree, channels[0])
        if found and CHANNELS.get(text_of(seen.tree, found)) == "streaming service":
            yield seen.candidate(work, "streamed_from_day", days[0], DAYS)


def in_the_making(seen: Seen) -> Iterator[Candidate]:
    """`a collaboration ten years in the making`: how long the main work was in development."""
    for word in seen.tree.words if "ears" in seen.line.text else ():
        if word.lower_ not in ("years", "year") or seen.main is None or not seen.line.is_plain(word.idx):
            continue
        number = next((w.lower_ for w in seen.tree.of(word, "nummod")), "")
        if number and _is_making(seen, word) and _is_of_a_work(seen) and seen.scene.is_of_main(seen.line):
            years = number if number.isdigit() else in_digits(number) if _is_number(number) else ""
            if years:
                yield seen.candidate(seen.main, "years_in_development", years, DAYS)


def _is_number(word: str) -> bool:
    return bool(re.fullmatch(IN_WORDS, word))


def _is_making(seen: Seen, years: "Token") -> bool:
    """Whether the years are those of making: `in the making`, `of development`, `in development for`."""
    below = [*seen.tree.of(years, "nmod", "obl"), *seen.tree.of(years.head, "nmod", "obl")]
    opens = {"in", "of"}
    if any(b.lower_ in _MAKINGS and preposition_of(seen.tree, b) in opens for b in below):
        return True
    is_span = preposition_of(seen.tree, years) == "for"
    return is_span and years.head.lower_ in _MAKINGS and seen.is_said(years.head)


def _is_of_a_work(seen: Seen) -> bool:
    """Whether the sentence speaks of a work or what becomes one."""
    words = seen.tree.words
    return any(is_work_noun(word) or word.lower_ in _PROJECTS for word in words)


def _edition(seen: Seen, head: "Token") -> str | None:
    """The name of one of a row of gatherings: `30th Harbour Film Festival`."""
    found = run(seen.tree, head)
    if not found:
        return None
    first = found[0]
    while first and (seen.tree.words[first - 1].lower_ in ("of", "the") or _is_capital(seen, first - 1)):
        first -= 1
    numbered = [word for word in seen.tree.words[max(0, first - 1) : head.i] if _ORDINAL.fullmatch(word.text)]
    return seen.tree.text[numbered[0].idx : head.idx + len(head)] if numbered else None


def _is_capital(seen: Seen, place: int) -> bool:
    return seen.tree.words[place].text[:1].isupper()


def _span(inside: list["Token"]) -> tuple[str, str] | None:
    """The first and the last day that a bracket tells: `May 3–9`, `3–9 May`, `May 30 – June 2`."""
    months = [word.text for word in inside if _MONTH.fullmatch(word.text)]
    days = [str(int(word.text)) for word in inside if word.text.isdigit() and len(word.text) < 3]
    others = [w for w in inside if not (_MONTH.fullmatch(w.text) or w.text.isdigit() or w.text in _DASHES)]
    if len(days) != 2 or not 1 <= len(months) <= 2 or others:
        return None
    return f"{days[0]} {months[0]}", f"{days[1]} {months[-1]}"


def _day(seen: Seen, place: "Token") -> str | None:
    """The day that a phrase gives without a year: `October 16`, `16 October`."""
    first, last = seen.tree.left_edge(place), seen.tree.right_edge(place)
    words = seen.tree.words[first : last + 1]
    months = [word.text for word in words if _MONTH.fullmatch(word.text)]
    numbers = [word.text for word in words if word.text.isdigit()]
    is_day = len(months) == 1 and len(numbers) == 1 and len(numbers[0]) < 3
    return f"{int(numbers[0])} {months[0]}" if is_day else None
