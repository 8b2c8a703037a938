from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.fact import Entity, Evidence, Fact, Side
from quizapp.domain.text import folded
from quizapp.generation import gazetteer, stems
from quizapp.generation.catalogue import load
from quizapp.generation.distractors import choices, key_ranks
from quizapp.generation.graph import Graph, overlap
from quizapp.generation.lifespan import lifespan
from quizapp.generation.near import near
from quizapp.generation.texts import Texts
from quizapp.generation.wrong_answers import Choice
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


def test_quantities_have_quantities_of_their_unit_for_company() -> None:
    fact, other = a_fact("salt", "tall", "62 metres"), a_fact("low-water", "tall", "70 metres")

    found = first_choice(a_graph(fact, other), fact, "value", key_rank=1)

    assert found is not None
    assert found.key == "62 metres"
    assert "70 metres" in found.distractors
    assert all(option.endswith(" metres") for option in found.distractors)


def test_beside_a_number_near_the_truth_no_number_stands_that_may_be_meant() -> None:
    fact = a_fact("salt", "tall", "60 metres", scope="about")
    other = a_fact("low-water", "tall", "55 metres")

    found = first_choice(a_graph(fact, other), fact, "value", key_rank=1)

    assert found is not None
    assert all(abs(int(option.split()[0]) - 60) >= 15 for option in found.distractors)


@given(st.integers(1400, 2000), st.integers(0, 3))
def test_years_make_no_ladder_and_do_not_follow_each_other(year: int, key_rank: int) -> None:
    real = [a_fact("low-water", "opened", str(year + step)) for step in (1, 2, 4, 6)]
    fact = a_fact("salt", "opened", str(year))

    found = first_choice(a_graph(fact, *real), fact, "value", key_rank)

    assert found is not None
    rungs = sorted(int(option) for option in (found.key, *found.distractors))
    steps = [high - low for low, high in pairwise(rungs)]
    assert min(steps) > 1
    assert len(set(steps)) > 1


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


def built(*facts: Fact, co_mentions: frozenset[frozenset[str]] | None = frozenset()) -> Graph:
    """Who built what, and four more firms that the documents name and no fact is about."""
    firms = [an_entity(name, "organisation", "firm") for name in ("Gull Works", "Tern and Son")]
    named = [an_entity(f"{name} Yard", "organisation", "firm") for name in ("Ash", "Birch", "Cedar", "Dune")]
    named.append(an_entity("Choir of Port Sound", "organisation", "choir"))
    others = {each.entity_id: each for each in named}
    return a_graph(*facts, entities=tuple(firms), others=others, co_mentions=co_mentions)


def test_a_name_that_never_stands_beside_the_given_side_of_a_whole_list_is_false() -> None:
    fact = a_fact("salt", "built_by", "gull-works")

    found = first_choice(built(fact, co_mentions=frozenset({frozenset(("salt", "ash-yard"))})), fact, "value")

    assert found is not None
    assert set(found.distractors) < {"Tern and Son", "Birch Yard", "Cedar Yard", "Dune Yard"}


def test_without_the_text_a_name_that_no_fact_is_about_proves_nothing() -> None:
    fact = a_fact("salt", "built_by", "gull-works")

    assert first_choice(built(fact, co_mentions=None), fact, "value") is None


def test_who_fills_the_relation_elsewhere_comes_before_who_is_merely_named() -> None:
    facts = (a_fact("salt", "built_by", "gull-works"), a_fact("nine-bells", "built_by", "tern-and-son"))

    found = first_choice(built(*facts), facts[0], "value")

    assert found is not None
    assert "Tern and Son" in found.distractors


def test_a_place_around_the_answer_and_a_shorter_form_of_its_name_are_not_false() -> None:
    places = (an_entity("Port Sound", "place"), an_entity("Far Isles", "place"), an_entity("Sound", "place"))
    born = a_fact("ada-quill", "born_in", "port-sound")
    graph = a_graph(born, a_fact("port-sound", "lies_in", "far-isles"), entities=places)

    assert not graph.is_false(born, "value", "far-isles")
    assert not graph.is_false(born, "value", "sound")


