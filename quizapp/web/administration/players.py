"""Players as administrators see them, and what can be done about one."""

import random
from collections.abc import Callable, Mapping
from typing import cast, get_args

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import NotFound
from quizapp.services import administering
from quizapp.services.accounts import log_out_everywhere
from quizapp.services.administering import ON_A_PAGE, Who
from quizapp.services.banning import LONGEST_REASON, ban, unban
from quizapp.services.players import Player, player_of_id, rename_neutrally
from quizapp.services.roles import ROLES, give_role
from quizapp.web.administration.blueprint import bp, for_administrators, number, require_sure, told
from quizapp.web.clock import now_ms


@bp.get("/administration")
@for_administrators
def show_players(_: Player) -> ResponseReturnValue:
    """Everybody, the newest first, or those who are looked for."""
    search, who = request.args.get("search", ""), request.args.get("who", "all")
    if who not in get_args(Who):
        who = "all"
    return render_template(
        "administration/players.html",
        players=administering.players_page(search, cast(Who, who), number("before")),
        search=search,
        who=who,
        full=ON_A_PAGE,
        later=number("before") is not None,
    )


@bp.get("/administration/players/<int:player_id>")
@for_administrators
def show_player(administrator: Player, player_id: int) -> ResponseReturnValue:
    """One player: standing, rounds, marks, journal, and what can be done."""
    return render_template(
        "administration/player.html",
        sheet=administering.player_sheet(player_id, now_ms()),
        is_self=administrator.id == player_id,
        roles=ROLES,
        longest_reason=LONGEST_REASON,
    )


@bp.post("/administration/players/<int:player_id>/<deed>")
@for_administrators
def act_on_player(administrator: Player, player_id: int, deed: str) -> ResponseReturnValue:
    """Do it, and go back to the player."""
    player = player_of_id(player_id)
    act = _DEEDS.get(deed)
    if act is None or player.deleted_at_ms is not None:
        raise NotFound("There is nothing of that kind to be done about that player.")
    with told():
        flash(act(administrator, player), "right")
    return redirect(url_for("administration.show_player", player_id=player_id), 303)


def _ban(administrator: Player, player: Player) -> str:
    require_sure()
    ban(player, request.form.get("reason", ""), now_ms(), administrator.id)
    return f"{player.name} is banned, and off every board."


def _unban(administrator: Player, player: Player) -> str:
    unban(player, now_ms(), administrator.id)
    return f"{player.name} can log in and play again. What was earned is back on the boards."


def _change_role(administrator: Player, player: Player) -> str:
    require_sure()
    give_role(player, request.form.get("role", ""), now_ms(), administrator.id)
    return f"{player.name} is now {'an' if player.role[0] in 'aeiou' else 'a'} {player.role}."


def _rename(administrator: Player, player: Player) -> str:
    require_sure()
    before = player.name
    rename_neutrally(player, now_ms(), administrator.id, random.SystemRandom())
    return f"{before} is now called {player.name}."


def _log_out(administrator: Player, player: Player) -> str:
    require_sure()
    log_out_everywhere(player, now_ms(), administrator.id)
    return f"{player.name} is logged out on every device."


_DEEDS: Mapping[str, Callable[[Player, Player], str]] = {
    "ban": _ban,
    "unban": _unban,
    "role": _change_role,
    "rename": _rename,
    "log-out": _log_out,
}
