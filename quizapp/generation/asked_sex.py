"""Whether a woman or a man is asked for: only women may be somebody's mother."""

import re

from quizapp.domain.fact import Entity, Fact, Side
from quizapp.generation.extraction.genders import sex_of

_PARENTS = {"father_of": "male", "mother_of": "female"}
_SEXES = {"woman": "female", "female": "female", "man": "male", "male": "male"}
_SEX = re.compile(r"\bfirst (?:[\w-]+ ){0,3}?(?P<sex>woman|female|man|male)\b")


def asked_sex(fact: Fact, side: Side) -> str:
    """`female` or `male` where only such a person can be the answer; else nothing."""
    if side != "subject":
        return ""
    told = _SEX.search(fact.value) if fact.relation == "person_was_the" else None
    return _SEXES[told["sex"]] if told else _PARENTS.get(fact.relation, "")


def may_be_of(entity: Entity, sex: str) -> bool:
    """Whether somebody may be thought to be of that sex: a woman by her first name, a man by none of hers."""
    return not sex or (sex_of(entity.name) == "female") == (sex == "female")
