"""Backups: one SQLite file with a whole installation as of one moment, whatever database it was taken from.

The secret key is not in it.
"""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from quizapp.errors import CopyRefused
from quizapp.services.moving import require_known
from quizapp.store import copying

# After a restore the cookies of players who came later than the backup are still in their browsers. Whoever
# comes next must not get the number that one of them names, so that many are left out.
SKIPPED_PLAYERS = 1_000_000

_BESIDE_SQLITE = ("", "-journal", "-wal", "-shm")


@contextmanager
def new_file(path: Path, *, replace: bool) -> Iterator[Path]:
    """A file to write into, which gets its name when all has been written; on any error nothing is left."""
    _require_free(path, replace=replace)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    # Passwords' hashes and addresses are in it: nobody else may read it, not even for a moment.
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield unfinished
        _flush(unfinished)
        _require_free(path, replace=replace)
        unfinished.replace(path)
        _flush(path.parent)
    finally:
        for ending in _BESIDE_SQLITE:
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """Copy a SQLite database page by page, as it stands at one moment, while others go on writing."""
    if not source.is_file():
        raise CopyRefused(f"There is no database at {source} to back up.")
    copying.copy_pages(source, target)


def sealed(path: Path) -> Mapping[str, int]:
    """Make the file complete in itself; how many rows each of its tables has."""
    return copying.sealed(path)


def is_newest(path: Path) -> bool:
    """Whether a backup is at the newest migration; what is no backup, or a broken one, is refused."""
    if not path.is_file():
        raise CopyRefused(f"There is no file {path}.")
    with copying.opened_to_read(address_of(path)).connect() as connection:
        newest = require_known(connection)
        if fault := copying.fault_in(connection):
            raise CopyRefused(f"{path} is damaged: {fault}.")
    return newest


def address_of(path: Path) -> str:
    """The address of the database in that file."""
    return f"sqlite:///{path.absolute()}"


@contextmanager
def own_copy(path: Path) -> Iterator[Path]:
    """A copy of a backup that may be changed, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="quizapp-") as folder:
        copy = Path(folder) / "backup.sqlite3"
        shutil.copyfile(path, copy)
        yield copy


def _require_free(path: Path, *, replace: bool) -> None:
    if path.is_dir() or not path.parent.is_dir():
        raise CopyRefused(f"{path} is no place for a file. Name a file in a folder that is there.")
    if path.exists() and not replace:
        raise CopyRefused(f"{path} is there already. Choose another name, or say --replace.")


def _flush(path: Path) -> None:
    """Wait until it would survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
