"""Documents with their facts in place."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Entity, EntityType, Evidence, Fact, by_id
from quizapp.services.accounts import sign_up
from quizapp.services.draft_texts import texts_of
from quizapp.services.drafting import Edit, change
from quizapp.services.reader import LeftOut, Paragraph, Piece, pieces, reading_of
from tests.conftest import NOON_MS
from tests.services.told_drafts import told_draft

ADA = Entity("ada", "Ada Quill", EntityType.PERSON, aliases=("A. Quill",))
SALT = Entity("salt", "Salt", EntityType.WORK, kind="film")


@pytest.fixture
def draft(app: Flask) -> Draft:
    return told_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id)


def named(text: str, *facts: Fact) -> list[Piece]:
    return [piece for piece in pieces(text, facts, by_id((ADA, SALT))) if piece.side]


def test_a_document_is_read_in_order_with_furniture_left_out(draft: Draft) -> None:
    harbour = texts_of(draft.draft_id)[0]

    reading = reading_of(draft, harbour, frozenset())

    assert [type(part) for part in reading.parts] == [Paragraph, LeftOut, Paragraph, Paragraph]
    assert reading.parts[1] == LeftOut(((2, "Home | News | Films", "menu"),), ("menu",))


def test_every_fact_stands_at_the_sentence_that_states_it(draft: Draft) -> None:
    reading = reading_of(draft, texts_of(draft.draft_id)[0], frozenset({"f-salt"}))

    paragraph = reading.parts[2]
    assert isinstance(paragraph, Paragraph)
    first = paragraph.sentences[0]
    assert [(told.number, told.fact.fact_id, told.disputed) for told in first.facts] == [(1, "f-salt", True)]
    assert [piece.text for piece in first.pieces if piece.side] == ["Ada Quill", "Salt"]
    assert [told.number for told in paragraph.facts] == [1, 2]


def test_a_fact_that_points_to_no_sentence_is_listed_after_the_text(draft: Draft) -> None:
    lost = Fact("ada-quill", "directed", "low-water", (Evidence("harbour", 40, 1),), fact_id="f-lost")
    menu = Fact("dan-ferro", "directed", "low-water", (Evidence("harbour", 2, 1),), fact_id="f-menu")
    pack = replace(draft.pack, facts=(*draft.pack.facts, lost, menu))
    draft = change(draft.owner_id, draft.public_id, NOON_MS, lambda _: Edit("Added", pack))

    reading = reading_of(draft, texts_of(draft.draft_id)[0], frozenset())

    assert [(told.number, told.fact.fact_id) for told in reading.elsewhere] == [(6, "f-lost"), (7, "f-menu")]


def test_a_person_is_found_by_another_name_and_by_the_last_one() -> None:
    fact = Fact("ada", "directed", "salt")

    found = named("A. Quill made “Salt”; Quill was not saltless in Salty.", fact)

    assert found == [Piece("A. Quill", "subject"), Piece("Salt", "value"), Piece("Quill", "subject")]


@pytest.mark.parametrize(
    ("relation", "value", "text", "words"),
    [
        ("born_in_year", "1901", "She was born in 1901.", "1901"),
        ("born_in_year", "-44", "She was born in 44 BC.", "44 BC"),
        ("born_on", "1969-07-20", "She was born on July 20, 1969.", "July 20, 1969"),
        ("born_on", "1969-07", "She was born in July 1969.", "July 1969"),
        ("born_on", "soon", "She will be born soon.", "soon"),
        ("hummed", "(tunes", "She hummed (tunes.", "(tunes"),
    ],
)
def test_a_value_is_found_as_texts_write_it(relation: str, value: str, text: str, words: str) -> None:
    assert named(text, Fact("ada", relation, value)) == [Piece(words, "value")]
