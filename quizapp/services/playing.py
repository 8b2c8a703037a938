"""Playing a round: each function is one thing that a player does, in one short transaction.

The rules are in `domain.attempt`. A second click or a retry is harmless: the row of an attempt and an item
exists once, and whoever comes later is told what is recorded there.
"""

import secrets
from dataclasses import dataclass
from typing import Any, Literal

from quizapp.domain import attempt as rules
from quizapp.domain.prompt import Prompt
from quizapp.domain.round import Pace, Round, draw
from quizapp.errors import Malformed, NotFound
from quizapp.services.attempts import attempt_in_play, attempt_of, new_attempt, record, response_of, save
from quizapp.services.closing import close_left_rounds, close_left_rounds_now_and_then
from quizapp.services.flagging import flag_item
from quizapp.services.outages import insisting
from quizapp.services.results import ResultPage, Review, result_page
from quizapp.services.rounds import NO_SUCH_ROUND, drawn_round, prompt_at
from quizapp.services.seat import Seat
from quizapp.services.shelving import digest_on_shelf, pack
from quizapp.services.source import Source
from quizapp.services.verdict import Verdict, verdict_on, verdicts_on
from quizapp.store.attempt import attempt_on_screen, newest_open_attempt
from quizapp.store.player import see_player
from quizapp.store.response import responses_of_attempt
from quizapp.store.transaction import Direct, writing_directly

__all__ = [
    "ResultPage",
    "Review",
    "RoundPage",
    "Seat",
    "Source",
    "Verdict",
    "close_left_rounds",
    "end_round",
    "flag_item",
    "move_on",
    "open_round",
    "respond",
    "result_page",
    "round_page",
    "start_round",
]


@dataclass(frozen=True, slots=True)
class RoundPage:
    """What is on screen. Before the response nothing here holds the key."""

    public_id: str
    slug: str
    pack_title: str
    pace: Pace
    prompt: Prompt
    state: Literal["asking", "revealed"]
    verdict: Verdict | None
    points: int
    correct: int
    streak: int
    deadline_ms: int | None
    now_ms: int
    is_last: bool
    closed: bool


def start_round(
    seat: Seat,
    slug: str,
    length: int | None,
    pace: Pace,
    now_ms: int,
    seed: str | None = None,
    origin: str | None = None,
) -> str:
    """The public id of a new round, drawn from the pack as it is on the shelf now."""
    if length is not None and length < 1:
        raise Malformed("A round has at least one question.")
    close_left_rounds_now_and_then(now_ms)
    digest = digest_on_shelf(slug)
    round_ = draw(pack(digest), seed or secrets.token_hex(16), length)
    public_id = secrets.token_hex(10)
    with writing_directly() as connection:
        if not see_player.run(connection, player_id=seat.player_id, epoch=seat.epoch, now_ms=now_ms):
            raise NotFound("You are not logged in any more. Reload the page to play on.")
        new_attempt(connection, public_id, seat, digest, round_, pace, now_ms, origin)
    return public_id


@insisting
def round_page(seat: Seat, public_id: str, now_ms: int) -> RoundPage:
    """The round as it stands; reading it changes nothing."""
    round_ = drawn_round(public_id)
    row = attempt_on_screen.read(public_id=public_id, player_id=seat.player_id, epoch=seat.epoch)
    if row is None:
        raise NotFound(NO_SUCH_ROUND)
    prompt = prompt_at(public_id, row.position)
    attempt = attempt_of(row, round_)
    return RoundPage(
        public_id=public_id,
        slug=row.slug,
        pack_title=round_.pack.title,
        pace=attempt.pace,
        prompt=prompt,
        state="revealed" if attempt.revealed else "asking",
        verdict=_verdict_on_screen(row, attempt.round, prompt) if attempt.revealed else None,
        points=attempt.points,
        correct=attempt.correct,
        streak=attempt.streak,
        deadline_ms=None if attempt.revealed else attempt.deadline_ms,
        now_ms=now_ms,
        is_last=attempt.is_last,
        closed=attempt.closed_at_ms is not None,
    )


@insisting
def respond(seat: Seat, public_id: str, item_id: str, option: str | None, now_ms: int) -> Verdict:
    """The verdict on a choice, recorded. An item that has its response keeps it and its verdict."""
    round_ = drawn_round(public_id)
    with writing_directly() as connection:
        row, attempt = attempt_in_play(connection, seat, public_id, round_)
        if attempt.closed_at_ms is not None or attempt.revealed or item_id != attempt.item_id:
            recorded = _recorded_verdict(connection, row, attempt.round, item_id)
            if recorded is not None:
                return recorded
        attempt, response = rules.respond(attempt, item_id, option, now_ms)
        record(connection, row, attempt, response, now_ms)
        save(connection, row, attempt, now_ms)
    prompt = prompt_at(public_id, attempt.position)
    return verdict_on(response, attempt.round, prompt, streak=attempt.streak, total=attempt.points)


@insisting
def move_on(seat: Seat, public_id: str, item_id: str, now_ms: int) -> None:
    """Put the next item on screen and start its clock; nothing happens if that has been done already."""
    round_ = drawn_round(public_id)
    with writing_directly() as connection:
        row, attempt = attempt_in_play(connection, seat, public_id, round_)
        if attempt.closed_at_ms is None and attempt.item_id == item_id:
            save(connection, row, rules.move_on(attempt, now_ms), now_ms)


@insisting
def end_round(seat: Seat, public_id: str, now_ms: int) -> None:
    """Close the round where it stands; nothing happens if it is closed already."""
    round_ = drawn_round(public_id)
    with writing_directly() as connection:
        row, attempt = attempt_in_play(connection, seat, public_id, round_)
        if attempt.closed_at_ms is None:
            save(connection, row, rules.end(attempt, now_ms), now_ms)


@insisting
def open_round(seat: Seat, slug: str | None = None) -> str | None:
    """The round to resume, of that pack or of any: the newest that is open."""
    row = newest_open_attempt.read(player_id=seat.player_id, epoch=seat.epoch, wanted_slug=slug)
    return None if row is None else str(row.public_id)


def _recorded_verdict(connection: Direct, row: Any, round_: Round, item_id: str) -> Verdict | None:
    recorded = responses_of_attempt.all(connection, attempt_id=row.id)
    return verdicts_on(row.public_id, round_, map(response_of, recorded)).get(item_id)


def _verdict_on_screen(row: Any, round_: Round, prompt: Prompt) -> Verdict:
    response = response_of(row, "response_")
    return verdict_on(response, round_, prompt, streak=row.streak, total=row.points)
