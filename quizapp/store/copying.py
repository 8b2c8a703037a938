"""Every row of one database put into another, of the same kind or not, and the proof that none was changed.

It knows nothing of what the rows mean. Both databases have the tables of the newest migration.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    String,
    Table,
    create_engine,
    event,
    func,
    insert,
    inspect,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from quizapp import store
from quizapp.errors import CopyRefused
from quizapp.store.journal import journal
from quizapp.store.standing import standings

_AT_ONCE = 5_000
# Their rows hold whole texts and documents, of which few fit into memory at once.
_LARGE = {"draft", "draft_change", "draft_document", "published_pack"}
_LARGE_AT_ONCE = 20
_PAGES_AT_ONCE = 4_096
_VERSION = "alembic_version"
_COUNT = 'SELECT count(*) FROM "{}"'
_SMALLEST, _LARGEST = -(2**31), 2**31 - 1

# What others point to comes first.
TABLES: Sequence[Table] = store.player.players.metadata.sorted_tables

Row = Sequence[Any]
Tell = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Content:
    """How many rows a table has, and a digest of all that they hold, in order."""

    rows: int
    digest: str


def opened_to_read(address: str) -> Engine:
    """An engine whose transactions each see one moment of the database, and which never writes."""
    url = make_url(address)
    if url.get_backend_name() == "postgresql":
        options = {"postgresql_readonly": True}
        return create_engine(
            url, isolation_level="REPEATABLE READ", execution_options=options, poolclass=NullPool
        )
    path = Path(url.database or "")
    engine = create_engine("sqlite://", creator=lambda: _connected(path), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def revision_of(connection: Connection) -> str | None:
    """The migration that the database is at; None where it has seen none."""
    if _VERSION not in inspect(connection).get_table_names():
        return None
    version: str | None = connection.scalar(select(text("version_num")).select_from(text(_VERSION)))
    return version


def counted(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES}


def copied(source: Connection, target: Connection, tell: Tell) -> dict[str, Content]:
    """Put every row of the source into the target, which has none; what each table then holds, proved."""
    contents: dict[str, Content] = {}
    for table in TABLES:
        given = _Digest()
        with closing(_in_order(source, table)) as parts:
            for some in parts:
                given.add(some)
                _put(target, table, some)
        kept = _Digest()
        with closing(_in_order(target, table)) as parts:
            for some in parts:
                kept.add(some)
        if kept.content != given.content:
            raise CopyRefused(
                f"{table.name}: {given.content.rows} rows were given and {kept.content.rows} came out, or "
                "others. Nothing has been kept; say where both databases are from when you report it."
            )
        contents[table.name] = kept.content
        tell(table.name, kept.content.rows)
    return contents


def emptied(connection: Connection) -> None:
    """Take every row out, those of the journal as well: what it tells of goes with it."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"ALTER TABLE {journal.name} DISABLE TRIGGER USER"))
        # Row by row, the foreign keys would be looked up for each.
        connection.execute(text(f"TRUNCATE {', '.join(_quoted(connection, t.name) for t in TABLES)}"))
        connection.execute(text(f"ALTER TABLE {journal.name} ENABLE TRIGGER USER"))
        return
    of_journal = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
    triggers = connection.execute(of_journal, {"table": journal.name}).all()
    for trigger in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger.name}")
    for table in reversed(TABLES):
        connection.execute(table.delete())
    for trigger in triggers:
        connection.exec_driver_sql(trigger.sql)


def given_numbers(connection: Connection) -> dict[str, int]:
    """The highest number that each table has ever given to a row, as far as the database knows it."""
    numbers = {
        table.name: connection.scalar(select(func.max(table.c.id))) or 0
        for table in TABLES
        if "id" in table.c
    }
    if connection.dialect.name == "postgresql":
        ever = {name: _last_of_sequence(connection, name) for name in numbers}
    else:
        rows = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
        ever = {row.name: row.seq for row in rows}
    return {name: max(number, ever.get(name, 0)) for name, number in numbers.items()}


def give_numbers_above(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Let the next row of each table have a higher number. SQLite keeps one only where that was asked for."""
    for table in TABLES:
        number = numbers.get(table.name, 0)
        if not number:
            continue
        if connection.dialect.name == "postgresql":
            values = {"name": table.name, "number": number}
            connection.execute(
                text("SELECT setval(pg_get_serial_sequence(:name, 'id'), CAST(:number AS bigint))"), values
            )
        elif table.dialect_options["sqlite"]["autoincrement"]:
            values = {"name": table.name, "number": number}
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
            connection.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :number)"), values)


def take_stock(connection: Connection) -> None:
    """Tell PostgreSQL how the new rows spread; until it knows, it reads whole tables for one row."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE"))


