"""`quizapp pack`: check pack files, print their schema, and read what players flagged."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import click

from quizapp.cli.application import ready_app
from quizapp.packs.check import check_file
from quizapp.packs.findings import Finding
from quizapp.packs.shelf import pack_files
from quizapp.services.flagging import flags_on


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
def schema() -> None:
    """Print the JSON Schema of pack files."""
    click.echo(resources.files("quizapp.packs").joinpath("pack.schema.json").read_text("utf-8"), nl=False)


@pack.command()
@click.argument("slug", required=False)
def flags(slug: str | None) -> None:
    """List what players say is wrong with the questions of a pack, or of all packs."""
    with ready_app():
        flagged = flags_on(slug)
    for one in flagged:
        day = datetime.fromtimestamp(one.flagged_at_ms / 1000, UTC)
        click.echo(f"{one.slug}: {one.item_id}: {one.reason} ({day:%Y-%m-%d}) {one.stem}")
        if one.note:
            click.echo(f"    {one.note}")
    click.echo(_counted(len(flagged), "flag"))


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
