"""Measures said of what somebody or something has, by characters: `Its length is 845 metres`.

The relations are those whose frames say `has a length of`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.names import NAME
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.values import Value

Attributes = Mapping[str, tuple[Relation, ...]]

_NOMINATIVES = {"its": "it", "his": "he", "her": "she"}
_GENITIVE = re.compile(r"['’]s?")
_SAID = re.compile(
    rf"(?:^|(?<=[,;] )(?:and )?)(?:(?P<its>[Ii]ts)|(?P<owner>(?:[Tt]he )?(?:{NAME}|[a-z]+(?: [a-z]+)?))"
    r"['’]s?) (?P<what>[a-z]+(?: [a-z]+)?) (?P<verb>is|was|measures|measured|reaches|totals) (?=[\d$£€])"
)


def attributes(catalogue: Mapping[str, Relation]) -> Attributes:
    """For each noun of which things have one, as `top speed`, the relations that ask for it."""
    found: dict[str, tuple[Relation, ...]] = {}
    for relation in catalogue.values():
        for told in (frame(relation.relation_id, text) for text in relation.says):
            is_had = "have" in told.verbs and told.first == "subject" and len(told.words) > 1
            if is_had and relation.literal in ("quantity", "number") and "of" in told.words[-1]:
                for words in product(*map(sorted, told.words[:-1])):
                    found[" ".join(words)] = (*found.get(" ".join(words), ()), relation)
    return found


def measured(line: Line, values: Sequence[Value], meaning: Meaning, known: Attributes) -> Iterator[Candidate]:
    """`Its length is 845 metres`, `The bridge’s height was 62 metres`: how long and how high it is."""
    for found in _SAID.finditer(line.text):
        value = next((each for each in values if each.start == found.end()), None)
        if value is None or not value.exact or not line.is_plain(found.start("verb")):
            continue
        for relation in known.get(found["what"], ()):
            part = "its" if found["its"] else "owner"
            if is_of(value, relation) and (whose := owner(line, *found.span(part), meaning, relation)):
                yield Candidate(
                    whose, relation.relation_id, value.content, line.paragraph, line.sentence, "attribute"
                )


def owner(line: Line, start: int, end: int, meaning: Meaning, relation: Relation) -> Mention | None:
    """What the words mean whose attribute it is; `its` means what `it` would mean there, `her` whom `she`."""
    text = line.text
    if nominative := _NOMINATIVES.get(text[start:end].lower()):
        text, end = f"{text[:start]}{nominative.ljust(3)}{text[end:]}", start + len(nominative)
    elif genitive := _GENITIVE.match(text, end):
        text = f"{text[:end]}{' ' * len(genitive[0])}{text[genitive.end() :]}"
    types = tuple(EntityType(each) for each in relation.subject)
    return meaning.mention(replace(line, text=text), start, end, types)
