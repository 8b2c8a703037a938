from quizapp.cli.disagreements import lines, stated
from quizapp.domain.fact import Disagreement, Evidence, Fact
from quizapp.domain.pack import Pack
from quizapp.generation.document import Document, document_of
from tests.generation.stage import an_entity

GUIDE = document_of(
    "The Tern Light\n\nThe Tern Light stands on a rock. Cora Halbrook lit it in 1871.\n", "guide"
)
LETTER = document_of(
    "A night on the rock\n\nIt rained.\n\nCora Holbrook lit the Tern Light in 1874, we were told.\n", "letter"
)
TOWN = (
    an_entity("Tern Light", "thing"),
    an_entity("Cora Halbrook", "person"),
    an_entity("Cora Holbrook", "person"),
)


def fact(subject: str, relation: str, value: str, document: Document, paragraph: int, sentence: int) -> Fact:
    return Fact(subject, relation, value, (Evidence(document.document_id, paragraph, sentence),))


def a_pack(*facts: Fact) -> Pack:
    references = (GUIDE.reference, LETTER.reference)
    return Pack("tern", "Tern", documents=references, entities=TOWN, facts=facts)


def test_both_sentences_stand_one_above_the_other_with_their_values_and_places() -> None:
    early = fact("tern-light", "lit_in", "1871", GUIDE, 2, 2)
    late = fact("tern-light", "lit_in", "1874", LETTER, 3, 1)

    found = list(
        lines(Disagreement("tern-light", "lit_in", (early, late)), a_pack(early, late), [GUIDE, LETTER])
    )

    assert found == [
        "disagreement: Tern Light, lit_in:",
        "  1871  The Tern Light paragraph 2 sentence 2",
        "          Cora Halbrook lit it in 1871.",
        "  1874  A night on the rock paragraph 3 sentence 1",
        "          Cora Holbrook lit the Tern Light in 1874, we were told.",
    ]


def test_a_name_in_dispute_is_shown_in_both_spellings() -> None:
    one = fact("cora-halbrook", "lit", "tern-light", GUIDE, 2, 2)
    other = fact("cora-holbrook", "lit", "tern-light", LETTER, 3, 1)
    dispute = Disagreement("cora-halbrook", "lit", (one, other), "spelling")

    found = list(lines(dispute, a_pack(one, other), [GUIDE, LETTER]))

    assert found[0] == "disagreement about a name: Cora Halbrook or Cora Holbrook:"
    assert found[1].startswith("  Cora Halbrook  The Tern Light paragraph 2")


def test_an_end_before_its_beginning_is_named_as_such() -> None:
    begun = fact("tern-light", "opened_in", "1871", GUIDE, 2, 2)
    ended = fact("tern-light", "closed_in", "1860", LETTER, 3, 1)
    backwards = Disagreement("tern-light", "closed_in", (begun, ended), "order")

    found = list(lines(backwards, a_pack(begun, ended), [GUIDE, LETTER]))

    assert found[0] == "disagreement: Tern Light, closed_in before opened_in:"


def test_what_was_not_read_in_this_run_is_shown_without_its_sentence() -> None:
    early = fact("tern-light", "lit_in", "1871", GUIDE, 2, 2)
    by_hand = Fact("tern-light", "lit_in", "1874")
    disagreement = Disagreement("tern-light", "lit_in", (early, by_hand))

    found = list(stated(disagreement, a_pack(early, by_hand), []))

    assert [side.text for side in found] == ["", ""]
    assert found[1].place == "stated in the pack"
