from dataclasses import replace

import pytest

from quizapp.domain.fact import Entity, Evidence, Fact, Side
from quizapp.domain.item import Item
from quizapp.generation import stems
from quizapp.generation.catalogue import load
from quizapp.generation.graph import Graph
from quizapp.generation.screen import Question, proof, refused_in_pack, refused_item, refused_question
from quizapp.generation.texts import Texts
from tests.generation.stage import a_fact, a_graph, a_pack_of, an_entity, directed_all

HARBOUR = (an_entity("Port Sound", "place", "town"), an_entity("Old Tom", "character", within="salt"))


def a_question(graph: Graph, side: str = "subject", **more: object) -> Question:
    stem = stems.stem(graph.facts[0], side, graph)  # type: ignore[arg-type]
    assert stem is not None
    return Question(graph.facts[0], stem, graph, **more)  # type: ignore[arg-type]


def test_a_sound_question_passes() -> None:
    assert refused_question(a_question(a_graph(a_fact()))) == ""


def test_a_fact_that_documents_disagree_on_is_not_asked() -> None:
    graph = a_graph(a_fact())

    assert (
        refused_question(a_question(graph, contested=frozenset({graph.facts[0].fact_id})))
        == "documents disagree"
    )


def test_what_changes_with_time_is_not_asked_without_a_date() -> None:
    graph = a_graph(a_fact("port-sound", "residents", "900"), entities=HARBOUR)

    assert refused_question(a_question(graph, "value")) == "changes with time and has no as_of"


def test_a_question_with_two_true_answers_must_say_which_of_these() -> None:
    graph = a_graph(*(a_fact("ada-quill", "plays", tom) for tom in ("old-tom", "young-tom")), entities=(
        *HARBOUR, an_entity("Young Tom", "character", within="salt"),
    ))  # fmt: skip

    assert refused_question(a_question(graph, "value")) == "several answers are true"


def test_a_true_distractor_is_refused_under_any_of_its_names() -> None:
    graph = a_graph(a_fact("ada-quill", "directed", "salt"), a_fact("ada-quill", "directed", "low-water"))
    question = a_question(graph, "value")
    item = Item(question.stem.text, "Salt", ("Low Water", "Nine Bells", "Gull Island"))

    assert refused_item(item, question) == "a distractor is true"


def test_a_blocking_flaw_of_the_rubric_is_named() -> None:
    question = a_question(a_graph(*directed_all()))
    item = Item(
        question.stem.text, "Ada Quill", ("Bram Osei", "Cleo Varga", "none of these"), "Ada Quill did."
    )

    assert refused_item(item, question) == "rubric: none-of-the-above"


def test_two_items_on_one_fact_cannot_share_a_pack() -> None:
    others = ("Bram Osei", "Cleo Varga", "Dan Ferro")
    items = [
        Item("Who directed “Salt”?", "Ada Quill", others, "Ada Quill did.", fact_id="f-1"),
        Item("Who put on the play “Salt”?", "Ada Quill", others, "Ada Quill did.", fact_id="f-1"),
    ]

    found = refused_in_pack(a_pack_of(a_graph(), items=tuple(items)))

    assert set(found) == {items[1].item_id}


def test_a_stem_that_names_the_key_by_another_name_is_refused() -> None:
    ada = an_entity("Ada Quill", "person", "director", aliases=("Quill",))
    question = a_question(a_graph(a_fact(), entities=(ada,)))
    item = Item("Who directed the play by the cousin of Quill?", "Ada Quill", ("Bram", "Cleo", "Dan"))

    assert refused_item(item, question) == "its stem names the answer"


def test_half_a_surname_in_the_stem_tells_the_husband() -> None:
    item = Item("To whom was Cleo Quill-Varga married?", "Ada Quill", ("Bram Osei", "Dan Ferro", "Elif Sand"))

    assert refused_item(item, a_question(a_graph(a_fact()))) == "its stem names the answer"


def test_a_short_surname_in_the_stem_tells_the_father() -> None:
    item = Item("Who was the father of Cleo Oy?", "Ada Oy", ("Bram Osei", "Dan Ferro", "Elif Sand"))

    assert refused_item(item, a_question(a_graph(a_fact()))) == "its stem names the answer"


