"""The page of a question that is asked, filled in fast.

Its template is rendered once for each of its forms, with marks where values go; a request only puts its own
values there. Rendering anew cost more than all the rest of the request. What goes in comes from the prompt,
which has no key.
"""

import re
from functools import lru_cache
from types import SimpleNamespace
from typing import NamedTuple

from flask import current_app, render_template
from markupsafe import escape

from quizapp.domain.prompt import LETTERS, Prompt
from quizapp.services.playing import RoundPage
from quizapp.web.rounds.words import NOTHING_TOLD, points_in_words

# Private use characters: no item may hold them (domain.text), so no value looks like a mark.
_MARK = re.compile("\ue000([a-z_]+)\ue001")
_PAGE = ("public_id", "pack_title", "streak", "deadline_ms", "now_ms")
_PROMPT = ("item_id", "stem", "number", "length", "language")
_VALUES = tuple(
    name.encode()
    for name in (*_PAGE, *_PROMPT, *LETTERS.lower(), "points", "token", "limit_ms", "seconds_left")
)
_BETWEEN = "\ue000"

# Longer options would break into three lines beside each other.
LONGEST_SHORT_OPTION = 24


class Form(NamedTuple):
    """What changes the page beyond its values; each combination is rendered once."""

    timed: bool
    time_up: bool
    short: bool
    is_last: bool
    shortcuts: bool
    clock_shown: bool


def asking_page(page: RoundPage, form: Form, token: str, seconds_left: int) -> bytes:
    """The page for an item that has no response yet, as it is sent."""
    sheet = _sheet.__wrapped__ if current_app.config["TEMPLATES_AUTO_RELOAD"] else _sheet
    prompt = page.prompt
    texts = (
        *(page.public_id, page.pack_title, str(page.streak), str(page.deadline_ms), str(page.now_ms)),
        *(prompt.item_id, prompt.stem, str(prompt.number), str(prompt.length), prompt.language),
        *prompt.options,
        *(points_in_words(page.points), token, str(page.pace.limit_ms), str(seconds_left)),
    )
    # Escaped in one piece, for a fifth of the cost.
    escaped = escape(_BETWEEN.join(texts)).encode().split(_BETWEEN.encode())
    return sheet(form) % dict(zip(_VALUES, escaped, strict=True))


def is_short(prompt: Prompt) -> bool:
    """Whether the options fit beside each other, two by two."""
    return max(map(len, prompt.options)) <= LONGEST_SHORT_OPTION


@lru_cache(maxsize=64)
def _sheet(form: Form) -> bytes:
    """The page with a placeholder for each of its marks."""
    prompt = SimpleNamespace(
        **{name: _mark(name) for name in _PROMPT},
        lettered=[(letter, _mark(letter.lower())) for letter in LETTERS],
    )
    page = SimpleNamespace(
        **{name: _mark(name) for name in _PAGE},
        prompt=prompt,
        pace=SimpleNamespace(limit_ms=_mark("limit_ms")),
        verdict=None,
        closed=False,
        is_last=form.is_last,
    )
    text = render_template(
        "rounds/round.html",
        page=page,
        told=NOTHING_TOLD,
        points=_mark("points"),
        token=_mark("token"),
        seconds_left=_mark("seconds_left"),
        **form._asdict(),
    )
    return _MARK.sub(r"%(\1)b", text.replace("%", "%%")).encode()


def _mark(name: str) -> str:
    return f"\ue000{name}\ue001"
