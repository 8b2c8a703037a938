"""When something began or ended, where a noun says so, by characters: `since its completion in 1872`.

Whatever the sentence says, such a noun takes for granted that it happened. The relations are those whose
frames give the verb behind the noun a time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quizapp.domain.fact import Relation
from quizapp.generation.extraction.attributes import owner
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.names import NAME
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.values import Value

Happenings = Mapping[str, tuple[Relation, ...]]

_VERBS = {
    "abdication": "abdicate",
    "abolition": "abolish",
    "annexation": "annex",
    "assassination": "assassinate",
    "birth": "bear",
    "closure": "close",
    "completion": "complete",
    "coronation": "crown",
    "death": "die",
    "demolition": "demolish",
    "discovery": "discover",
    "dissolution": "dissolve",
    "establishment": "establish",
    "execution": "execute",
    "fall": "fall",
    "foundation": "found",
    "founding": "found",
    "inauguration": "inaugurate",
    "invention": "invent",
    "liberation": "liberate",
    "opening": "open",
    "signing": "sign",
    "sinking": "sink",
}
# `The observatory's discovery` is one that it made.
DONE_BY_OWNER = frozenset({"discovery", "invention"})
_NOUN = "|".join(_VERBS)
_HOW = "(?:(?:official|formal|public) )?"
_WHEN = r"(?: (?:was held|took place))? (?:in|on)(?: (?:\w+day,? )?(?:the )?)?"
_TITLE = r"“[^“”]{1,80}”"
_SAID = re.compile(
    rf"(?:\b(?P<own>[Ii]ts|[Hh]is|[Hh]er)|(?P<owner>(?:\b[Tt]he )?(?:{NAME}|{_TITLE}|\b[a-z]+))['’]s?)"
    rf" {_HOW}(?P<noun>{_NOUN})\b(?P<link>{_WHEN}) ?(?=[\dJFMASOND])"
    rf"|\b[Tt]he {_HOW}(?P<noun_of>{_NOUN}) of (?P<whole>(?:the )?(?:{NAME}|{_TITLE}|[a-z]+))"
    rf"(?P<link_of>{_WHEN}) ?(?=[\dJFMASOND])"
)


def happenings(catalogue: Mapping[str, Relation]) -> Happenings:
    """For each noun of something that happens, the relations that ask when it did."""
    timed: dict[str, list[Relation]] = defaultdict(list)
    for relation in catalogue.values():
        if relation.literal in ("year", "date") and not relation.waits:
            for told in (frame(relation.relation_id, text) for text in relation.says):
                is_bare = told.first == "subject" and len(told.words) == 1 and not told.after
                for verb in sorted(told.verbs) if is_bare and told.words[0] & {"in", "on"} else ():
                    if relation not in timed[verb]:
                        timed[verb].append(relation)
    return {noun: tuple(timed[verb]) for noun, verb in _VERBS.items() if verb in timed}


def happened(line: Line, values: Sequence[Value], meaning: Meaning, known: Happenings) -> Iterator[Candidate]:
    """`Its completion in 1872`, `the death of Ada Holt in 1950`: when it was completed, and when she died."""
    for found in _SAID.finditer(line.text):
        noun = found["noun"] or found["noun_of"]
        if (noun in DONE_BY_OWNER and found["noun"]) or not line.is_plain(found.start()):
            continue
        part = "own" if found["own"] else "owner" if found["owner"] else "whole"
        for value in values:
            if value.start != found.end() or not value.exact:
                continue
            for relation in known.get(noun, ()):
                whose = is_of(value, relation) and owner(line, *found.span(part), meaning, relation)
                if whose:
                    yield Candidate(
                        whose, relation.relation_id, value.content, line.paragraph, line.sentence, "happening"
                    )