def test_wrong_cities_come_from_the_gazetteer_and_the_nearest_first() -> None:
    lyon = an_entity("Lyon", "place", "city")
    ruritania = an_entity("Low Land", "place", "country")
    fact = a_fact("low-land", "capital", "lyon")

    found = first_choice(a_graph(fact, entities=(lyon, ruritania)), fact, "value")

    assert found is not None
    french = {each.name for each in gazetteer.of_kind("city") if gazetteer.is_inside(each.names, ["France"])}
    assert set(found.distractors) <= french - {"Lyon"}


def test_of_an_unknown_place_no_well_known_ones_are_told_apart() -> None:
    fact = a_fact("low-land", "capital", "port-sound")
    places = (an_entity("Low Land", "place", "country"), an_entity("Port Sound", "place", "city"))

    assert first_choice(a_graph(fact, entities=places), fact, "value") is None


def test_no_year_is_offered_outside_a_life() -> None:
    facts = (a_fact("ada-quill", "born", "1901"), a_fact("ada-quill", "died", "1920"))

    found = near("year", "1920", TODAY, "seed", lifespan(facts[1], a_graph(*facts)))

    assert all(int(year) - 1920 >= -18 for year in found if int(year) < 1920)


def test_a_place_of_no_known_kind_is_not_asked_beside_a_great_city() -> None:
    places = [an_entity(name, "place") for name in ("Altmoor", "Old Quay", "Sandholm", "London", "Low Land")]
    fact = a_fact("low-land", "capital", "altmoor")

    assert first_choice(a_graph(fact, entities=tuple(places)), fact, "value") is None


def beside_a_founder(*others: Entity, key: Entity, graph_year: str = "") -> list[set[str]]:
    """Every set of options beside the founder of a trust that a text of that year tells of."""
    trust = an_entity("Salt Trust", "organisation", "trust")
    fact = a_fact("salt-trust", "founded_by", key.entity_id)
    known = {each.entity_id: each for each in (trust, key)}
    names = ". ".join(each.name for each in (trust, key, *others))
    texts = Texts({Evidence("harbour", 1, 1): f"{names} {graph_year}"})
    graph = Graph(
        load(), known, (fact,), co_mentions=frozenset(), others={o.entity_id: o for o in others}, texts=texts
    )
    stem = next(form for form in stems.forms(fact, "value", graph) if not form.same_kind)
    return [set(choice.distractors) for choice in choices(stem, fact, graph, TODAY, 1)]


def test_people_of_one_story_stand_together_whatever_they_are() -> None:
    named = [
        an_entity(name, "person", kind)
        for name, kind in (("Bram Osei", "baker"), ("Cleo Marsh", "actor"), ("Dov Lind", "runner"))
    ]

    found = beside_a_founder(*named, key=an_entity("Ada Quill", "person", "priest"))

    assert found == [{"Bram Osei", "Cleo Marsh", "Dov Lind"}]


def test_somebody_unknown_is_not_asked_beside_three_famous_people() -> None:
    quill = an_entity("Ada Quill", "person", "entrepreneur")

    assert beside_a_founder(key=quill, graph_year="in 1960 in Japan.") == []


def test_somebody_famous_is_asked_beside_somebody_famous() -> None:
    few = [an_entity(name, "person", "baker") for name in ("Bram Osei", "Cleo Marsh", "Dov Lind")]
    ford = an_entity("Henry Ford", "person", "entrepreneur")

    found = beside_a_founder(*few, key=ford, graph_year="in 1910.")

    assert found
    assert all(options - {each.name for each in few} for options in found)


