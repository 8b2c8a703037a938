"""The home page, and the page that says how scores work."""

from flask import Blueprint, render_template

from quizapp.domain.round import ITEM_LIMIT_MS
from quizapp.domain.scoring import FULL, INSTANT_MS
from quizapp.services import playing, ranking, shelving
from quizapp.services.playing import RoundPage, Seat
from quizapp.services.settling import hear_answers
from quizapp.web.accounts.session import current_player
from quizapp.web.clock import now_ms
from quizapp.web.rounds.likes import remember
from quizapp.web.wording import count, percent

bp = Blueprint("home", __name__)
bp.add_app_template_filter(count, "count")
bp.add_app_template_filter(percent, "percent")

TOP = 5


@bp.get("/")
def home() -> str:
    """What this is, and one button to start."""
    packs = shelving.shelf_packs()
    featured = shelving.featured_slug()
    player = current_player()
    seat = Seat(player.id, player.epoch) if player else None
    if player:
        remember(player)
    answers = hear_answers(player.id) if player else []
    return render_template(
        "home/home.html",
        packs=packs,
        featured=next((pack for pack in packs if pack.slug == featured), None),
        answers=answers,
        resume=_resume(seat) if seat else None,
        pace="relaxed" if player and player.pace == "relaxed" else "timed",
        board=ranking.board_page(None, "week", "timed", seat, None, now_ms()) if packs else None,
        top=TOP,
    )


@bp.get("/how-scores-work")
def how_scores_work() -> str:
    """The rules of scoring, exactly."""
    return render_template(
        "home/how_scores_work.html", full=FULL, instant_ms=INSTANT_MS, limit_s=ITEM_LIMIT_MS // 1000
    )


def _resume(seat: Seat) -> RoundPage | None:
    public_id = playing.open_round(seat)
    return playing.round_page(seat, public_id, now_ms()) if public_id else None
