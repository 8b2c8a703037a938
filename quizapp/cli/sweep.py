"""`quizapp sweep`: put away at once what the worker puts away now and then."""

import time

import click

from quizapp.cli.application import ready_app
from quizapp.services.sweeping import Kept, sweep_all


@click.command()
def sweep() -> None:
    """Put away what nobody will come back for: rounds that were left, guests long gone, removed drafts.

    The worker that `quizapp serve` starts does so by itself; this is for installations without one.
    """
    with ready_app() as app:
        settings = app.extensions["quizapp_settings"]
        kept = Kept(settings.guests_kept_days, settings.boards_kept_days)
        for done, count in sweep_all(time.time_ns() // 1_000_000, kept).items():
            click.echo(f"{count:>9,} {done}")
