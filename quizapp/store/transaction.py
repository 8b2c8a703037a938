"""Transactions, and the one place that knows how the two kinds of database differ.

On SQLite every writing transaction begins with BEGIN IMMEDIATE: one that begins by reading and then wants
to write is refused at once when another has written meanwhile, whatever the busy timeout.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Dialect, Engine, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session

from quizapp.config import Settings
from quizapp.extensions import db

BUSY_TIMEOUT_MS = 10_000
POOL_TIMEOUT_S = 5
# Errors are written down; what people typed is not.
_NO_VALUES: dict[str, Any] = {"hide_parameters": True}
# Any number will do, as long as every server that migrates this database uses the same one.
_MIGRATION_LOCK = 7_182_818
_SWEEP_LOCK = _MIGRATION_LOCK + 1
_BEGIN = "quizapp_begin"
_WRITES = {_BEGIN: "BEGIN IMMEDIATE"}
_SNAPSHOT = {"postgresql": {"isolation_level": "REPEATABLE READ"}}
_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
# Connections to a SQLite file between two uses: the pool takes longer than the statement that reads a round.
_idle: WeakKeyDictionary[Engine, list[Any]] = WeakKeyDictionary()


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
def reading_directly() -> Iterator[Direct]:
    """The driver's own connection, for one statement that reads."""
    engine = db.engine
    with _driver_connection(engine) as driver:
        # A transaction around one statement is two more journeys to a server.
        on_server = engine.dialect.name == "postgresql"
        if on_server:
            driver.autocommit = True
        try:
            yield Direct(engine.dialect, driver.cursor)
        finally:
            if on_server and not driver.closed:
                driver.autocommit = False


@contextmanager
def writing_directly() -> Iterator[Direct]:
    """The same as `writing` at a third of its cost, for the statements that answering an item takes."""
    engine = db.engine
    with _driver_connection(engine) as driver:
        if engine.dialect.name == "sqlite":
            driver.execute(_WRITES[_BEGIN])
        yield Direct(engine.dialect, driver.cursor)
        driver.commit()


@contextmanager
def _driver_connection(engine: Engine) -> Iterator[Any]:
    """A connection of the driver. What has not been committed in the end is rolled back."""
    idle = _idle.get(engine)
    if idle is None:
        pooled = engine.raw_connection()
        try:
            yield pooled.driver_connection
        finally:
            pooled.close()
        return
    driver = idle.pop() if idle else _apart_from_pool(engine)
    try:
        yield driver
    finally:
        if driver.in_transaction:
            driver.rollback()
        idle.append(driver)


def _apart_from_pool(engine: Engine) -> Any:
    pooled = engine.raw_connection()
    driver = pooled.driver_connection
    pooled.detach()
    return driver


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


@contextmanager
def sweeping_alone() -> Iterator[bool]:
    """Whether nobody else sweeps this database, on whatever machine, until the end.

    On SQLite it is always so, as far as it matters: there every transaction has the database to itself.
    """
    with db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            lock = text("SELECT pg_try_advisory_xact_lock(:lock)")
            yield bool(connection.scalar(lock, {"lock": _SWEEP_LOCK}))
        else:
            yield True


def insert_into(table: Table, dialect: str) -> Any:
    """An insert that knows ON CONFLICT. SQLAlchemy has one for each dialect, with the same methods."""
    return _INSERT[dialect](table)


def pool_options(settings: Settings) -> dict[str, Any]:
    """How connections are kept between requests."""
    if settings.database_url.startswith("sqlite"):
        # Nobody waits for a connection while he holds another, perhaps one that has begun to write.
        return _NO_VALUES | {"max_overflow": -1}
    return _NO_VALUES | {
        "connect_args": {"connect_timeout": POOL_TIMEOUT_S},
        "pool_size": settings.database_connections,
        "max_overflow": 0,
        "pool_timeout": POOL_TIMEOUT_S,
        "pool_use_lifo": True,
        # A server that was restarted is noticed before a player is.
        "pool_pre_ping": True,
    }


def tune(engine: Engine, settings: Settings) -> None:
    """Set up the connections of an engine."""
    if engine.dialect.name == "postgresql":
        _tune_postgresql(engine)
    else:
        _tune_sqlite(engine, settings)


def _tune_postgresql(engine: Engine) -> None:
    from psycopg.types.numeric import Int8Dumper

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        # Otherwise a number's size chooses its type, and each choice of types is a statement to be planned.
        connection.adapters.register_dumper(int, Int8Dumper)


def _tune_sqlite(engine: Engine, settings: Settings) -> None:
    """Write-ahead log, foreign keys, patience, own BEGINs."""

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

    idle = _idle[engine] = list[Any]()

    @event.listens_for(engine, "engine_disposed")
    def close(_: Engine) -> None:
        while idle:
            idle.pop().close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Straight to the driver: through SQLAlchemy this one word costs as much as a whole query.
        driver: Any = connection.connection.driver_connection
        driver.execute(connection.get_execution_options().get(_BEGIN, "BEGIN"))
