"""`quizapp pack`: check, publish and correct packs, print their schema, read what players flagged."""

import json
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import click

from quizapp.cli.application import ready_app
from quizapp.packs.check import check_file
from quizapp.packs.findings import Finding
from quizapp.packs.shelf import pack_files
from quizapp.packs.source import read_bytes
from quizapp.services.correcting import correct_pack_of_file
from quizapp.services.flagging import flags_on
from quizapp.services.players import player_named
from quizapp.services.publishing import publish_file


@click.group()
def pack() -> None:
    """Work on pack files."""


@pack.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """List what to mend in pack files, or in all of a folder; exit code 1 when one cannot be played."""
    files = list(_files(paths))
    findings = sorted(finding for file in files for finding in check_file(file)[1])
    errors = sum(finding.severity == "error" for finding in findings)
    if as_json:
        click.echo(json.dumps([finding.to_json() for finding in findings], indent=2))
    else:
        _print(findings, len(files), errors)
    context.exit(1 if errors else 0)


@pack.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "name", required=True, help="The author, who gets a draft of it too.")
@click.option("--wrong", multiple=True, metavar="ITEM", help="An item whose published answer was wrong.")
def publish(path: Path, name: str, wrong: tuple[str, ...]) -> None:
    """Publish a pack file as an edition of NAME's pack, by the same rules as in the studio.

    An item with another answer than before is a new question, unless --wrong names it: then past answers to
    it are judged again.
    """
    with ready_app():
        now_ms = time.time_ns() // 1_000_000
        done = publish_file(player_named(name), read_bytes(path), str(path), frozenset(wrong), now_ms)
    click.echo(f"Published at /packs/{done.slug} as {done.digest[:10]}.")
    if done.rejudged:
        click.echo(f"{_counted(done.rejudged, 'past answer')} judged again.")


@pack.command()
def schema() -> None:
    """Print the JSON Schema of pack files."""
    click.echo(resources.files("quizapp.packs").joinpath("pack.schema.json").read_text("utf-8"), nl=False)


@pack.command()
@click.argument("slug", required=False)
@click.option("--all", "settled_too", is_flag=True, help="List those too that have been settled.")
def flags(slug: str | None, settled_too: bool) -> None:
    """List what players say is wrong with the questions of a pack, or of all packs."""
    with ready_app():
        flagged = flags_on(slug, settled_too=settled_too)
    for one in flagged:
        day = datetime.fromtimestamp(one.flagged_at_ms / 1000, UTC)
        settled = f", {one.settled}" if one.settled else ""
        click.echo(f"{one.slug}: {one.item_id}: {one.reason} ({day:%Y-%m-%d}{settled}) {one.stem}")
        if one.note:
            click.echo(f"    {one.note}")
    click.echo(_counted(len(flagged), "flag"))


@pack.command()
@click.argument("slug")
@click.argument("item")
@click.option("--key", required=True, help="The option that is right, as it is written.")
def correct(slug: str, item: str, key: str) -> None:
    """Say that ITEM of a pack was published with a wrong key; every past answer is judged again."""
    with ready_app():
        done = correct_pack_of_file(slug, item, key, time.time_ns() // 1_000_000)
    if done.old_key == done.new_key:
        click.echo(f"{slug}: {item}: “{key}” is the key already.")
        return
    click.echo(f"{slug}: {item}: the key is “{done.new_key}”, no longer “{done.old_key}”.")
    judged, players = _counted(done.responses, "answer"), _counted(done.players, "player")
    click.echo(f"{judged} of {players} judged differently.")
    click.echo("Mend the pack file too: the next edition is made from it.")


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from pack_files(path) if path.is_dir() else [path]


def _print(findings: list[Finding], files: int, errors: int) -> None:
    for finding in findings:
        note = " (warning)" if finding.severity == "warning" else ""
        click.echo(f"{finding}{note}")
    warnings = len(findings) - errors
    click.echo(
        f"{_counted(files, 'pack')} checked: {_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
