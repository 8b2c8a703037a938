from flask import Flask

from quizapp.packs.shelf import Shelf
from quizapp.services.shelving import publish_shelf
from tests.conftest import NOON_MS
from tests.web.rounds.somebody import Somebody


def test_the_home_page_says_what_this_is_and_how_to_start(alice: Somebody) -> None:
    assert "Quizzes that show their proof" in alice.page
    assert "Play ten questions" in alice.page
    assert "The Solar System" in alice.page
    assert "8 questions" in alice.page


def test_without_packs_the_home_page_says_how_to_add_one(app: Flask) -> None:
    publish_shelf(Shelf({}, ()), NOON_MS)

    page = app.test_client().get("/").text

    assert "There is nothing to play yet." in page
    assert "quizapp serve" in page
    assert "Play ten questions" not in page


def test_a_round_that_was_left_can_be_taken_up(alice: Somebody) -> None:
    alice.start()
    alice.answer_right()
    alice.move_on()

    alice.look("/")

    assert "You are in the middle of a round" in alice.page
    assert "question 2 of 5" in alice.page
    assert f'href="{alice.address}"' in alice.page


def test_a_round_that_is_over_is_not_offered_again(alice: Somebody) -> None:
    alice.start()
    alice.send(f"{alice.address}/end")

    alice.look("/")

    assert "in the middle of a round" not in alice.page


def test_the_best_of_the_week_are_named(alice: Somebody, charlie: Somebody) -> None:
    assert "Nobody has finished a timed round this week." in charlie.page
    alice.start()
    alice.play_to_the_end(right=3)

    charlie.look("/")

    assert "3,000" in charlie.page


def test_somebody_without_a_seat_looks_around_without_becoming_a_guest(app: Flask) -> None:
    client = app.test_client()

    client.get("/")

    with client.session_transaction() as session:
        assert "_user_id" not in session


def test_how_scores_work_is_said_with_the_formula(app: Flask) -> None:
    page = app.test_client().get("/how-scores-work").text

    assert "round((1 − t ÷ T ÷ 2) × 1,000) points" in page
    assert "T = 20 seconds" in page
