"""`quizapp backup` and `quizapp restore`: a whole installation in one file, and back."""

import os
import time
from pathlib import Path

import click
from sqlalchemy.engine import make_url

from quizapp.cli.application import app_on, ready_app
from quizapp.config import read_settings
from quizapp.services import backing_up
from quizapp.services.moving import move_all
from quizapp.services.ranking import check_boards, ended_by_ms

_FILE = click.Path(path_type=Path)
_MOST_SAID = 20


@click.command()
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
def backup(file: Path, replace: bool) -> None:
    """Write all that the database holds into FILE, as it stands at one moment, while others go on playing.

    FILE becomes a SQLite database, whatever kind the original is, readable by its owner alone. The secret key
    is not in it; keep that apart.
    """
    address = read_settings(os.environ).database_url
    url = make_url(address)
    with backing_up.new_file(file, replace=replace) as unfinished:
        if url.get_backend_name() == "sqlite":
            backing_up.copy_file(Path(url.database or ""), unfinished)
        else:
            with app_on(backing_up.address_of(unfinished)):
                move_all(address)
        rows = backing_up.sealed(unfinished)
    for table, number in rows.items():
        click.echo(f"{table:16}{number:>14,}")
    click.echo(f"{sum(rows.values()):,} rows in {file}, {file.stat().st_size:,} bytes.")
    click.echo("The secret key is not in it: keep QUIZAPP_SECRET_KEY, or the file secret-key, elsewhere.")


@click.command()
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="Throw away what the database holds now.")
def restore(file: Path, replace: bool) -> None:
    """Put the backup FILE into the database, which has to be empty, and check the boards.

    Stop the server first. Everything is put there or nothing, also with --replace.
    """
    with ready_app() as app:
        if backing_up.is_newest(file):
            _put(file, replace)
        else:
            with backing_up.own_copy(file) as copy:
                with app_on(backing_up.address_of(copy)):
                    click.echo(f"{file} is from an older quizapp: a copy of it has been brought up to date.")
                _put(copy, replace)
        kept_days = app.extensions["quizapp_settings"].boards_kept_days
        differences = check_boards(ended_by_ms(time.time_ns() // 1_000_000, kept_days))
    for difference in differences[:_MOST_SAID]:
        click.echo(difference)
    if differences:
        click.echo(f"{len(differences)} differences. `quizapp boards rebuild` mends them.")
        raise click.exceptions.Exit(1)
    click.echo("The boards agree with the responses.")
    click.echo("Sessions hold if the secret key is the one of then: it was not in the backup.")


def _put(file: Path, replace: bool) -> None:
    contents = move_all(
        backing_up.address_of(file),
        replace=replace,
        instead="Give one that is empty, or say --replace to throw them away",
        skipped_players=backing_up.SKIPPED_PLAYERS,
    )
    for table, content in contents.items():
        click.echo(f"{table:16}{content.rows:>14,}")
    click.echo(f"{sum(content.rows for content in contents.values()):,} rows from {file}.")
