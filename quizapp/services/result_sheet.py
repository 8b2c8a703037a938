"""The results of a pack as a sheet: one line for each response in a closed round, as CSV, piece by piece."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from quizapp.domain.round import place_of
from quizapp.services.shelving import pack
from quizapp.store.sheet import closed_attempts, lines_of_attempts
from quizapp.store.transaction import reading

HEAD = ("day", "player", "item", "question", "chosen", "correct", "points", "seconds")
_ROUNDS_AT_ONCE = 200
# With this mark in front, spreadsheets take the text for UTF-8 and not for the code page of the desk.
_MARK = "\ufeff"
# A cell that begins so is a formula to a spreadsheet; an apostrophe makes it a text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def result_sheet(slug: str) -> Iterator[str]:
    """The sheet in pieces, the head first."""
    yield _MARK + _written([HEAD])
    after_id = 0
    while True:
        with reading() as connection:
            asked = {"slug": slug, "after_id": after_id, "most": _ROUNDS_AT_ONCE}
            attempt_ids = list(connection.scalars(closed_attempts, asked))
            rows = connection.execute(lines_of_attempts, {"attempt_ids": attempt_ids}).all()
        if not attempt_ids:
            return
        yield _written(_line(row) for row in rows)
        after_id = attempt_ids[-1]


def _line(row: Any) -> tuple[str | int, ...]:
    item = pack(row.digest).item(row.item_id)
    place = row.chosen
    if item and place is None:
        place = place_of(row.seed, item, row.option)
    return (
        datetime.fromtimestamp(row.responded_at_ms / 1000, UTC).date().isoformat(),
        _plain("(has left)" if row.deleted_at_ms is not None else row.name),
        _plain(row.item_id),
        _plain(item.stem if item else ""),
        _plain(item.options[place] if item and place is not None else ""),
        "yes" if row.correct else "no",
        row.points,
        f"{row.elapsed_ms / 1000:.1f}",
    )


def _plain(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _written(rows: Any) -> str:
    page = StringIO()
    csv.writer(page).writerows(rows)
    return page.getvalue()
