"""Statements of the hot path: compiled once for each dialect, then run on the driver itself.

Running a statement through SQLAlchemy costs five times what SQLite takes to answer it. Everything that is
not part of answering an item goes the ordinary way.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, Dialect, Table, bindparam
from sqlalchemy.engine.interfaces import DBAPICursor

from quizapp.store.transaction import Direct, reading_directly


class _Compiled(NamedTuple):
    text: str
    defaults: dict[str, Any]
    order: tuple[str, ...] | None
    row: Callable[[Any], Any]

    def values(self, given: Mapping[str, Any]) -> Any:
        """The values as the driver wants them."""
        named = {**self.defaults, **given}
        return [named[name] for name in self.order] if self.order else named


class Prepared:
    """One statement, or one for each dialect, with named values. In its rows a boolean may be 0 or 1."""

    def __init__(self, statement: ClauseElement | Callable[[str], ClauseElement]) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def read(self, **values: Any) -> Any:
        """The first row, or None, read outside of any transaction."""
        with reading_directly() as connection:
            return self.first(connection, **values)

    def first(self, connection: Direct, **values: Any) -> Any:
        """The first row, or None."""
        cursor, compiled = self._execute(connection, values)
        row = cursor.fetchone()
        cursor.close()
        return None if row is None else compiled.row(row)

    def all(self, connection: Direct, **values: Any) -> list[Any]:
        """Every row."""
        cursor, compiled = self._execute(connection, values)
        return [compiled.row(row) for row in cursor.fetchall()]

    def run(self, connection: Direct, **values: Any) -> int:
        """How many rows were written."""
        cursor, _ = self._execute(connection, values)
        return cursor.rowcount

    def run_each(self, connection: Direct, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it for each of the rows."""
        compiled = self._compiled.get(connection.dialect.name) or self._compile(connection.dialect)
        cursor = connection.cursor()
        cursor.executemany(compiled.text, [compiled.values(row) for row in rows])
        cursor.close()

    def _execute(self, connection: Direct, values: dict[str, Any]) -> tuple[DBAPICursor, _Compiled]:
        compiled = self._compiled.get(connection.dialect.name) or self._compile(connection.dialect)
        cursor = connection.cursor()
        cursor.execute(compiled.text, compiled.values(values))
        return cursor, compiled

    def _compile(self, dialect: Dialect) -> _Compiled:
        given = self._statement
        statement = given if isinstance(given, ClauseElement) else given(dialect.name)
        compiled: Any = statement.compile(dialect=dialect)
        columns = [column.name for column in getattr(statement, "exported_columns", ())]
        made = _Compiled(
            text=str(compiled),
            defaults=dict(compiled.params),
            order=tuple(compiled.positiontup) if compiled.positional else None,
            row=_row_type(columns)._make,
        )
        self._compiled[dialect.name] = made
        return made


def new_row(table: Table) -> dict[str, Any]:
    """A value to be named for every column but the number of the row, which the database gives."""
    return {column.name: bindparam(column.name) for column in table.c if column.name != "id"}


def _row_type(columns: list[str]) -> Any:
    return namedtuple("Row", columns)  # the columns are known only now
