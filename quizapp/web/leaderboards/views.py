"""Leaderboards: over all packs and of one, by period and clock, page by page."""

from typing import cast, get_args

from flask import Blueprint, render_template, request

from quizapp.domain.leaderboard import Clock, Period
from quizapp.errors import NotFound
from quizapp.services import ranking, shelving
from quizapp.web.accounts.session import current_seat
from quizapp.web.clock import now_ms
from quizapp.web.wording import day_and_time

bp = Blueprint("leaderboards", __name__)

LONGEST_PAGE_NUMBER = 7
CLOCKS_IN_WORDS = {"timed": "Timed rounds", "untimed": "Rounds without a clock or with more time"}
PERIODS_IN_WORDS = {"day": "today", "week": "this week", "all": "all time"}


@bp.get("/leaderboards")
def show_all() -> str:
    """The board over all packs, and the way to each pack's own."""
    return _board(None)


@bp.get("/leaderboards/<slug>")
def show_one(slug: str) -> str:
    """The board of one pack."""
    return _board(slug)


def _board(slug: str | None) -> str:
    period, clock = _period(), _clock()
    board = ranking.board_page(slug, period, clock, current_seat(), _page(), now_ms())
    return render_template(
        "leaderboards/board.html",
        board=board,
        period=period,
        clock=clock,
        slug=slug,
        packs=shelving.shelf_packs(),
        address=f"/leaderboards/{slug}" if slug else "/leaderboards",
        caption=f"{CLOCKS_IN_WORDS[clock]}, {PERIODS_IN_WORDS[period]}",
        turns_at=day_and_time(board.turns_at_ms) if board.turns_at_ms else None,
    )


def _period() -> Period:
    period = request.args.get("period", "all")
    if period not in get_args(Period):
        raise NotFound("There are boards of today, of this week and of all time.")
    return cast(Period, period)


def _clock() -> Clock:
    clock = request.args.get("clock", "timed")
    if clock not in get_args(Clock):
        raise NotFound("There are timed boards and untimed ones.")
    return cast(Clock, clock)


def _page() -> int | None:
    text = request.args.get("page")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_PAGE_NUMBER and int(text)):
        raise NotFound("Pages of a board are numbered from 1.")
    return int(text)
