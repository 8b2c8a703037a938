"""Whether a woman or a man is asked for: only women may be somebody's mother."""

from quizapp.domain.fact import Entity, Fact, Side
from quizapp.generation.extraction.genders import sex_of

_PARENTS = {"father_of": "male", "mother_of": "female"}


def asked_sex(fact: Fact, side: Side) -> str:
    """`female` or `male` where only such a person can be the answer; else nothing."""
    return _PARENTS.get(fact.relation, "") if side == "subject" else ""


def may_be_of(entity: Entity, sex: str) -> bool:
    """Whether somebody may be thought to be of that sex: a woman by her first name, a man by none of hers."""
    return not sex or (sex_of(entity.name) == "female") == (sex == "female")
