"""Where names stand in a sentence: runs of capitalised words, with the small words inside them.

Only the sentence is known here; which runs are names, the whole document decides (see `census`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.generation.extraction.classes import known, nouns, words
from quizapp.generation.extraction.names import LETTERS_BEHIND, UPPER

_CAPITALISED = re.compile(
    r"(?<![\w’'])(?:(?:St|Mt|Jr|Sr|Dr|Mrs?|Ms|Prof|Rev|Capt|Col|Gen|Lt|Sgt|Sen|Gov|Rep|Hon|Ltd|Inc|Co|Corp|Bros)\."
    rf"(?!\w)|(?:[{UPPER}]\.)+(?!\w)"
    rf"|(?:[dlDLO]['’]|al-|el-|Mc|Mac)?[{UPPER}][\w]*(?:[-–][\w]+)*(?:['’](?!s?\b)[\w]+)*)"
)
_QUOTED = re.compile(rf"(?<!\w)[“\"‘']([{UPPER}\d][^“”\"\n]{{0,70}}?)[,.!?]?[”\"’'](?!\w)")
_NUMBER = re.compile(
    r" (?:\d{1,3}[A-Z]{0,3}|[IVX]{1,5})"
    r"(?![\w%’'–-]|[.,:]\d|\.\w| (?:years|days|people|men|percent|million|km))"
)
SHIP = re.compile(r"(?:HMS|USS|SS|RMS|MV|MS|HMCS|HMAS) ")
_SMALL_NOUN = re.compile(r" ([a-z]+)(?![\w-]| [a-z]*(?:er|or)s?\b)")
_YEAR = re.compile(r"\b\d{4} $")
_THE = re.compile(r"\b[Tt]he (?P<year>\d{4} )?$")
# Behind a small noun that ends a name; in `the Halden explosion memorial` another follows.
_NAME_ENDS = re.compile(
    r"$|[.,;:)?!—–]|['’]s? | (?:of|in|on|at|and|or|but|for|with|from|by|to|as|near|under|over|into|who|which"
    r"|that|when|where|while|after|before|until|during|since|because|is|was|were|has|had|also|[a-z]+ed|left|began"
    r"|broke|struck"
    r"|took|killed|cost|led|set|sailed|came|gave|made|went|became|brought|lost|ran|found|spent|saw)\b"
)
_OWNS = re.compile("['’]s? ")
_THE_TITLE = re.compile(r"[a-z,] The $")
_LETTERS = re.compile(LETTERS_BEHIND)
_WORD = re.compile(r"[^\W\d_]")
_AFTER_STOP = re.compile(r"[:;?!.]\s*[“\"‘'(]*$|[“\"‘]$")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of capitalised words in a sentence: `text[start:end]`.

    `opening`: it stands where any word would have a capital; `the`: "the" stands before it; `quoted`: it is
    in quotation marks; `titles`: the titles before it ("Dr", "President"), cut off.
    """

    start: int
    end: int
    name: str
    opening: bool = False
    the: bool = False
    quoted: bool = False
    titles: tuple[str, ...] = ()


def spans(text: str, titles: Sequence[str] = ()) -> list[Span]:
    """The runs in a sentence, in order; what has the form of a title in quotation marks is one run.

    So is each of the titles known to the document, whatever small words it has inside.
    """
    quoted = (found for found in _QUOTED.finditer(text) if _is_title(found[1]) or found[1] in titles)
    whole = [_in_quotes(found) for found in quoted]
    whole += [span for title in titles for span in _entire(text, title)]
    runs = [run for run in _runs(text) if not any(q.start <= run.start < q.end for q in whole)]
    runs = _with_owners(text, runs)
    return sorted([*whole, *runs], key=lambda span: span.start)


def _entire(text: str, title: str) -> Iterator[Span]:
    """Where a title stands as a whole."""
    for found in re.finditer(rf"(?<![\w’'“\"‘]){re.escape(title)}(?![\w’'-])", text):
        the = title.startswith("The ")
        start = found.start() + 4 * the
        yield Span(
            start, found.end(), text[start : found.end()], _opens(text, found.start()) and not the, the
        )


