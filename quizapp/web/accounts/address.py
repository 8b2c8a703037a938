"""Where a request comes from: the address as limits count it, and a trace of it that names nobody."""

import hashlib
import hmac
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address, ip_network

from flask import current_app, request

from quizapp.config import Settings

# A household or a phone is given 2^64 addresses of IPv6 and may use a new one for each request.
_HOUSEHOLD = 64
_ORIGIN_LETTERS = 20


def address() -> str:
    """The address of whoever asks; of IPv6 the part that a household shares."""
    given = request.remote_addr or ""
    try:
        found = ip_address(given)
    except ValueError:
        return given  # a test, or a proxy that names no address
    if not isinstance(found, IPv6Address):
        return given
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ip_network((found, _HOUSEHOLD), strict=False).network_address)


def origin(now_ms: int) -> str:
    """A trace by which rounds of one address and day can be told from others, and nothing else.

    Without the secret nobody can find the address that belongs to it, and each day has traces of its own.
    """
    settings: Settings = current_app.extensions["quizapp_settings"]
    today = datetime.fromtimestamp(now_ms / 1000, UTC).date().isoformat()
    told = hmac.new(settings.secret_key.encode(), f"origin {today} {address()}".encode(), hashlib.sha256)
    return told.hexdigest()[:_ORIGIN_LETTERS]
