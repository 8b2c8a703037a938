import pytest

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.parents import told_by_sex


def child_of(parent: str, type_: EntityType = EntityType.PERSON) -> Candidate:
    return Candidate(Mention("Ida Holt", type_), "child_of", Mention(parent, type_), 1, 1, "says")


@pytest.mark.parametrize(("parent", "relation"), [("Peter Holt", "father_of"), ("Anna Holt", "mother_of")])
def test_a_parent_with_a_telling_first_name_is_the_father_or_the_mother(parent: str, relation: str) -> None:
    (told,) = told_by_sex([child_of(parent)])

    assert (told.subject.name, told.relation, told.value) == (
        parent,
        relation,
        Mention("Ida Holt", EntityType.PERSON),
    )


@pytest.mark.parametrize("candidate", [child_of("Zorbin Holt"), child_of("Peter Holt", EntityType.CHARACTER)])
def test_other_parents_stay_parents(candidate: Candidate) -> None:
    assert list(told_by_sex([candidate])) == [candidate]
