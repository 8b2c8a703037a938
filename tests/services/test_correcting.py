"""A wrong key corrected: past responses are judged again, and standings, places and pages follow."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.domain.item import Item
from quizapp.domain.prompt import Prompt
from quizapp.domain.round import Pace, draw, option_order
from quizapp.domain.scoring import SCHEMES
from quizapp.errors import Malformed, NotFound
from quizapp.packs.shelf import Shelf
from quizapp.services import rounds
from quizapp.services.bookkeeping import check_boards
from quizapp.services.corrected import corrected_keys, corrected_pack
from quizapp.services.correcting import Correction, correct_key, correct_pack_of_file, weigh_correction
from quizapp.services.playing import Seat, result_page
from quizapp.services.ranking import board_page
from quizapp.services.shelving import digest_on_shelf, pack, publish_shelf
from quizapp.store.attempt import attempts
from quizapp.store.correction import corrections
from quizapp.store.response import responses
from quizapp.store.transaction import reading, writing
from tests.builders import PLANETS, a_pack, planet_items
from tests.conftest import NOON_MS
from tests.services.conftest import Sit
from tests.services.rounds import RELAXED, SLUG, Play
from tests.services.test_bookkeeping import Table, steps

MARS = "q-mars"  # Mars is the key, Saturn, Neptune and Mercury are not


def correct(new_key: str, item_id: str = MARS, now_ms: int = NOON_MS + 1_000_000) -> Correction:
    with writing() as connection:
        return correct_key(connection, SLUG, item_id, new_key, None, now_ms)


def play_to(seat: Seat, choice: str, seed: str = "a seed", pace: Pace = RELAXED) -> Play:
    """A whole round in which the item about Mars is answered so, and every other one right."""
    play = Play(seat, length=None, seed=seed, pace=pace)
    while True:
        prompt = play.page.prompt
        of_mars = prompt.item_id == MARS
        option = letter_of(prompt, choice) if of_mars else play.key
        if play.respond(option, after_ms=2_000).is_last:
            return play
        play.move_on()


def letter_of(prompt: Prompt, text: str) -> str:
    """The letter under which an option stands."""
    return next(letter for letter, option in prompt.lettered if option == text)


def rows(table: Any) -> list[Any]:
    with reading() as connection:
        return list(connection.execute(select(table).order_by(table.c.id)))


def test_who_was_right_all_along_gets_the_points(alice: Seat, bob: Seat) -> None:
    play_to(alice, "Mars")
    play_to(bob, "Saturn")

    correction = correct("Saturn")

    assert correction == Correction("Mars", "Saturn", responses=2, players=2)
    board = board_page(SLUG, "all", "untimed", bob, None, NOON_MS)
    assert [(row.player_name, row.points) for row in board.rows] == [("Bob", 8_000), ("Alice", 7_000)]
    assert check_boards() == []


def test_the_sums_of_a_round_follow(bob: Seat) -> None:
    play = play_to(bob, "Saturn", pace=Pace("timed"))

    correct("Saturn")

    page = result_page(bob, play.public_id, play.now_ms)
    assert (page.points, page.correct, page.best_streak) == (8 * 950, 8, 8)


def test_a_late_response_stays_late(alice: Seat) -> None:
    play = Play(alice, length=None)
    while play.page.prompt.item_id != MARS:
        play.respond(play.key)
        play.move_on()
    saturn = letter_of(play.page.prompt, "Saturn")
    play.respond(saturn, after_ms=30_000)

    assert correct("Saturn").responses == 0


def test_correcting_twice_changes_nothing_more(alice: Seat) -> None:
    play_to(alice, "Saturn")
    first = correct("Saturn")

    again = correct("saturn ".strip())

    assert (first.responses, again.responses) == (1, 0)
    assert len(rows(corrections)) == 1
    assert [row.corrections for row in rows(attempts)] == [1]


def test_a_correction_can_itself_be_corrected(alice: Seat) -> None:
    play_to(alice, "Mars")
    before = rows(responses)

    correct("Saturn")
    assert correct("Mars").responses == 1

    assert rows(responses) == before
    assert check_boards() == []


def test_the_result_says_that_the_answer_was_corrected_afterwards(alice: Seat) -> None:
    play = play_to(alice, "Mars")

    correct("Saturn")

    review = next(r for r in result_page(alice, play.public_id, NOON_MS).reviews if r.item_id == MARS)
    assert review.corrected
    assert review.verdict is not None
    assert (review.verdict.correct, review.verdict.key_text) == (False, "Saturn")
    assert dict(review.options)[review.verdict.key_letter] == "Saturn"
    assert "“Mars”" in review.verdict.explanation
    assert review.verdict.sources == ()


def test_who_plays_after_the_correction_is_only_told_what_is_right(alice: Seat) -> None:
    correct("Saturn", now_ms=NOON_MS - 1)

    play = play_to(alice, "Saturn")

    page = result_page(alice, play.public_id, NOON_MS)
    assert not any(review.corrected for review in page.reviews)
    assert page.correct == 8
    assert check_boards() == []


def test_a_round_in_play_goes_on_with_the_right_key_and_the_same_options(alice: Seat) -> None:
    play = Play(alice, length=None)
    while play.page.prompt.item_id != MARS:
        play.respond(play.key)
        play.move_on()
    shown = play.page.prompt

    correct("Saturn")

    assert play.page.prompt == shown
    saturn = letter_of(shown, "Saturn")
    verdict = play.respond(saturn, after_ms=1_000)
    assert (verdict.correct, verdict.key_letter) == (True, saturn)


def test_an_answer_on_screen_is_told_anew(alice: Seat) -> None:
    play = Play(alice, length=None)
    while play.page.prompt.item_id != MARS:
        play.respond(play.key)
        play.move_on()
    play.respond(play.key)

    correct("Saturn")

    page = play.page
    assert page.verdict is not None
    assert (page.verdict.correct, page.verdict.key_text) == (False, "Saturn")
    assert page.points == page.verdict.total_points


def test_a_key_that_was_never_offered_makes_nobody_right(alice: Seat) -> None:
    play = play_to(alice, "Mars")
    weighed = weigh_correction(SLUG, MARS, "Ceres")

    done = correct("Ceres")

    assert weighed == done == Correction("Mars", "Ceres", responses=1, players=1, never_offered=1)
    review = next(r for r in result_page(alice, play.public_id, NOON_MS).reviews if r.item_id == MARS)
    assert review.verdict is not None
    assert (review.verdict.key_letter, review.verdict.key_text) == ("", "Ceres")
    assert check_boards() == []


def test_a_later_edition_with_the_right_key_is_left_alone(alice: Seat, bob: Seat) -> None:
    play_to(alice, "Mars")
    changed = tuple(_with_key(i, "Saturn") if i.item_id == MARS else i for i in planet_items())
    publish_shelf(Shelf({SLUG: a_pack(items=changed)}, ()), NOON_MS + 5)
    play_to(bob, "Saturn")

    assert correct("Saturn").responses == 1

    assert [row.corrections for row in rows(attempts)] == [1, 0]
    assert check_boards() == []


def test_weighing_writes_nothing(alice: Seat) -> None:
    play_to(alice, "Saturn")

    assert weigh_correction(SLUG, MARS, "Saturn") == Correction("Mars", "Saturn", 1, 1)

    assert rows(corrections) == []
    assert rows(responses)[0].correct


def test_rows_from_before_choices_were_kept_are_judged_by_their_letters(alice: Seat) -> None:
    play_to(alice, "Saturn")
    with writing() as connection:
        connection.execute(responses.update().values(chosen=None))

    assert correct("Saturn").responses == 1


def test_what_cannot_be_a_key_is_refused(alice: Seat) -> None:
    for refused in (" ", "x" * 151, "Sat\u202eurn"):
        with pytest.raises(Malformed):
            correct(refused)
    with pytest.raises(NotFound):
        correct("Saturn", item_id="q-pluto")
    with pytest.raises(NotFound, match="none of the options"):
        correct_pack_of_file(SLUG, MARS, "Ceres", NOON_MS)


def test_another_process_finds_the_corrected_key(alice: Seat) -> None:
    play = play_to(alice, "Saturn")
    correct("Saturn")

    for cache in (corrected_keys, rounds.drawn_round, rounds.prompt_at, option_order):
        cache.cache_clear()

    assert result_page(alice, play.public_id, NOON_MS).reviews[0].verdict is not None
    assert result_page(alice, play.public_id, NOON_MS).correct == 8


def test_what_goes_on_from_the_edition_has_the_right_key(alice: Seat) -> None:
    correct("Saturn")

    item = corrected_pack(digest_on_shelf(SLUG)).item(MARS)

    assert item is not None
    assert (item.key, item.item_id, item.explanation, item.evidence) == ("Saturn", MARS, "", ())
    assert set(item.distractors) == {"Mars", "Neptune", "Mercury"}


def _with_key(item: Item, key: str) -> Item:
    return replace(item, key=key, distractors=tuple(o for o in item.options if o != key))


of_corrections = st.tuples(
    st.just("correct"), st.sampled_from([f"q-{planet.lower()}" for planet in PLANETS]), st.integers(0, 4)
)


class MendedTable(Table):
    """The table, with somebody who corrects keys while the others play."""

    def correct(self, item_id: str, place: int) -> None:
        item = pack(digest_on_shelf(SLUG)).item(item_id)
        assert item is not None
        correct((*item.options, "Ceres")[place], item_id, self.now_ms)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(st.one_of(steps, of_corrections), min_size=5, max_size=60))
def test_everything_equals_a_fresh_count_after_any_play_and_corrections(
    sit: Sit, done: list[tuple[object, ...]]
) -> None:
    with reading() as connection:
        made = len(connection.execute(select(attempts.c.player_id).distinct()).all())
    table = MendedTable([sit(f"Player {made} {number} {id(done)}") for number in range(3)])

    for what, *how in done:
        table.do(str(what), *how)

    assert check_boards() == []
    assert_all_judged_by_the_keys_of_now()


def assert_all_judged_by_the_keys_of_now() -> None:
    """Every response and every sum is what it would be had the keys always been what they are now."""
    digest = digest_on_shelf(SLUG)
    keys = {item.item_id: item for item in corrected_pack(digest).items}
    given_to: dict[int, list[Any]] = {}
    for row in rows(responses):
        given_to.setdefault(row.attempt_id, []).append(row)
    for attempt in rows(attempts):
        pace = Pace(attempt.pace, attempt.stretch)
        points, streak, best, right = 0, 0, 0, 0
        for row in given_to.get(attempt.id, []):
            prompt = draw(pack(digest), attempt.seed, None)
            position = prompt.item_ids.index(row.item_id)
            text = dict(prompt.prompt(position).lettered).get(row.option)
            correct = text == keys[row.item_id].key and not row.late
            earned = SCHEMES[pace.name](correct, row.elapsed_ms, pace.limit_ms)
            assert (row.correct, row.points) == (correct, earned)
            streak = streak + 1 if correct else 0
            best, points, right = max(best, streak), points + earned, right + correct
        kept = (attempt.points, attempt.correct, attempt.streak, attempt.best_streak)
        assert kept == (points, right, streak, best)
