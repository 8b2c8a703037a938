"""Verbs in a row that share one subject: `was founded in 1890 by A, moved to B in 1901 and closed in 1950`.

They are read by characters, in the sentence without its asides: from a verb back over the comma or `and`
before it to the verb that it is joined to, and so on to the one that has a subject. What may as well be a
participle that tells of the noun before it is none of the row.
"""

import re
from dataclasses import replace

from quizapp.generation import english
from quizapp.generation.extraction.clipping import HELPERS, Clipped, IsVerb, clipped, goes_on
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.subjects import Subject, finite_subject, helpers_before, opening, voice_of
from quizapp.packs.vocabulary import vocabulary

_MOST = 6
_ADVERBS = r"(?: (?:then|later|finally|afterwards|eventually|soon|subsequently|also))?"
_LINK = re.compile(rf"(?P<comma>,)?(?P<and> (?:and|but))?{_ADVERBS} $")
_WORD = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
_CLAUSE = re.compile(
    r"[;:?!]|\b(?:he|she|they|I|we|you|who|which|that|whose|whom|where|when|while|because|although|though|if|"
    r"whether|said|says|than|or|nor|so)\b"
)
_OBJECT = re.compile(
    rf" (?:(?:the|an?|his|her|its|their|him|them|it|this|that|these|some|about|more|over|nearly|almost|many|"
    rf"several|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|all|both|one)\b|[“\"‘{UPPER}\d])"
)
_ADJUNCT = re.compile(r",? (?:in|on|at|to|from|by|with|for|as|into|under|until|home|there|aged|of|after)\b")
_NO_VERB_AFTER = vocabulary(
    "to the a an his her its their of by with in as for no this that these those some any most more"
)
# A participle may have an object all the same: `a device called Ro`, `the man given the prize`.
_WITH_OBJECT = vocabulary(
    "named called awarded given elected appointed made declared voted considered granted sent offered shown "
    "taught paid told crowned titled entitled nicknamed dubbed termed rendered deemed left kept set put"
)
_FINITE = vocabulary(
    "died lived worked resided returned travelled traveled emigrated graduated retired performed lectured "
    "fled appeared remained stayed served competed arrived disappeared collapsed sank went came"
)
_MOSTLY_ACTIVE = vocabulary("moved settled studied taught toured trained")
# What is done to people, who then do the rest.
_LIVES = ("born ", "educated ", "raised ", "baptised ", "baptized ", "christened ", "brought up ")
_TIME_OR_MAKER = re.compile(
    rf"(?:\d{{4}}|century|decade|year| by (?:[\w’'.&-]+ ){{0,8}}(?:[{UPPER}][\w’.-]+))$"
)
_GOES_ON = re.compile(r" [^;:()]{0,120}?,? and (?:(?:then|later|finally|eventually) )?(?P<verb>[a-z]+) ")


def subject_in_row(text: str, verb_at: int, is_verb: IsVerb) -> Subject | None:
    """The subject of the verb at a place, where it lies beyond an aside or before another verb."""
    whole = clipped(text, is_verb)
    at = whole.place(verb_at)
    if at is None:
        return None
    found = _subject(whole.text, at, is_verb, _MOST)
    if found is None or (found.joined and not found.spans):
        return None
    return _placed(found, whole)


def _placed(found: Subject, whole: Clipped) -> Subject | None:
    spans = tuple(span for each in found.spans if (span := whole.whole(each)))
    return replace(found, spans=spans) if len(spans) == len(found.spans) else None


def _subject(text: str, verb_at: int, is_verb: IsVerb, most: int) -> Subject | None:
    """The verb's own subject, or that of the verb it is joined to."""
    group = helpers_before(text, verb_at)
    if group is None or not most:
        return None
    start, helpers = group
    if spans := finite_subject(text, start):
        return Subject(spans, voice_of(helpers))
    link = _LINK.search(text, max(0, start - 16), start)
    if link is None or not (link["comma"] or link["and"]):
        return None
    found = _joined_to(text, link.start(), is_verb, most - 1)
    if found is None:
        return None
    earlier, rest, is_pure = found
    if helpers:
        return replace(earlier, voice=voice_of(helpers), joined=False)
    return _without_helper(text, verb_at, link, earlier, rest, is_pure, is_verb)