def _with_owners(text: str, runs: list[Span]) -> list[Span]:
    """The runs with those joined that a title has in it: `her opera The Miller’s Clock`."""
    joined: list[Span] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and _OWNS.fullmatch(text, last.end, run.start) and _THE_TITLE.search(text, 0, last.start):
            joined[-1] = replace(last, end=run.end, name=text[last.start : run.end])
        else:
            joined.append(run)
    return joined


def _in_quotes(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end(), found[1].strip(" ,"), quoted=True)


def _is_title(text: str) -> bool:
    """Whether all longer words have a capital, and there are at most eight."""
    said = text.split()
    longer = [word for word in said if len(word) > 4 and word.isalpha()]
    return len(said) <= 8 and all(word[0].isupper() for word in longer)


def _runs(text: str) -> Iterator[Span]:
    run: list[re.Match[str]] = []
    for token in _CAPITALISED.finditer(text):
        if run and not _joins(text, run, token):
            yield from _cut(text, run)
            run = []
        run.append(token)
    yield from _cut(text, run)


def _joins(text: str, run: list[re.Match[str]], token: re.Match[str]) -> bool:
    gap = text[run[-1].end() : token.start()]
    last = run[-1][0]
    if gap in (" ", " & ") or re.fullmatch(r" [“\"‘'(]|[”\"’')] ", gap):
        return gap in (" ", " & ") or _is_nickname(text, run, token, gap)
    between = gap.split()
    if not gap.startswith(" ") or not gap.endswith(" ") or len(between) > 3:
        return gap in ("’s ", "'s ") and _owns(text, run, token)
    if between in (["of"], ["of", "the"]):
        of_a_person = between == ["of"] and _is_first_name(run)
        return _heads(run, last) or _opens_title(text, run) or of_a_person
    if between in (["for"], ["for", "the"]):
        return last in words("words", "organisation_last") or last in words("words", "heads_with_for")
    if between == ["the"]:
        return len(run) == 1 and _is_given(last) and token[0] in words("words", "epithets")
    if between == ["in"]:
        return last in ("Prize", "Award", "Medal") and token[0] in words("words", "fields")
    if between == ["and"]:
        inside = text[run[0].start() : run[-1].end()]
        return bool(re.search(r" (?:of|for) ", inside)) and token[0] in words("words", "fields")
    return bool(between) and all(word in words("words", "links") for word in between)


def _heads(run: list[re.Match[str]], last: str) -> bool:
    """Whether "of" after that word goes on with the name: `University of`, `Battle of`, not `Benoit of`."""
    if last in words("words", "heads") or last.casefold() in nouns():
        return len(run) == 1 or not _is_given(run[0][0])
    return len(run) == 1 and last.endswith("s") and last.casefold().removesuffix("s") in nouns()


def _opens_title(text: str, run: list[re.Match[str]]) -> bool:
    """Whether the run begins with an article in capitals inside a sentence: `painted The Burning of Ost`."""
    return run[0][0] == "The" and len(run) > 1 and not _opens(text, run[0].start())


def _is_first_name(run: list[re.Match[str]]) -> bool:
    """Whether a run is one first name, with titles or without: `Eleanor of`, `King Alfred of`."""
    titles = words("words", "drops") | words("words", "royal")
    return _is_given(run[-1][0]) and all(each[0] in titles for each in run[:-1])


def _is_given(word: str) -> bool:
    return word in words("given", "male") or word in words("given", "female")


def _owns(text: str, run: list[re.Match[str]], token: re.Match[str]) -> bool:
    """Whether "X's Y" is one name: `St Paul's Cathedral`, `Halley's Comet`."""
    owner = text[run[0].start() : run[-1].end()]
    if owner in known() or text[token.end() :].startswith(" of ") or token[0].casefold() not in nouns():
        return False
    return run[0][0] in ("St", "St.", "Saint", "King", "Queen", "All", "Lord") or (
        len(run) == 1
        and nouns()[token[0].casefold()] in ("thing", "place")
        and run[0][0].casefold() not in words("words", "openers")
    )


def _is_nickname(text: str, run: list[re.Match[str]], token: re.Match[str], gap: str) -> bool:
    if gap[0] == " ":
        return bool(re.match(rf"[”\"’')] [{UPPER}]\w", text[token.end() :])) and len(token[0]) > 1
    return len(run) > 1


