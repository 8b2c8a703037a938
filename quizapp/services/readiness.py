"""Whether all that the game needs is there: the database, up to date, and the queue that the worker hears."""

from collections.abc import Callable
from functools import cache

from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from quizapp.store.edition import edition_of_tables
from quizapp.store.transaction import reading

OK = "ok"
AWAY = "cannot be reached"
OLD = "not up to date; `quizapp serve` brings the tables up to date when it starts"


def parts(queue_answers: Callable[[], bool]) -> dict[str, str]:
    """Each part, and "ok" or what is missing."""
    database = _database()
    migrations = _migrations() if database == OK else "unknown"
    return {"database": database, "migrations": migrations, "queue": OK if queue_answers() else AWAY}


def _database() -> str:
    try:
        with reading() as connection:
            connection.execute(select(1))
    except SQLAlchemyError as error:
        current_app.logger.warning("the database cannot be reached: %s", type(error).__name__)
        return AWAY
    return OK


def _migrations() -> str:
    try:
        with reading() as connection:
            editions = connection.scalars(edition_of_tables).all()
    except SQLAlchemyError:  # there are no tables at all
        editions = []
    return OK if editions == [_newest(current_app.extensions["migrate"].directory)] else OLD


@cache
def _newest(directory: str) -> str | None:
    return ScriptDirectory(directory).get_current_head()
