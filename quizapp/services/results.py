"""The result of a round: what it earned, what that did on the board, and every answer to read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.leaderboard import Board, clock_of
from quizapp.domain.round import Pace, Round
from quizapp.errors import NotFound
from quizapp.services.attempts import response_of
from quizapp.services.placing import Place, place_of, place_on
from quizapp.services.rounds import NO_SUCH_ROUND, as_corrected, drawn_round, prompt_at
from quizapp.services.seat import Seat
from quizapp.services.verdict import Verdict, verdicts_on
from quizapp.store.attempt import attempt_of_seat
from quizapp.store.flag import flags_of_player
from quizapp.store.response import responses_of_attempt
from quizapp.store.transaction import Direct, reading


@dataclass(frozen=True, slots=True)
class Review:
    """One item of the round to read again. Only an answered one has a verdict, and so shows its key.

    `corrected`: its key was, after the player had answered.
    """

    number: int
    item_id: str
    stem: str
    options: tuple[tuple[str, str], ...]
    verdict: Verdict | None
    flagged: tuple[str, ...]
    corrected: bool


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What came of a round. Places are those on the pack's board of all time, with and without this round."""

    public_id: str
    slug: str
    pack_title: str
    pace: Pace
    points: int
    correct: int
    answered: int
    length: int
    best_streak: int
    first_points: int
    accuracy: float
    reviews: tuple[Review, ...]
    place_before: int | None
    place_after: int | None
    board_size: int
    share_text: str
    closed: bool


def result_page(seat: Seat, public_id: str, now_ms: int) -> ResultPage:  # noqa: ARG001 (as all pages)
    """The result so far, or for good once the round is closed."""
    round_ = drawn_round(public_id)
    with reading() as connection:
        row = _attempt_row(connection, seat, public_id)
        responses = responses_of_attempt.all(Direct.under(connection), attempt_id=row.id)
        flags = connection.execute(flags_of_player, {"player_id": seat.player_id, "slug": row.slug}).all()
        board = Board(row.slug, "all", clock_of(row.pace))
        place = place_on(connection, board, seat) if row.closed_at_ms is not None else None
        firsts = [response for response in responses if response.is_first]
        before = _place_without(connection, board, place, firsts) if place else None
    return ResultPage(
        public_id=public_id,
        slug=row.slug,
        pack_title=round_.pack.title,
        pace=Pace(row.pace, row.stretch),
        points=row.points,
        correct=row.correct,
        answered=len(responses),
        length=row.length,
        best_streak=row.best_streak,
        first_points=sum(response.points for response in firsts),
        accuracy=row.correct / len(responses) if responses else 0.0,
        reviews=_reviews(row, as_corrected(round_, row.corrections), responses, flags),
        place_before=before,
        place_after=place.place if place else None,
        board_size=place.size if place else 0,
        share_text=_share_text(row, round_),
        closed=row.closed_at_ms is not None,
    )


def _attempt_row(connection: Connection, seat: Seat, public_id: str) -> Any:
    theirs = {"public_id": public_id, "player_id": seat.player_id, "epoch": seat.epoch}
    row = connection.execute(attempt_of_seat, theirs).first()
    if row is None:
        raise NotFound(NO_SUCH_ROUND)
    return row


def _place_without(connection: Connection, board: Board, place: Place, firsts: list[Any]) -> int | None:
    """The place that the player would have without these first responses; None without any others."""
    if place.answered == len(firsts):
        return None
    if not firsts:
        return place.place
    points: int = place.points - sum(response.points for response in firsts)
    # The player's own row has more points than that if these earned any, and is not ahead of itself.
    return place_of(connection, board.key, points) - (place.points > points)


def _reviews(row: Any, round_: Round, responses: Sequence[Any], flags: Sequence[Any]) -> tuple[Review, ...]:
    """The items that were on screen, in their order; the others stay new for another round.

    While the round is open, the item on screen is left out until its response is in.
    """
    verdicts = verdicts_on(row.public_id, round_, map(response_of, responses))
    corrected = {
        response.item_id
        for response in responses
        if (key := round_.corrected.get(response.item_id)) and key.since_ms >= response.responded_at_ms
    }
    shown = range(row.position + 1 if row.revealed or row.closed_at_ms is not None else row.position)
    prompts = (prompt_at(row.public_id, position) for position in shown)
    return tuple(
        Review(
            number=prompt.number,
            item_id=prompt.item_id,
            stem=prompt.stem,
            options=prompt.lettered,
            verdict=verdicts.get(prompt.item_id),
            flagged=tuple(sorted(flag.reason for flag in flags if flag.item_id == prompt.item_id)),
            corrected=prompt.item_id in corrected,
        )
        for prompt in prompts
    )


def _share_text(row: Any, round_: Round) -> str:
    title = round_.pack.title
    return f"I got {row.correct} of {row.length} right in “{title}” and {row.points:,} points."
