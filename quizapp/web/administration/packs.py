"""All packs, and their place on the shelf."""

from collections.abc import Callable, Mapping

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import NotFound
from quizapp.services import administering, editions
from quizapp.services.administering import ON_A_PAGE
from quizapp.services.players import Player
from quizapp.web.administration.blueprint import bp, for_administrators, told
from quizapp.web.clock import now_ms


@bp.get("/administration/packs")
@for_administrators
def show_packs(_: Player) -> ResponseReturnValue:
    """Every pack, or those that are looked for."""
    search, after = request.args.get("search", ""), request.args.get("after", "")
    return render_template(
        "administration/packs.html",
        packs=administering.packs_page(search, after),
        search=search,
        full=ON_A_PAGE,
        later=bool(after),
    )


@bp.post("/administration/packs/<slug>/<deed>")
@for_administrators
def act_on_pack(administrator: Player, slug: str, deed: str) -> ResponseReturnValue:
    """Do it, and go back to the packs."""
    act = _DEEDS.get(deed)
    if act is None:
        raise NotFound("There is nothing of that kind to be done about a pack.")
    with told():
        flash(act(administrator, slug), "right")
    return redirect(url_for("administration.show_packs", search=request.form.get("search") or None), 303)


def _feature(administrator: Player, slug: str) -> str:
    editions.feature(administrator, slug, now_ms(), featured=True)
    return f"The first page begins with {slug} now."


def _unfeature(administrator: Player, slug: str) -> str:
    editions.feature(administrator, slug, now_ms(), featured=False)
    return f"{slug} is featured no more."


def _unlist(administrator: Player, slug: str) -> str:
    editions.unlist(administrator, slug, now_ms())
    return f"{slug} is unlisted. Its history, its boards and open rounds stay."


def _relist(administrator: Player, slug: str) -> str:
    editions.relist(administrator, slug, now_ms())
    return f"{slug} is on the shelf again."


_DEEDS: Mapping[str, Callable[[Player, str], str]] = {
    "feature": _feature,
    "unfeature": _unfeature,
    "unlist": _unlist,
    "relist": _relist,
}
