"""`quizapp player`: look after the people who play."""

import time
from datetime import UTC, datetime

import click

from quizapp.cli.application import ready_app
from quizapp.services.accounts import set_password
from quizapp.services.banning import ban, unban
from quizapp.services.leaving import forget_player
from quizapp.services.marks import mark_unlikely, open_marks
from quizapp.services.players import all_players, player_named, rename
from quizapp.services.roles import ROLES, give_role


@click.group()
def player() -> None:
    """List, rename, promote, ban and delete players, set passwords, and see whose play looks unlikely."""


@player.command("list")
def list_players() -> None:
    """List everybody, the last seen first."""
    with ready_app():
        for one in all_players():
            seen = datetime.fromtimestamp(one.seen_at_ms / 1000, UTC)
            kind = "guest" if one.is_guest else one.role
            banned = f"  (banned: {one.banned_for})" if one.banned_at_ms is not None else ""
            click.echo(f"{seen:%Y-%m-%d}  {kind:13}  {one.name}{banned}")


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
        give_role(one, role, _now_ms())
        click.echo(f"{one.name} is now {'an' if role[0] in 'aeiou' else 'a'} {role}.")


@player.command("rename")
@click.argument("name")
@click.argument("new_name")
def rename_player(name: str, new_name: str) -> None:
    """Give the player called NAME another name."""
    with ready_app():
        one = player_named(name)
        rename(one, new_name, _now_ms())
        click.echo(f"{name} is now called {one.name}.")


@player.command("password")
@click.argument("name")
@click.password_option(help="Asked for when it is not given.")
def set_players_password(name: str, password: str) -> None:
    """Give the account called NAME a new password and log it out everywhere."""
    with ready_app():
        set_password(player_named(name), password, _now_ms())
        click.echo(f"{name} has a new password.")


@player.command("delete")
@click.argument("name")
@click.confirmation_option(prompt="Delete this player for ever?")
def delete_player(name: str) -> None:
    """Delete the player called NAME; the responses stay, without a name."""
    with ready_app():
        forget_player(player_named(name), _now_ms())
        click.echo(f"{name} is deleted.")


@player.command("ban")
@click.argument("name")
@click.option("--reason", required=True, help="A sentence; the player reads it when they try to log in.")
def ban_player(name: str, reason: str) -> None:
    """Shut out the player called NAME: no log-in, no place on a board. `unban` undoes it whole."""
    with ready_app():
        ban(player_named(name), reason, _now_ms())
        click.echo(f"{name} is banned.")


@player.command("unban")
@click.argument("name")
def unban_player(name: str) -> None:
    """Let the player called NAME in again, with every place on the boards."""
    with ready_app():
        unban(player_named(name), _now_ms())
        click.echo(f"{name} is no longer banned.")


@player.command("marks")
@click.option("--most", type=click.IntRange(1, 100_000), default=200, show_default=True, help="How many.")
def list_marks(most: int) -> None:
    """List whose play looks unlikely and why, the newest first. Nobody is punished by a mark."""
    with ready_app():
        # The worker does so too; here nothing that has just been played is missed.
        while mark_unlikely(_now_ms()):
            pass
        found = open_marks(most=most)
    for mark in found:
        seen = datetime.fromtimestamp(mark.marked_at_ms / 1000, UTC)
        click.echo(f"{seen:%Y-%m-%d}  {mark.player_name:24}  {mark.slug}  {mark.words}: {mark.detail}")
    if not found:
        click.echo("No play looks unlikely.")


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
