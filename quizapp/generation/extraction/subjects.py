"""The grammatical subject of a verb by what stands before it: directly, over an aside, shared, or relative.

A noun phrase inside another one is nobody's subject: `the son of X founded` says nothing about X.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from quizapp.generation import english
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.phrases import (
    NAME,
    PLAIN,
    Span,
    is_name,
    name_before,
    opening_phrase,
    phrase_before,
    phrases_before,
)

Voice = Literal["active", "perfect", "did", "passive", "reduced"]

_WINDOW = 60
_ADVERB = r"(?:first|then|later|also|once|again|soon|now|still|already|today|twice|both|jointly|[a-z]+ly)"
_HELPER = "was|were|is|are|has|have|had|did|does|do|been|being|be|to|not|never|having"
_GROUP = re.compile(rf"(?:\b(?:{_HELPER}|{_ADVERB}) )*$")
_REFUSED = frozenset(("to", "not", "never", "be", "being", "having"))
_BE = frozenset(("was", "were", "is", "are", "been"))
_HAVE = frozenset(("has", "have", "had"))
_DO = frozenset(("did", "does", "do"))

_BRACKET = re.compile(r" \([^()]{1,80}\)(?=,? $)")
_ASIDE = re.compile(
    r"(?:, (?:an?|the|his|her|its|their|who|which|then|also|born|formerly|known|later|now|one|from|of|in|on|"
    r"at|along with|together with|aged|himself|herself|itself|\d{4}|"
    r"with|without|at|near|by|after|for|under|despite|unlike|like|originally|once|still|home|and|\d[\d,.]*|"
    r"[a-z]+ed|built|written|made|led|run|held|drawn|cast|set|sold|bought|given|taken|won) ?"
    r"(?:(?:[^,;:()]|(?<=\d),(?=\d)){0,80})|, (?:in|on) [^,;:()]{1,30}), $"
)
_NAMED = rf"(?:[Tt]he )?{NAME}|“[^“”]{{1,80}}”"
# What names the thing described: `The second lighthouse, North Point Light, was built`.
_NAMING_ASIDE = re.compile(
    rf"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:{PLAIN} ){{0,3}}[a-z][\w-]*, (?P<name>{_NAMED}), $"
)
_NAMED_AT = re.compile(rf"(?:The|His|Her|Its|Their) (?:{PLAIN} ){{0,3}}[a-z][\w-]*, (?P<name>{_NAMED}),")
_RELATIVE = re.compile(r"(?P<comma>,?) (?P<word>who|which|that) $")
_RELATIVE_BEFORE = re.compile(r", (?P<word>who|which) ")
_DASHES = (" - ", " – ", " — ")
_OPENS_ASIDE = re.compile(r", | [-–—] ")
_SHARING = re.compile(r",? and $|,? but $|, then $")
_AN_APPOSITION = re.compile(r"(?P<link>, | (?:is|was|became) )an? (?:[\w’-]+ ){0,5}[a-z][\w-]* $")

_FRONT = (
    r"(?:In|On|At|By|From|After|Before|When|While|As|During|Since|Until|For|With|Under|Over|Following|Later|Then|"
    r"There|Here|Today|Meanwhile|Finally|Soon|However|Once|Although|Though|Because|Together|Originally|Initially|"
    r"Home|Born|(?:Re)?[Bb]uilt|Made|(?:Re)?[Ww]ritten|Set|Drawn|Held|Known|Begun|Sold|Bought|Given|Taken|Found|Shot|Led|"
    r"Kept|Left|Lost|Seen|Shown|Sent|Taught|Thrown|Told|Won|Cast|Cut|Hung|Hidden|Laid|Lit|Brought|Chosen|Sung|"
    r"Between|Despite|Throughout|Within|Instead|Afterwards|"
    r"[A-Z][a-z]+(?:ly|ing|ed)|(?:Two|Three|Four|Five|Six|Seven|Ten|\w+) years? (?:later|earlier))"
)
_FRONTED = re.compile(
    rf"{_FRONT}\b[^;:]{{0,90}}, $|(?:In|On|By) (?:[\w,]+ ){{0,3}}\d{{4}} $|(?:Then|Later|Soon) $"
    r"|\w+ (?:years?|months?|weeks?|days?) (?:later|earlier|afterwards) $"
    r"|(?:The|In the) (?:same|next|following) year $"
    r"|(?:At the age of|Aged) [\w-]+ $"
    rf"|(?:In|On|At|By|After|During) (?:his|her|its|their|the|this|that) (?:{PLAIN} ){{1,3}}$"
)
_OPENS = re.compile(
    rf"^[{UPPER}]{{3,}}[^.;:]{{0,40}} [-–—] $"
    r"|(?:^|[;:] |\[\d+\] |[.?!]\s"
    r"|,? (?:and|but) (?:in|on|by) (?:\w+ ){0,2}\d{4},? "
    r"|, (?:but|while|whereas|when|where|as|although|because|after|before|and|yet|so) "
    r"|\b(?:when|where|while|after|because|although|though|once|since|before|as|When|While|After|Although|Because|"
    r"Before|Once|Since|As|Though|Where|Both|But|And|both) )$"
)
_HANGING = re.compile(
    r"(?:\b(?:of|and|or|nor|than|like|as)|,|&|[’']s) $"
    rf"|(?:\b[{UPPER}][\w’'-]+|^(?:The|An?|Its|His|Her) (?:{PLAIN} ){{0,2}}{PLAIN}) "
    r"(?:on|in|at|for|about|near|to|from|with|by) $"
    rf"|\b(?:the|an?|its|his|her|their) (?:{PLAIN} ){{0,3}}{PLAIN} (?:on|in|at|near|outside)"
    r" (?:(?:mid|north|south|east|west|northern|southern|eastern|western|central|upper|lower) )?$"
)
# The highest mountain in Wales, which: it may be either.
_IS_WHERE = re.compile(r"\bthe (?:[a-z-]+ ){1,4}(?:in|on|near|at) (?:[a-z]+ )?$")
_NOMINATIVE = re.compile(r"(?:he|she|they|He|She|They) ")
_REPORTED = re.compile(
    r"\b(?:(?<!before )(?<!after )that|which|who|whom|than|whether|if|of|said|says|say|thought|"
    r"hoped|wanted|wished),? $"
)
_BOUNDARY = re.compile(
    r"[;:]|\b(?:he|she|it|they|I|we|you|who|which|that|whose|where|when|while|because|although|but|if|whether|"
    r"said|says|than)\b"
)
_VERB_AT = re.compile(rf" (?P<helpers>(?:(?:was|were|is|are|has|have|had|been|{_ADVERB}) )*)(?P<verb>[a-z]+)")
_FRONTED_AT = re.compile(rf"{_FRONT}\b(?:[^;:,]{{0,60}}, |[\w ]{{0,20}}\d{{4}} )")
_OVER_ASIDE = re.compile(
    r"(?: \([^()]{1,80}\))?"
    r"(?:, (?:an?|the|his|her|its|born|known|built|written|made|led|who|which|[a-z]+ed) "
    r"[^,;:()]{1,80},)?"
)
_PARTICIPLE_AT = re.compile(r"([a-z]+) (?=(?:by|in|on|at|from)\b)")
# In a row of verbs each has its object at once; a participle has not.
_OF_ANOTHER = r"(?!(?:born|known|called|named|trained|educated|based|led|then|who|which)\b)"
_ROW = re.compile(rf", {_OF_ANOTHER}(?P<verb>[a-z]+) (?:by|in|on|at|from|to) [^,;:()]{{2,70}} and $")
_ITEM = re.compile(rf", {_OF_ANOTHER}[a-z]+ (?:by|in|on|at|from|to) ")
_GOES_ON = re.compile(
    rf"{_OF_ANOTHER}[^,;:()]{{0,80}}(?:, [a-z]+ [^,;:()]{{0,80}})? and "
    r"(?P<verb>[a-z]+) (?:by|in|on|at|from|to|the|an?) "
)
_INSERTED = re.compile(
    r"\b(?:was|were|had been|has been)(?: \w+)?"
    r"(?P<phrase>, (?!in \w+ (?:opinion|view|eyes|words|legend|story)\b)"
    r"(?:at|in|on|after|with|for|from|under|despite|following|during) [^,;:()]{3,70}, )$"
)
_SERIES = re.compile(r", [a-z]+ (?:the |an? |his |her |its |their |[A-Z])")
_WORDS = re.compile(r"[a-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands for the subject of a verb, and in which voice the verb is.

    `bare`: a participle right behind a name, which may as well be the past of an active verb.
    `joined`: joined to a passive, whose helper need not hold for it: `was born in Leeds and died`.
    """

    spans: tuple[Span, ...]
    voice: Voice
    bare: bool = False
    joined: bool = False


