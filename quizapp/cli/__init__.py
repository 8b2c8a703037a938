"""The `quizapp` command: one module per noun. Output is for people first, exit codes for scripts."""

import signal
from typing import Any

import click
from sqlalchemy.exc import OperationalError

from quizapp.cli.backup import backup, restore
from quizapp.cli.boards import boards
from quizapp.cli.db import db
from quizapp.cli.generate import generate
from quizapp.cli.journal import journal
from quizapp.cli.pack import pack
from quizapp.cli.player import player
from quizapp.cli.read import read
from quizapp.cli.serve import serve
from quizapp.cli.settings import settings
from quizapp.cli.sweep import sweep
from quizapp.cli.work import work
from quizapp.errors import QuizError

_INTERRUPTED = 128 + signal.SIGINT


class _Commands(click.Group):
    """The commands; stopped by Ctrl-C they end in one line, with the code that shells expect."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo("\nquizapp: stopped.", err=True)
            raise SystemExit(_INTERRUPTED) from None


@click.group(cls=_Commands)
@click.version_option(package_name="quizapp")
def cli() -> None:
    """Turn what you have read into a quiz, and play it."""


for command in (
    *(serve, work, generate, read, pack, boards, player, journal),
    *(backup, restore, db, sweep, settings),
):
    cli.add_command(command)


def main() -> None:
    """Run the command; what a person can mend is said in one line, not as a traceback."""
    try:
        cli()
    except QuizError as error:
        raise SystemExit(f"quizapp: {error}") from None
    except OperationalError as error:
        raise SystemExit(f"quizapp: the database cannot be used: {error.orig}") from None
    except OSError as error:
        raise SystemExit(f"quizapp: {error.strerror}: {error.filename}") from None
