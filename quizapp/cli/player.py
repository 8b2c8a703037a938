"""`quizapp player`: look after the people who play."""

import time
from datetime import UTC, datetime

import click

from quizapp.cli.application import ready_app
from quizapp.services.accounts import set_password
from quizapp.services.leaving import forget_player
from quizapp.services.players import all_players, player_named, rename
from quizapp.services.roles import ROLES, give_role


@click.group()
def player() -> None:
    """List, rename, promote and delete players, and set their passwords."""


@player.command("list")
def list_players() -> None:
    """List everybody, the last seen first."""
    with ready_app():
        for one in all_players():
            seen = datetime.fromtimestamp(one.seen_at_ms / 1000, UTC)
            kind = "guest" if one.is_guest else one.role
            click.echo(f"{seen:%Y-%m-%d}  {kind:13}  {one.name}")


@player.command("promote")
@click.argument("name")
@click.option("--author", "role", flag_value="author", help="May publish packs.")
@click.option("--administrator", "role", flag_value="administrator", help="Looks after all packs.")
@click.option("--player", "role", flag_value="player", help="Plays and writes drafts, as at first.")
def promote_player(name: str, role: str | None) -> None:
    """Give the account called NAME a role."""
    if role is None:
        choices = ", ".join(f"--{each}" for each in ROLES)
        raise click.UsageError(f"Say which role: one of {choices}.")
    with ready_app():
        one = player_named(name)
        give_role(one, role)
        click.echo(f"{one.name} is now {'an' if role[0] in 'aeiou' else 'a'} {role}.")


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
