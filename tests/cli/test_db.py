"""`quizapp db copy`: an installation moves to another database, whole or not at all."""

from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Connection, Engine, create_engine, insert, select, text

from quizapp.cli.application import app_on
from quizapp.config import Settings
from quizapp.extensions import db
from quizapp.services import moving
from quizapp.store import copying
from quizapp.store.copying import TABLES
from quizapp.store.player import players
from quizapp.store.response import responses
from quizapp.store.transaction import reading, writing
from tests.cli.conftest import Quizapp
from tests.store.everything import LONG_NUMBER, NUMBERS, a_row, fill


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """All that a database holds."""
    with engine.connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in TABLES
        }


def held(address: str) -> dict[str, int]:
    """How many rows each table of the database there has, where it has any."""
    with app_on(address), reading() as connection:
        return {table: count for table, count in copying.counted(connection).items() if count}


@pytest.fixture
def full(app: Flask, settings: Settings) -> str:
    """The address of the test's database, with rows in every table."""
    with writing() as connection:
        copying.emptied(connection)
        fill(connection)
    return settings.database_url


def test_every_row_arrives_as_it_was(full: str, elsewhere: str, quizapp: Quizapp) -> None:
    code, said = quizapp("db", "copy", full, elsewhere)

    assert code == 0, said
    engine = create_engine(elsewhere)
    assert rows(engine) == rows(db.engine)
    engine.dispose()
    assert all(f"{table.name:16}{len(NUMBERS):>14}  " in said for table in TABLES)
    assert "Both databases hold the same rows, and every board is in the same order." in said


def test_a_copy_can_be_copied_back(full: str, elsewhere: str, tmp_path: Path, quizapp: Quizapp) -> None:
    back = f"sqlite:///{tmp_path / 'back.sqlite3'}"
    before = rows(db.engine)
    quizapp("db", "copy", full, elsewhere)

    code, said = quizapp("db", "copy", elsewhere, back)

    assert code == 0, said
    engine = create_engine(back)
    assert rows(engine) == before
    engine.dispose()


def test_no_player_gets_the_number_of_one_who_is_gone(full: str, elsewhere: str, quizapp: Quizapp) -> None:
    with writing() as connection:
        copying.give_numbers_above(connection, {"player": 100})

    quizapp("db", "copy", full, elsewhere)

    with app_on(elsewhere), writing() as connection:
        row = a_row(players, 200)
        row.pop("id")
        assert connection.execute(insert(players).returning(players.c.id), row).scalar_one() == 101


def test_every_table_goes_on_counting_where_the_rows_end(full: str, elsewhere: str, quizapp: Quizapp) -> None:
    quizapp("db", "copy", full, elsewhere)

    with app_on(elsewhere), writing() as connection:
        for table in TABLES:
            if "id" in table.c:
                row = a_row(table, NUMBERS[-1]) | {
                    column.name: f"another {column.name}" for column in table.c if column.unique
                }
                row |= {"revision": 99, "document_id": "another", "item_id": "another", "reason": "another"}
                given = {column.name: row[column.name] for column in table.c if column.name != "id"}
                assert connection.execute(insert(table).returning(table.c.id), given).scalar_one() == 9


def test_a_database_with_rows_is_left_alone(full: str, elsewhere: str, quizapp: Quizapp) -> None:
    with app_on(elsewhere), writing() as connection:
        connection.execute(insert(players), a_row(players, 1))

    code, said = quizapp("db", "copy", full, elsewhere)

    assert (code, said) == (
        1,
        "The database to copy into holds rows already (player: 1). Give one that is empty; nothing has been "
        "changed.",
    )
    assert held(elsewhere) == {"player": 1}


def test_a_copy_that_breaks_off_leaves_nothing(
    full: str, elsewhere: str, quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = copying._put

    def put_until_responses(connection: Connection, table: object, some: object) -> None:
        if table is responses:
            raise KeyboardInterrupt
        put(connection, table, some)  # type: ignore[arg-type]

    monkeypatch.setattr(copying, "_put", put_until_responses)

    code, _ = quizapp("db", "copy", full, elsewhere)

    assert code == 130
    assert held(elsewhere) == {}
    monkeypatch.undo()


def test_what_is_written_meanwhile_is_not_in_the_copy(full: str, elsewhere: str, app: Flask) -> None:
    before = rows(db.engine)
    late: list[str] = []

    def somebody_comes(table: str, _rows: int) -> None:
        with app.app_context(), writing() as connection:
            number = 100 + len(late)
            connection.execute(insert(players), a_row(players, number))
            late.append(table)

    with app_on(elsewhere):
        moving.move_all(full, somebody_comes)
        assert rows(db.engine) == before

    assert len(late) == len(TABLES)


def test_a_database_of_an_older_quizapp_is_brought_up_to_date_first(
    full: str, elsewhere: str, quizapp: Quizapp
) -> None:
    downgrade(revision="0002")

    code, said = quizapp("db", "copy", full, elsewhere)

    upgrade()
    assert code == 1
    assert said.startswith("That database is at migration 0002, and this quizapp works with 0003.")
    assert "`quizapp boards check`" in said
    assert held(elsewhere) == {}


def test_a_database_of_a_newer_quizapp_is_refused(full: str, elsewhere: str, quizapp: Quizapp) -> None:
    with writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    code, said = quizapp("db", "copy", full, elsewhere)

    with writing() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{moving.newest_revision()}'"))
    assert code == 1
    assert said.startswith("That database is at migration 9999, which this quizapp does not know")


def test_what_is_no_database_of_quizapp_is_refused(elsewhere: str, tmp_path: Path, quizapp: Quizapp) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Alice, " * 1_000)

    absent = quizapp("db", "copy", f"sqlite:///{tmp_path}/absent.sqlite3", elsewhere)
    other = quizapp("db", "copy", f"sqlite:///{letter}", elsewhere)
    nonsense = quizapp("db", "copy", "mysql://host/name", elsewhere)

    assert absent == (1, f"FROM names {tmp_path}/absent.sqlite3, and there is no such file.")
    assert other == (1, "That is no database of quizapp: file is not a database.")
    assert nonsense == (1, "FROM is not a sqlite:/// or postgresql+psycopg:// address")
    assert not (tmp_path / "absent.sqlite3").exists()


@pytest.mark.skipif("not os.environ.get('QUIZAPP_TEST_DATABASE_URL')", reason="about PostgreSQL's refusals")
@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("banned_for", "rude\0", "player 7, banned_for: holds the character U+0000"),
        ("epoch", LONG_NUMBER, f"player 7, epoch: is {LONG_NUMBER}, more than 32 bits"),
    ],
)
def test_what_postgresql_cannot_keep_is_named(
    column: str, value: object, said: str, app: Flask, settings: Settings, tmp_path: Path, quizapp: Quizapp
) -> None:
    source = f"sqlite:///{tmp_path / 'source.sqlite3'}"
    with app_on(source), writing() as connection:
        fill(connection)
        connection.execute(players.update().where(players.c.id == 7), {column: value})
    with writing() as connection:
        copying.emptied(connection)

    code, refusal = quizapp("db", "copy", source, settings.database_url)

    assert (code, refusal[: len(said)]) == (1, said)
    with reading() as connection:
        assert not any(copying.counted(connection).values())
