"""`quizapp serve`: migrate, load the packs, and serve."""

import gc
import os
import pickle
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from typing import TypeVar, cast

import click
from flask import Flask

from quizapp import BLUEPRINTS, create_app, logs
from quizapp.cli.application import ready_app
from quizapp.cli.keeper import Keeper
from quizapp.config import CONNECTIONS_A_REQUEST, Settings, read_settings
from quizapp.domain.pack import Pack
from quizapp.packs.findings import Finding
from quizapp.packs.shelf import stock
from quizapp.services.playing import close_left_rounds
from quizapp.services.shelving import decoded_shelf, keep_decoded, publish_shelf, slugs_of_players

_Made = TypeVar("_Made")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", type=click.IntRange(1, 64), help="Processes.  [default: one a core]")
@click.option("--debug", is_flag=True, help="Flask's own server, for work on the program.")
def serve(host: str, port: int, workers: int | None, debug: bool) -> None:
    """Bring the database up to date, load the packs of questions/, and serve the game."""
    settings = read_settings(os.environ)
    logs.set_up(settings.log)
    keep_decoded(_apart(_make_ready))
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    click.echo(f"Play at http://{address}/  (stop with Ctrl-C)")
    keeper = Keeper() if settings.worker else None
    if debug:
        _serve_for_one(host, port, replace(settings, debug=True), keeper)
    else:
        _serve_for_all(address, workers or _cores(), settings, keeper)


def not_shared(settings: Settings, workers: int) -> list[str]:
    """What so many processes do not share with these settings, a line each."""
    counted_apart = settings.rate_limits and settings.rate_limit_storage.startswith("memory://")
    if workers == 1 or not counted_apart:
        return []
    return [
        f"Each of the {workers} processes counts rate limits for itself, so up to {workers} times as many "
        "tries pass; QUIZAPP_REDIS_URL lets them count together, and --workers 1 needs no Redis."
    ]


def _apart(work: Callable[[], _Made]) -> _Made:
    """What comes of it in a process of its own: what it opens and loads is not inherited by those that serve.

    The driver of PostgreSQL in particular looks once, when it is loaded, whether waiting is cooperative.
    """
    with tempfile.TemporaryFile() as file:
        child = os.fork()
        if not child:
            pickle.dump(work(), file)
            file.flush()
            raise SystemExit(0)
        _, status = os.waitpid(child, 0)
        if status:
            raise SystemExit(abs(os.waitstatus_to_exitcode(status)))
        file.seek(0)
        return cast(_Made, pickle.load(file))  # noqa: S301 (written by ourselves, above)


def _make_ready() -> dict[str, Pack]:
    with ready_app() as app:
        _load_packs(app)
        close_left_rounds(time.time_ns() // 1_000_000)
        return decoded_shelf()


def _serve_for_one(host: str, port: int, settings: Settings, keeper: Keeper | None) -> None:
    if keeper:
        keeper.look()
    try:
        create_app(settings).run(host, port, threaded=True)
    finally:
        if keeper:
            keeper.stop()


def _serve_for_all(address: str, workers: int, settings: Settings, keeper: Keeper | None) -> None:
    # Gunicorn and gevent are of no use to the other commands.
    from quizapp.cli.server import Server

    for line in not_shared(settings, workers):
        click.echo(line)
    shared_out = max(CONNECTIONS_A_REQUEST, settings.database_connections // workers)
    settings = replace(settings, database_connections=shared_out)
    with _counting_together(settings):
        _load_code()
        Server(address, workers, lambda: create_app(settings), keeper).run()


@contextmanager
def _counting_together(settings: Settings) -> Iterator[None]:
    """A folder in which all processes count, the worker's too. Named before anything loads the library."""
    if not settings.metrics_token:
        yield
        return
    here = os.getpid()
    folder = tempfile.mkdtemp(prefix="quizapp-metrics-")
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
    try:
        yield
    finally:
        # Processes that were forked in between come by here as well when they end.
        if os.getpid() == here:
            shutil.rmtree(folder, ignore_errors=True)


def _load_code() -> None:
    """Load what every process needs before they part, so that they share the memory it takes."""
    for noun in BLUEPRINTS:
        import_module(f"quizapp.web.{noun}")
    gc.collect()
    gc.freeze()


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
