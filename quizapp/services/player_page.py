"""What everybody may see of a player: name, rounds, accuracy, and where they stand."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.leaderboard import CLOCKS, Board, Clock
from quizapp.errors import NotFound
from quizapp.services.names import could_be_a_name, name_keys
from quizapp.services.placing import place_of, size_of
from quizapp.store.attempt import rounds_of_player
from quizapp.store.player import player_of_name_key
from quizapp.store.published_pack import titles
from quizapp.store.standing import standings_of_player
from quizapp.store.transaction import reading

NO_SUCH_PLAYER = "There is no player of that name."


@dataclass(frozen=True, slots=True)
class PackStanding:
    """Where the player stands in one pack, of all time."""

    slug: str
    title: str
    clock: Clock
    place: int
    size: int
    points: int
    correct: int
    answered: int


@dataclass(frozen=True, slots=True)
class PlayerPage:
    """A player. Accuracy is that of first responses in closed rounds, 0 to 1."""

    name: str
    is_guest: bool
    since_ms: int
    standings: tuple[PackStanding, ...]
    rounds_played: int
    accuracy: float
    best_streak: int


def player_page(name: str, now_ms: int) -> PlayerPage:  # noqa: ARG001 (as all pages)
    """The page of the player of that name, however it is capitalised."""
    key = name_keys(name)[0] if could_be_a_name(name) else ""
    with reading() as connection:
        player = connection.execute(player_of_name_key, {"name_key": key}).first()
        if player is None:
            raise NotFound(NO_SUCH_PLAYER)
        theirs = {"player_id": player.id}
        kept = {row.board: row for row in connection.execute(standings_of_player, theirs)}
        rounds = connection.execute(rounds_of_player, theirs).one()
        standings = _pack_standings(connection, kept)
    return PlayerPage(
        name=player.name,
        is_guest=player.is_guest,
        since_ms=player.created_at_ms,
        standings=standings,
        rounds_played=rounds.rounds,
        accuracy=_accuracy(kept),
        best_streak=rounds.best_streak,
    )


def _pack_standings(connection: Connection, kept: dict[str, Any]) -> tuple[PackStanding, ...]:
    """The standings on the packs' boards of all time, by title."""
    title_of = {row.slug: row.title for row in connection.execute(titles)}
    found = [
        PackStanding(
            slug=slug,
            title=title,
            clock=clock,
            place=place_of(connection, row.board, row.points),
            size=size_of(connection, row.board),
            points=row.points,
            correct=row.correct,
            answered=row.answered,
        )
        for slug, title in title_of.items()
        for clock in CLOCKS
        if (row := kept.get(Board(slug, "all", clock).key))
    ]
    return tuple(sorted(found, key=lambda s: (s.title.casefold(), s.slug, CLOCKS.index(s.clock))))


def _accuracy(kept: dict[str, Any]) -> float:
    over_all = [row for clock in CLOCKS if (row := kept.get(Board("", "all", clock).key))]
    answered = sum(row.answered for row in over_all)
    return sum(row.correct for row in over_all) / answered if answered else 0.0
