"""The page of one pack."""

from flask import render_template

from quizapp.domain.round import LENGTHS
from quizapp.services import editions, owning, playing, ranking, shelving
from quizapp.services.seat import Seat
from quizapp.web.accounts.session import current_player
from quizapp.web.clock import now_ms
from quizapp.web.packs.blueprint import bp
from quizapp.web.rounds.forms import STRETCHES

TOP = 10


@bp.get("/packs/<slug>")
def show_pack(slug: str) -> str:
    """What the pack is about, the form that starts a round, and its board."""
    player = current_player()
    seat = Seat(player.id, player.epoch) if player else None
    pack = shelving.pack_page(slug, seat)
    return render_template(
        "packs/pack.html",
        pack=pack,
        lengths=[length for length in LENGTHS if length < pack.item_count],
        stretches=STRETCHES,
        pace=player.pace if player else "timed",
        stretch=player.stretch if player and player.pace == "extended" else 2.0,
        open_round=playing.open_round(seat, slug) if seat else None,
        board=ranking.board_page(slug, "all", "timed", seat, None, now_ms()),
        top=TOP,
        care=editions.care_of(player, pack.listing),
        sees_insights=player is not None and not player.is_guest and owning.cares_for(player, slug),
    )
