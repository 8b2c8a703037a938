"""Rows for every table, with the values that are easily lost on the way from one database to another."""

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Connection, Double, Integer, LargeBinary, Table

from quizapp.store.copying import TABLES

# More than 32 bits, and what a text file or a driver could take for something else.
LONG_NUMBER = 2**40
AWKWARD_TEXT = "é 😀 \\N \\ \t \r\n ' \" \x7f"
AWKWARD_BYTES = b"\x00\xff\\x00\n"
NUMBERS = (3, 7, 8)


def fill(connection: Connection) -> None:
    """Three rows in each table: numbers with gaps, true and false, something and nothing."""
    for table in TABLES:
        connection.execute(table.insert(), [a_row(table, number) for number in NUMBERS])


def a_row(table: Table, number: int) -> dict[str, Any]:
    """A row of which every column holds something, or nothing where it may in the second row."""
    return {column.name: _value(column, number) for column in table.c}


def _value(column: Column[Any], number: int) -> Any:
    if column.nullable and number == NUMBERS[1]:
        return None
    for key in column.foreign_keys:
        return _value(key.column, number)
    if column.name == "id":
        return number
    if column.name == "board":
        return f"timed/all/pack-{number}"
    if isinstance(column.type, Boolean):
        return number == NUMBERS[0]
    if isinstance(column.type, Double):
        return number / 10
    if isinstance(column.type, LargeBinary):
        return AWKWARD_BYTES * number
    if isinstance(column.type, Integer):
        return LONG_NUMBER + number if isinstance(column.type, BigInteger) else number
    return f"{column.name} {number} {AWKWARD_TEXT}"