@pytest.mark.parametrize(
    ("town", "expected"), [("York", "its stem names the answer"), ("Whitby", ""), ("Yor", "")]
)
def test_a_town_in_the_stem_tells_the_region_that_is_called_after_it(town: str, expected: str) -> None:
    places = (an_entity(town, "place", "city"), an_entity("Yorkshire", "place", "region"))
    fact = a_fact(town.lower(), "situated_in", "yorkshire")
    question = a_question(Graph(load(), {each.entity_id: each for each in places}, (fact,)), "value")
    item = Item(f"In which region is {town} situated?", "Yorkshire", ("Cornwall", "Cumbria", "Lancashire"))

    assert refused_item(item, question) == expected


@pytest.mark.parametrize(
    ("key", "expected"), [("Porto", "its stem names the answer"), ("Portree", ""), ("Lisbon", "")]
)
def test_a_noun_in_the_stem_tells_the_name_that_is_made_of_it(key: str, expected: str) -> None:
    places = (an_entity("port", "thing", "wine"), an_entity(key, "place", "city"))
    fact = a_fact("port", "named_after", key.lower())
    question = a_question(Graph(load(), {each.entity_id: each for each in places}, (fact,)), "value")
    item = Item("After which city is the wine port named?", key, ("Coimbra", "Braga", "Faro"))

    assert refused_item(item, question) == expected


def test_a_stem_of_over_thirty_words_is_refused() -> None:
    question = a_question(a_graph(a_fact()))
    item = Item(f"Who {'very ' * 30}well directed it?", "Ada Quill", ("Bram", "Cleo", "Dan"))

    assert refused_item(item, question) == "its stem is too long"


def test_the_sentence_before_may_name_the_answer() -> None:
    ada = "Ada Quill was a director."
    sentences = {Evidence("harbour", 1, 1): ada, Evidence("harbour", 1, 2): "She directed Salt."}
    graph = a_graph(a_fact(evidence=(Evidence("harbour", 1, 2),)), texts=Texts(sentences))

    assert refused_question(a_question(graph)) == ""
    assert proof(a_question(graph)) == (Evidence("harbour", 1, 1), Evidence("harbour", 1, 2))


def test_the_paragraph_before_may_name_the_answer_and_one_long_before_may_not() -> None:
    ada, she = "Ada Quill was a director.", "She directed Salt."
    near, far = (
        {Evidence("harbour", 1, 1): ada, Evidence("harbour", paragraph, 1): she} for paragraph in (2, 4)
    )
    graphs = [
        a_graph(a_fact(evidence=(place,)), texts=Texts(sentences))
        for sentences in (near, far)
        for place in list(sentences)[1:]
    ]

    assert [bool(refused_question(a_question(graph))) for graph in graphs] == [False, True]


def test_a_sentence_that_names_the_answer_nowhere_near_proves_nothing() -> None:
    sentences = {Evidence("harbour", 1, 2): "She directed Salt."}
    graph = a_graph(a_fact(evidence=(Evidence("harbour", 1, 2),)), texts=Texts(sentences))

    assert refused_question(a_question(graph)) == "the sentence behind it does not name the answer"


def test_a_name_before_a_comma_is_named() -> None:
    sentences = {Evidence("harbour", 1, 1): "Directed by Ada Quill, “Salt” was seen by few."}

    assert refused_question(a_question(a_graph(a_fact(), texts=Texts(sentences)))) == ""


def test_who_owns_something_is_named() -> None:
    sentences = {Evidence("harbour", 1, 1): "Salt marks Ada Quill’s first work."}

    assert refused_question(a_question(a_graph(a_fact(), texts=Texts(sentences)))) == ""


def test_somebody_of_one_name_is_not_asked_about() -> None:
    graph = a_graph(a_fact("ada", "directed", "salt"), entities=(an_entity("Ada", "person", "director"),))

    assert refused_question(a_question(graph, "value")) == "its person has one name only"


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    graph = a_graph(a_fact("ada-finch-obe"), entities=(an_entity("Ada Finch OBE", "person", "director"),))

    assert refused_question(a_question(graph, "value")) == "its person bears letters behind the name"


