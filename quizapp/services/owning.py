"""Whose a pack is. What lies in files is nobody's: only administrators look after it here."""

from quizapp.errors import NotFound
from quizapp.services.players import Player
from quizapp.store.listing import listing_of_slug
from quizapp.store.transaction import reading

NO_SUCH_PAGE = "There is no such page, or it belongs to somebody else."
ADMINISTRATOR = "administrator"


def owns(player: Player, slug: str) -> bool:
    """Whether the pack is the player's own."""
    with reading() as connection:
        listing = connection.execute(listing_of_slug, {"slug": slug}).first()
    return listing is not None and listing.owner_id == player.id


def cares_for(player: Player, slug: str) -> bool:
    """Whether the player looks after the pack: its author does, and every administrator."""
    return player.role == ADMINISTRATOR or owns(player, slug)


def require_care(player: Player, slug: str) -> None:
    """Let nobody else pass: to others the page is not there."""
    if not cares_for(player, slug):
        raise NotFound(NO_SUCH_PAGE)