def copy_pages(source: Path, target: Path) -> None:
    """Copy one SQLite file, as it stands at one moment, into another, while others go on writing."""
    with closing(_connected(source)) as given, closing(sqlite3.connect(target)) as kept:
        # Held while the pages are copied: without it the copy begins anew whenever another process writes.
        given.execute("BEGIN")
        given.execute("SELECT count(*) FROM sqlite_master").fetchone()
        given.backup(kept, pages=_PAGES_AT_ONCE)


def sealed(path: Path) -> dict[str, int]:
    """Leave nothing of a SQLite database outside of its one file; how many rows each table has."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        return {
            name: connection.execute(_COUNT.format(name)).fetchone()[0]
            for (name,) in names.fetchall()
            if name != _VERSION
        }


def fault_in(connection: Connection) -> str:
    """What is wrong with the pages of a SQLite file; empty where nothing is."""
    said = str(connection.scalar(text("PRAGMA quick_check(1)")))
    return "" if said == "ok" else said.replace("\n", "; ")


class _Digest:
    """Of rows as the program sees them, so that it does not matter how a database keeps a boolean."""

    def __init__(self) -> None:
        self._rows = 0
        self._hash = hashlib.sha256()

    def add(self, rows: Sequence[Row]) -> None:
        self._rows += len(rows)
        for row in rows:
            self._hash.update(repr(tuple(row)).encode())

    @property
    def content(self) -> Content:
        return Content(self._rows, self._hash.hexdigest())


def _connected(path: Path) -> sqlite3.Connection:
    # By its URI a file that is not there is an error instead of an empty database.
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _in_order(connection: Connection, table: Table) -> Generator[Sequence[Row], None, None]:
    """The rows, some at a time: the standings board by board from the top, all others by their key."""
    c = table.c
    key = (
        [c.board, c.points.desc(), c.reached_at_ms, c.player_id] if table is standings else table.primary_key
    )
    most = _LARGE_AT_ONCE if table.name in _LARGE else _AT_ONCE
    rows = select(table).order_by(*(_by_bytes(connection, column) for column in key))
    with connection.execute(rows.execution_options(yield_per=most)) as result:
        yield from result.partitions()


def _by_bytes(connection: Connection, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column in the order of its bytes, as SQLite has it; PostgreSQL sorts text as a language does."""
    is_text = isinstance(column.type, String) and connection.dialect.name == "postgresql"
    return column.collate("C") if is_text else column


def _put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    try:
        if connection.dialect.name == "postgresql":
            _refuse_what_postgresql_cannot_keep(table, rows)
            _put_in_bulk(connection, table, rows)
        else:
            connection.execute(insert(table), [dict(zip(table.c.keys(), row, strict=True)) for row in rows])
    except (DBAPIError, connection.dialect.loaded_dbapi.Error) as error:
        first, last = (", ".join(map(str, _key(table, row))) for row in (rows[0], rows[-1]))
        reason = str(getattr(error, "orig", None) or error).strip()
        raise CopyRefused(
            f"{table.name}, between {first} and {last}: {reason}. Nothing has been kept."
        ) from error


def _put_in_bulk(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Five times as quick as an insert for each row."""
    columns = ", ".join(_quoted(connection, name) for name in table.c.keys())  # noqa: SIM118
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY {_quoted(connection, table.name)} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _refuse_what_postgresql_cannot_keep(table: Table, rows: Sequence[Row]) -> None:
    """SQLite keeps any value in any column. What would not fit is named here, where it can be found."""
    for place, column in enumerate(table.c):
        reason_not_to_keep = _reason(column.type)
        for row in rows:
            if reason := reason_not_to_keep(row[place]):
                raise CopyRefused(
                    f"{table.name} {', '.join(map(str, _key(table, row)))}, {column.name}: {reason}, which "
                    "PostgreSQL cannot keep. Mend it where it is, then copy again; nothing has been kept."
                )


def _reason(kind: Any) -> Callable[[Any], str]:
    if isinstance(kind, String):
        return lambda value: "holds the character U+0000" if isinstance(value, str) and "\0" in value else ""
    if isinstance(kind, Integer) and not isinstance(kind, BigInteger):
        return lambda value: (
            ""
            if value is None or (isinstance(value, int) and _SMALLEST <= value <= _LARGEST)
            else f"is {value!r}, more than 32 bits"
        )
    return lambda _value: ""


def _key(table: Table, row: Row) -> list[Any]:
    return [row[place] for place, column in enumerate(table.c) if column.primary_key]


def _last_of_sequence(connection: Connection, table: str) -> int:
    sequence = connection.scalar(text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table})
    last = connection.execute(select(text("last_value, is_called")).select_from(text(str(sequence)))).one()
    return int(last.last_value) if last.is_called else 0


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote(name)