def subject_of(text: str, verb_at: int, is_verb: Callable[[str], bool]) -> Subject | None:
    """The subject of the verb at a place; None where it is not plain."""
    if inserted := _INSERTED.search(text, max(0, verb_at - 100), verb_at):
        cut = inserted.start("phrase")
        return subject_of(f"{text[:cut]} {text[verb_at:]}", cut + 1, is_verb)
    group = helpers_before(text, verb_at)
    if group is None:
        return None
    start, helpers = group
    voice = voice_of(helpers)
    spans = finite_subject(text, start)
    if not spans and voice == "active" and (row := _in_row(text, start, is_verb)):
        return row
    if not spans and voice == "active" and (reduced := _reduced(text, start)):
        return reduced
    if not spans and voice == "active" and (joined := _joined(text, start, is_verb)):
        return joined
    if not spans:
        shared = _shared(text, start, is_verb)
        if shared and voice == "active":
            return Subject(shared.spans, shared.voice, joined=shared.voice == "passive")
        spans = shared.spans if shared else ()
    return Subject(spans, voice) if spans else None


def helpers_before(text: str, verb_at: int) -> tuple[int, frozenset[str]] | None:
    """Where the verb begins with its helpers and adverbs, and these; None where it tells of nothing done."""
    group = _GROUP.search(text, max(0, verb_at - _WINDOW), verb_at)
    start = group.start() if group else verb_at
    helpers = frozenset(text[start:verb_at].split())
    if helpers & _REFUSED or start < 2 or text[start - 1] != " ":
        return None
    return start, helpers