def _opens(text: str, at: int) -> bool:
    return not _WORD.search(text, 0, at) or bool(_AFTER_STOP.search(text[max(0, at - 6) : at]))


def _cut(text: str, run: list[re.Match[str]]) -> Iterator[Span]:
    """The name in a run: without openers, peoples and months before it, and titles set apart."""
    the = False
    opening = bool(run) and _opens(text, run[0].start())
    titles: list[str] = []
    dropped = False
    while run:
        word = run[0][0]
        if word.casefold() in words("words", "openers") and (opening or word in ("The", "A", "An")):
            the = word == "The"
        elif word in words("words", "drops") and len(run) > 1 and _titles_here(text, run):
            titles.append(word)
        elif _is_dropped(run):
            pass
        else:
            break
        run = run[1:]
        opening, dropped = False, True
    while run and len(run) > 1 and run[-1][0] in words("words", "calendar"):
        run = run[:-1]
    while len(run) > 2 and _LETTERS.fullmatch(run[-1][0]):
        run = run[:-1]
    if not run:
        return
    start, end = run[0].start(), run[-1].end()
    number = _NUMBER.match(text, end)
    if number and not re.search(
        r"\b(?:in|at|from|to|on|In|At|On|of|and|by|age[ds]?) (?:the )?$", text[:start][-9:]
    ):
        end = number.end()
    happened = _as_event(text, run, end)
    if small := happened or _with_small_noun(text, run, end):
        end = small
    is_event = happened or run[-1][0] in words("words", "event_last")
    if is_event and (year := _YEAR.search(text, 0, start)):
        start = year.start()
    the = the or bool(re.search(r"\b[Tt]he $", text[max(0, start - 4) : start]))
    name = text[start:end]
    if name.casefold() != "i":
        yield Span(start, end, name, opening and not dropped, the, titles=tuple(titles))


def _with_small_noun(text: str, run: list[re.Match[str]], end: int) -> int | None:
    """Where `the QR code` ends: a name with a small noun after it that people name things by."""
    found = _SMALL_NOUN.match(text, end)
    is_one = found and found[1] in words("words", "small_nouns") and len(run) <= 3
    name = text[run[0].start() : end]
    of_others = name in known() or name in words("words", "peoples")
    the = re.search(r"\b[Tt]he $", text[max(0, run[0].start() - 4) : run[0].start()])
    return found.end() if found and is_one and the and not of_others else None


def _as_event(text: str, run: list[re.Match[str]], end: int) -> int | None:
    """Where `the Halden explosion` ends: a name with the small noun of what happened there or to it."""
    found = _SMALL_NOUN.match(text, end)
    if found is None or found[1] not in words("words", "small_events") or len(run) > 3:
        return None
    the = _THE.search(text, max(0, run[0].start() - 9), run[0].start())
    first = run[0][0]
    is_name = first not in words("words", "peoples") and first not in words("words", "calendar")
    return found.end() if the and is_name and _NAME_ENDS.match(text, found.end()) else None


def _titles_here(text: str, run: list[re.Match[str]]) -> bool:
    """Whether the first word is a title of who follows, and no part of a name such as `General Optics`."""
    if len(run) == 2 and run[0][0] in words("words", "also_names") and not _is_given(run[1][0]):
        return False
    return text[run[0].end() : run[1].start()] == " "


def _is_dropped(run: list[re.Match[str]]) -> bool:
    """Whether a run begins with a people or a month that is no part of the name after it."""
    word = run[0][0]
    if len(run) == 1:
        return word == "I" or word in words("words", "peoples") | words("words", "calendar")
    if _is_given(word) or _is_tail(run[-1][0]):
        return False
    return word in words("words", "calendar") or (word in words("words", "peoples") and _is_person(run[1][0]))


def _is_person(word: str) -> bool:
    """Whether a person's name begins so: `Italian Dora Mann`, not `Saudi Arabia`."""
    return _is_given(word) or word in words("words", "drops") | words("words", "royal")


def _is_tail(word: str) -> bool:
    if any(word in words("words", each) for each in _TAILS):
        return True
    return word.casefold() in nouns() and nouns()[word.casefold()] != "person"


_TAILS = ("organisation_last", "place_last", "event_last", "thing_last", "work_last")
