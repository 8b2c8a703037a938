"""Plays with cooperative waiting and prints every pause that was made while a write to SQLite was under way.

Run in a process of its own: what gevent changes stays changed.
"""
# ruff: noqa: E402, T201

import json
import sys
import traceback
from pathlib import Path
from typing import Any

from gevent import monkey

monkey.patch_all()

import greenlet
from flask_migrate import upgrade
from sqlalchemy import event

from quizapp import create_app
from quizapp.config import Settings
from quizapp.extensions import db
from quizapp.packs.shelf import Shelf
from quizapp.services.shelving import publish_shelf
from tests.builders import a_pack
from tests.conftest import NOON_MS, OneRequestAtATime
from tests.web.rounds.somebody import Somebody

NOWHERE = "redis://127.0.0.1:9"
PASSWORD = "a long walk by the river"


class Pauses:
    """Notes each switch to another greenlet between BEGIN IMMEDIATE and the end of the transaction."""

    def __init__(self) -> None:
        self.writes = 0
        self.switches = 0
        self.found: list[str] = []
        self._writing = False

    def hear(self, statement: str) -> None:
        """A statement as SQLite runs it."""
        if statement == "BEGIN IMMEDIATE":
            self._writing = True
            self.writes += 1
        elif statement in {"COMMIT", "ROLLBACK"}:
            self._writing = False

    def switched(self, _event: str, _greenlets: Any) -> None:
        """Somebody else's turn."""
        self.switches += 1
        if self._writing:
            self.found.append("".join(traceback.format_stack(limit=12)))


def play(folder: Path) -> Pauses:
    """Play, sign up, log in, flag and leave, while neither limits nor the queue can be reached."""
    settings = Settings(
        database_url=f"sqlite:///{folder}/quizapp.sqlite3",
        secret_key="a secret that is long enough for tests",
        question_folders=(folder,),
        rate_limit_storage=NOWHERE,
        queue=NOWHERE,
        open_publishing=True,
    )
    app, pauses = create_app(settings), Pauses()
    app.test_client_class = OneRequestAtATime
    with app.app_context():
        event.listen(db.engine, "connect", lambda made, _: made.set_trace_callback(pauses.hear))
        upgrade()
        publish_shelf(Shelf({"solar-system": a_pack()}, ()), NOON_MS)
    greenlet.settrace(pauses.switched)
    alice = Somebody(app)
    alice.start()
    alice.answer_right("application/json")
    alice.send(f"{alice.address}/flags", item=alice.field("item"), reason="other", note="unclear")
    alice.move_on()
    alice.answer_wrong()
    alice.look()
    alice.send(f"{alice.address}/end")
    alice.look("/sign-up")
    alice.send("/sign-up", name="Alice", password=PASSWORD)
    alice.look("/drafts")
    alice.send("/drafts/from-pack", slug="solar-system")
    alice.look("/account")
    alice.send("/log-out")
    alice.look("/log-in")
    alice.send("/log-in", name="Alice", password=PASSWORD)
    greenlet.settrace(None)
    return pauses


if __name__ == "__main__":
    seen = play(Path(sys.argv[1]))
    print(json.dumps({"writes": seen.writes, "switches": seen.switches, "found": seen.found}))
