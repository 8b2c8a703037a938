"""`quizapp settings`: what can be set, and what it means."""

import os

import click

from quizapp.config import MEANINGS, read_settings


@click.command()
def settings() -> None:
    """List the settings of the environment, and refuse the ones that mean nothing."""
    read_settings(os.environ)
    for name, (default, meaning) in MEANINGS.items():
        given = " (set)" if name in os.environ else ""
        click.echo(f"{name}{given}\n    {meaning}\n    default: {default}")
