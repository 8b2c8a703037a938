"""Whether a bearer is a man or a woman, as far as the text, the first name or the calling tells."""

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import words
from quizapp.generation.extraction.discourse import is_person

OTHER = {"male": "female", "female": "male"}


def sex_of(name: str) -> str:
    """`male` or `female` where the first word of a name is a first name of one of them only."""
    first = name.split()[0]
    told = [sex for sex in OTHER if first in words("given", sex)]
    return told[0] if len(told) == 1 else ""


def gender_of(bearer: Bearer) -> str:
    """`male` or `female` where the text (`his sister X`), the first name or the kind says it."""
    if bearer.genders:
        return max(bearer.genders, key=lambda gender: (bearer.genders[gender], gender))
    first = bearer.name.split()[0]
    for gender, other in OTHER.items():
        if bearer.kind in words("words", f"{gender}_nouns") or first in words("words", f"{gender}_titles"):
            return gender
        if first in words("given", gender) and first not in words("given", other):
            return gender
    return ""


def may_be(bearer: Bearer, gender: str) -> bool:
    """Whether a bearer may be a person of that gender: no other type and no other gender is known."""
    likely = is_person(bearer) or (bearer.type is None and EntityType.PERSON in bearer.votes)
    return likely and gender_of(bearer) in ("", gender)