def voice_of(helpers: frozenset[str]) -> Voice:
    """The voice that these helpers give a verb."""
    if helpers & _BE:
        return "passive"
    if helpers & _HAVE:
        return "perfect"
    return "did" if helpers & _DO else "active"


def opens_clause(text: str, start: int) -> bool:
    """Whether a noun phrase that begins there can be the subject of a clause."""
    before = text[max(0, start - 100) : start]
    if _NOMINATIVE.match(text, start):
        return not _REPORTED.search(before)
    if start == 0 or not before.strip(" “‘\"'(") or _OPENS.search(before):
        return True
    clause = before.rpartition("; ")[2]
    if len(clause) < len(before):
        return bool(_FRONTED.fullmatch(clause[:1].upper() + clause[1:]))
    return start <= 100 and bool(_FRONTED.fullmatch(before.lstrip(" “")))


def finite_subject(text: str, start: int) -> tuple[Span, ...]:
    """The subject before a finite verb: next to it, before an aside or a bracket, or before who or which."""
    if relative := _RELATIVE.search(text, max(0, start - 8), start):
        span = phrase_before(text, relative.start())
        if span is None or _hangs_before(text, span, relative):
            return ()
        is_one = is_name(text, span) or (relative["comma"] and opens_clause(text, span.start))
        return (span,) if is_one else ()
    end = start - 1
    if text[start - 2] == ",":
        aside = _last_aside(text, start)
        if aside is None:
            return _named_aside(text, start)
        end = aside
    if bracket := _BRACKET.search(text[: end + 1], max(0, end - 90)):
        end = bracket.start()
    spans = phrases_before(text, end)
    if spans and opens_clause(text, spans[0].start):
        return spans
    # In his memory | Holt, where `his memory Holt` has the looks of a described name.
    bare = name_before(text, end) if len(spans) == 1 else None
    return (bare,) if bare and opens_clause(text, bare.start) else ()


def _named_aside(text: str, start: int) -> tuple[Span, ...]:
    """The name in commas that ends at a place, after a description that opens the clause."""
    found = _NAMING_ASIDE.search(text, max(0, start - 110), start)
    is_subject = found and opens_clause(text, found.start())
    return (Span(*found.span("name")),) if found and is_subject else ()


def _last_aside(text: str, start: int) -> int | None:
    """Where the aside begins that ends in a comma before a place."""
    low = max(0, start - 120)
    at = text.rfind(", ", low, start - 2)
    while at >= 0:
        if _ASIDE.fullmatch(text, at, start):
            span = phrase_before(text, at)
            if span and opens_clause(text, span.start):
                return at
        at = text.rfind(", ", low, at)
    return None


def _reduced(text: str, start: int) -> Subject | None:
    """The name before a participle that stands alone: `X, founded`; `X, a firm founded`; `is one founded`."""
    if found := _AN_APPOSITION.search(text, max(0, start - 90), start):
        span = phrase_before(text, found.start())
        if span is None or _hangs(text, span) or not (is_name(text, span) or found["link"] != ", "):
            return None
        is_its = found["link"] == ", " or opens_clause(text, span.start)
        return Subject((span,), "reduced") if is_its else None
    is_dashed = text[start - 3 : start] in _DASHES
    comma = text[start - 2] == "," or is_dashed
    end = start - 3 if is_dashed else start - 2 if comma else start - 1
    bracket = _BRACKET.search(text[:start], max(0, start - 90)) if comma and not is_dashed else None
    span = phrase_before(text, bracket.start() if bracket else end)
    if span is None or _hangs(text, span):
        return None
    is_described = comma and text[span.start : span.start + 3] in ("the", "The")
    return Subject((span,), "reduced", bare=not comma) if is_name(text, span) or is_described else None


