"""The tables that the migrations make are the tables that the rows describe, there and back."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from quizapp.extensions import Base, db

TABLES = {
    *("player", "published_pack", "attempt", "response", "standing", "flag", "listing", "correction"),
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


def test_every_index_of_the_rows_is_made(app: Flask) -> None:
    made = {index["name"] for table in TABLES for index in inspect(db.engine).get_indexes(table)}

    assert made >= {index.name for table in Base.metadata.tables.values() for index in table.indexes}
