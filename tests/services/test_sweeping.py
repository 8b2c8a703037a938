"""Sweeps: what nobody will come back for is put away, and nothing else."""

from typing import Any

from sqlalchemy import insert, select, update

from quizapp.domain.attempt import LEFT_AFTER_MS
from quizapp.errors import NotFound, RoundOver
from quizapp.extensions import db
from quizapp.services import closing, draft_shelf
from quizapp.services.bookkeeping import check_boards
from quizapp.services.leaving import forget_player
from quizapp.services.playing import Seat
from quizapp.services.sweeping import SWEEPS, Kept, Sweeper, sweep_all
from quizapp.store.attempt import attempts
from quizapp.store.draft import changes, drafts
from quizapp.store.draft_document import documents
from quizapp.store.draft_task import tasks
from quizapp.store.group import groups, members
from quizapp.store.player import Player, players
from quizapp.store.transaction import reading, writing
from tests.conftest import NOON_MS
from tests.services.conftest import AtOnce, Sit
from tests.services.rounds import Play

DAY_MS = 24 * 60 * 60 * 1000
ROUNDS, LOOKED_OVER, GUESTS, BOARDS, DRAFTS, TASKS, ORIGINS = (sweep.done for sweep in SWEEPS)


def after(days: float, kept: Kept | None = None) -> dict[str, int]:
    """What is swept so many days later. That rounds are looked over takes nothing away."""
    swept = sweep_all(NOON_MS + int(days * DAY_MS), kept or Kept())
    return {done: count for done, count in swept.items() if count and done != LOOKED_OVER}


def names() -> set[str]:
    """Who is still there."""
    with reading() as connection:
        return set(connection.scalars(select(players.c.name).where(players.c.deleted_at_ms.is_(None))))


def change(seat: Seat, **values: Any) -> None:
    with writing() as connection:
        connection.execute(update(players).where(players.c.id == seat.player_id).values(values))


def join(seat: Seat) -> None:
    """Put the player into a group of their own."""
    row = {"public_id": "g", "name": "Class 4b", "invite": "i", "owner_id": seat.player_id}
    with writing() as connection:
        made = connection.execute(insert(groups).returning(groups.c.id), row | {"created_at_ms": NOON_MS})
        member = {"group_id": made.scalar_one(), "player_id": seat.player_id, "joined_at_ms": NOON_MS}
        connection.execute(insert(members), member)


def test_nothing_is_swept_on_the_day_itself(alice: Seat) -> None:
    Play(alice).finish(right=3)
    Play(alice).respond(None)

    assert after(0.5) == {}


def test_every_round_that_was_left_is_closed(alice: Seat) -> None:
    for _ in range(closing.MOST_AT_ONCE + 10):
        Play(alice)

    assert after(1) == {ROUNDS: closing.MOST_AT_ONCE + 10}
    assert after(1) == {}


def test_every_round_is_looked_over_once(alice: Seat) -> None:
    Play(alice).finish(right=3)

    assert sweep_all(NOON_MS, Kept())[LOOKED_OVER] == 1
    assert sweep_all(NOON_MS, Kept())[LOOKED_OVER] == 0


def test_a_guest_who_has_answered_is_kept_longer_than_any_cookie(alice: Seat) -> None:
    Play(alice).finish(right=3)

    assert after(366) == {BOARDS: 4}
    assert names() == {"Alice"}

    assert after(401) == {GUESTS: 1}
    assert names() == set()
    assert after(402) == {}
    assert check_boards() == []


def test_an_installation_can_keep_guests_shorter_or_for_ever(alice: Seat) -> None:
    Play(alice).finish(right=3)

    assert after(10_000, Kept(guests_days=0)) == {BOARDS: 4}
    assert after(29, Kept(guests_days=30)) == {}
    assert after(31, Kept(guests_days=30)) == {GUESTS: 1}


def test_a_guest_who_never_answered_is_forgotten_after_a_week(alice: Seat, bob: Seat) -> None:
    Play(alice)
    Play(bob).respond(None)

    assert after(6) == {ROUNDS: 2}
    assert after(8) == {GUESTS: 1}
    assert names() == {"Bob"}


def test_a_guest_in_a_group_may_take_time_to_begin(alice: Seat) -> None:
    join(alice)

    assert after(8) == {}


def test_boards_of_days_and_weeks_are_kept_as_long_as_an_installation_says(alice: Seat) -> None:
    Play(alice).finish(right=3)

    assert after(99) == {}
    assert after(40, Kept(boards_days=30)) == {BOARDS: 4}


def test_accounts_are_never_swept(alice: Seat) -> None:
    change(alice, is_guest=False)

    assert after(10_000) == {}


def test_a_name_that_has_come_free_can_be_had(alice: Seat, sit: Sit) -> None:
    after(8)

    sit("Alice")


