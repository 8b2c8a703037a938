"""The journal only grows, whoever asks: the database itself refuses."""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from quizapp.services.journal import entries, write_down
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET kind = 'log-in'",
        "UPDATE journal SET detail = 'x' WHERE id = 1",
        "DELETE FROM journal",
    ],
)
def test_no_entry_can_be_changed_or_removed(app: Flask, statement: str) -> None:
    with writing() as connection:
        write_down(connection, "banned", NOON_MS, about=7)

    with pytest.raises(DBAPIError, match="the journal only grows"), writing() as connection:
        connection.execute(text(statement))

    assert [(entry.kind, entry.player_id) for entry in entries()] == [("banned", 7)]


def test_entries_are_numbered_in_the_order_in_which_they_were_made(app: Flask) -> None:
    for kind in ("banned", "unbanned", "banned"):
        with writing() as connection:
            write_down(connection, kind, NOON_MS, about=7)

    assert [entry.kind for entry in entries()] == ["banned", "unbanned", "banned"]
    assert [entry.kind for entry in entries(before=entries(most=1)[0].entry_id)] == ["unbanned", "banned"]


def test_what_is_rolled_back_is_not_written_down(app: Flask) -> None:
    with pytest.raises(RuntimeError), writing() as connection:
        write_down(connection, "banned", NOON_MS, about=7)
        raise RuntimeError("the deed failed")

    assert entries() == []
