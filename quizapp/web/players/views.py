"""The public page of a player."""

from flask import Blueprint, render_template

from quizapp.services.ranking import player_page
from quizapp.web.clock import now_ms
from quizapp.web.wording import day

bp = Blueprint("players", __name__)


@bp.get("/players/<name>")
def show_player(name: str) -> str:
    """Where a player stands."""
    player = player_page(name, now_ms())
    return render_template("players/player.html", player=player, since=day(player.since_ms))
