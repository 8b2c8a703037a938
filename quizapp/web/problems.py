"""What a person sees when something went wrong: the one place where errors get a meaning in HTTP."""

import time

from flask import Flask, Response, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from quizapp import errors
from quizapp.extensions import limiter
from quizapp.services.outages import passes
from quizapp.web.wording import count

JSON = "application/json"
_A_MINUTE_S = 60

STATUS: dict[type[errors.QuizError], int] = {
    errors.NotFound: 404,
    errors.NotCurrentItem: 409,
    errors.NoSuchOption: 400,
    errors.RoundOver: 409,
    errors.Malformed: 400,
    errors.NameRefused: 400,
    errors.LogInRefused: 403,
    errors.NotAllowed: 403,
    errors.TooFast: 429,
    errors.NothingToUndo: 409,
    errors.ChangedMeanwhile: 409,
    errors.PackError: 400,
    errors.DocumentRefused: 400,
}
TITLES = {
    400: "That did not work",
    403: "That is not open to you",
    404: "Nothing here",
    405: "That did not work",
    409: "The game has moved on",
    413: "That is too much at once",
    429: "A little slower, please",
    500: "Something broke, and it was us",
    503: "One moment, please",
}
TEXTS = {
    404: "There is no such page, or it belongs to somebody else.",
    405: "This address cannot be opened in that way.",
    413: "What you sent is larger than a form of this game can be.",
    500: "Your answers are safe. Go back and try again.",
    503: "Too many play at once, or the database is being looked after. Nothing is lost: try again.",
}
# Seconds after which a program may try again; a restart takes about as long.
PAUSE_S = 2


def init_app(app: Flask) -> None:
    """Answer every error with a page that leads back to the game, or with JSON where JSON was asked for."""
    app.register_error_handler(errors.QuizError, _quiz_error)
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _broken)


def wants_json() -> bool:
    """Whether the script of our pages asked, rather than a person's browser."""
    # Our script asks for nothing else; weighing a list of types costs as much as a query.
    return request.headers.get("Accept") == JSON or request.accept_mimetypes.best == JSON


def _quiz_error(error: errors.QuizError) -> ResponseReturnValue:
    code = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 400)
    if isinstance(error, errors.TooFast):
        return _too_fast(error.wait_s)
    return _answer(code, str(error) or TEXTS.get(code, ""))


def _form_expired(_: CSRFError) -> ResponseReturnValue:
    return _answer(400, "This page was open for too long or in another browser. Reload it and try again.")


def _http_error(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error.get_response()  # a redirect
    if code == 429:
        return _too_fast(_wait_s())
    return _answer(code, TEXTS.get(code, error.description or ""), PAUSE_S if code == 503 else 0)


def _wait_s() -> int:
    """How long until the limit that was met begins anew."""
    met = limiter.current_limit
    return max(1, int(met.reset_at - time.time())) if met else _A_MINUTE_S


def _too_fast(wait_s: int) -> ResponseReturnValue:
    wait = count(wait_s, "second") if wait_s <= _A_MINUTE_S else count(-(-wait_s // 60), "minute")
    text = f"That was a lot in a short time. Wait {wait}, go back and send it again: nothing is lost."
    return _answer(429, text, wait_s)


def _broken(error: Exception) -> ResponseReturnValue:
    if passes(error):
        # The driver's own words: SQLAlchemy would add the statement, and what a player sent with it.
        current_app.logger.warning("the database was not to be had: %s", getattr(error, "orig", error))
        return _answer(503, TEXTS[503], PAUSE_S)
    current_app.logger.exception("unexpected error", exc_info=error)
    return _answer(500, TEXTS[500])


def _answer(code: int, text: str, wait_s: int = 0) -> tuple[str | Response, int, dict[str, str]]:
    title = TITLES.get(code, TITLES[400])
    headers = {"Retry-After": str(wait_s)} if wait_s else {}
    if wants_json():
        return jsonify(error=title, text=text, **({"wait_s": wait_s} if wait_s else {})), code, headers
    page = render_template(
        "errors/problem.html",
        code=code,
        title=title,
        text=text,
        action_url="/",
        action_text="Back to the game",
    )
    return page, code, headers
