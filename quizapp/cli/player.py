"""`quizapp player`: look after the people who play."""

import time
from datetime import UTC, datetime

import click

from quizapp.cli.application import ready_app
from quizapp.services.accounts import set_password
from quizapp.services.leaving import forget_player
from quizapp.services.players import all_players, player_named, rename


@click.group()
def player() -> None:
    """List, rename and delete players, and set their passwords."""


@player.command("list")
def list_players() -> None:
    """List everybody, the last seen first."""
    with ready_app():
        for one in all_players():
            seen = datetime.fromtimestamp(one.seen_at_ms / 1000, UTC)
            click.echo(f"{seen:%Y-%m-%d}  {'guest  ' if one.is_guest else 'account'}  {one.name}")


@player.command("rename")
@click.argument("name")
@click.argument("new_name")
def rename_player(name: str, new_name: str) -> None:
    """Give the player called NAME another name."""
    with ready_app():
        one = player_named(name)
        rename(one, new_name)
        click.echo(f"{name} is now called {one.name}.")


@player.command("password")
@click.argument("name")
@click.password_option(help="Asked for when it is not given.")
def set_players_password(name: str, password: str) -> None:
    """Give the account called NAME a new password and log it out everywhere."""
    with ready_app():
        set_password(player_named(name), password)
        click.echo(f"{name} has a new password.")


@player.command("delete")
@click.argument("name")
@click.confirmation_option(prompt="Delete this player for ever?")
def delete_player(name: str) -> None:
    """Delete the player called NAME; the responses stay, without a name."""
    with ready_app():
        forget_player(player_named(name), time.time_ns() // 1_000_000)
        click.echo(f"{name} is deleted.")
