"""Transactions, and the one place that knows how the two kinds of database differ.

On SQLite every writing transaction begins with BEGIN IMMEDIATE: one that begins by reading and then wants
to write is refused at once when another has written meanwhile, whatever the busy timeout.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session

from quizapp.config import Settings
from quizapp.extensions import db

BUSY_TIMEOUT_MS = 10_000
# Any number will do, as long as every server that migrates this database uses the same one.
_MIGRATION_LOCK = 7_182_818
_BEGIN = "quizapp_begin"
_WRITES = {_BEGIN: "BEGIN IMMEDIATE"}
_SNAPSHOT = {"postgresql": {"isolation_level": "REPEATABLE READ"}}
_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection to read from; nothing is kept of what it does."""
    with db.engine.connect() as connection:
        yield connection


@contextmanager
def reading_all_at_once() -> Iterator[Connection]:
    """A connection whose statements all see the same moment, while others go on writing."""
    with db.engine.connect() as connection:
        yield connection.execution_options(**_SNAPSHOT.get(connection.dialect.name, {}))


@contextmanager
def writing() -> Iterator[Connection]:
    """A connection in a writing transaction: committed at the end, rolled back on an error."""
    with db.engine.connect().execution_options(**_WRITES) as connection, connection.begin():
        yield connection


@dataclass(frozen=True, slots=True)
class Direct:
    """The driver's own connection, for prepared statements."""

    dialect: Dialect
    cursor: Callable[[], DBAPICursor]

    @classmethod
    def under(cls, connection: Connection) -> "Direct":
        """The one under a connection of SQLAlchemy, in the same transaction."""
        return cls(connection.dialect, connection.connection.cursor)


@contextmanager
def writing_directly() -> Iterator[Direct]:
    """The same as `writing` at a third of its cost, for the statements that answering an item takes."""
    engine = db.engine
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        if engine.dialect.name == "sqlite":
            cursor.execute(_WRITES[_BEGIN])
        yield Direct(engine.dialect, connection.cursor)
        connection.commit()
    finally:
        # What has not been committed is rolled back on the way into the pool.
        connection.close()


@contextmanager
def session_writing() -> Iterator[Session]:
    """The session of the ORM in a writing transaction. What it read before is read anew when used."""
    session: Session = db.session()
    session.rollback()
    session.connection(execution_options=_WRITES)
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A connection to change the tables with: of several servers that start at once, one does it."""
    with engine.connect().execution_options(**_WRITES) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        yield connection


def write_alone(connection: Connection, *tables: Table) -> None:
    """Keep others from writing to the tables until the transaction ends. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in tables)
        connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))


def insert_into(table: Table, dialect: str) -> Any:
    """An insert that knows ON CONFLICT. SQLAlchemy has one for each dialect, with the same methods."""
    return _INSERT[dialect](table)


def tune(engine: Engine, settings: Settings) -> None:
    """Set up the connections of a SQLite engine: write-ahead log, foreign keys, patience, own BEGINs."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        # The driver's own idea of when a transaction begins is switched off; see `begin`.
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {BUSY_TIMEOUT_MS}",
            "journal_mode = WAL",
            f"synchronous = {settings.sqlite_synchronous}",
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Straight to the driver: through SQLAlchemy this one word costs as much as a whole query.
        driver: Any = connection.connection.driver_connection
        driver.execute(connection.get_execution_options().get(_BEGIN, "BEGIN"))
