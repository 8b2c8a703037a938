"""A guest who logs in: whoever played which item first, under either name, the sums come out the same."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.domain.prompt import LETTERS
from quizapp.domain.round import Pace, PaceName
from quizapp.extensions import db
from quizapp.services import playing
from quizapp.services.bookkeeping import check_boards
from quizapp.services.merging import merge
from quizapp.services.players import new_guest
from quizapp.services.seat import Seat
from quizapp.store.attempt import attempts
from quizapp.store.flag import flags
from quizapp.store.player import Player
from quizapp.store.response import responses
from quizapp.store.standing import standings
from quizapp.store.transaction import reading, session_writing
from tests.conftest import NOON_MS

MINUTE_MS = 60_000
# Sunday, ten minutes to midnight: the boards of the day and of the week are about to turn.
EVENING_MS = NOON_MS + (36 * 60 - 10) * MINUTE_MS
PACK = "solar-system"
Who = Literal["guest", "account"]


@dataclass(frozen=True)
class Step:
    """One of two browsers answers the item on screen, in a new round if need be; or it ends its round."""

    who: Who
    pace: PaceName
    option: str
    ends: bool
    pause_ms: int


STEPS = st.lists(
    st.builds(
        Step,
        who=st.sampled_from(["guest", "account"]),
        pace=st.sampled_from(["timed", "relaxed"]),
        option=st.sampled_from(LETTERS),
        ends=st.booleans(),
        pause_ms=st.sampled_from([100, 7_000, 25_000, 20 * MINUTE_MS]),
    ),
    max_size=40,
)


@dataclass
class Table:
    """Two browsers playing, each on its seat; the drawn rounds follow from the steps alone."""

    seats: dict[Who, Seat]
    now_ms: int = EVENING_MS
    rounds: dict[Who, str] = field(default_factory=dict)
    drawn: "count[int]" = field(default_factory=count)

    def play(self, step: Step) -> None:
        self.now_ms += step.pause_ms
        seat = self.seats[step.who]
        if step.who not in self.rounds:
            seed = f"seed {next(self.drawn)}"
            self.rounds[step.who] = playing.start_round(seat, PACK, 5, Pace(step.pace), self.now_ms, seed)
        public_id = self.rounds[step.who]
        if step.ends:
            playing.end_round(seat, public_id, self.now_ms)
            del self.rounds[step.who]
            return
        item_id = playing.round_page(seat, public_id, self.now_ms).prompt.item_id
        if playing.respond(seat, public_id, item_id, step.option, self.now_ms).is_last:
            del self.rounds[step.who]
        else:
            playing.move_on(seat, public_id, item_id, self.now_ms)

    def finish(self) -> None:
        for who, public_id in sorted(self.rounds.items()):
            playing.end_round(self.seats[who], public_id, self.now_ms)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_merged_standings_are_those_of_one_player_who_did_it_all(app: Flask, steps: list[Step]) -> None:
    guest, account, same = _seat(), _seat(), _seat()
    apart = Table({"guest": guest, "account": account})
    together = Table({"guest": same, "account": same})
    for step in steps:
        apart.play(step)
        together.play(step)

    _merge(guest, account)

    assert _board_rows(account) == _board_rows(same)
    assert check_boards() == []
    apart.seats["guest"] = account
    apart.finish()
    together.finish()
    assert _board_rows(account) == _board_rows(same)
    assert check_boards() == []


@given(steps=STEPS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_earliest_response_to_each_item_is_the_first_one(app: Flask, steps: list[Step]) -> None:
    guest, account = _seat(), _seat()
    table = Table({"guest": guest, "account": account})
    for step in steps:
        table.play(step)

    _merge(guest, account)

    earliest: dict[str, int] = {}
    rows = _rows_of(account)
    for row in rows:
        earliest.setdefault(row.item_id, row.id)
    assert {row.item_id: row.id for row in rows if row.is_first} == earliest
    assert _rows_of(guest) == []


def test_nothing_of_the_guest_is_left(app: Flask) -> None:
    guest, account = _seat(), _seat()
    _play_whole_round(guest)

    _merge(guest, account)

    assert db.session.get(Player, guest.player_id) is None
    with reading() as connection:
        for table in (attempts, responses, standings, flags):
            assert not connection.execute(select(table).where(table.c.player_id == guest.player_id)).all()


def test_a_flag_that_both_have_raised_is_kept_once(app: Flask) -> None:
    guest, account = _seat(), _seat()
    for seat, reasons in ((guest, ("typo", "wrong")), (account, ("typo",))):
        public_id = playing.start_round(seat, PACK, 5, Pace("timed"), NOON_MS, seed="same")
        item_id = playing.round_page(seat, public_id, NOON_MS).prompt.item_id
        for reason in reasons:
            playing.flag_item(seat, public_id, item_id, reason, "", NOON_MS)

    _merge(guest, account)

    with reading() as connection:
        kept = connection.execute(select(flags.c.reason).where(flags.c.player_id == account.player_id))
        assert sorted(kept.scalars()) == ["typo", "wrong"]


@pytest.mark.parametrize("first", ["guest", "account"])
def test_an_item_answered_twice_earns_points_once(app: Flask, first: Who) -> None:
    guest, account = _seat(), _seat()
    for seat in (guest, account) if first == "guest" else (account, guest):
        _play_whole_round(seat)

    _merge(guest, account)

    assert {row["answered"] for row in _board_rows(account).values()} == {5}


def _seat() -> Seat:
    player = new_guest(NOON_MS)
    return Seat(player.id, player.epoch)


def _merge(guest: Seat, account: Seat) -> None:
    with session_writing() as session:
        merge(session, session.get_one(Player, guest.player_id), session.get_one(Player, account.player_id))


def _play_whole_round(seat: Seat) -> None:
    table = Table({"guest": seat})
    for _ in range(5):
        table.play(Step("guest", "timed", "A", ends=False, pause_ms=100))


def _rows_of(seat: Seat) -> list[Any]:
    with reading() as connection:
        mine = select(responses).where(responses.c.player_id == seat.player_id).order_by(responses.c.id)
        return list(connection.execute(mine))


def _board_rows(seat: Seat) -> dict[str, dict[str, int]]:
    with reading() as connection:
        mine = select(standings).where(standings.c.player_id == seat.player_id)
        rows = [dict(row) for row in connection.execute(mine).mappings()]
    return {row.pop("board"): {k: v for k, v in row.items() if k != "player_id"} for row in rows}
