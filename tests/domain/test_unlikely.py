"""What is hard to believe: the rules that say where a person should look."""

import random

import pytest

from quizapp.domain.unlikely import Answer, Played, faster_than_reading, played_in_turn, reading_ms
from tests.builders import an_item

MINUTE_MS = 60_000


def answers(fast_right: int, fast_wrong: int = 0, slow: int = 0) -> list[Answer]:
    return (
        [Answer(800, 500, True)] * fast_right
        + [Answer(800, 500, False)] * fast_wrong
        + [Answer(800, 2500, True)] * slow
    )


def test_nobody_reads_twenty_words_a_second() -> None:
    assert reading_ms(an_item()) == 1000 * (8 + 4) // 20


@pytest.mark.parametrize(
    ("given", "times"),
    [
        (answers(5), 5),
        (answers(4, slow=6), 0),
        (answers(8, fast_wrong=2), 8),
        (answers(5, fast_wrong=5), 0),
        (answers(0, slow=20), 0),
        ([], 0),
    ],
)
def test_several_right_answers_faster_than_reading_are_unlikely(given: list[Answer], times: int) -> None:
    assert faster_than_reading(given) == times


def test_pressing_blindly_is_hardly_ever_taken_for_it() -> None:
    chance = random.Random(7)
    rounds = [[Answer(800, 200, chance.random() < 0.25) for _ in range(10)] for _ in range(10_000)]

    assert sum(faster_than_reading(each) > 0 for each in rounds) <= 10


def a_round(player: int, opened: float, minutes: float = 2, correct: int = 10) -> Played:
    opened_at_ms = int(opened * MINUTE_MS)
    return Played(player, player, opened_at_ms, opened_at_ms + int(minutes * MINUTE_MS), correct, 10)


def test_one_person_who_plays_under_many_names_comes_one_after_another() -> None:
    farm = [a_round(player, opened=3 * player) for player in range(8)]

    assert [each.player_id for each in played_in_turn(farm)] == list(range(8))


def test_names_to_practise_on_do_not_hide_a_farm() -> None:
    farm = [a_round(player, opened=3 * player, correct=10 if player > 1 else 5) for player in range(10)]

    assert len(played_in_turn(farm)) == 8


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("apart", [0.5, 5, 20, 45])
def test_a_class_is_not_a_farm_even_if_all_are_nearly_perfect(seed: int, apart: float) -> None:
    """40 pupils begin within so many minutes of each other and take two to five for their rounds."""
    chance = random.Random(seed)
    pupils = [
        a_round(pupil, chance.uniform(0, apart), chance.uniform(2, 5), chance.choice([9, 10]))
        for pupil in range(40)
    ]

    assert played_in_turn(pupils) == ()


def test_a_class_that_takes_turns_at_one_device_is_not_a_farm() -> None:
    pupils = [a_round(pupil, 2 * pupil, 2, correct=10 if pupil % 2 else 6) for pupil in range(25)]

    assert played_in_turn(pupils) == ()


def test_one_player_who_plays_again_and_again_is_no_farm() -> None:
    again = [a_round(1, opened=3 * number) for number in range(10)]

    assert played_in_turn(again) == ()


def test_four_in_a_family_are_no_farm() -> None:
    assert played_in_turn([a_round(player, opened=3 * player) for player in range(4)]) == ()
