"""`quizapp journal`: what happened that matters, read at the terminal."""

import json
from dataclasses import asdict
from datetime import UTC, datetime

import click

from quizapp.cli.application import ready_app
from quizapp.services.journal import KINDS, Entry, entries
from quizapp.services.players import player_named


@click.command()
@click.option(
    "--kind", type=click.Choice(list(KINDS)), metavar="KIND", default=None, help="Only entries of KIND."
)
@click.option(
    "--player", "name", default="", metavar="NAME", help="Only what NAME did or what was done to them."
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="DATE", help="From that day on (UTC)."
)
@click.option(
    "--most", type=click.IntRange(1, 1_000_000), default=200, show_default=True, help="How many, the newest."
)
@click.option("--json", "as_json", is_flag=True, help="One object a line, for scripts.")
def journal(kind: str | None, name: str, since: datetime | None, most: int, as_json: bool) -> None:
    """Print the journal, the newest entry first: log-ins, roles, publishing, corrections, bans, deletions."""
    since_ms = int(since.replace(tzinfo=UTC).timestamp() * 1000) if since else 0
    with ready_app():
        player_id = player_named(name).id if name else None
        found = entries(kind=kind or "", player_id=player_id, since_ms=since_ms, most=most)
    for entry in found:
        click.echo(json.dumps(asdict(entry), ensure_ascii=False) if as_json else _line(entry))
    if not found and not as_json:
        click.echo("Nothing is written down that fits.")


def _line(entry: Entry) -> str:
    moment = datetime.fromtimestamp(entry.happened_at_ms / 1000, UTC)
    about = entry.player_name if entry.player_id != entry.actor_id else ""
    parts = (entry.kind, about, entry.slug, entry.detail)
    return f"{moment:%Y-%m-%d %H:%M:%S}  {entry.who:24}  {'  '.join(part for part in parts if part)}"
