"""Prepared statements that write several rows.

On PostgreSQL every statement is a journey, so the rows travel as arrays in one. On SQLite they go one by one.
The rows are locked in the order given.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, Table, bindparam, func, select

from quizapp.store.prepared import Prepared, new_row
from quizapp.store.transaction import Direct, insert_into

Row = Mapping[str, Any]


class PreparedRows:
    """An insert into a table; `finish` adds what follows the rows, such as what to do on a conflict."""

    def __init__(self, table: Table, finish: Callable[[Any], Any]) -> None:
        self._statement = Prepared(lambda dialect: finish(_insert(table, dialect)))
        self._names = [column.name for column in table.c]

    def all(self, connection: Direct, rows: Sequence[Row]) -> list[Any]:
        """What each row returns."""
        if connection.dialect.name == "postgresql":
            return self._statement.all(connection, **self._arrays(rows))
        return [self._statement.first(connection, **row) for row in rows]

    def run(self, connection: Direct, rows: Sequence[Row]) -> None:
        """Write the rows."""
        if connection.dialect.name == "postgresql":
            self._statement.run(connection, **self._arrays(rows))
        else:
            self._statement.run_each(connection, rows)

    def _arrays(self, rows: Sequence[Row]) -> dict[str, list[Any]]:
        return {name: [row[name] for row in rows] for name in self._names}


def _insert(table: Table, dialect: str) -> Any:
    insert = insert_into(table, dialect)
    if dialect != "postgresql":
        return insert.values(new_row(table))
    arrays = (func.unnest(bindparam(c.name, type_=ARRAY(c.type))).label(c.name) for c in table.c)
    return insert.from_select([c.name for c in table.c], select(*arrays))