def test_a_guest_who_comes_back_in_the_last_moment_stays(alice: Seat) -> None:
    player = db.session.get_one(Player, alice.player_id)
    change(alice, seen_at_ms=NOON_MS + 8 * DAY_MS)

    assert not forget_player(player, NOON_MS, still=players.c.seen_at_ms < NOON_MS + DAY_MS)
    assert names() == {"Alice"}


def test_players_who_leave_while_they_play_take_every_standing_along(sit: Sit, at_once: AtOnce) -> None:
    seats = [sit(f"Player {number}") for number in range(8)]

    def game(seat: Seat) -> Any:
        def play() -> None:
            try:
                for _ in range(20):
                    Play(seat, length=None).finish(right=8)
            except (NotFound, RoundOver):
                pass

        return play

    def leave(seat: Seat) -> Any:
        return lambda: forget_player(db.session.get_one(Player, seat.player_id), NOON_MS + 1)

    at_once([thing(seat) for seat in seats for thing in (game, leave)])

    assert names() == set()
    assert check_boards() == []


def test_a_removed_draft_goes_for_good_with_all_that_was_given_to_it(alice: Seat) -> None:
    gone = draft_shelf.new_draft(alice.player_id, "Gone", NOON_MS)
    kept = draft_shelf.new_draft(alice.player_id, "Kept", NOON_MS)
    for draft in (gone, kept):
        a_document(draft.draft_id)
        a_task(draft.draft_id, NOON_MS)
    change(alice, is_guest=False)
    draft_shelf.remove_draft(alice.player_id, gone.public_id, NOON_MS)

    assert after(29) == {}
    assert after(31) == {DRAFTS: 1}

    with reading() as connection:
        assert connection.scalars(select(drafts.c.id)).all() == [kept.draft_id]
        for table in (documents, tasks, changes):
            assert set(connection.scalars(select(table.c.draft_id))) <= {kept.draft_id}
        assert connection.scalars(select(documents.c.draft_id)).all() == [kept.draft_id]


def test_of_ended_tasks_the_newest_of_each_kind_stays(alice: Seat) -> None:
    change(alice, is_guest=False)
    draft_id = draft_shelf.new_draft(alice.player_id, "A draft", NOON_MS).draft_id
    a_task(draft_id, NOON_MS)
    newest = a_task(draft_id, NOON_MS + 1)
    other = a_task(draft_id, NOON_MS, kind="remake")
    waiting = a_task(draft_id, None, kind="another")
    a_task(draft_id, NOON_MS, kind="another")

    assert after(29) == {}
    assert after(31) == {TASKS: 1}
    with reading() as connection:
        assert {newest, other, waiting} <= set(connection.scalars(select(tasks.c.id)))


def test_where_a_round_came_from_is_forgotten_and_the_round_stays(alice: Seat) -> None:
    Play(alice).finish(right=3)
    with writing() as connection:
        connection.execute(update(attempts).values(origin="somewhere"))

    assert after(29) == {}
    assert after(31) == {ORIGINS: 1}
    with reading() as connection:
        assert connection.scalars(select(attempts.c.origin)).all() == [None]


def test_a_sweep_that_is_due_is_done_once_and_again_when_its_time_has_come(alice: Seat) -> None:
    sweeper = Sweeper(Kept())
    now_ms = NOON_MS + LEFT_AFTER_MS
    assert sweeper.sweep_due(now_ms) == {}
    Play(alice)

    assert sweeper.sweep_due(now_ms + 59_000) == {}
    assert sweeper.sweep_due(now_ms + 60_000) == {ROUNDS: 1, LOOKED_OVER: 1}


def test_sweepers_on_several_machines_do_each_thing_once(sit: Sit, at_once: AtOnce) -> None:
    for number in range(12):
        Play(sit(f"Player {number}"))

    swept = at_once([lambda: Sweeper(Kept()).sweep_due(NOON_MS + 2 * DAY_MS)] * 6)

    assert sum(counts.get(ROUNDS, 0) for counts in swept if isinstance(counts, dict)) == 12
    assert check_boards() == []


def a_document(draft_id: int) -> None:
    row = {"draft_id": draft_id, "name": "moons.txt", "title": "Moons", "furniture": "{}", "refusal": ""}
    with writing() as connection:
        connection.execute(
            insert(documents), row | {"text": "Moons.", "words": 1, "dropped": 0, "added_at_ms": NOON_MS}
        )


def a_task(draft_id: int, ended_at_ms: int | None, kind: str = "make") -> int:
    row: dict[str, Any] = {
        "public_id": f"{draft_id} {kind} {ended_at_ms}",
        "draft_id": draft_id,
        "kind": kind,
    }
    row |= {"state": "done" if ended_at_ms else "waiting", "queued_at_ms": NOON_MS}
    row |= {"matter": "{}", "tries": 1, "step": "", "done": 0, "total": 0, "counts": "{}", "message": ""}
    row |= {"cancelled": False, "ended_at_ms": ended_at_ms}
    with writing() as connection:
        made = connection.execute(insert(tasks).returning(tasks.c.id), row)
        return int(made.scalar_one())
