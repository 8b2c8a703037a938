"""The journal, a page at a time."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from quizapp.services import journal
from quizapp.services.players import Player, find_player
from quizapp.web.administration.blueprint import bp, for_administrators, number


@bp.get("/administration/journal")
@for_administrators
def show_journal(_: Player) -> ResponseReturnValue:
    """What happened that matters, the newest first; of a kind, or of and about a player."""
    kind, name = request.args.get("kind", ""), request.args.get("player", "").strip()
    kind = kind if kind in journal.KINDS else ""
    player = find_player(name) if name else None
    nobody = bool(name) and player is None
    found = (
        []
        if nobody
        else journal.entries(kind=kind, player_id=player.id if player else None, before=number("before"))
    )
    return render_template(
        "administration/journal.html",
        entries=found,
        kinds=[("", "everything"), *((each, each) for each in journal.KINDS)],
        kind=kind,
        name=name,
        nobody=nobody,
        full=journal.ENTRIES_ON_A_PAGE,
        later=number("before") is not None,
    )
