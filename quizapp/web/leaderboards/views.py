"""Leaderboards: over all packs and of one, by period and clock, page by page."""

from flask import Blueprint, render_template, request

from quizapp.errors import NotFound
from quizapp.services import ranking, shelving
from quizapp.services.pictures import board_pictures
from quizapp.web.accounts.session import current_seat
from quizapp.web.clock import now_ms
from quizapp.web.leaderboards.choice import chosen_clock, chosen_period, in_words
from quizapp.web.wording import day_and_month, day_and_time

bp = Blueprint("leaderboards", __name__)
bp.add_app_template_filter(day_and_month, "day_and_month")

LONGEST_PAGE_NUMBER = 7
LONGEST_PLACE = 9


@bp.get("/leaderboards")
def show_all() -> str:
    """The board over all packs, and the way to each pack's own."""
    return _board(None)


@bp.get("/leaderboards/<slug>")
def show_one(slug: str) -> str:
    """The board of one pack."""
    return _board(slug)


def _board(slug: str | None) -> str:
    period, clock = chosen_period(), chosen_clock()
    sought = _number("place", LONGEST_PLACE, "Places on a board are counted from 1.")
    page = _number("page", LONGEST_PAGE_NUMBER, "Pages of a board are numbered from 1.")
    board = ranking.board_page(slug, period, clock, current_seat(), page, now_ms(), sought)
    pictures = board_pictures(slug, period, clock, current_seat(), now_ms())
    return render_template(
        "leaderboards/board.html",
        board=board,
        pictures=pictures,
        period=period,
        clock=clock,
        slug=slug,
        sought=sought,
        packs=shelving.shelf_packs(),
        address=f"/leaderboards/{slug}" if slug else "/leaderboards",
        caption=in_words(clock, period),
        turns_at=day_and_time(board.turns_at_ms) if board.turns_at_ms else None,
    )


def _number(name: str, longest: int, meaning: str) -> int | None:
    """The number given, or None where the field was left empty."""
    text = request.args.get(name)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= longest and int(text)):
        raise NotFound(meaning)
    return int(text)
