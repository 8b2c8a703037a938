"""`quizapp serve`: migrate, load the packs, and serve."""

import time

import click
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from quizapp import create_app
from quizapp.cli.application import ready_app
from quizapp.cli.keeper import Keeper
from quizapp.packs.findings import Finding
from quizapp.packs.shelf import stock
from quizapp.services.playing import close_left_rounds
from quizapp.services.shelving import publish_shelf, slugs_of_players


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--threads", default=4, show_default=True, type=click.IntRange(1, 256), help="Per process.")
def serve(host: str, port: int, workers: int, threads: int) -> None:
    """Bring the database up to date, load the packs of questions/, and serve the game."""
    with ready_app() as app:
        _load_packs(app)
        close_left_rounds(time.time_ns() // 1_000_000)
        keeper = Keeper() if app.extensions["quizapp_settings"].worker else None
    click.echo(f"Play at http://{host}:{port}/  (stop with Ctrl-C)")
    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers,
        "threads": threads,
        "worker_class": "gthread",
        "keepalive": 75,
        "errorlog": "-",
        "loglevel": "warning",
        "control_socket_disable": True,
    }
    _Server(options, keeper).run()


def _load_packs(app: Flask) -> None:
    shelf = stock(app.extensions["quizapp_settings"].question_folders)
    for path, findings in shelf.broken:
        click.echo(f"Left out: {path}", err=True)
        _say(findings)
    for slug in sorted(slugs_of_players() & shelf.packs.keys()):
        click.echo(
            f"Left out: the file with the slug {slug}, under which a player has published a pack - "
            "give the file another slug",
            err=True,
        )
    added, withdrawn = publish_shelf(shelf, time.time_ns() // 1_000_000)
    items = sum(len(pack.items) for pack in shelf.packs.values())
    click.echo(f"{len(shelf.packs)} packs, {items} questions ({added} new or changed, {withdrawn} withdrawn)")


def _say(findings: tuple[Finding, ...], most: int = 5) -> None:
    for finding in findings[:most]:
        click.echo(f"  {finding}", err=True)
    if len(findings) > most:
        click.echo(f"  and {len(findings) - most} more; `quizapp pack check` lists them all", err=True)


class _Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, told what to do by us rather than by a command line of its own."""

    def __init__(self, options: dict[str, object], keeper: Keeper | None) -> None:
        self._options = options
        self._keeper = keeper
        super().__init__()

    def run(self) -> None:
        """Serve until told to stop."""
        _Arbiter(self, self._keeper).run()

    def load_config(self) -> None:
        for name, value in self._options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        # Each worker makes its own application after the fork: no database connection is shared.
        return create_app()


class _Arbiter(Arbiter):  # type: ignore[misc]
    """The process that keeps the server's processes, and its worker beside them."""

    def __init__(self, app: BaseApplication, keeper: Keeper | None) -> None:
        self._keeper = keeper
        super().__init__(app)

    def manage_workers(self) -> None:
        """Called once a second, and never in the processes that serve."""
        super().manage_workers()
        if self._keeper:
            self._keeper.look()

    def stop(self, graceful: bool = True) -> None:
        """End the processes that serve, and the worker."""
        if self._keeper:
            self._keeper.stop()
        super().stop(graceful)
