"""Whether a woman or a man is asked for: only women may be somebody's mother, or the first woman to do it."""

import re

from quizapp.domain.fact import Entity, Fact, Side
from quizapp.generation.extraction.genders import OTHER, sex_of
from quizapp.generation.graph import Graph, other

_PARENTS = {"father_of": "male", "mother_of": "female"}
_SEXES = {"woman": "female", "female": "female", "man": "male", "male": "male"}
_SEX = re.compile(r"\bfirst (?:[\w-]+ ){0,3}?(?P<sex>woman|female|man|male)\b")
_WED = re.compile(r"\bmarr(?:y|ied)\b")


def asked_sex(fact: Fact, side: Side, graph: Graph) -> str:
    """`female` or `male` where only such a person can be the answer, or is likely to be; else nothing."""
    if fact.relation == "married_to" or _WED.search(f"{fact.scope} {fact.value}"):
        given, key = graph.entity(fact, other(side)), graph.entity(fact, side)
        of_given, of_key = (sex_of(each.name) if each else "" for each in (given, key))
        return of_key or OTHER.get(of_given, "")
    if side != "subject":
        return ""
    told = _SEX.search(fact.value) if fact.relation == "person_was_the" else None
    return _SEXES[told["sex"]] if told else _PARENTS.get(fact.relation, "")


def may_be_of(entity: Entity, sex: str) -> bool:
    """Whether somebody may be thought to be of that sex: a woman by her first name, a man by none of hers."""
    return not sex or (sex_of(entity.name) == "female") == (sex == "female")
