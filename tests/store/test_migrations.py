"""The tables that the migrations make are the tables that the rows describe, there and back."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import MetaData, inspect, select

from quizapp.extensions import Base, db
from quizapp.services.bookkeeping import check_boards
from quizapp.services.playing import Seat
from quizapp.store import copying
from quizapp.store.player import players
from quizapp.store.transaction import reading, writing
from tests.conftest import NOON_MS
from tests.services.rounds import Play
from tests.store.everything import fill

TABLES = {
    *("player", "published_pack", "attempt", "response", "standing", "flag", "listing", "correction"),
    *("board_tree", "player_group", "group_member", "journal", "mark"),
    *("draft", "draft_decision", "draft_change", "draft_document", "draft_task"),
}


def tables() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_migrated_tables_are_those_of_the_rows(app: Flask) -> None:
    with db.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    assert tables() == TABLES


def test_migrations_run_backwards_and_forwards(app: Flask) -> None:
    downgrade(revision="base")
    assert tables() == set()

    upgrade()
    upgrade()
    assert tables() == TABLES


def test_rows_are_kept_on_the_way_back_to_the_tables_before_and_forward_again(app: Flask) -> None:
    with writing() as connection:
        copying.emptied(connection)
        fill(connection)
    now = rows(Base.metadata)

    downgrade(revision="0002")
    older = MetaData()
    older.reflect(db.engine)
    then = rows(older)
    upgrade()

    assert rows(older) == then
    for table, held in then.items():
        assert all(row.items() <= mate.items() for row, mate in zip(held, now[table], strict=True))


def test_boards_are_right_after_the_way_back_and_forward(app: Flask) -> None:
    keys = {"is_guest": True, "epoch": 0, "created_at_ms": NOON_MS, "seen_at_ms": NOON_MS}
    for number, name in enumerate(("Alice", "Bob", "Charlie"), start=1):
        with writing() as connection:
            named = {"id": number, "name": name, "name_key": name, "lookalike_key": name}
            connection.execute(players.insert(), keys | named)
        Play(Seat(number, 0), seed=name).finish(right=number)

    downgrade(revision="0002")
    upgrade()

    assert check_boards() == []


def rows(tables: MetaData) -> dict[str, list[dict[str, object]]]:
    """What each table holds, in the order of its keys."""
    with reading() as connection:
        return {
            table.name: [
                dict(row._mapping)
                for row in connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in tables.tables.values()
            if table.name != "alembic_version"
        }


def test_every_index_of_the_rows_is_made(app: Flask) -> None:
    made = {index["name"] for table in TABLES for index in inspect(db.engine).get_indexes(table)}

    assert made >= {index.name for table in Base.metadata.tables.values() for index in table.indexes}
