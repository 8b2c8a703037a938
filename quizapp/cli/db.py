"""`quizapp db`: move an installation from one database to another."""

from collections.abc import Mapping
from pathlib import Path

import click
from sqlalchemy.engine import make_url

from quizapp.cli.application import app_on
from quizapp.config import database_address
from quizapp.errors import CopyRefused
from quizapp.services.moving import Content, move_all


@click.group()
def db() -> None:
    """Look after the database."""


@db.command("copy")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy_database(source: str, target: str) -> None:
    """Move an installation from the database FROM to the empty database TO, and prove both equal.

    Both are addresses as in QUIZAPP_DATABASE_URL, such as sqlite:////srv/quizapp.sqlite3 and
    postgresql+psycopg://user@host/name. Stop the server first: what is played after the copy has begun is not
    in it. Everything is copied or nothing.
    """
    source = database_address(source, "FROM")
    target = database_address(target, "TO")
    _require_file(source)
    with app_on(target):
        contents = move_all(source, _say_progress)
    _say(contents)
    click.echo(
        "Both databases hold the same rows, and every board is in the same order.\n"
        f"Now set QUIZAPP_DATABASE_URL to {make_url(target).render_as_string()} and start the server. Keep "
        "QUIZAPP_SECRET_KEY, or the file secret-key, as it is: with another one everybody is logged out."
    )


def _require_file(address: str) -> None:
    url = make_url(address)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise CopyRefused(f"FROM names {url.database}, and there is no such file.")


def _say_progress(table: str, rows: int) -> None:
    if rows:
        click.echo(f"copied {table}", err=True)


def _say(contents: Mapping[str, Content]) -> None:
    click.echo(f"{'table':16}{'rows':>14}  digest of the rows in both")
    for table, content in contents.items():
        click.echo(f"{table:16}{content.rows:>14,}  {content.digest[:16]}")
