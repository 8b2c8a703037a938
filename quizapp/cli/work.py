"""`quizapp work`: a worker in the foreground, which makes questions from the documents that authors give."""

import click

from quizapp import logs
from quizapp.cli.application import ready_app


@click.command()
@click.option("--beside", type=int, hidden=True, help="End with the process that started it.")
def work(beside: int | None) -> None:
    """Make questions from the documents that authors give, until stopped with Ctrl-C.

    `quizapp serve` starts one worker itself; with QUIZAPP_WORKER=off it starts none, and as many of these as
    are wanted can run, here or on other machines.
    """
    from quizapp.work.worker import run_worker

    with ready_app() as app:
        logs.set_up(app.extensions["quizapp_settings"].log)
        if beside is None:
            click.echo("Waiting for work.  (stop with Ctrl-C)")
        run_worker(app, beside)
