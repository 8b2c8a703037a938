"""Signed cookies and form tokens, each verified once and then remembered.

A signature that held a moment ago still holds: looking it up costs a tenth of computing it again, and a round
sends the same cookie and the same token with every answer. What is not remembered goes the ordinary way.
"""

import hmac
import time
from functools import lru_cache
from typing import Any

from flask import Flask, Request, Response, current_app, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.sansio.http import parse_cookie

REMEMBERED = 4096
_FIELD = "csrf_token"  # Flask-WTF's name for it, in forms and in the session


class RememberedSessions(SecureCookieSessionInterface):
    """Flask's own sessions in signed cookies, but a cookie seen before is not verified again."""

    def __init__(self) -> None:
        self._verified = lru_cache(maxsize=REMEMBERED)(self._verify)

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session in the cookie; an empty one where the cookie is missing, forged or too old."""
        sent = request.environ.get("HTTP_COOKIE")
        if not sent:
            return self.session_class()
        content, until_s = self._verified(app, sent)
        return self.session_class(_copied(content) if time.time() <= until_s else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie where something in it has changed; else say that the answer rests on it."""
        if session.modified or not session or app.config["SESSION_REFRESH_EACH_REQUEST"]:
            super().save_session(app, session, response)
        elif session.accessed:
            response.headers.add("Vary", "Cookie")

    def _verify(self, app: Flask, sent: str) -> tuple[dict[str, Any], float]:
        """What a browser's cookies hold of a session, and until when that is believed."""
        cookie = parse_cookie(cookie=sent).get(self.get_cookie_name(app))
        signer = self.get_signing_serializer(app)
        if not cookie or signer is None:
            return {}, 0.0
        try:
            content, signed_at = signer.loads(cookie, return_timestamp=True)
        except BadSignature:
            return {}, 0.0
        return content, (signed_at + app.permanent_session_lifetime).timestamp()


class RememberedTokens(CSRFProtect):  # type: ignore[misc]
    """Flask-WTF's protection, which lets the token pass that this process itself put into the form."""

    def protect(self, *args: Any, **options: Any) -> None:
        """Let the request pass, or refuse it as Flask-WTF does."""
        method = request.method
        if method == "GET":
            return  # changes nothing, so Flask-WTF would let it pass too, having looked for exemptions
        if method == "POST" and self._is_ours(request.form.get(_FIELD, "")):
            g.csrf_valid = True
            return
        super().protect(*args, **options)

    @staticmethod
    def _is_ours(token: str) -> bool:
        raw = session.get(_FIELD)
        return bool(raw) and hmac.compare_digest(token.encode(), _signed(_secret(), raw).encode())


def form_token() -> str:
    """The token that proves that a form came from our page to this browser."""
    raw = session.get(_FIELD)
    return _signed(_secret(), raw) if raw else str(generate_csrf())


@lru_cache(maxsize=REMEMBERED)
def _signed(secret: str, raw: str) -> str:
    # As Flask-WTF signs; tokens have no time limit here, so one signature serves as long as the session.
    return str(URLSafeTimedSerializer(secret, salt="wtf-csrf-token").dumps(raw))


def _copied(value: Any) -> Any:
    """The value in lists and dicts of its own, so that no request changes what another is told."""
    if isinstance(value, dict):
        return {name: _copied(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_copied(one) for one in value]
    return value


def _secret() -> str:
    return str(current_app.secret_key)
