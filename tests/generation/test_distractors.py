from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.fact import Fact, Side
from quizapp.domain.text import folded
from quizapp.generation import stems
from quizapp.generation.distractors import Choice, choices, key_ranks
from quizapp.generation.graph import Graph
from tests.generation.stage import DIRECTORS, PLAYS, TODAY, a_fact, a_graph, an_entity, directed_all


def first_choice(graph: Graph, fact: Fact, side: Side, key_rank: int = 1) -> Choice | None:
    stem = stems.stem(fact, side, graph)
    assert stem is not None
    return next(choices(stem, fact, graph, TODAY, key_rank), None)


def test_distractors_are_other_directors() -> None:
    facts = directed_all()

    found = first_choice(a_graph(*facts), facts[0], "subject")

    assert found is not None
    assert set(found.distractors) <= set(DIRECTORS) - {"Ada Quill"}


def test_real_answers_of_the_relation_come_before_others_of_the_type() -> None:
    strangers = tuple(an_entity(name, "person", "director") for name in ("Una Roe", "Vic Lund", "Wes Tarn"))
    facts = directed_all()

    found = first_choice(a_graph(*facts, entities=strangers), facts[0], "subject")

    assert found is not None
    assert not {"Una Roe", "Vic Lund", "Wes Tarn"} & set(found.distractors)


def test_nothing_that_may_be_true_is_a_distractor() -> None:
    facts = (*directed_all(), a_fact("ada-quill", "directed", "the-long-pier", scope="in spring"))

    found = first_choice(a_graph(*facts), facts[0], "value")

    assert found is not None
    assert "The Long Pier" not in found.distractors


def test_without_proof_of_falsity_there_is_no_distractor() -> None:
    facts = tuple(a_fact(f.subject, "acts_in", f.value) for f in directed_all())

    assert first_choice(a_graph(*facts), facts[0], "subject") is None
    assert first_choice(a_graph(*facts, co_mentions=frozenset()), facts[0], "subject") is not None


def test_who_is_tied_to_a_part_of_the_whole_is_no_distractor() -> None:
    facts = tuple(a_fact(f.subject, "acts_in", f.value) for f in directed_all())
    keeper = an_entity("The Keeper", "character", within="salt")
    tied = a_fact("bram-osei", "plays", "the-keeper")

    found = first_choice(
        a_graph(*facts, tied, entities=(keeper,), co_mentions=frozenset()), facts[0], "subject"
    )

    assert found is not None
    assert "Bram Osei" not in found.distractors


def test_a_name_said_in_the_stem_or_part_of_the_key_is_no_distractor() -> None:
    facts = directed_all()
    twin = an_entity("Ada Quill Senior", "person", "director")

    found = first_choice(a_graph(*facts, entities=(twin,)), facts[0], "subject")

    assert found is not None
    assert "Ada Quill Senior" not in found.distractors


def test_a_stem_that_says_the_kind_keeps_to_it() -> None:
    places = [an_entity(f"{n} Land", "place", "country") for n in ("Ash", "Birch", "Cedar")]
    places += [an_entity("Dune Land", "place", "island"), an_entity("Elm Town", "place", "city")]
    fact = a_fact("ash-land", "capital", "elm-town")

    assert first_choice(a_graph(fact, entities=tuple(places)), fact, "subject") is None


def test_small_counts_have_near_counts_for_company() -> None:
    fact = a_fact("salt", "scenes", "8")

    found = first_choice(a_graph(fact), fact, "value", key_rank=2)

    assert found is not None
    assert found.key == "8 scenes"
    assert all(3 <= int(option.split()[0]) <= 13 for option in found.distractors)


@given(st.integers(1400, 2026), st.integers(0, 3))
def test_options_are_distinct_and_false_whatever_the_year(year: int, key_rank: int) -> None:
    fact = a_fact("salt", "opened", str(year))
    graph = a_graph(fact)

    found = first_choice(graph, fact, "value", key_rank)

    if found is not None:
        assert len({folded(option) for option in (found.key, *found.distractors)}) == 4
        assert all(graph.is_false(fact, "value", option) for option in found.distractors)


@given(st.integers(201, 599), st.integers(0, 3))
def test_the_key_takes_the_rank_it_is_dealt(number: int, key_rank: int) -> None:
    fact = a_fact("salt", "scenes", str(number))

    found = first_choice(a_graph(fact), fact, "value", key_rank)

    assert found is not None
    values = [int(option.split()[0]) for option in found.distractors]
    assert sum(value < number for value in values) == key_rank
    assert len({*values, number}) == 4


@given(st.lists(st.tuples(st.sampled_from(DIRECTORS), st.sampled_from(PLAYS)), min_size=1, unique=True))
def test_no_distractor_is_true_by_the_facts(pairs: list[tuple[str, str]]) -> None:
    facts = tuple(
        a_fact(p.lower().replace(" ", "-"), "directed", w.lower().replace(" ", "-")) for p, w in pairs
    )
    graph = a_graph(*facts)

    for side in ("subject", "value"):
        found = first_choice(graph, facts[0], side)
        true = {graph.entities[known].name for known in graph.answers(facts[0], side)}
        assert found is None or not true & set(found.distractors)


def test_ranks_are_dealt_evenly() -> None:
    facts = [a_fact("salt", "scenes", str(number)) for number in range(40)]

    dealt = Counter(key_ranks(facts).values())

    assert dict(dealt) == {0: 10, 1: 10, 2: 10, 3: 10}
