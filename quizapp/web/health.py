"""For whoever looks after the server: whether it lives, and whether it can serve. No session, no secrets."""

from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue

from quizapp.services import readiness

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> ResponseReturnValue:
    """The process answers; nothing else is asked."""
    return "ok\n", {"Content-Type": "text/plain; charset=utf-8"}


@bp.get("/readyz")
def readyz() -> ResponseReturnValue:
    """What the game needs, part by part, and 503 where one is missing."""
    parts = readiness.parts(current_app.extensions["quizapp_bell"].answers)
    ready = all(word == readiness.OK for word in parts.values())
    return jsonify(ready=ready, **parts), 200 if ready else 503
