import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.item import Item
from quizapp.errors import Malformed
from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.pipeline import Generated, make_pack
from quizapp.packs.writer import write_pack
from tests.generation.stage import CATALOGUE, TODAY, a_fact, a_graph, a_pack_of, directed_all

BY_HAND = Item(
    "Who swept the stage of “Salt”?", "Una Roe", ("Vic Lund", "Wes Tarn", "Xan Bly"), "Una Roe did."
)

ARTICLE = """The return of ‘Cold Harbour’

‘Cold Harbour’ is a six-episode series directed by Ada Quill and written by Bram Osei.

Cleo Varga plays Nora Finch, a gifted baker. Dan Ferro plays Tom Reed. Elif Sand plays Ruth Moss.

The role of Max Dunn is played by Finn Holt. The music, composed by Gia Lowe, is quiet.
"""


def made_from_pack(**more: object) -> Generated:
    return make_pack([], [a_pack_of(a_graph(*directed_all()), **more)], CATALOGUE, TODAY)


def test_the_facts_of_a_pack_become_items_with_their_evidence() -> None:
    found = made_from_pack()

    assert len(found.pack.items) == found.funnel.made > 0
    assert all(item.made and item.fact_id and item.evidence and item.explanation for item in found.pack.items)


def test_items_written_by_hand_come_first_untouched_and_made_ones_are_made_anew() -> None:
    stale = replace(BY_HAND, stem="What was it?", made=True, item_id="q-stale")

    found = made_from_pack(items=(stale, BY_HAND))

    assert found.pack.items[0] == BY_HAND
    assert stale not in found.pack.items
    assert found.funnel.by_hand == 1


def test_the_whole_is_what_stands_and_what_waits_each_with_its_worth() -> None:
    found = made_from_pack(items=(BY_HAND,))

    made = {item.item_id for item in (*found.pack.items, *found.waiting.items)}
    assert {item.item_id for item in found.whole.items} == made
    assert set(found.worth) == made - {BY_HAND.item_id}
    assert all(0 <= worth <= 1 for worth in found.worth.values())


def test_making_a_pack_from_a_made_pack_changes_nothing() -> None:
    once = made_from_pack(items=(BY_HAND,)).pack

    assert make_pack([], [once], CATALOGUE, TODAY).pack == once


def test_every_question_that_was_proposed_is_made_or_refused_with_a_reason() -> None:
    funnel = made_from_pack().funnel

    assert funnel.proposed == funnel.made + sum(funnel.refused.values())


def test_a_disagreement_makes_no_item_and_is_shown() -> None:
    graph = a_graph(a_fact("salt", "scenes", "8"), a_fact("salt", "scenes", "12"))

    found = make_pack([], [a_pack_of(graph)], CATALOGUE, TODAY)

    assert [len(one.facts) for one in found.disagreements] == [2]
    assert {refusal.reason for refusal in found.refusals} == {"documents disagree"}
    assert found.pack.items == ()


def test_a_side_that_may_not_be_asked_is_not() -> None:
    facts = tuple(replace(fact, ask=("value",)) for fact in directed_all())

    found = make_pack([], [a_pack_of(a_graph(*facts))], CATALOGUE, TODAY)

    assert all(item.stem.startswith("Which of these plays") for item in found.pack.items)


@pytest.mark.parametrize(
    ("fact", "complaint"),
    [
        (a_fact(relation="painted"), "no relation 'painted'"),
        (a_fact(value="nowhere"), "no entity 'nowhere'"),
        (a_fact(subject="salt"), "the subject is a work"),
        (a_fact("salt", "scenes", "many"), "'many' is not a number"),
    ],
)
def test_a_fact_that_its_relation_does_not_allow_is_refused(fact: object, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        make_pack([], [a_pack_of(a_graph(fact))], CATALOGUE, TODAY)  # type: ignore[arg-type]


def test_documents_alone_make_a_pack_under_their_title() -> None:
    found = make_pack([document_of(ARTICLE, "article")], [], load(), TODAY)

    stems = {item.stem: item.key for item in found.pack.items}
    assert found.pack.slug == "the-return-of-cold-harbour"
    assert "Ada Quill" in stems.values()
    assert found.funnel.found["plays"] >= 4
    assert found.funnel.found["directed"] >= 1


def test_a_common_noun_in_a_title_is_asked_about_with_its_article() -> None:
    text = (
        "The Harmonium\n\nThe harmonium is a keyboard instrument. It was patented in Oslo in 1842 by Ada "
        "Quill, a builder of pianos. Composers took the harmonium seriously. The harmonium has five octaves. "
        "Bram Osei played the harmonium in 1850."
    )

    found = make_pack([document_of(text, "harmonium")], [], load(), TODAY)

    assert "In which year was the harmonium patented?" in {item.stem for item in found.pack.items}


def test_facts_of_a_document_are_joined_to_what_a_pack_knows() -> None:
    first = make_pack([document_of(ARTICLE, "article")], [], load(), TODAY).pack

    again = make_pack([document_of(ARTICLE, "article")], [first], load(), TODAY).pack

    assert again == first


@settings(max_examples=20, deadline=None)
@given(st.permutations(list(directed_all())), st.randoms(use_true_random=False))
def test_no_distractor_is_true_and_no_key_is_false_in_any_order_of_facts(
    facts: list[object], _: object
) -> None:
    graph = a_graph(*facts)  # type: ignore[arg-type]
    found = make_pack([], [a_pack_of(graph)], CATALOGUE, TODAY)

    pairs = {(graph.entities[f.subject].name, graph.entities[f.value].name) for f in graph.facts}
    for item in found.pack.items:
        given = next(
            name for pair in pairs for name in pair if f"“{name}”" in item.stem or f" {name}?" in item.stem
        )
        true = {option for option in item.options if {(option, given), (given, option)} & pairs}
        assert true == {item.key}


def test_the_same_input_makes_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from datetime import date;"
        "from quizapp.generation.document import read_documents;"
        "from quizapp.generation.catalogue import load;"
        "from quizapp.generation.pipeline import make_pack; from quizapp.packs.writer import write_pack;"
        "pack = make_pack(read_documents([Path(sys.argv[1])]), [], load(), date(2026, 11, 21)).pack;"
        "sys.stdout.buffer.write(write_pack(pack).encode())"
    )

    written = {
        subprocess.run(
            [sys.executable, "-c", program, str(article)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert written == {
        write_pack(make_pack([document_of(ARTICLE, "article")], [], load(), TODAY).pack).encode()
    }
