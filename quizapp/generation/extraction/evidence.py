"""What the words around a name say about its bearer: votes for a type, with a kind where one is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.classes import class_of, known, singular, words
from quizapp.generation.extraction.names import END_OF_TITLE, LETTERS_BEHIND
from quizapp.generation.extraction.spans import Span

PERSON, PLACE, ORGANISATION = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION
WORK, EVENT, THING = EntityType.WORK, EntityType.EVENT, EntityType.THING

# So many characters before and after a name are read: descriptions are seldom longer.
_BEFORE_IT, _AFTER_IT = 60, 110
_SAID_CLEARLY, _SAID, _HINTED = 4.0, 3.0, 2.0
_A_TITLE = 5.0
# So much is said for a work at least where its own article opens the title.
TITLED = _HINTED + _A_TITLE
_DEFINED = 7.0
_BY_DEED = 1.2
# A noun that is said of many sorts of things ("system", "project") decides nothing alone.
_VAGUELY = 0.4

_LOWER = r"[a-zà-ÿ][\w-]*"
_NOUN_BEFORE = re.compile(rf"({_LOWER}(?: {_LOWER}){{0,2}}) [“\"‘']?$")
_NOUN_THE = re.compile(
    rf"\b(?:the|an?|his|her|its|their) ((?:{_LOWER} )*{_LOWER}), (?:the )?[“\"‘']?$", re.IGNORECASE
)
# `the opera The Salt Road`: the article belongs to the name, whose own words then say nothing.
_OWN_ARTICLE = re.compile(rf"{_LOWER},? [“\"‘']?The $")
# Of `the widow had bought a sloop` the sloop, but of `the son of the mayor` the son.
_LAST_PHRASE = re.compile(
    r"^.* (?!(?:of|in|at|on|for|to|from|by|with|near|as|under|over|into) )\w+ "
    r"(?:the|an?|his|her|its|their) (?:own )?"
)
_DETERMINED = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his|of|\d{{4}})|['’]s|[A-Z]\w+(?:an|ish|ese|ch))"
    rf" (?:{_LOWER} ){{1,4}}[“\"‘']?$"
)
# Inside a sentence its capital makes the article a part of a title: `her novel The Salt Road`.
_TITLED = re.compile(rf"\b({_LOWER}),? [“\"‘']?The $")
_NOUN_WAS = re.compile(
    rf"(?:^|[.;,] |, and )(?:the|its|his|her|their) (?P<phrase>(?:{_LOWER} )*?{_LOWER})"
    r" (?:is|was) (?:the )?$",
    re.IGNORECASE,
)
# Who did it has the calling; what is "designed by" may be so by a firm.
_MAKERS = {
    "directed": "director",
    "composed": "composer",
    "painted": "painter",
    "conducted": "conductor",
    "translated": "translator",
    "choreographed": "choreographer",
    "sculpted": "sculptor",
}
_DONE_BY = re.compile(rf"\b(?P<done>{'|'.join(_MAKERS)}) by $")
_CALLED = re.compile(
    rf"({_LOWER}(?: {_LOWER})?),? (?:called|named|titled|entitled|known as|dubbed) [“\"‘']?(?:the )?$"
)
_SUCH_AS = re.compile(rf"({_LOWER}(?: {_LOWER})?),? (?:such as|including|like|among them) (?:the )?$")
_OF = re.compile(
    r"\b(city|town|village|island|state|province|county|district|region|port|borough|suburb|hamlet|department"
    r"|municipality|parish|colony|canton|prefecture) of (?:the )?$"
)
_A = r"(?:an?|the|one of the|one of)"
# Of offices these alone are what somebody is called by.
_RULERS = r"(?:king|queen|emperor|empress|sultan|tsar|tsarina|pope)"
_SPELT_OUT = re.compile(
    rf"(?:,? {LETTERS_BEHIND}\b)*(?: \((?:[^()]|\((?:[^()]|\([^()]*\))*\)){{1,200}}?; (?P<dates>[^();]*)\))?"
)
_IS_A = re.compile(
    r"^(?:,? \([^()]*\)|, [^,.;]{3,60},)?,? (?:is|was|are|were|became|remains|has been|had been) "
    rf"(?:(?:also|still|once|now|then) )?(?:{_A} |(?={_RULERS} of ))(?P<phrase>[^,.;:()]+)"
)
_COMMA_A = re.compile(rf"^[”\"’']?(?: \([^()]*\))?, (?:then |now |once |later )?{_A} (?P<phrase>[^,.;:()]+)")
_COMMA_NOUN = re.compile(rf"^, (?P<phrase>{_LOWER}(?: {_LOWER}){{0,2}})(?= (?:of|at|for|in)\b)")
_BRACKETED = re.compile(r"^[”\"’']? \((?:an? |the )?(?:\d{4} )?(?P<phrase>[a-z][\w -]*)(?:, \d{4})?\)")
_SEVERAL = re.compile(r"(?:series|cycle|set|sequence|pair|number) of (?:[a-z-]+ )??([a-z]+s)\b(?! [a-z]+s\b)")
_MAIDEN_AFTER = re.compile(r"[”\"’']? (?:[a-z]+ ){1,5}(?:her|its) maiden voyage\b")
_THE = re.compile(r"\b[Tt]he $")
_MAIDEN_BEFORE = re.compile(r"\b(?:maiden voyage of|[Oo]n (?:her|its) maiden voyage,?)(?: the)? [“\"‘']?$")
_AND_OTHER = re.compile(r"^(?:, [^,.;]{2,40}){0,4},? (?:and|or) (?:many )?other (?P<phrase>[a-z][\w -]*)")
_LIFE = re.compile(r"^ \((?:[^()]*\b\d{3,4}\b ?[-–—] ?[^()]*\d{2,4}[^()]*|(?:born|b\.|née) [^()]*)\)")
_WITHIN = re.compile(r"^, (?:(?:now |then )?in |near )?(?P<where>[A-Z][\w.]+(?: [A-Z][\w.]+)?)(?=[,.;)]| )")
_PHRASE_END = re.compile(
    r"[,;:.()–—]| \d| (?:of|in|on|at|for|from|by|with|who|whom|whose|which|that|where|when|and|or|but|as|to"
    r"|near|about|between|until|after|before|during|since|under|over|is|was|are|were|had|has|born|made|built"
    r"|founded|known|named|called|based|written|designed|located|situated|used|set|published|released|created|lying"
    r"|standing|running|worth|than|into|through|against|along|around|whom|within|without|then|it|he|she|they"
    r"|because|while|if|so)\b"
)
_RELATIVES = (
    "wife|husband|father|mother|son|daughter|brother|sister|parents|friend|uncle|aunt|cousin|colleague|nephew"
    "|niece|grandfather|grandson|widow|mentor|pupil|biographer"
)
_WHICH = "late |first |second |eldest |own |younger |elder |older |twin |youngest |best |only "

_PARTICIPLES = re.compile(r"(?<=\w)(?: \w+ed| \w+ly)+$")
_CLASS_AFTER = re.compile(
    r"^[”\"’']? (?P<noun>museum|gallery|ferry|river|lake|canal|bridge|tunnel|park|zoo|island|newspaper"
    r"|magazine|festival|prize|award|satellite|spacecraft|telescope|railway|brewery|factory|foundation|company|group|club"
    r"|theatre|palace|castle|hotel|airline|shipyard|volcano|glacier|observatory|orchestra|dynasty)\b(?! of\b)"
)
_Pattern = tuple[str, EntityType, float]
_SUBJECT_OF: tuple[_Pattern, ...] = (
    ("was (?:also |then |first )?(?:born|married|knighted|widowed|orphaned|ordained|baptised)", PERSON, 4),
    ("died|married|studied|grew up|graduated|resigned|retired|wrote|recalled|learned|learnt", PERSON, 2),
    ("thought|felt|dreamed|suffered|himself|herself", PERSON, 2),
    ("said|told|asked|explained|argued|believed|suggested|noticed|realised|realized|taught", PERSON, 1.2),
    ("discovered|invented|sailed|travelled|knew|spent|painted|composed", PERSON, 1.2),
    ("flows|empties|rises in|borders|lies|is located|is situated|stands on|is home to", PLACE, 3),
    ("has a population|is bounded|is bordered", PLACE, 3),
    ("was fought|took place|was held|broke out|is held|is celebrated|lasted", EVENT, 3),
    ("was published|was released|premiered|was first performed|was first published", WORK, 2.5),
    ("was painted|was composed|was directed|was serialised|was first staged", WORK, 2),
    ("was (?:filmed|dramatised|first (?:broadcast|aired|screened|shown))|is set in|tells the story", WORK, 2),
    (r"(?:was|were|had been) (?:founded|established) (?:in \d{4} )?(?:in|at) (?!\d)", ORGANISATION, 2.5),
    (r"(?:was|were|had been) (?:founded|established) (?:[^,.;]{2,30} )?in \d{4} by", ORGANISATION, 1.5),
    ("(?:is|was) (?:headquartered|based in)|went public|went bankrupt", ORGANISATION, 2),
    ("(?:was )?merged with|was (?:taken over|acquired|nationalised|privatised) by", ORGANISATION, 2),
    ("was launched|displaced|is powered|ran aground|was scrapped", THING, 1.5),
    (
        "employs|employed|acquired|announced|hired|manufactures|manufactured|was incorporated",
        ORGANISATION,
        1.5,
    ),
)
_WORDS_AFTER: tuple[_Pattern, ...] = (
    (r",? who(?:m|se (?:father|mother|wife|husband|family|parents|work|life))?\b", PERSON, 3),
    (rf"['’]s? (?:{_WHICH})?(?:{_RELATIVES}|family|death|childhood|career)\b", PERSON, 3),
    (r",? where\b", PLACE, 2.5),
)
_WORDS_BEFORE: tuple[_Pattern, ...] = (
    (r"(?:born|lived|settled|raised|grew up|moved|buried) (?:in|at|to|near)", PLACE, 2.5),
    (r"(?:resides|living|arrived|died) (?:in|at|near)", PLACE, 2.5),
    (r"(?:north|south|east|west|coast|outskirts|capital|banks|shores?|mouth|centre|streets) of", PLACE, 2),
    (r"(?:people|inhabitants|population|mayor) of", PLACE, 2),
    (r"near|towards?", PLACE, 1),
    (r"in|across|throughout", PLACE, 1.3),
    (r"at|from|around|outside", PLACE, 0.4),
    (r"during|since|end of|outbreak of", EVENT, 1),
    (r"wrote|published|directed|starred in|co-wrote|painted|composed|reading", WORK, 1),
    (r"author of", WORK, 1.2),
    (r"aboard|on board", THING, 2),
    (r"founded|established", ORGANISATION, 0.6),
    (r"(?:directed|written|illustrated|translated|painted|sculpted|narrated|edited) by", PERSON, 2),
    (r"(?:published|released|issued|brought out|distributed|taken over) by", ORGANISATION, 1.2),
    (r"merged with|subsidiary of", ORGANISATION, 2),
    (r"joined|co-founded|member of|president of|employee of|director of|chairman of", ORGANISATION, 1),
    (r"working for|worked for|played for|signed for|works for", ORGANISATION, 1),
    (rf"(?:his|her|their|['’]s) (?:{_WHICH})*(?:{_RELATIVES}),?", PERSON, 4),
    (rf"(?:{_RELATIVES}|brothers|sisters|sons|daughters)(?: of)?", PERSON, 2),
)  # fmt: skip
_SUBJECT_PATTERNS = tuple((re.compile(rf"^,? (?:{p})\b"), t, w) for p, t, w in _SUBJECT_OF)
_AFTER_PATTERNS = tuple((re.compile(f"^{p}"), t, w) for p, t, w in _WORDS_AFTER)
_BEFORE_PATTERNS = tuple(
    (re.compile(rf"(?:\b|(?=['’]))(?:{p}) (?:the )?$"), t, w) for p, t, w in _WORDS_BEFORE
)
# In `a camera that was sold in 1952` the verb is that of the relative clause.
_IS_CLAUSE = re.compile(
    r"^(?:(?! (?:that|which|who|whose|whom|where|when)\b)[\w ’'-])*? (?:is|was|are|were|has|had|will|would)\b"
)
_INFINITIVE = re.compile(r"\bto \w+$")
_GOVERNED = re.compile(r"\b(?:in|at|from|near|of|to|on|by|with|for|into|under)(?: the)? $", re.IGNORECASE)
_SOMEWHERE = re.compile(r"\b(?:in|at|from|near|to)(?: the)? $", re.IGNORECASE)
_FROM_THERE = re.compile(r"(?:s|[A-Z]\S+) (?:of|from) (?:the )?$|\b(?:in|at|near)(?: the)? $")
_OF_THERE = re.compile(r"[A-Z]\S+ (?:of|from|in) (?:the )?$")
_SECOND_OF_TWO = re.compile(r"\b(?:and|or) (?:the )?$|['’]s (?:\w+ )?$")


@dataclass(frozen=True, slots=True)
class Vote:
    """So much is said for a type, by a word for the kind, if there is one."""

    type: EntityType
    weight: float
    kind: str = ""


def votes_around(text: str, span: Span) -> Iterator[Vote]:
    """What stands before and after the name in its sentence."""
    before = text[max(0, span.start - _BEFORE_IT) : span.start]
    before = before[:1].lower() + before[1:] if span.start <= _BEFORE_IT else before.partition(" ")[2]
    after = _behind(text, span.end)
    if span.the and _OWN_ARTICLE.search(before):
        title = _votes_beside(before.removesuffix("The "), after, replace(span, the=False))
        yield from (replace(v, weight=v.weight + _A_TITLE) if v.type is WORK else v for v in title)
    else:
        yield from _votes_beside(before, after, span)


def _behind(text: str, end: int) -> str:
    """What follows a name, without honours behind it and without how it is said or written elsewhere."""
    found = _SPELT_OUT.match(text, end)
    if found is None or found.end() == end:
        return text[end : end + _AFTER_IT]
    dates = f" ({found['dates']})" if found["dates"] else ""
    return (dates + text[found.end() : found.end() + _AFTER_IT])[:_AFTER_IT]


def _votes_beside(before: str, after: str, span: Span) -> Iterator[Vote]:
    yield from _noun_before(before, after, span)
    yield from _words_before(before, after, span)
    yield from _noun_right_after(after, span)
    yield from _described_after(before, after)
    yield from _words_after(before, after)
    if _is_ship(before, after, span):
        yield Vote(THING, _DEFINED, "ship")


def _noun_before(before: str, after: str, span: Span) -> Iterator[Vote]:
    """`the river X`, `a village called X`, `the old ferry, the X,`, `rivers such as X`, `rivers X and Y`."""
    if titled := _TITLED.search(before):
        yield from (vote for vote in _vote(titled[1], _DEFINED) if vote.type is WORK)
    elif found := _CALLED.search(before):
        yield from _vote(singular(found[1]), _SAID_CLEARLY)
    elif found := _NOUN_WAS.search(before):
        yield from _vote_for_person(found["phrase"])
    elif found := _DONE_BY.search(before):
        yield Vote(PERSON, _BY_DEED, _MAKERS[found["done"]])
    elif found := _OF.search(before):
        yield Vote(PLACE, _SAID_CLEARLY, found[1])
    elif found := _SUCH_AS.search(before):
        yield from _vote(_singular_phrase(found[1]), 2.5)
    elif found := _NOUN_THE.search(before):
        if re.match(r"[”\"’']?(?:[,.;)]|$)", after) and not _GOVERNED.search(before[: found.start()]):
            yield from _vote(_head_phrase(_LAST_PHRASE.sub("", found[1])), _SAID)
    elif (found := _NOUN_BEFORE.search(before)) and not span.the and not _INFINITIVE.search(found[1]):
        listed = re.match(r"(?:,| and) ", after)
        if not listed and not class_of(found[1]):
            return
        owned = re.search(r"\b(?:his|her|their|its|my|your)\b", before[-30:])
        for vote in _vote(found[1], _HINTED if owned else _SAID):
            if _DETERMINED.search(before) or (
                vote.type is PERSON and vote.kind not in words("words", "verbs")
            ):
                yield vote
        if listed and not class_of(found[1]):
            yield from _vote(_singular_phrase(found[1]), 1.5)


def _vote_for_person(phrase: str) -> Iterator[Vote]:
    """The vote of `the director was X`; none of `the man who met the mayor was X`."""
    if not _PHRASE_END.search(phrase):
        yield from (vote for vote in _vote(phrase, _SAID) if vote.type is PERSON)


def _noun_right_after(after: str, span: Span) -> Iterator[Vote]:
    """`the X museum`, `the X ferry`: where the name is no place that the museum may merely stand in."""
    found = _CLASS_AFTER.match(after) if span.the and span.name not in known() else None
    if found:
        yield from _vote(found["noun"], _HINTED)


def _words_before(before: str, after: str, span: Span) -> Iterator[Vote]:
    for pattern, type_, weight in _BEFORE_PATTERNS:
        tells = type_ is not PLACE or weight >= _HINTED or _stands_alone(after, span)
        if tells and pattern.search(before):
            yield Vote(type_, weight)


def _stands_alone(after: str, span: Span) -> bool:
    """Whether a place may be meant: not in `in Darwin’s book`, `in the Oslo accord`, `in DH`."""
    return not (span.the or span.name.isupper() or re.match("['’]s?\\b", after))


def _described_after(before: str, after: str) -> Iterator[Vote]:
    """`X is a ...`, `X, a ...`, `X, professor of`, `X (a ...)`, `X and other ...`."""
    governed = bool(_GOVERNED.search(before))
    subject = not governed and not _SECOND_OF_TWO.search(before)
    if subject and (found := _IS_A.match(after)):
        yield from _vote(_head_phrase(found["phrase"]), _DEFINED if _defines(before) else _SAID_CLEARLY)
    for pattern, weight in ((_COMMA_A, _SAID), (_COMMA_NOUN, _HINTED), (_BRACKETED, _SAID)):
        found = pattern.match(after)
        # "In Oslo, a man said", "In Oslo, the lantern festival is": a clause begins, and describes no place.
        if found and not (pattern is _COMMA_A and _IS_CLAUSE.search(found["phrase"])):
            for vote in _vote(_head_phrase(found["phrase"]), weight):
                if vote.type is PLACE or not (_SOMEWHERE if vote.type is PERSON else _OF_THERE).search(
                    before
                ):
                    yield vote
    if found := _AND_OTHER.match(after):
        yield from _vote(_singular_phrase(_head_phrase(found["phrase"])), _SAID)


def _is_ship(before: str, after: str, span: Span) -> bool:
    """Whether a name with an article makes its first voyage: `the X set out on her maiden voyage`."""
    has_article = span.the or bool(_THE.search(before))
    return has_article and bool(_MAIDEN_AFTER.match(after) or _MAIDEN_BEFORE.search(before))


def _defines(before: str) -> bool:
    """Whether the name opens its sentence, which then says what bears it: `Red River is a novel`."""
    return before.casefold().strip("“\"‘' ") in ("", "the")


def _words_after(before: str, after: str) -> Iterator[Vote]:
    if (found := _WITHIN.match(after)) and known().get(found["where"], "organisation") != "organisation":
        yield Vote(PLACE, 2.5)
    if _LIFE.match(after) and not END_OF_TITLE.search(before):
        yield Vote(PERSON, 2.5)
    governed = bool(_GOVERNED.search(before))
    for pattern, type_, weight in _SUBJECT_PATTERNS:
        if not governed and not _SECOND_OF_TWO.search(before) and pattern.match(after):
            yield Vote(type_, weight)
    for pattern, type_, weight in _AFTER_PATTERNS:
        # "members of X, who", "Ada Holt of X, who": not X.
        if pattern.match(after) and not (type_ is PERSON and _FROM_THERE.search(before) and after[:1] != "’"):
            yield Vote(type_, weight)


def _vote(phrase: str, weight: float) -> Iterator[Vote]:
    """The vote that a class noun at the end of a phrase gives."""
    said = class_of(phrase) or class_of(_singular_phrase(phrase)) if phrase else None
    if said:
        yield Vote(said[0], weight * (_VAGUELY if said[1] in words("words", "vague") else 1), said[1])


def _head_phrase(phrase: str) -> str:
    """The noun phrase up to its head: `largest city in the north` -> `largest city`."""
    end = _PHRASE_END.search(phrase)
    head = phrase[: end.start()] if end else phrase
    # A series of elegies is no series.
    if end and (several := _SEVERAL.match(phrase, head.rfind(" ") + 1)):
        return _PARTICIPLES.sub("", singular(several[1]))
    return _PARTICIPLES.sub("", head)


def _singular_phrase(phrase: str) -> str:
    *before, last = phrase.split()
    return " ".join([*before, singular(last.casefold())])
