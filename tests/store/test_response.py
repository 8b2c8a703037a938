"""Queries beside the response's row."""

import pytest
from flask import Flask
from sqlalchemy import Connection

from quizapp.store.attempt import insert_attempt
from quizapp.store.player import players
from quizapp.store.published_pack import published_packs
from quizapp.store.response import insert_repeat, insert_response, responses, wrongly_marked
from quizapp.store.transaction import Direct, reading, writing

A_RESPONSE = {
    "player_id": 1,
    "slug": "s",
    "item_id": "q-1",
    "option": "A",
    "correct": True,
    "late": False,
    "elapsed_ms": 9,
    "points": 900,
    "responded_at_ms": 9,
}
AN_ATTEMPT = {
    "player_id": 1,
    "slug": "s",
    "seed": "x",
    "length": 5,
    "pace": "timed",
    "stretch": 1.0,
    "position": 0,
    "revealed": False,
    "shown_at_ms": 1,
    "opened_at_ms": 1,
    "touched_at_ms": 1,
    "closed_at_ms": None,
    "points": 0,
    "correct": 0,
    "streak": 0,
    "best_streak": 0,
}


@pytest.fixture
def two_attempts(app: Flask) -> None:
    """Player 1 with attempts 1 and 2 in the pack that is on the shelf."""
    with writing() as connection:
        keys = {"name": "Alice", "name_key": "alice", "lookalike_key": "alice"}
        connection.execute(
            players.insert(),
            keys | {"id": 1, "is_guest": True, "epoch": 0, "created_at_ms": 1, "seen_at_ms": 1},
        )
        digest = connection.scalar(published_packs.select())
        for public_id in ("one", "two"):
            insert_attempt.run(Direct.under(connection), public_id=public_id, digest=digest, **AN_ATTEMPT)


def marks(connection: Connection) -> list[bool]:
    rows = connection.execute(responses.select().order_by(responses.c.id))
    return [row.is_first for row in rows]


def test_the_first_response_to_an_item_is_marked_and_no_other(two_attempts: None) -> None:
    with writing() as connection:
        direct = Direct.under(connection)
        written = [insert_response.run(direct, attempt_id=number, **A_RESPONSE) for number in (1, 2)]

        assert (written, marks(connection)) == ([1, 1], [True, False])


def test_a_response_is_written_once(two_attempts: None) -> None:
    with writing() as connection:
        written = [
            insert.run(Direct.under(connection), attempt_id=1, **A_RESPONSE)
            for insert in (insert_response, insert_response, insert_repeat)
        ]

        assert (written, marks(connection)) == ([1, 0, 0], [True])


def test_a_repeat_can_be_written_beside_the_first(two_attempts: None) -> None:
    with writing() as connection:
        insert_response.run(Direct.under(connection), attempt_id=1, **A_RESPONSE)
        insert_repeat.run(Direct.under(connection), attempt_id=2, **A_RESPONSE)

        assert marks(connection) == [True, False]
    with reading() as connection:
        assert connection.execute(wrongly_marked).all() == []
