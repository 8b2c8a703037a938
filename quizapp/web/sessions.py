"""Signed cookies and form tokens, each verified once and then remembered.

A signature that held a moment ago still holds: looking it up costs a tenth of computing it again, and a round
sends the same cookie and the same token with every answer. What is not remembered goes the ordinary way.
"""

import hmac
import time
from functools import lru_cache
from typing import Any

from flask import Flask, Request, current_app, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadSignature, URLSafeTimedSerializer

REMEMBERED = 4096
_FIELD = "csrf_token"  # Flask-WTF's name for it, in forms and in the session


class RememberedSessions(SecureCookieSessionInterface):
    """Flask's own sessions in signed cookies, but a cookie seen before is not verified again."""

    def __init__(self) -> None:
        self._verified = lru_cache(maxsize=REMEMBERED)(self._verify)

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session in the cookie; an empty one where the cookie is missing, forged or too old."""
        cookie = request.cookies.get(self.get_cookie_name(app))
        if not cookie:
            return self.session_class()
        # Kept as text and not as a value, so that nobody can change what is remembered.
        text, signed_at_s = self._verified(app, cookie)
        too_old = time.time() - signed_at_s > app.permanent_session_lifetime.total_seconds()
        return self.session_class() if too_old else self.session_class(self.serializer.loads(text))

    def _verify(self, app: Flask, cookie: str) -> tuple[str, float]:
        signer = self.get_signing_serializer(app)
        try:
            content, signed_at = signer.loads(cookie, return_timestamp=True) if signer else ({}, None)
        except BadSignature:
            return "{}", 0.0
        return self.serializer.dumps(content), signed_at.timestamp() if signed_at else 0.0


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


def _secret() -> str:
    return str(current_app.secret_key)
