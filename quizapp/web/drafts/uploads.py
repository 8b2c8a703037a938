"""Bodies larger than a form of the game: for a few views, and for accounts alone.

What is larger is refused by what the browser says of its size, before a byte of it is read.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, request

from quizapp.services.documents import Given
from quizapp.web.accounts.session import current_player
from quizapp.web.drafts.blueprint import bp

LARGEST_BODY_BYTES = 40 * 1024 * 1024
MOST_PASTED_BYTES = 2 * 1024 * 1024
_FORM_AROUND_BYTES = 20_000
_ALLOWED = "takes_up_to"

View = TypeVar("View", bound=Callable[..., Any])


def takes_up_to(most_bytes: int) -> Callable[[View], View]:
    """A view that takes files of so many bytes together."""

    def marked(view: View) -> View:
        setattr(view, _ALLOWED, most_bytes + _FORM_AROUND_BYTES)
        return view

    return marked


# Before the form is looked into for its token, which would read it up to the limit of all other forms.
@bp.url_value_preprocessor
def _allow(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    most_bytes = getattr(current_app.view_functions.get(endpoint or ""), _ALLOWED, 0)
    if most_bytes and request.method == "POST":
        player = current_player()
        if player is not None and not player.is_guest:
            request.max_content_length = most_bytes
            request.max_form_memory_size = MOST_PASTED_BYTES


def given_documents() -> list[Given]:
    """The files and the pasted text of the form that was sent."""
    files = [file for file in request.files.getlist("documents") if file.filename]
    found = []
    for file in files:
        found.append(Given(file.filename or "", file.read()))
        file.close()
    pasted = request.form.get("pasted", "").replace("\r\n", "\n")
    if pasted.strip():
        name = next(line.strip() for line in pasted.split("\n") if line.strip())
        found.append(Given(f"{name[:60]}.txt".replace("/", " "), pasted.encode(errors="replace")))
    return found
