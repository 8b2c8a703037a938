"""What may stand between a verb and the words of its frame: adjuncts, and no other clause."""

import re
from collections.abc import Callable

from quizapp.generation.extraction.names import UPPER

_PREPOSITION = r"(?:in|on|at|near|for|during|from|to|as|with|under|by|of|into|after|before|over|through)"
_FREE = r"(?: (?:together|jointly|there|here|again|first|originally|aged \d+|[a-z]+ly))"
_TIME = (
    r"(?:,? (?:in|on|at|since|by|during) (?:[\w.]+ ){0,4}\d{4},?| at the age of \w+"
    r"| of (?:an? )?[a-z]+(?: [a-z]+)?)"
)
_ANY_ADJUNCTS = re.compile(
    rf"(?:{_FREE}|(?:,? {_PREPOSITION}| together with)(?: [\w’'.&-]+){{1,7}}"
    rf"(?:, [{UPPER}][\w’-]+(?: [{UPPER}][\w’-]+)?){{0,2}}){{1,3}},?"
)
_MAKER = rf"(?: by (?:[{UPPER}][\w’.-]+ ?(?:& )?){{2,4}}(?<! ))"
# Where in the place it was: ` at the royal dockyard` in Ost.
_SITE = (
    r"(?: at (?:the|an?|his|her|its|their) (?:[a-z-]+ ){0,2}"
    r"(?:dockyard|shipyard|yard|factory|foundry|mill|plant|workshop|works|laboratory|observatory|studio|hospital))"
)
_TIMES = re.compile(rf"(?:{_FREE}|{_TIME}|{_MAKER}|{_SITE}){{1,3}}")
_CLAUSE = re.compile(
    r"\b(?:who|which|that|whose|where|when|while|and|but|or|because|he|she|it|they|is|was|are|were|has|had|have)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# In `the rebuilt hall` the participle tells which.
_AFTER_ARTICLE = re.compile(r"\b(?:the|an?|his|her|its|their) (?:newly |recently )?$")
_MOST_WORDS = 9


_FIELD = re.compile(
    r" (?:[a-z]+(?: and | ))?(?!(?:at|in|under|for|from|with|as|on|by|to)\b)[a-z]+(?: and [a-z]+)?(?=$| )"
    rf"(?: (?:under|with) (?:[{UPPER}][\w’.-]+ ?){{1,4}}(?<! ))?"
)


def behind_field(gap: str) -> str:
    """The gap without the field that opens it and its teacher: ` in 1901` of ` organic chemistry in 1901`."""
    field = _FIELD.match(gap)
    return gap[field.end() :] if field else gap


_BETWEEN = re.compile(r"\bbetween \d{4} and \d{4}\b")


def are_adjuncts(gap: str, only_times: bool, is_verb: Callable[[str], bool]) -> bool:
    """Whether the words are adjuncts of one verb; before a place only times, makers and sites."""
    gap = _BETWEEN.sub("in 1900", gap)
    if len(gap.split()) > _MOST_WORDS or _CLAUSE.search(gap):
        return False
    if any(
        is_verb(word[0]) and not _AFTER_ARTICLE.search(gap, 0, word.start()) for word in _WORD.finditer(gap)
    ):
        return False
    return bool((_TIMES if only_times else _ANY_ADJUNCTS).fullmatch(gap))
