"""Whether words are understood without the text around them: names, no pronouns, no `the bridge`."""

import re

from quizapp.generation import english
from quizapp.generation.extraction.names import DEMONYM, UPPER

MOST_WORDS = 9
_NAME_WORD = rf"(?!(?:{DEMONYM})\b)[{UPPER}][\w’'&.-]*"
_NAME = re.compile(rf"(?<![\w’'-]){_NAME_WORD}")
_SMALL = "of|in|on|at|to|for|from|with|by|into|over|under|against|through|as|and"
_LOW = rf"(?:(?!(?:{_SMALL}|or|the|an?)\b)(?:[a-z\d][\w’'-]*|(?:{DEMONYM})) )"
_INSTITUTION = "museum|university|cathedral|castle|hospital|monastery|abbey|observatory|shipyard|zoo|palace"
# `the coast of Greenland` says where; `the bridge` needs its text.
_NAMED = re.compile(
    rf"{_LOW}{{0,3}}{_NAME_WORD}"
    rf"|{_LOW}{{1,3}}of (?:the |an? )?{_LOW}{{0,2}}{_NAME_WORD}"
    rf"|{_LOW}{{1,3}}of {_LOW}{{1,3}}(?:at|in) (?:the )?{_NAME_WORD}"
    rf"|(?:first|last|[a-z]{{3,}}est) {_LOW}{{1,4}}(?:in|on|of|at|to) (?:the )?{_NAME_WORD}"
    rf"|{_LOW}{{1,3}}(?:at|to|from|between|against|with|over|across) (?:the )?{_NAME_WORD}"
    rf"|{_LOW}{{0,2}}(?:{_INSTITUTION}) (?:in|at) {_NAME_WORD}"
    r"|(?:world|universe|solar system|throne|army|navy|priesthood|stage|parliament|senate|sun|moon|equator"
    r"|stratosphere|(?:gold|silver|bronze) medal|surface|internet|clergy|bar|faith|peerage|year(?= in"
    r"| for| at|$))\b"
)
# Capitals do not make these names: which house, which league?
_NO_NAME = re.compile(
    r"(?:(?:City|Town|State|National|Opera|Grand|New|Old|Great|General|Central|Local|Prime|High) )?"
    r"(?:House|Company|Party|League|Commission|Committee|Act|Council|University|College|Museum|Church|Bridge|Theatre"
    r"|Theater|Hall|Court|Club|Society|Association|Union|Board|Bank|Line|School|Academy|Institute|Department|Ministry"
    r"|Minister|Government|President|King|Queen|Duke|Emperor|Pope|Games|War|Army|Navy|Station|Tower|Castle|Cathedral"
    r"|Park|Palace)\b(?! of\b| [A-Z])"
)
_NEEDS_TEXT = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves|we|us|our|I|my"
    r"|me|you|your|ones?|this|that|these|those|such|another|others?|same|both|each|former|latter|there|here"
    r"|second|third|fourth|fifth|next|previous|following|more|less|fewer|than|better|worse|larger|smaller"
    r"|higher|lower|older|younger|elder|longer|shorter|further|earlier|later|greater|bigger|again|thereby|therefore"
    r"|who|whom|whose|which|what|where|when|while|because|although|though|whether|how|why|if|unless|until|since"
    r"|not|no|never|some|many|several|most|few|various|about|around|almost|nearly|only|even|still|already|yet"
    r"|above|below|today|now|currently|recently|nowadays|so|or|but|nor|per|due"
    r"|(?<![\w]-)(?:hours?|days?|nights?|weeks?|months?|(?<!of the )years?|decades?|cent(?:ury|uries))"
    r"|morning"
    r"|evening|afternoon|noon|midnight|seasons?|spring|summer|autumn|winter"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# A word with a name beside it: `his theory of Case Grammar`, `its London office`, right behind the verb.
_OWN_NAMED = re.compile(
    rf"^(?:(?:{_SMALL}|the|an?|[a-z]+) ){{0,2}}?(?P<own>his|her|its)"
    rf"(?= (?:own )?{_LOW}{{0,3}}(?:of |for )?(?:the )?[“\"]?{_NAME_WORD})"
)
# Whose debut, first novel or headquarters it is, the subject says.
OWN = re.compile(
    r"\b(?:his|her|its|their)(?! (?:an?|the) )"
    r"(?= (?:(?:own|first|last|final|only) [a-z]+|(?:[\w’'-]+ ){0,3}(?:debut"
    r"|Ph\.?D\b|doctorate|dissertation|thesis|pilot’s licen[cs]e|engagement|breakthrough|comeback"
    r"|farewell|(?:[\w’'-]+ )?degree|headquarters|capital|independence|memoirs?|autobiography"
    r"|findings|results|throne|crown|citizenship|medical studies|education|doors|name|patent|laboratory"
    r"|workshop|studio|practice"
    r"|career|training|apprenticeship|studies|retirement|(?:gold|silver|highest) medal|highest honour"
    r"|premiere|maiden (?:voyage|flight|speech)|seat in [A-Z]|present name|current form)(?![\w’'-])))"
)
# What may be a verb as well is a rank or a place here: `promoted to captain`, `went to court`.
_INFINITIVE = re.compile(
    r"\bto (?!(?:captain|colonel|major|general|lieutenant|corporal|commander|bishop|professor|chief|court"
    r"|prison"
    r"|school|college|market|sea|war|battle|trial|power|office|exile|parliament|print|command|press|auction)\b)"
    r"([a-z]+)"
)
_GERUND = re.compile(
    r"\b(?:of|by|in|on|for|from|with|without|after|before|at|to|into|and) [a-z]{3,}ing\b(?! of\b)"
)
_ENDS_OPEN = re.compile(rf"\b(?:{_SMALL}|the|an?)$")


def stands_alone(words: str) -> bool:
    """Whether a complement is understood by itself: named, short, no clause inside."""
    return (
        len(words.split()) <= MOST_WORDS
        and not needs_text(OWN.sub("", _OWN_NAMED.sub("", words)))
        and not any(english.is_base(found[1]) for found in _INFINITIVE.finditer(words))
        and not _GERUND.search(words)
        and is_whole(words)
        and knows_its_articles(words)
    )


def owners(words: str) -> list[str]:
    """The words by which a complement points back to the subject: `his`, of `his debut`."""
    named = _OWN_NAMED.match(words)
    return [found[0] for found in OWN.finditer(words)] + ([named["own"]] if named else [])


def needs_text(words: str) -> bool:
    """Whether a word points out of the phrase: a pronoun, a comparison, a time of day."""
    return bool(_NEEDS_TEXT.search(words))


def holds_name(words: str) -> bool:
    """Whether a name stands in the words; that of a people is none."""
    return bool(_NAME.search(words))


def is_whole(words: str) -> bool:
    """Whether nothing is cut: quotes in pairs, no sign of another clause, no small word at the end."""
    without_places = re.sub(rf"(?<=\w), (?={_NAME_WORD}(?:,|$))", " ", words)
    if re.search(r"[();:–—?!/,]", without_places):
        return False
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0 and not _ENDS_OPEN.search(words)


def knows_its_articles(words: str) -> bool:
    """Whether every `the` opens a description that holds a name, or something there is only one of."""
    described = [words[found.end() :] for found in re.finditer(r"\bthe ", words)]
    return all(_NAMED.match(each) and not _NO_NAME.match(each) for each in described)


def opens_with_name(words: str) -> bool:
    """Whether the words open with a name: `the Nobel Prize in Chemistry`."""
    return bool(re.match(rf"(?:the )?(?:{_LOW})?[“\"]?{_NAME_WORD}", words))
