"""How often somebody may try. Counted by address, and for log-ins also by the name that is tried."""

from flask import Response, request
from flask_limiter.util import get_remote_address

from quizapp.services.names import could_be_a_name, name_keys


def tried_name() -> str:
    """The name in the form, folded, so that one account cannot be tried under many spellings."""
    name = request.form.get("name", "")
    return f"name {name_keys(name)[0]}" if could_be_a_name(name) else f"no name {get_remote_address()}"


def has_failed(response: Response) -> bool:
    """Whether the form came back; what succeeded sends the browser on."""
    return response.status_code >= 400


def has_succeeded(response: Response) -> bool:
    """Whether the form was accepted."""
    return response.status_code < 400
