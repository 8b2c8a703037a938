"""One player's way through a round: which item is on screen, since when, and what came of each response.

Every function takes the time and returns a new Attempt; nothing here waits, stores or looks at a clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.domain.prompt import LETTERS
from quizapp.domain.round import Pace, Round
from quizapp.domain.scoring import SCHEMES
from quizapp.errors import NoSuchOption, NotCurrentItem, RoundOver

# A response sent at the last moment is still on its way when the limit passes.
GRACE_MS = 500
LEFT_AFTER_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Response:
    """One choice with its elapsed time. `option` is None when time ran out without one."""

    item_id: str
    option: str | None
    correct: bool
    late: bool
    elapsed_ms: int
    points: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """Where the player stands. `position` counts from 0; `revealed` means its response is in."""

    round: Round
    pace: Pace
    shown_at_ms: int
    position: int = 0
    revealed: bool = False
    points: int = 0
    correct: int = 0
    streak: int = 0
    best_streak: int = 0
    closed_at_ms: int | None = None

    @property
    def item_id(self) -> str:
        """The item on screen."""
        return self.round.item_ids[self.position]

    @property
    def is_last(self) -> bool:
        """Whether the item on screen is the last one."""
        return self.position == len(self.round.item_ids) - 1

    @property
    def deadline_ms(self) -> int | None:
        """When time for the item on screen runs out, or None without a clock."""
        limit_ms = self.pace.limit_ms
        return None if limit_ms is None else self.shown_at_ms + limit_ms


def respond(attempt: Attempt, item_id: str, option: str | None, now_ms: int) -> tuple[Attempt, Response]:
    """The attempt after a choice (a letter, or None for time up), and what it earned. The last closes it."""
    if attempt.closed_at_ms is not None:
        raise RoundOver("This round is over.")
    if item_id != attempt.item_id or attempt.revealed:
        raise NotCurrentItem("That question is not the one on screen.")
    if option is not None and option not in tuple(LETTERS):
        raise NoSuchOption("Choose one of the options A to D.")
    response = _judged(attempt, option, now_ms)
    streak = attempt.streak + 1 if response.correct else 0
    after = replace(
        attempt,
        revealed=True,
        points=attempt.points + response.points,
        correct=attempt.correct + response.correct,
        streak=streak,
        best_streak=max(attempt.best_streak, streak),
        closed_at_ms=now_ms if attempt.is_last else None,
    )
    return after, response


def move_on(attempt: Attempt, now_ms: int) -> Attempt:
    """The attempt with the next item on screen and its clock started."""
    if attempt.closed_at_ms is not None or attempt.is_last:
        raise RoundOver("This round is over.")
    if not attempt.revealed:
        raise NotCurrentItem("Answer the question on screen first.")
    return replace(attempt, position=attempt.position + 1, revealed=False, shown_at_ms=now_ms)


def end(attempt: Attempt, now_ms: int) -> Attempt:
    """The attempt closed where it stands: items not answered earn nothing and stay new."""
    if attempt.closed_at_ms is not None:
        raise RoundOver("This round is over.")
    return replace(attempt, closed_at_ms=now_ms)


def judged_anew(response: Response, pace: Pace, *, chose_key: bool) -> Response:
    """The response as it would have been judged had the key been what it is now; what was late stays late."""
    correct = chose_key and not response.late
    points = SCHEMES[pace.name](correct, response.elapsed_ms, pace.limit_ms)
    return replace(response, correct=correct, points=points)


@dataclass(frozen=True, slots=True)
class Tally:
    """What the responses of an attempt come to."""

    points: int = 0
    correct: int = 0
    streak: int = 0
    best_streak: int = 0


def tally(responses: Iterable[Response]) -> Tally:
    """The sums of responses, given in the order in which they came."""
    sums = Tally()
    for response in responses:
        streak = sums.streak + 1 if response.correct else 0
        sums = Tally(
            points=sums.points + response.points,
            correct=sums.correct + response.correct,
            streak=streak,
            best_streak=max(sums.best_streak, streak),
        )
    return sums


def is_left(touched_at_ms: int, now_ms: int) -> bool:
    """Whether an open attempt has been left for a day, so that it closes."""
    return now_ms - touched_at_ms >= LEFT_AFTER_MS


def _judged(attempt: Attempt, option: str | None, now_ms: int) -> Response:
    limit_ms = attempt.pace.limit_ms
    elapsed_ms = max(0, now_ms - attempt.shown_at_ms)
    late = limit_ms is not None and elapsed_ms > limit_ms + GRACE_MS
    if limit_ms is not None and not late:
        elapsed_ms = min(elapsed_ms, limit_ms)
    correct = not late and option == attempt.round.key_letter(attempt.position)
    points = SCHEMES[attempt.pace.name](correct, elapsed_ms, limit_ms)
    return Response(attempt.item_id, option, correct, late, elapsed_ms, points)