def test_the_name_of_a_character_and_a_piece_of_a_title_are_nobody() -> None:
    film = an_entity("Like Salt, Like Tar", "work", "film")
    hero = an_entity("Bram Osei", "character", "character", within=film.entity_id)
    key, actor = an_entity("Ada Quill", "person", "director"), an_entity("Eve Gray", "person", "actor")
    slips = [an_entity(name, "person", "director") for name in ("Like Salt", "Bram Osei", "Dov Lind")]
    facts = (a_fact("ada-quill", "directed", film.entity_id), a_fact("eve-gray", "plays", "bram-osei"))
    others = {f"other-{each.entity_id}": replace(each, entity_id=f"other-{each.entity_id}") for each in slips}
    graph = a_graph(*facts, entities=(film, hero, key, actor), others=others, co_mentions=frozenset())

    stem = stems.stem(facts[0], "subject", graph)
    assert stem is not None

    offered = {name for choice in choices(stem, facts[0], graph, TODAY, 1) for name in choice.distractors}

    assert "Dov Lind" in offered
    assert not {"Like Salt", "Bram Osei"} & offered


def test_who_cut_a_series_is_none_of_its_listed_producers() -> None:
    people = [
        an_entity(name, "person", "filmmaker")
        for name in ("Ada Quill", "Bram Osei", "Cleo Marsh", "Dov Lind")
    ]
    salt = an_entity("Salt", "work", "series")
    jobs = ("produced", "edited", "production_designer_of", "composed_music_for")
    facts = [a_fact(who.entity_id, job, "salt") for who, job in zip(people, jobs, strict=True)]
    entities = {each.entity_id: each for each in (*people, salt)}
    pairs = frozenset(frozenset((who.entity_id, "salt")) for who in people)
    graph = Graph(load(), entities, tuple(facts), co_mentions=pairs)

    assert graph.is_false(facts[0], "subject", "bram-osei")
    wrote = a_fact("ada-quill", "wrote", "salt")
    writers = Graph(load(), entities, (wrote, *facts[1:]), co_mentions=pairs)
    assert writers.is_false(wrote, "subject", "bram-osei")
    showrunner = Graph(
        load(), entities, (facts[0], a_fact("bram-osei", "showrunner_of", "salt")), co_mentions=pairs
    )
    assert not showrunner.is_false(facts[0], "subject", "bram-osei")


def test_beside_who_published_a_novel_stands_nobody_who_publishes_none() -> None:
    book = an_entity("Salt", "work", "novel")
    house, firm = an_entity("Quill", "organisation"), an_entity("Gull", "organisation")
    fact = a_fact("salt", "published_by", "quill", evidence=(Evidence("harbour", 1, 1),), witnesses=2)
    text = "The British novel Salt was published in 1931 by Quill."
    texts = Texts({Evidence("harbour", 1, 1): text, Evidence("harbour", 1, 2): "Gull makes ships."})
    entities = {each.entity_id: each for each in (book, house)}
    graph = Graph(load(), entities, (fact,), others={firm.entity_id: firm}, texts=texts)

    found = first_choice(graph, fact, "value")

    assert found is not None
    assert "Gull" not in found.distractors


def test_a_name_without_its_diacritics_is_no_other_name() -> None:
    assert overlap(["Plzen"], ["Plzeň"])
    assert overlap(["Anne Lise Falk"], ["Anne-Lise Falk"])
    assert not overlap(["Ost"], ["Oslo"])


@given(st.integers(5, 3000), st.integers(0, 3))
def test_three_measures_beside_one_neither_double_nor_go_in_steps(size: int, key_rank: int) -> None:
    fact = a_fact("salt", "tall", f"{size * 10} metres")

    found = first_choice(a_graph(fact), fact, "value", key_rank)

    assert found is not None
    low, middle, high = sorted(int(option.split()[0].replace(",", "")) for option in found.distractors)
    assert middle - low != high - middle
    assert middle * middle != low * high
