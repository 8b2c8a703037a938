"""Authors and their drafts, as the tests of publishing need them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from quizapp.domain.draft import Draft
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.services.accounts import sign_up
from quizapp.services.draft_shelf import add_draft
from quizapp.services.drafting import Edit, change, open_draft
from quizapp.services.players import Player
from quizapp.services.publishing import Published, outlook, publish
from quizapp.services.roles import give_role
from tests.builders import a_pack, an_item
from tests.conftest import NOON_MS

CERES = an_item()


def an_author(name: str, role: str = "author") -> Player:
    """An account of that role."""
    player = sign_up(None, name, "a long enough password", None, NOON_MS)
    give_role(player, role, NOON_MS)
    return player


def a_draft_of(player: Player, **changes: object) -> Draft:
    """A draft of a pack that nobody has published, all of it accepted."""
    given = {"slug": "planets", "title": "Planets"} | changes
    return add_draft(player.id, a_pack(**given), NOON_MS, accepted=True)


def published(player: Player, draft: Draft, was_wrong: Mapping[str, bool] | None = None) -> Published:
    """The draft published as it stands now."""
    seen = outlook(player, draft.public_id).seen
    return publish(player, draft.public_id, seen, was_wrong or {}, NOON_MS + 1)


def mended(draft: Draft, mend: Callable[[Pack], Pack]) -> Draft:
    """The draft with its pack changed."""
    return change(draft.owner_id, draft.public_id, NOON_MS, lambda now: Edit("Mended", mend(now.pack)))


def with_item(pack: Pack, new: Item) -> Pack:
    """The pack with that item in the place of the one of its id, or at the end."""
    if pack.item(new.item_id) is None:
        return replace(pack, items=(*pack.items, new))
    items = tuple(new if item.item_id == new.item_id else item for item in pack.items)
    return replace(pack, items=items)


def reopened(draft: Draft) -> Draft:
    """The draft as it stands."""
    return open_draft(draft.owner_id, draft.public_id)