def _joined(text: str, start: int, is_verb: Callable[[str], bool]) -> Subject | None:
    """The name before a participle that `and` joins to another: `X, designed by Y and opened`."""
    link = _SHARING.search(text, max(0, start - 7), start)
    opens = [*_OPENS_ASIDE.finditer(text, max(0, start - 90), link.start())] if link else []
    if not opens or link is None:
        return None
    comma = opens[-1].end()
    first = _PARTICIPLE_AT.match(text, comma)
    if first is None or not is_verb(first[1]) or _BOUNDARY.search(text, comma, link.start()):
        return None
    others = _WORDS.finditer(text, first.end(), link.start())
    return None if any(is_verb(word[0]) for word in others) else _reduced(text, comma)


def _hangs_before(text: str, span: Span, relative: re.Match[str]) -> bool:
    """Whether the relative clause may tell of more than the phrase: `who` tells of the person named last."""
    if relative["word"] != "who" and _IS_WHERE.search(text, 0, span.start):
        return True
    is_person_beside = relative["word"] == "who" and text[max(0, span.start - 2) : span.start] == ", "
    return not is_person_beside and _hangs(text, span)


def _hangs(text: str, span: Span) -> bool:
    """Whether the phrase is part of a longer one or of a list."""
    found = _HANGING.search(text[max(0, span.start - 60) : span.start])
    # In `The war ended with X` nothing hangs on a noun.
    return found is not None and not english.is_past(found[0].strip().rpartition(" ")[0].rpartition(" ")[2])


def _shared(text: str, start: int, is_verb: Callable[[str], bool]) -> Subject | None:
    """The subject of the sentence's first verb where `and` joins another verb to that one."""
    link = _SHARING.search(text, max(0, start - 7), start) or _in_series(text, start, is_verb)
    if link is None:
        return None
    opened = _relative_opening(text, link.start()) or opening(text, link.start(), is_verb)
    if opened is None:
        return None
    span, at = opened
    verb = _VERB_AT.match(text, at)
    if verb is None or not (verb["helpers"] or _is_any_verb(verb["verb"], is_verb)):
        return None
    between = text[verb.end() : link.start()]
    if _BOUNDARY.search(between):
        return None
    helpers = frozenset(verb["helpers"].split())
    in_row = _ITEM if helpers & _BE and "," not in link[0] else None
    for word in _WORDS.finditer(between):
        at = max(0, word.start() - 2)
        is_item = _SERIES.match(between, at) or (in_row and in_row.match(between, at))
        if is_verb(word[0]) and not is_item:
            return None
    return Subject((span,), "passive" if helpers & _BE else "active")


def _is_any_verb(word: str, is_verb: Callable[[str], bool]) -> bool:
    """Whether the word behind the opening of a sentence is its verb, also one that no frame knows."""
    return word in _BE or is_verb(word) or english.is_present(word)


def _in_row(text: str, start: int, is_verb: Callable[[str], bool]) -> Subject | None:
    """The subject of a passive that goes on: `was designed by X, built by Y and opened by Z`."""
    is_middle = _in_series(text, start, is_verb)
    is_last = _ROW.search(text, max(0, start - 100), start)
    if not is_middle and not (is_last and is_verb(is_last["verb"])):
        return None
    shared = _shared(text, start, is_verb)
    return Subject(shared.spans, "passive", joined=True) if shared and shared.voice == "passive" else None


def _in_series(text: str, start: int, is_verb: Callable[[str], bool]) -> re.Match[str] | None:
    """The comma before the second verb of three: `was designed by X, built by Y and opened by Z`."""
    comma = re.compile(", $").search(text, max(0, start - 2), start)
    later = _GOES_ON.match(text, start) if comma else None
    return comma if later and is_verb(later["verb"]) else None


def _relative_opening(text: str, limit: int) -> tuple[Span, int] | None:
    """The name before a relative clause that is still open, and where its verb begins."""
    found = [*_RELATIVE_BEFORE.finditer(text, max(0, limit - 110), limit)][-1:]
    if not found or "," in text[found[0].end() : limit]:
        return None
    span = phrase_before(text, found[0].start())
    if span is None or not is_name(text, span) or _hangs_before(text, span, found[0]):
        return None
    return span, found[0].end() - 1


def opening(text: str, limit: int, is_verb: Callable[[str], bool]) -> tuple[Span, int] | None:
    """The noun phrase that opens the sentence, and where its verb begins, after an aside or a bracket."""
    start = len(text) - len(text.lstrip(" “"))
    if fronted := _FRONTED_AT.match(text, start):
        start = fronted.end()
    if named := _NAMED_AT.match(text, start):
        return (Span(*named.span("name")), named.end()) if named.end() < limit else None
    span = opening_phrase(text, start, is_verb)
    if span is None:
        return None
    over = _OVER_ASIDE.match(text, span.end)
    end = over.end() if over else span.end
    return (span, end) if end < limit else None
