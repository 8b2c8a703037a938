"""Parents whose first name tells whether they are the father or the mother."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.genders import sex_of

_RELATIONS = {"male": "father_of", "female": "mother_of"}


def told_by_sex(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """What was found, where the child of a man is told as that he is the father, of a woman as the mother."""
    for each in found:
        parent = each.value
        if each.relation != "child_of" or not isinstance(parent, Mention):
            yield each
        elif parent.type is EntityType.PERSON and (relation := _RELATIONS.get(sex_of(parent.name))):
            yield replace(each, subject=parent, relation=relation, value=each.subject)
        else:
            yield each
