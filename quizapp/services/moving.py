"""Moving an installation: all that one database holds, put into another one and proved to be the same."""

from collections.abc import Callable, Mapping

from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from quizapp.errors import CopyRefused
from quizapp.store import copying
from quizapp.store.copying import Content as Content
from quizapp.store.transaction import write_alone, writing

_PLAYERS = "player"


def move_all(
    source: str,
    tell: Callable[[str, int], None] = lambda _table, _rows: None,
    *,
    replace: bool = False,
    instead: str = "Give one that is empty",
    skipped_players: int = 0,
) -> Mapping[str, Content]:
    """Put all that the database at the address holds into that of this application: everything or nothing.

    It has to be empty, unless what it holds is to be replaced; `instead` is said to who gave another.
    """
    with copying.opened_to_read(source).connect() as given, writing() as kept:
        if not require_known(given):
            raise CopyRefused(
                f"That database is at migration {copying.revision_of(given)}, and this quizapp works with "
                f"{newest_revision()}. Bring it up to date first: `quizapp boards check` with "
                "QUIZAPP_DATABASE_URL set to it does that."
            )
        # Who starts a server on it meanwhile waits, and then finds everything.
        write_alone(kept, *copying.TABLES)
        if replace:
            numbers = _higher(copying.given_numbers(given), copying.given_numbers(kept))
            copying.emptied(kept)
        else:
            _require_empty(kept, instead)
            numbers = copying.given_numbers(given)
        contents = copying.copied(given, kept, tell)
        copying.give_numbers_above(kept, numbers | {_PLAYERS: numbers[_PLAYERS] + skipped_players})
        copying.take_stock(kept)
    return contents


def require_known(given: Connection) -> bool:
    """Whether the database is at the newest migration; one that is at none known here is refused."""
    try:
        revision = copying.revision_of(given)
    except DatabaseError as error:
        raise CopyRefused(f"That is no database of quizapp: {error.orig}.") from error
    if revision is None:
        raise CopyRefused("That is no database of quizapp: it has none of its tables.")
    if revision not in known_revisions():
        raise CopyRefused(
            f"That database is at migration {revision}, which this quizapp does not know: a newer one "
            "made it, and is needed here."
        )
    return revision == newest_revision()


def newest_revision() -> str:
    """The migration that this program works with."""
    return _migrations().get_current_head() or ""


def known_revisions() -> set[str]:
    """That one, and every one before it."""
    return {script.revision for script in _migrations().walk_revisions()}


def _migrations() -> ScriptDirectory:
    return ScriptDirectory(current_app.extensions["migrate"].directory)


def _require_empty(kept: Connection, instead: str) -> None:
    held = [f"{table}: {rows}" for table, rows in copying.counted(kept).items() if rows]
    if held:
        raise CopyRefused(
            f"The database to copy into holds rows already ({', '.join(held)}). {instead}; nothing has been "
            "changed."
        )


def _higher(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {table: max(number, other[table]) for table, number in one.items()}