def _joined_to(text: str, limit: int, is_verb: IsVerb, most: int) -> tuple[Subject, str, bool] | None:
    """The subject of the verb before the link, that verb with what follows, and whether no other does."""
    is_pure = True
    for word in reversed([*_WORD.finditer(text, max(0, limit - 170), limit)]):
        if _CLAUSE.match(text, word.start()):
            return None
        is_known = word[0] in HELPERS or is_verb(word[0]) or english.is_past(word[0])
        if not is_known or _is_no_verb(text, word.start()):
            continue
        if found := _subject(text, word.start(), is_verb, most):
            return found, text[word.start() : limit], is_pure
        if word[0] in HELPERS or not (english.is_past(word[0]) or english.is_participle(word[0])):
            continue
        if text[word.start() - 2] == "," or not _ADJUNCT.match(text, word.end()):
            return None
        is_pure = False
    return _opened(text, limit, is_verb)


def _is_no_verb(text: str, at: int) -> bool:
    """Whether the word before shows an infinitive, a noun or an adjective."""
    before = text[max(0, at - 12) : at].split(" ")
    return len(before) > 1 and before[-2].casefold() in _NO_VERB_AFTER


def _opened(text: str, limit: int, is_verb: IsVerb) -> tuple[Subject, str, bool] | None:
    """The same of a verb that no frame knows, right behind the phrase that opens the sentence."""
    found = opening(text, limit, is_verb)
    verb = _WORD.search(text, found[1], limit) if found else None
    if found is None or verb is None or verb.start() != found[1] + 1 or not goes_on(verb[0], is_verb):
        return None
    rest = text[verb.start() : limit]
    if _CLAUSE.search(rest) or verb[0] in HELPERS:
        return None
    is_pure = not any(is_verb(word[0]) for word in _WORD.finditer(text, verb.end(), limit))
    return Subject((found[0],), "active"), rest, is_pure


def _without_helper(
    text: str,
    verb_at: int,
    link: re.Match[str],
    earlier: Subject,
    rest: str,
    is_pure: bool,
    is_verb: IsVerb,
) -> Subject | None:
    """The subject of a verb without helper, in the voice that the verbs before it leave to it."""
    found = _WORD.match(text, verb_at)
    if found is None or earlier.voice in ("did", "reduced"):
        return None
    verb, end = found[0], found.end()
    if not (english.is_past(verb) or english.is_participle(verb)):
        is_told = english.is_present(verb) and (link["and"] or _OBJECT.match(text, end))
        return replace(earlier, voice="active", joined=False) if is_told else None
    if _is_finite(text, verb, end, rest):
        return replace(earlier, voice="active", joined=False) if earlier.voice != "perfect" else None
    if not is_pure:
        return None
    if link["comma"] and not link["and"] and not _is_middle(text, end, rest, earlier, is_verb):
        return None
    if earlier.voice == "passive":
        return replace(earlier, joined=True)
    if earlier.voice == "perfect":
        return replace(earlier, joined=False)
    return None if text.startswith(" by ", end) else replace(earlier, joined=False)


def _is_finite(text: str, verb: str, end: int, rest: str) -> bool:
    """Whether the form can be no participle here: by itself, by its object, or after `was born in Leeds`."""
    if not english.is_participle(verb) or verb in _FINITE:
        return True
    if verb in _MOSTLY_ACTIVE and rest.startswith(_LIVES):
        return True
    return verb not in _WITH_OBJECT and bool(_OBJECT.match(text, end))


def _is_middle(text: str, end: int, rest: str, earlier: Subject, is_verb: IsVerb) -> bool:
    """Whether another verb is still to come, and nothing before the comma can be what this one tells of."""
    later = _GOES_ON.match(text, end)
    if later is None or not goes_on(later["verb"], is_verb):
        return False
    verb = text[:end].rpartition(" ")[2]
    behind = rest[len(rest.partition(" ")[0]) :]
    if behind and verb not in _MOSTLY_ACTIVE and not _TIME_OR_MAKER.search(behind):
        return False
    return earlier.voice == "passive" or not behind or bool(_ADJUNCT.match(behind))
