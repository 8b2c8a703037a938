"""`quizapp boards`: prove the leaderboards, mend them, and close the rounds that were left."""

import time

import click

from quizapp.cli.application import ready_app
from quizapp.services.playing import close_left_rounds
from quizapp.services.ranking import check_boards, rebuild_boards


@click.group()
def boards() -> None:
    """Prove the leaderboards from the responses."""


@boards.command()
def check() -> None:
    """Count every standing anew from the responses and print each difference."""
    with ready_app():
        differences = check_boards()
    for difference in differences:
        click.echo(difference)
    if differences:
        raise click.exceptions.Exit(1)
    click.echo("no difference")


@boards.command()
def rebuild() -> None:
    """Make every standing what the responses say."""
    with ready_app():
        click.echo(f"{rebuild_boards()} mended")


@boards.command()
def sweep() -> None:
    """Close the rounds that were left a day ago, so that they count."""
    closed = 0
    with ready_app():
        while some := close_left_rounds(time.time_ns() // 1_000_000):
            closed += some
    click.echo(f"{closed} closed")
