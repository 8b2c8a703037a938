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


def asking_page(page: RoundPage, form: Form, token: str, seconds_left: int) -> str:
    """The page for an item that has no response yet."""
    sheet = _sheet.__wrapped__ if current_app.config["TEMPLATES_AUTO_RELOAD"] else _sheet
    values = {name: escape(getattr(page, name)) for name in _PAGE}
    values |= {name: escape(getattr(page.prompt, name)) for name in _PROMPT}
    values |= zip(LETTERS.lower(), map(escape, page.prompt.options), strict=True)
    values["points"] = escape(points_in_words(page.points))
    values["token"] = escape(token)
    values["limit_ms"] = escape(page.pace.limit_ms)
    values["seconds_left"] = escape(seconds_left)
    parts = list(sheet(form))
    parts[1::2] = [values[name] for name in parts[1::2]]
    return "".join(parts)


def is_short(prompt: Prompt) -> bool:
    """Whether the options fit beside each other, two by two."""
    return max(map(len, prompt.options)) <= LONGEST_SHORT_OPTION


@lru_cache(maxsize=64)
def _sheet(form: Form) -> tuple[str, ...]:
    """The page cut at its marks: text, name of a value, text, ..."""
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
    return tuple(_MARK.split(text))


def _mark(name: str) -> str:
    return f"\ue000{name}\ue001"
