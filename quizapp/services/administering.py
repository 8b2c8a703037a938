"""What administrators look through: players, packs and flags, each a page at a time. Reading only."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import or_, select

from quizapp.domain.pack import SLUG
from quizapp.domain.text import folded
from quizapp.services.flagging import Flagged, readable
from quizapp.services.journal import Entry, entries
from quizapp.services.marks import Mark, marks_of
from quizapp.services.player_page import PlayerPage, player_page
from quizapp.services.players import Player, player_of_id
from quizapp.services.shelving import pack
from quizapp.store.attempt import latest_attempts_of_player
from quizapp.store.flag import open_flags_listed
from quizapp.store.player import players, players_listed
from quizapp.store.published_pack import packs_listed, published_packs
from quizapp.store.transaction import reading

ON_A_PAGE = 50
_LATEST = 20
_LONGEST_SEARCH = 80

Who = Literal["all", "accounts", "team", "banned"]


@dataclass(frozen=True, slots=True)
class PlayerLine:
    """A player in the list; `kind` is "guest" or the role."""

    player_id: int
    name: str
    kind: str
    seen_at_ms: int
    banned: bool


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """A round of a player; open while `closed_at_ms` is None."""

    slug: str
    pace: str
    opened_at_ms: int
    closed_at_ms: int | None
    points: int
    correct: int
    length: int


@dataclass(frozen=True, slots=True)
class PlayerSheet:
    """All that an administrator needs to judge a player; `page` is what everybody sees, of who is there."""

    player: Player
    page: PlayerPage | None
    rounds: tuple[PlayedRound, ...]
    marks: tuple[Mark, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack in the list."""

    slug: str
    title: str
    author: str
    editions: int
    on_shelf: bool
    featured: bool
    unlisted: bool


@dataclass(frozen=True, slots=True)
class FlagLine:
    """An open flag on any pack."""

    flag_id: int
    flagged: Flagged


def players_page(search: str = "", who: Who = "all", before: int | None = None) -> list[PlayerLine]:
    """Players whose names hold what is looked for, the newest first; those before a player."""
    query = players_listed
    if search := folded(readable(search[:_LONGEST_SEARCH])):
        query = query.where(players.c.name_key.contains(search, autoescape=True))
    if who in ("accounts", "team"):
        query = query.where(players.c.is_guest.is_(False))
    if who == "team":
        query = query.where(players.c.role != "player")
    if who == "banned":
        query = query.where(players.c.banned_at_ms.is_not(None))
    if before is not None:
        query = query.where(players.c.id < before)
    with reading() as connection:
        return [_player_line(row) for row in connection.execute(query, {"most": ON_A_PAGE})]


def player_sheet(player_id: int, now_ms: int) -> PlayerSheet:
    """The page of a player for administrators."""
    player = player_of_id(player_id)
    with reading() as connection:
        latest = connection.execute(latest_attempts_of_player, {"player_id": player_id, "most": _LATEST})
        rounds = tuple(
            PlayedRound(
                slug=row.slug,
                pace=row.pace,
                opened_at_ms=row.opened_at_ms,
                closed_at_ms=row.closed_at_ms,
                points=row.points,
                correct=row.correct,
                length=row.length,
            )
            for row in latest
        )
    return PlayerSheet(
        player=player,
        page=player_page(player.name, now_ms) if player.deleted_at_ms is None else None,
        rounds=rounds,
        marks=tuple(marks_of(player_id, _LATEST)),
        entries=tuple(entries(player_id=player_id, most=_LATEST)),
    )


def packs_page(search: str = "", after: str = "") -> list[PackLine]:
    """Packs whose slugs or titles hold what is looked for, by slug; those after a slug."""
    query = packs_listed
    if search := readable(search[:_LONGEST_SEARCH]):
        slug, title = published_packs.c.slug, published_packs.c.title
        found = or_(slug.icontains(search, autoescape=True), title.icontains(search, autoescape=True))
        query = query.where(slug.in_(select(slug).where(found)))
    if SLUG.fullmatch(after):
        query = query.where(published_packs.c.slug > after)
    with reading() as connection:
        return [_pack_line(row) for row in connection.execute(query, {"most": ON_A_PAGE})]


def flags_page(after: int = 0) -> list[FlagLine]:
    """Open flags over all packs, the oldest first; those after a flag."""
    with reading() as connection:
        rows = connection.execute(open_flags_listed, {"after_id": after, "most": ON_A_PAGE}).all()
    return [_flag_line(row) for row in rows]


def _player_line(row: Any) -> PlayerLine:
    kind = "guest" if row.is_guest else row.role
    return PlayerLine(row.id, row.name, kind, row.seen_at_ms, row.banned_at_ms is not None)


def _pack_line(row: Any) -> PackLine:
    return PackLine(
        slug=row.slug,
        title=row.title,
        author="" if row.deleted_at_ms else row.author or "",
        editions=row.editions,
        on_shelf=bool(row.on_shelf),
        featured=bool(row.featured),
        unlisted=bool(row.unlisted),
    )


def _flag_line(row: Any) -> FlagLine:
    item = pack(row.digest).item(row.item_id)
    stem = item.stem if item else ""
    return FlagLine(row.id, Flagged(row.slug, row.item_id, stem, row.reason, row.note, row.flagged_at_ms, ""))
