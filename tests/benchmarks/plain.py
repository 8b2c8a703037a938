"""An answer kept the straightforward way, for comparison: the ORM's session, and the user loaded each time.

The same tables and the same checks (form token, whose round it is, which item is on screen, first response
or not), as the manuals of the extensions write them. It knows no corrections, no sources and no clock: what
it leaves out makes it faster than it would be.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, abort, jsonify, request
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user, login_required, login_user
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from sqlalchemy import exists, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from quizapp.config import read_settings
from quizapp.domain.round import ITEM_LIMIT_MS
from quizapp.domain.scoring import SCHEMES
from quizapp.extensions import Base, db
from quizapp.store.attempt import Attempt
from quizapp.store.player import Player
from quizapp.store.published_pack import PublishedPack
from quizapp.store.response import Response
from quizapp.store.transaction import tune
from tests.benchmarks.stopwatch import Browser

ITEMS = 400


class _Base(DeclarativeBase):
    """Tables that only this program has."""


class Item(_Base):
    """An item as a row."""

    __tablename__ = "item"

    id: Mapped[str] = mapped_column(primary_key=True)
    stem: Mapped[str]
    key_letter: Mapped[str]
    key_text: Mapped[str]
    explanation: Mapped[str]


@contextmanager
def plain_app() -> Iterator[Flask]:
    """The application, on a SQLite file set up as ours is."""
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings({}, Path(folder))
        app = Flask("plain")
        app.config.update(SECRET_KEY=settings.secret_key, SQLALCHEMY_DATABASE_URI=settings.database_url)
        db.init_app(app)
        CSRFProtect(app)
        LoginManager(app).user_loader(lambda text: db.session.get(Player, int(text.split(".")[0])))
        app.add_url_rule("/", view_func=_enter)
        app.add_url_rule("/rounds/<public_id>/responses", view_func=_respond, methods=["POST"])
        with app.app_context():
            tune(db.engine, settings)
            Base.metadata.create_all(db.engine)
            _Base.metadata.create_all(db.engine)
            _fill()
        yield app
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


class PlainGame:
    """One player who answers item after item of it."""

    def __init__(self, app: Flask) -> None:
        self._app, self._browser = app, Browser(app)
        self._token = self._browser.get("/").decode()
        self._rounds = 0
        self._begin()

    def answer(self) -> None:
        """Answer the item on screen."""
        form = {"csrf_token": self._token, "item": f"q-{self._position}", "option": "B"}
        self._browser.post(f"/rounds/{self._round}/responses", form, "application/json")
        assert self._browser.status.startswith("200"), self._browser.status

    def move_on(self) -> None:
        """Go on to the next item, or to the first of another round."""
        self._position += 1
        if self._position == ITEMS:
            self._begin()

    def _begin(self) -> None:
        self._rounds += 1
        self._round, self._position = f"round{self._rounds}", 0
        with self._app.app_context():
            db.session.add(_attempt(self._round))
            db.session.commit()


def _enter() -> str:
    login_user(db.session.get(Player, 1))
    return str(generate_csrf())


@login_required  # type: ignore[untyped-decorator]
def _respond(public_id: str) -> ResponseReturnValue:
    now_ms = time.time_ns() // 1_000_000
    attempt = db.session.scalar(select(Attempt).filter_by(public_id=public_id, player_id=current_user.id))
    if attempt is None or attempt.closed_at_ms is not None:
        abort(404)
    item = db.session.get(Item, request.form["item"])
    if item is None or item.id != f"q-{attempt.position}":
        abort(409)
    option = request.form["option"]
    elapsed_ms = now_ms - attempt.shown_at_ms
    late = elapsed_ms > ITEM_LIMIT_MS
    correct = option == item.key_letter and not late
    points = SCHEMES["timed"](correct, min(elapsed_ms, ITEM_LIMIT_MS), ITEM_LIMIT_MS)
    same = Response.player_id == current_user.id, Response.slug == attempt.slug, Response.item_id == item.id
    is_first = not db.session.scalar(select(exists().where(*same)))
    db.session.add(
        Response(
            attempt_id=attempt.id,
            item_id=item.id,
            player_id=current_user.id,
            slug=attempt.slug,
            option=option,
            correct=correct,
            late=late,
            elapsed_ms=elapsed_ms,
            points=points,
            is_first=is_first,
            responded_at_ms=now_ms,
        )
    )
    attempt.position += 1
    attempt.touched_at_ms = attempt.shown_at_ms = now_ms
    attempt.points += points
    attempt.correct += correct
    attempt.streak = attempt.streak + 1 if correct else 0
    attempt.best_streak = max(attempt.best_streak, attempt.streak)
    # Taken before the commit, after which the ORM would read everything anew.
    verdict = {
        "item_id": item.id,
        "option": option,
        "correct": correct,
        "late": late,
        "points": points,
        "elapsed_ms": elapsed_ms,
        "key_letter": item.key_letter,
        "key_text": item.key_text,
        "explanation": item.explanation,
        "streak": attempt.streak,
        "total_points": attempt.points,
    }
    db.session.commit()
    return jsonify(verdict)


def _fill() -> None:
    now_ms = time.time_ns() // 1_000_000
    player = Player(
        id=1,
        name="Alice",
        name_key="alice",
        lookalike_key="alice",
        is_guest=False,
        created_at_ms=now_ms,
        seen_at_ms=now_ms,
    )
    pack = PublishedPack(
        digest="d", slug="tides", title="Tides", text="", published_at_ms=now_ms, on_shelf=True
    )
    db.session.add_all([player, pack])
    for number in range(ITEMS):
        why = f"In the list of tides, number {number} is the tide of that number."
        db.session.add(
            Item(
                id=f"q-{number}",
                stem=f"Which tide is number {number}?",
                key_letter="B",
                key_text="B",
                explanation=why,
            )
        )
    db.session.commit()


def _attempt(public_id: str) -> Attempt:
    now_ms = time.time_ns() // 1_000_000
    return Attempt(
        public_id=public_id,
        player_id=1,
        slug="tides",
        digest="d",
        seed="seed",
        length=ITEMS,
        pace="timed",
        stretch=1.0,
        position=0,
        revealed=False,
        shown_at_ms=now_ms,
        opened_at_ms=now_ms,
        touched_at_ms=now_ms,
        points=0,
        correct=0,
        streak=0,
        best_streak=0,
    )
