from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from markupsafe import escape

from quizapp.domain.licence import open_licence
from quizapp.packs.shelf import Shelf
from quizapp.services.playing import Source, Verdict
from quizapp.services.shelving import publish_shelf
from quizapp.web.rounds.words import told
from tests.builders import GUIDE_SENTENCE, a_quoting_pack
from tests.conftest import NOON_MS, FrozenClock
from tests.web.rounds.somebody import Somebody

JSON = "application/json"


def test_a_right_answer_is_told_with_its_reason_and_source(alice: Somebody) -> None:
    alice.start()

    assert alice.answer_right().status_code == 303
    alice.look()

    assert "Correct." in alice.page
    assert "+1,000 points" in alice.page
    assert "Counted from the Sun" in alice.page
    assert "A Guide to the Planets" in alice.page
    assert "Example Press, paragraph 2, sentence 1" in alice.page


def test_a_wrong_answer_hears_the_right_one(alice: Somebody) -> None:
    alice.start()
    key = alice.options()[alice.key_letter()]

    alice.answer_wrong()
    alice.look()

    assert f"Not quite. The answer is: {key}." in alice.page
    assert "Your answer" in alice.page
    assert "No points" in alice.page


def test_the_script_is_told_the_same_as_the_page_shows(alice: Somebody) -> None:
    alice.start()

    verdict = alice.answer_right(JSON).get_json()
    alice.look()

    assert verdict["correct"]
    assert verdict["key_letter"] == verdict["option"] == alice.key_letter()
    assert verdict["states"][verdict["key_letter"]] == "right"
    for words in ("headline", "earned", "explanation", "proof", "points_so_far", "in_a_row"):
        assert verdict[words] in alice.page
    assert verdict["sources"][0]["title"] in alice.page
    assert verdict["sources"][0]["whereabouts"] in alice.page


def test_answering_twice_changes_nothing(alice: Somebody) -> None:
    alice.start()
    item = alice.field("item")
    first = alice.answer_wrong(JSON).get_json()

    second = alice.send(f"{alice.address}/responses", JSON, item=item, option=alice.key_letter()).get_json()

    assert second == first


def test_a_late_answer_earns_nothing_and_is_told_so(alice: Somebody, clock: FrozenClock) -> None:
    alice.start()
    key = alice.options()[alice.key_letter()]

    clock.pass_ms(21_000)
    verdict = alice.answer_right(JSON).get_json()

    assert verdict["late"]
    assert verdict["points"] == 0
    assert verdict["headline"] == f"Time ran out. The answer is: {key}."
    assert verdict["marks"][verdict["key_letter"]] == "Correct, but too late"


def test_an_option_that_does_not_exist_is_refused(alice: Somebody) -> None:
    alice.start()

    assert alice.answer("E").status_code == 400
    assert alice.answer("E", JSON).get_json()["error"]


def test_an_answer_to_another_question_is_refused(alice: Somebody) -> None:
    alice.start()

    answer = alice.send(f"{alice.address}/responses", item="q-unheard-of", option="A")

    assert answer.status_code == 409


def test_nobody_answers_for_somebody_else(alice: Somebody, charlie: Somebody) -> None:
    alice.start()
    charlie.start()
    item = alice.field("item")

    assert charlie.send(f"{alice.address}/responses", item=item, option="A").status_code == 404


def test_the_back_button_does_not_answer_again(alice: Somebody) -> None:
    alice.start()
    left = alice.field("item")
    before = alice.answer_right(JSON).get_json()
    alice.move_on()

    again = alice.send(f"{alice.address}/responses", JSON, item=left, option="A").get_json()
    alice.look()

    assert again["points"] == before["points"]
    assert "2 of 5" in alice.page
    assert "data-state" not in alice.page


def test_an_answer_to_a_round_that_is_over_is_refused(alice: Somebody) -> None:
    alice.start()
    item = alice.field("item")
    alice.send(f"{alice.address}/end")

    answer = alice.send(f"{alice.address}/responses", item=item, option="A")

    assert answer.status_code == 409
    assert "Back to the game" in answer.text


def test_a_pack_without_documents_says_who_states_its_facts() -> None:
    assert _told(sources=(), documents=0)["proof"] == "Stated by the authors of this pack."


def test_the_sentence_is_quoted_under_its_licence(app: Flask, guide: Path, alice: Somebody) -> None:
    publish_shelf(Shelf({"solar-system": a_quoting_pack()}, ()), NOON_MS)
    alice.start()
    assert "Outwards come" not in alice.page

    (source,) = alice.answer_right(JSON).get_json()["sources"]
    alice.look()

    assert source["quotes"] == [GUIDE_SENTENCE]
    assert f'lang="en" dir="auto">{escape(GUIDE_SENTENCE)}</blockquote>' in alice.page
    assert 'Licence: <a href="https://creativecommons.org/licenses/by/4.0/"' in alice.page
    assert 'href="https://example.org/guide"' in alice.page


def test_a_sentence_that_proves_two_places_is_quoted_once() -> None:
    licence = open_licence("public domain")
    sources = [Source("Guide", "", "", place, "Ceres is small.", licence) for place in ("here", "there")]

    (line,) = _told(sources=tuple(sources))["sources"]

    assert (line["quotes"], line["licence"], line["licence_url"]) == (
        ["Ceres is small."],
        "public domain",
        "",
    )


@pytest.mark.parametrize(
    ("documents", "witnesses", "words"),
    [
        (1, 2, "Read 2 times independently, each time with this answer."),
        (2, 4, "Read 4 times independently, each time with this answer."),
        (2, 2, ""),
        (1, 1, ""),
        (1, 0, ""),
    ],
)
def test_readings_are_told_where_they_are_more_than_the_documents(
    documents: int, witnesses: int, words: str
) -> None:
    sources = (Source("Guide", "", "", ""),)

    assert _told(sources=sources, documents=documents, witnesses=witnesses)["readings"] == words


def test_two_places_in_one_document_are_told_on_one_line() -> None:
    sources = (
        Source("Guide", "Press", "javascript:alert(1)", "paragraph 1"),
        Source("Guide", "Press", "javascript:alert(1)", "paragraph 4, sentence 2"),
    )

    (line,) = _told(sources)["sources"]

    assert line["whereabouts"] == "Press, paragraph 1; paragraph 4, sentence 2"
    assert line["url"] == ""


def _told(sources: tuple[Source, ...], documents: int = 1, witnesses: int = 0) -> dict[str, Any]:
    return told(
        Verdict("q", "A", True, False, 1, 1, "A", "Ceres", "", sources, documents, witnesses, 1, 1, False)
    )
