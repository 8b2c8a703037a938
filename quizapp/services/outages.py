"""Moments in which the database is restarted, crowded or in a tangle: what was asked may be asked again.

Nothing here waits: whoever asked is told to come back, and nothing that was acknowledged is lost meanwhile.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from quizapp.extensions import db

TRIES = 3
# SQLITE_BUSY and SQLITE_LOCKED; the other troubles of a file do not pass.
_BUSY = {5, 6}

Given = ParamSpec("Given")
Told = TypeVar("Told")


def passes(error: BaseException) -> bool:
    """Whether the error is of the moment: the server away or just back, a deadlock, no connection free."""
    if isinstance(error, NoConnectionFree):
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    dialect = db.engine.dialect
    driver: Any = dialect.loaded_dbapi
    if not isinstance(cause, driver.Error):
        return False
    if dialect.name == "sqlite":
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in _BUSY
    return isinstance(cause, driver.OperationalError) or dialect.is_disconnect(cause, None, None)


def insisting(work: Callable[Given, Told]) -> Callable[Given, Told]:
    """The work, begun anew where the database broke it off. Twice must be as good as once.

    A deadlock ends one of the transactions in it, and a restart every connection: at the second try both
    are over. A server that stays away is not waited for.
    """

    @wraps(work)
    def tried(*args: Given.args, **values: Given.kwargs) -> Told:
        for left in reversed(range(TRIES)):
            try:
                return work(*args, **values)
            except Exception as error:
                if not left or not passes(error):
                    raise
        raise AssertionError("the last try returns or raises")

    return tried
