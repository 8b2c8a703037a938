"""Where an answer stands, and when the sentence itself may be shown."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.fact import Document, Evidence
from quizapp.domain.licence import open_licence
from quizapp.domain.pack import Pack
from quizapp.packs.shelf import Shelf
from quizapp.services.playing import Seat
from quizapp.services.shelving import publish_shelf
from quizapp.services.source import Source, sources_of
from tests.builders import GUIDE, GUIDE_SENTENCE, a_fact, a_pack, a_quoting_pack, an_item
from tests.conftest import NOON_MS
from tests.services.rounds import Play


def on_shelf(pack: Pack) -> Pack:
    publish_shelf(Shelf({pack.slug: pack}, ()), NOON_MS)
    return pack


def first_source(pack: Pack, item_id: str = "q-mars") -> Source:
    return sources_of(on_shelf(pack).digest, item_id)[0]


def test_the_sentence_is_shown_with_the_licence_that_allows_it(app: object, guide: Path) -> None:
    assert first_source(a_quoting_pack()) == Source(
        "A Guide to the Planets", "Example Press", "https://example.org/guide", "paragraph 2, sentence 1",
        GUIDE_SENTENCE, open_licence("CC-BY-4.0"), "en",
    )  # fmt: skip


@pytest.mark.parametrize("licence", ["", "CC-BY-NC-4.0", "All rights reserved"])
def test_a_text_at_hand_is_kept_back_without_an_open_licence(app: object, guide: Path, licence: str) -> None:
    closed = Document("guide", "A Guide to the Planets", licence=licence)

    source = first_source(a_pack(documents=(closed,)))

    assert (source.place, source.quote, source.licence) == ("paragraph 2, sentence 1", "", None)


def test_an_open_licence_without_the_text_shows_the_place_alone(app: object) -> None:
    source = first_source(a_quoting_pack())

    assert (source.place, source.quote, source.licence) == ("paragraph 2, sentence 1", "", None)


def test_a_sentence_that_names_nothing_of_the_answer_is_no_proof(app: object, guide: Path) -> None:
    guide.write_text("A new first line\n" + GUIDE, "utf-8")

    assert first_source(a_quoting_pack()).quote == ""


def test_a_sentence_that_calls_the_answer_it_is_known_by_what_was_asked(app: object, guide: Path) -> None:
    guide.write_text("Ceres\n\nIt lies between Mars and Jupiter.\n", "utf-8")
    item = replace(an_item(), stem="Which dwarf planet lies between Mars and Jupiter?")

    assert first_source(a_quoting_pack(items=(item,)), "q-ceres").quote == "It lies between Mars and Jupiter."


def test_a_document_that_the_pack_does_not_name_is_shown_by_its_id(app: object) -> None:
    item = replace(an_item(), evidence=(Evidence("atlas", 3),))

    assert sources_of(on_shelf(a_pack(items=(item,))).digest, "q-ceres") == (
        Source("atlas", "", "", "paragraph 3"),
    )


def test_the_verdict_says_how_many_readings_found_the_fact(alice: Seat) -> None:
    items = tuple(replace(item, fact_id="f-ceres") for item in a_pack().items)
    on_shelf(a_pack(facts=(a_fact(witnesses=3),), items=items))
    play = Play(alice)

    verdict = play.respond(play.key)

    assert (verdict.documents, verdict.witnesses) == (1, 3)
