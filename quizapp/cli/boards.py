"""`quizapp boards`: prove the leaderboards, mend them, close the rounds that were left, prune old boards."""

import time

import click
from flask import Flask

from quizapp.cli.application import ready_app
from quizapp.services.playing import close_left_rounds
from quizapp.services.ranking import check_boards, ended_by_ms, prune_boards, rebuild_boards


@click.group()
def boards() -> None:
    """Prove the leaderboards from the responses."""


@boards.command()
def check() -> None:
    """Count every standing and bucket anew from the responses and print each difference."""
    with ready_app() as app:
        differences = check_boards(ended_by_ms(_now_ms(), _kept_days(app)))
    for difference in differences:
        click.echo(difference)
    if differences:
        raise click.exceptions.Exit(1)
    click.echo("no difference")


@boards.command()
def rebuild() -> None:
    """Make every standing and bucket what the responses say."""
    with ready_app() as app:
        click.echo(f"{rebuild_boards(ended_by_ms(_now_ms(), _kept_days(app)))} mended")


@boards.command()
def sweep() -> None:
    """Close the rounds that were left a day ago, so that they count; remove old boards of days and weeks."""
    closed = removed = 0
    with ready_app() as app:
        while some := close_left_rounds(_now_ms()):
            closed += some
        while some := prune_boards(_now_ms(), _kept_days(app)):
            removed += some
    click.echo(f"{closed} closed")
    click.echo(f"{removed} standings removed with old boards")


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _kept_days(app: Flask) -> int:
    days: int = app.extensions["quizapp_settings"].boards_kept_days
    return days
