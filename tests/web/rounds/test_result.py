from pathlib import Path

from flask import Flask
from markupsafe import escape

from quizapp.packs.shelf import Shelf
from quizapp.services.correcting import correct_pack_of_file
from quizapp.services.shelving import publish_shelf
from tests.builders import GUIDE_SENTENCE, a_quoting_pack
from tests.conftest import NOON_MS
from tests.web.rounds.somebody import Somebody


def test_the_result_says_what_was_won_and_where_it_led(alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=4)

    alice.look(f"{alice.address}/result")

    assert "4,000" in alice.page
    assert "4 of 5" in alice.page
    assert "4 in a row" in alice.page
    assert "1 of 1" in alice.page
    assert "new on the board" in alice.page


def test_every_question_can_be_read_again_with_its_proof(alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=2)

    alice.look(f"{alice.address}/result")

    assert alice.page.count('<details class="review"') == 5
    assert alice.page.count("A Guide to the Planets") == 5


def test_the_review_quotes_only_for_what_was_answered(app: Flask, guide: Path, alice: Somebody) -> None:
    publish_shelf(Shelf({"solar-system": a_quoting_pack()}, ()), NOON_MS)
    alice.start()
    alice.answer_right()
    alice.move_on()
    alice.send(f"{alice.address}/end")

    alice.look(f"{alice.address}/result")

    assert alice.page.count("</blockquote>") == 1
    assert str(escape(GUIDE_SENTENCE)) in alice.page


def test_a_question_left_unanswered_keeps_its_secret(alice: Somebody) -> None:
    alice.start()
    alice.send(f"{alice.address}/end")

    alice.look(f"{alice.address}/result")

    assert "Not answered" in alice.page
    assert "data-state" not in alice.page
    assert "Counted from the Sun" not in alice.page


def test_the_result_can_be_shared_in_words(alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=5)

    alice.look(f"{alice.address}/result")

    assert "I got 5 of 5 right in" in alice.page
    assert "Every one right." in alice.page


def test_the_next_round_is_one_click_away(alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=1)
    alice.look(f"{alice.address}/result")

    again = {name: alice.field(name) for name in ("slug", "length", "pace", "stretch")}
    alice.start(**again)

    assert "1 of 5" in alice.page


def test_a_replay_is_told_that_only_first_answers_count(alice: Somebody) -> None:
    alice.start(length="all")
    alice.play_to_the_end(right=8, of=8)
    alice.start(length="all")
    alice.play_to_the_end(right=8, of=8)

    alice.look(f"{alice.address}/result")

    assert "0 points of these counted on the leaderboard" in alice.page
    assert "as before" in alice.page


def test_a_guest_is_invited_to_keep_the_points(alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=1)

    alice.look(f"{alice.address}/result")

    assert "Keep what you have won" in alice.page
    assert f'href="/sign-up?next={alice.address}/result"' in alice.page


def test_a_round_that_goes_on_has_no_result_yet(alice: Somebody) -> None:
    alice.start()

    answer = alice.look(f"{alice.address}/result")

    assert answer.status_code == 303
    assert answer.location == alice.address


def test_a_corrected_answer_is_told(alice: Somebody) -> None:
    alice.start(length="all")
    alice.play_to_the_end(right=8, of=8)
    correct_pack_of_file("solar-system", "q-mars", "Saturn", NOON_MS + 1)

    alice.look(f"{alice.address}/result")

    assert alice.page.count("The answer was corrected after you played") == 1
    assert "7 of 8" in alice.page
    assert "Not quite. The answer is: Saturn." in alice.page