@pytest.mark.parametrize(("kind", "reason"), [("king", ""), ("", "its ruler is told by a number alone")])
def test_a_number_behind_a_name_needs_to_be_told_a_ruler(kind: str, reason: str) -> None:
    graph = a_graph(a_fact("ada-iii"), entities=(an_entity("Ada III", "person", kind),))

    assert refused_question(a_question(graph, "value")) == reason


def test_a_plural_name_needs_its_verb() -> None:
    games = an_entity("Altmoor Games", "work", "play")
    graph = a_graph(a_fact("altmoor-games", "opened", "1931"), entities=(games,))
    question = a_question(graph, "value")
    stem = replace(question.stem, text="In which year was the Altmoor Games opened?")

    assert refused_question(replace(question, stem=stem)) == "its verb does not go with a plural"
    assert refused_question(question) == ""


def a_told_question(fact: Fact, side: Side, *entities: Entity) -> Question:
    """A question on a fact that two readings of a text state."""
    graph = Graph(load(), {each.entity_id: each for each in entities}, (replace(fact, witnesses=2),))
    stem = stems.stem(graph.facts[0], side, graph)
    assert stem is not None
    return Question(graph.facts[0], stem, graph)


def test_a_clause_that_speaks_of_a_thing_without_its_name_needs_its_text() -> None:
    quill = an_entity("Ada Quill", "person", "engineer")
    reasons = [
        refused_question(
            a_told_question(a_fact("ada-quill", "did_in_year", "1880", scope=told), "value", quill)
        )
        for told in (
            "left the band",
            "opened the museum in the tower",
            "opened the museum in Port Sound",
            "won the first race",
            "crossed the sea",
        )
    ]

    assert reasons == ["it speaks of a thing without its name"] * 2 + [""] * 3


def test_a_succession_is_asked_with_its_office() -> None:
    people = [an_entity(name, "person") for name in ("Ada Quill", "Bram Osei")]
    union = an_entity("Harbour Union", "organisation", "union", takes_the=True)
    facts = [
        replace(each, witnesses=2)
        for each in (
            a_fact("ada-quill", "succeeded", "bram-osei"),
            a_fact("ada-quill", "president_of", "harbour-union"),
        )
    ]
    graph = Graph(load(), {each.entity_id: each for each in (*people, union)}, tuple(facts))
    stem = next(form for form in stems.forms(facts[0], "subject", graph))

    assert stem.text == "Which of these people succeeded Bram Osei as president of the Harbour Union?"
    assert refused_question(Question(facts[0], stem, graph)) == ""


def test_a_succession_in_no_office_is_not_asked_unless_of_kings() -> None:
    people, kings = (
        [an_entity(name, "person", kind) for name in ("Ada Quill", "Bram Osei")] for kind in ("", "queen")
    )
    fact = a_fact("ada-quill", "succeeded", "bram-osei")

    assert refused_question(a_told_question(fact, "subject", *people)) == "it does not say in which office"
    assert refused_question(a_told_question(fact, "subject", *kings)) == ""


def test_the_proof_of_a_year_has_the_sentence_that_says_from_when_it_counts() -> None:
    before, here = Evidence("harbour", 1, 1), Evidence("harbour", 1, 2)
    texts = Texts({before: "In 1871 Ada Quill left.", here: "Ada Quill came back two years later."})

    assert texts.with_year((here,), "1873") == (before, here)
    assert texts.with_year((before,), "1871") == (before,)


@pytest.mark.parametrize(("kind", "is_refused"), [("island", True), ("garden", False)])
def test_an_island_is_not_asked_when_it_was_created(kind: str, is_refused: bool) -> None:
    fact = a_fact("gull", "created_in_year", "1950")
    graph = Graph(load(), {"gull": an_entity("Gull", "thing", kind)}, (fact,))

    refused = refused_question(a_question(graph, "value"))

    assert refused.startswith("a land of that name") is is_refused
