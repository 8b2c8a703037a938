"""Deeds that befall one thing once, so that two dates of one of them cannot both be right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The name of a deed, its verb forms, and its nouns.
_DEEDS = {
    "found": ("founded|founds|established|instituted|set up", "foundation|founding|establishment"),
    "open": ("opened|inaugurated|opens", "opening|inauguration"),
    "begin": ("(?:began|begun|commenced|started)(?! to | \\w+ing)", ""),
    "build": ("built|erected|constructed", "erection"),
    "complete": ("completed|finished", "completion"),
    "discover": ("discovered|discovers", "discovery"),
    "describe": ("described", ""),
    "invent": ("invented|invents|patented", "invention"),
    "marry": ("married|marries", "wedding|marriage"),
    "publish": (
        "published|appeared(?! (?:in|on|at|with|as) (?!\\d))|came out|brought out|issued|released|premiered",
        "publication",
    ),
    "print": ("printed", ""),
    "consecrate": ("consecrated|dedicated", "consecration|dedication"),
    "unveil": ("unveiled", "unveiling"),
    "demolish": ("demolished|pulled down|torn down", "demolition"),
    "destroy": ("destroyed|burnt down|burned down", "destruction"),
    "close": ("closed", "closure"),
    "abolish": ("abolished|dissolved|disbanded", "abolition|dissolution"),
    "launch": ("launched", "launching"),
    "sink": ("sank|sunk|wrecked", "sinking"),
    "buy": ("bought|purchased|acquired", "purchase|acquisition"),
}
_VERB = re.compile("|".join(rf"(?P<{name}>\b(?:{verbs})\b)" for name, (verbs, _) in _DEEDS.items()))
_NOUN = re.compile("|".join(rf"(?P<{name}>\b(?:{nouns})\b)" for name, (_, nouns) in _DEEDS.items() if nouns))
_PASSIVE = re.compile(r"\b(?:is|was|were|been|being|be)(?: \w+ly| first| finally| never)? $")
_OF = re.compile(r" of (?P<theme>[^,;:()]+)")
_NO_PHRASE = re.compile(
    r"(?:in|on|at|by|for|from|to|with|as|under|over|until|till|before|after|during|when|and|or|but|near|into|"
    r"only|again|up|out|down|there|here|its doors|his doors|her doors|their doors)\b"
)
_ENDS = re.compile(
    r" (?:in|on|at|by|for|from|to|with|as|under|over|until|till|before|after|during|when|while|and|or|but|"
    r"near|into|who|which|that|whom|where|because|again)\b|[,;:()]|\d"
)
_BETWEEN = re.compile(
    r", (?:and |but )?|; | and | but | (?=(?:who|whom|which|that|where|when|while|whose)\b)"
)
_RELATIVE = re.compile(
    r"(?P<antecedent>\S.*?),? (?:of |in |to |from )?(?:who|whom|which|that)(?: (?!and |but )[\w’'-]+){0,4} $"
)
_MARK = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|next|new|old|older|other|another|later|earlier|present|former|"
    r"original|current|north\w*|south\w*|east\w*|west\w*|upper|lower|left|right|inner|outer|smaller|larger)\b"
)
_HELPING = re.compile(
    r"\b(?:(?:is|was|were|been) first|is|was|were|been|being|be|had|has|have|then|also|later|soon|finally|"
    r"officially|formally|which|who|that|whom|when|where|she|he|it|they|and|but|not|only|in|on|\w+ly|\d+)\b"
)


@dataclass(frozen=True, slots=True)
class Theme:
    """The words for what is told of. `open`: it is named before a relative clause, by some of them."""

    theme: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed told in a clause: where, and the words for what it befell ("": it is left to be understood).

    `open`: it befell something that is named before a relative clause, by some of these words.
    """

    name: str
    start: int
    end: int
    theme: str
    open: bool = False


def deeds(text: str) -> Iterator[Deed]:
    """The deeds that a stretch of text tells of."""
    for found in _VERB.finditer(text):
        name, (start, end) = str(found.lastgroup), found.span()
        theme = _object(text, start, end)
        told = Theme(theme) if theme else subject(text[:start])
        yield Deed(name, start, end, told.theme, told.open)
    for found in _NOUN.finditer(text):
        of = _OF.match(text, found.end())
        theme = phrase(of["theme"]) if of else _owner(text[: found.start()])
        yield Deed(str(found.lastgroup), found.start(), found.end(), theme)


def subject(before: str) -> Theme:
    """What the words before a verb say it is told of."""
    relative = _RELATIVE.search(before)
    return Theme(relative["antecedent"], open=True) if relative else Theme(_subject(before))


def marks(theme: str) -> frozenset[str]:
    """The words of a theme that tell one of several from the others: the second, the eastern."""
    return frozenset(_MARK.findall(theme))


def phrase(text: str) -> str:
    """The noun phrase that a stretch of text opens with."""
    end = _ENDS.search(text)
    return text[: end.start()] if end else text


def _object(text: str, start: int, end: int) -> str:
    """The object of a verb in the active voice."""
    after = text[end:].strip()
    is_passive = bool(_PASSIVE.search(text[:start]))
    if not after or is_passive or _NO_PHRASE.match(after) or not (after[0].isalpha() or after[0] in '“"'):
        return ""
    return phrase(after)


def _subject(before: str) -> str:
    """The last words before a verb that name something; with those before an aside that is set between."""
    chunks = _BETWEEN.split(before)
    if not _HELPING.sub("", chunks[-1]).strip() and len(chunks) > 2:
        # `The library, her other extravagance, was opened`
        return before
    return next((named for chunk in reversed(chunks) if (named := _HELPING.sub("", chunk).strip())), "")


def _owner(before: str) -> str:
    found = re.search(r"(?P<owner>[\w-]+)[’']s? (?:[a-z]+ )?$", before)
    return found["owner"] if found else ""
