"""What documents disagree about is asked as the word of one of them, or not at all."""

from quizapp.domain.fact import Disagreement, Document, Entity, EntityType, Evidence, Fact
from quizapp.generation import catalogue, wording
from quizapp.generation.graph import Graph
from quizapp.generation.proposing import outcomes
from quizapp.generation.ranking import Proposal
from quizapp.generation.refusals import Refusal
from tests.generation.stage import TODAY

ENTITIES = {
    each.entity_id: each
    for each in (
        Entity("salt", "Salt", EntityType.WORK, "film"),
        Entity("quill", "Quill Films", EntityType.ORGANISATION, "company"),
        Entity("finch", "Finch Pictures", EntityType.ORGANISATION, "company"),
        Entity("japan", "Japan", EntityType.PLACE, "country"),
    )
}
DOCUMENTS = {"news": Document("news", "A Film about “Salt”"), "guide": Document("guide", "A Guide")}


def a_fact(value: str, *documents: str, relation: str = "produced_by", subject: str = "salt") -> Fact:
    evidence = tuple(Evidence(document, 1, 1) for document in documents)
    return Fact(subject, relation, value, evidence, witnesses=2)


def asked(*disputed: Fact) -> list[Proposal | Refusal]:
    around = (
        a_fact("1990", "news", relation="released_in_year"),
        a_fact("japan", "news", relation="country_of_origin", subject="quill"),
        a_fact("japan", "news", relation="country_of_origin", subject="finch"),
    )
    graph = Graph(catalogue.load(), ENTITIES, (*disputed, *around), DOCUMENTS)
    found = [Disagreement("salt", disputed[0].relation, disputed)]
    return list(outcomes(graph, found, TODAY, only={fact.fact_id for fact in disputed}))


def test_a_disputed_fact_is_asked_as_the_word_of_its_document() -> None:
    made = [
        each
        for each in asked(a_fact("quill", "news"), a_fact("finch", "guide"))
        if isinstance(each, Proposal)
    ]

    assert "According to “A Guide”, which of these companies produced “Salt”?" in [
        each.item.stem for each in made
    ]
    assert all(not {"Quill Films", "Finch Pictures"} & set(each.item.distractors) for each in made)


def test_a_disputed_fact_of_several_documents_is_not_asked() -> None:
    first = asked(a_fact("quill", "news", "guide"), a_fact("finch", "guide"))[0]

    assert isinstance(first, Refusal)
    assert first.reason == "documents disagree"


def test_a_publisher_is_named_as_it_is() -> None:
    documents = {"news": Document("news", "A Film", publisher="The Gazette")}
    fact = Fact("salt", "released_in_year", "1931", according_to="news")

    assert wording.source_name(fact, Graph(catalogue.load(), ENTITIES, (fact,), documents)) == "The Gazette"
