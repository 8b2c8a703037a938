from tests.conftest import FrozenClock
from tests.web.rounds.somebody import Somebody


def test_next_shows_the_next_question_with_its_clock_full(alice: Somebody, clock: FrozenClock) -> None:
    alice.start()
    alice.answer_right()
    clock.pass_ms(60_000)

    alice.move_on()

    assert "2 of 5" in alice.page
    assert "You have 20 seconds from now." in alice.page


def test_next_sent_twice_skips_nothing(alice: Somebody) -> None:
    alice.start()
    left = alice.field("item")
    alice.answer_right()
    alice.move_on()

    answer = alice.send(f"{alice.address}/next", item=left)
    alice.look()

    assert answer.status_code == 303
    assert "2 of 5" in alice.page


def test_a_question_cannot_be_skipped_unanswered(alice: Somebody) -> None:
    alice.start()

    answer = alice.send(f"{alice.address}/next", item=alice.field("item"))

    assert answer.status_code == 409


def test_after_the_last_question_comes_the_result(alice: Somebody) -> None:
    alice.start()

    alice.play_to_the_end(right=3)
    alice.look()

    assert f'href="{alice.address}/result"' in alice.page
    assert f"{alice.address}/next" not in alice.page


def test_a_streak_is_counted_and_broken(alice: Somebody) -> None:
    alice.start()
    alice.answer_right()
    alice.move_on()
    assert "1 in a row" in alice.page

    alice.answer_wrong()
    alice.move_on()

    assert "0 in a row" in alice.page
