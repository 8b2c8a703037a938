"""Publishing a draft: what it would mean, and doing it, in one transaction.

An edition is immutable under its digest. An item keeps its id, and with it what players earned by it, as long
as its key stays; an item whose key is another one begins anew, unless the author says that the old key was
wrong: then it stays the same item, and the responses to it are judged again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import Connection

from quizapp.domain.comparison import Comparison, Pair, compare
from quizapp.domain.draft import Decision, Draft, Part
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.packs.lint import Flaw, lint_pack
from quizapp.packs.reader import read_pack
from quizapp.packs.slug import free_slug
from quizapp.packs.writer import write_pack
from quizapp.services.corrected import corrected_pack
from quizapp.services.correcting import Correction, correct_key, weigh_correction
from quizapp.services.draft_shelf import draft_from_text, draft_of_slug
from quizapp.services.drafting import Edit, change, change_within, open_draft
from quizapp.services.journal import write_down
from quizapp.services.players import Player
from quizapp.services.roles import may_publish, require_author
from quizapp.services.settling import settle_fixed_flags
from quizapp.services.shelving import Listing, listing_in, pack, put_edition
from quizapp.store.listing import listings, put_listing
from quizapp.store.published_pack import digest_of_slug, history_of_slug, titles
from quizapp.store.transaction import reading_all_at_once, write_alone

CHANGED = "The draft has changed since you looked. Here it is as it stands now; look once more, then publish."


@dataclass(frozen=True, slots=True)
class Outlook:
    """What publishing would do. `before` is the edition that players have now, if there is one.

    `refusal` says why the slug cannot be had, and `free` is one that can.
    """

    draft: Draft
    form: Pack
    before: Pack | None
    changes: Comparison
    blocking: tuple[Flaw, ...]
    advice: tuple[Flaw, ...]
    refusal: str
    free: str
    allowed: bool
    listing: Listing

    @property
    def seen(self) -> str:
        """What the author has seen: a form that is sent later holds for nothing else."""
        return f"{self.draft.revision}-{self.before.digest[:16] if self.before else ''}"

    @property
    def is_news(self) -> bool:
        """Whether publishing would change what players have."""
        return self.before is None or self.before.digest != self.form.digest

    @property
    def ready(self) -> bool:
        """Whether nothing stands in the way."""
        return self.allowed and self.is_news and not self.blocking and not self.refusal


@dataclass(frozen=True, slots=True)
class Published:
    """An edition on the shelf, and how many past responses were judged again for it."""

    slug: str
    digest: str
    rejudged: int = 0


def outlook(player: Player, public_id: str) -> Outlook:
    """What publishing the draft would do, and what stands in its way."""
    while True:
        view = _outlook(player, open_draft(player.id, public_id))
        # A draft that has just been published must not be seen as it was before, beside its own edition.
        if open_draft(player.id, public_id).revision == view.draft.revision:
            return view


def weighed(view: Outlook) -> Mapping[str, Correction]:
    """By item, what it would mean for past responses if the old key was wrong."""
    return {
        pair.new.item_id: weigh_correction(view.form.slug, pair.new.item_id, pair.new.key)
        for pair in view.changes.rekeyed
    }


def publish(
    player: Player, public_id: str, seen: str, was_wrong: Mapping[str, bool], now_ms: int
) -> Published:
    """The draft as an edition on the shelf. `was_wrong` says of each changed key whether the old one was.

    A second click finds the edition there, and changes nothing.
    """
    require_author(player)
    view = outlook(player, public_id)
    if view.before and not view.is_news and view.draft.base_digest == view.form.digest:
        return Published(view.form.slug, view.form.digest)
    if view.seen != seen:
        raise ChangedMeanwhile(CHANGED)
    _require_ready(view, was_wrong)
    new, renamed = _with_new_ids(view, was_wrong)
    text = write_pack(new)
    rejudged = 0

    def edit(connection: Connection, draft: Draft) -> Edit:
        nonlocal rejudged
        # Two authors may want one address, or an author publish two drafts of one pack, in one moment.
        write_alone(connection, listings)
        digest = connection.scalar(digest_of_slug, {"slug": new.slug})
        if digest == new.digest == draft.base_digest:
            return Edit("Published")
        listing = listing_in(connection, new.slug)
        if refusal := _refusal(connection, listing, player.id):
            raise Malformed(refusal)
        if draft.revision != view.draft.revision or digest != (view.before.digest if view.before else None):
            raise ChangedMeanwhile(CHANGED)
        # Before the new edition is there: it has the right keys already.
        for pair in view.changes.rekeyed:
            if was_wrong[pair.new.item_id]:
                wrong = correct_key(connection, new.slug, pair.new.item_id, pair.new.key, player.id, now_ms)
                rejudged += wrong.responses
        put_edition(connection, new, text, now_ms, player.id)
        settle_fixed_flags(connection, new.slug, view.before, new, now_ms)
        row = {
            "slug": new.slug,
            "owner_id": player.id,
            "featured": listing.featured,
            "unlisted": listing.unlisted,
            "unlisted_by": listing.unlisted_by,
            "changed_at_ms": now_ms,
        }
        connection.execute(put_listing(connection.dialect.name), row)
        write_down(connection, "published", now_ms, by=player.id, slug=new.slug, detail=new.digest[:10])
        return _as_published(draft, new, renamed)

    change_within(player.id, public_id, now_ms, edit)
    return Published(new.slug, new.digest, rejudged)


def publish_file(
    player: Player, text: str | bytes, name: str, wrong: Collection[str], now_ms: int
) -> Published:
    """The pack file as an edition, by way of the player's draft of that pack, or a new one.

    `wrong` names the items whose old keys were wrong; other items with another key begin anew.
    """
    require_author(player)
    given = read_pack(text, name)
    draft_id = draft_of_slug(player.id, given.slug)
    if draft_id:
        change(player.id, draft_id, now_ms, lambda _: _replaced(given, name))
    else:
        draft_id = draft_from_text(player.id, text, name, now_ms).public_id
    view = outlook(player, draft_id)
    if view.blocking:
        first = view.blocking[0]
        raise Malformed(
            f"{name} cannot be published: {first.what} - {first.mend}. "
            "`quizapp pack check` lists all findings."
        )
    rekeyed = [pair.new.item_id for pair in view.changes.rekeyed]
    if unknown := sorted(set(wrong) - set(rekeyed)):
        raise Malformed(f"The answer of {unknown[0]} is as it was, so it cannot have been wrong.")
    if view.before and not view.is_news:
        return Published(view.form.slug, view.form.digest)
    return publish(player, draft_id, view.seen, {each: each in wrong for each in rekeyed}, now_ms)


def _outlook(player: Player, draft: Draft) -> Outlook:
    form = draft.published_form
    with reading_all_at_once() as connection:
        listing = listing_in(connection, form.slug)
        refusal = _refusal(connection, listing, player.id)
        before, past = _past(connection, form.slug) if listing.owner_id == player.id else (None, {})
        free = free_slug(form.slug, {row.slug for row in connection.execute(titles)}) if refusal else ""
    flaws = _flaws(form)
    return Outlook(
        draft=draft,
        form=form,
        before=before,
        changes=compare(before or replace(form, items=()), form, past),
        blocking=tuple(flaw for flaw in flaws if flaw.level == "error"),
        advice=tuple(flaw for flaw in flaws if flaw.level != "error"),
        refusal=refusal,
        free=free,
        allowed=may_publish(player),
        listing=listing,
    )


def _replaced(given: Pack, name: str) -> Edit:
    """The draft with all that the file says, all of it accepted."""
    parts: list[Part] = [("item", item.item_id) for item in given.items]
    parts += [("fact", fact.fact_id) for fact in given.facts]
    return Edit(f"Took in the file {name}", given, {part: Decision("accepted") for part in parts})


def _refusal(connection: Connection, listing: Listing, player_id: int) -> str:
    """Why the player cannot have that slug; empty when they can."""
    if listing.owner_id == player_id:
        return ""
    if listing.owner_id is not None:
        whose = f"a pack of {listing.author}'s" if listing.author else "a pack of somebody who has left"
    elif any(row.slug == listing.slug for row in connection.execute(titles)):
        whose = "a pack that comes with this game"
    else:
        return ""
    return f"The address {listing.slug} is taken by {whose}. Give yours another one."


def _past(connection: Connection, slug: str) -> tuple[Pack | None, Mapping[str, Item]]:
    """The edition on the shelf as it was published, and each item of all editions as it is asked now."""
    rows = connection.execute(history_of_slug, {"slug": slug}).all()
    known: dict[str, Item] = {}
    for row in sorted(rows, key=lambda row: row.on_shelf):
        known |= {item.item_id: item for item in corrected_pack(row.digest).items}
    return next((pack(row.digest) for row in rows if row.on_shelf), None), known


@lru_cache(maxsize=16)
def _flaws(form: Pack) -> tuple[Flaw, ...]:
    return tuple(lint_pack(form))


def _require_ready(view: Outlook, was_wrong: Mapping[str, bool]) -> None:
    if view.refusal:
        raise Malformed(view.refusal)
    if view.blocking:
        raise Malformed("There are findings that forbid publishing. Mend them or reject these questions.")
    if not view.is_news:
        raise Malformed("Players have this very edition already. There is nothing new to publish.")
    if any(pair.new.item_id not in was_wrong for pair in view.changes.rekeyed):
        raise Malformed("Say of each changed answer whether the old one was wrong.")


def _with_new_ids(view: Outlook, was_wrong: Mapping[str, bool]) -> tuple[Pack, Mapping[str, Item]]:
    """The pack to publish, and by their old ids the items that begin anew."""
    taken = {item.item_id for item in view.draft.pack.items}
    renamed: dict[str, Item] = {}
    for pair in view.changes.rekeyed:
        if not was_wrong[pair.new.item_id]:
            renamed[pair.new.item_id] = _anew(pair, taken)
            taken.add(renamed[pair.new.item_id].item_id)
    items = tuple(renamed.get(item.item_id, item) for item in view.form.items)
    return replace(view.form, items=items), renamed


def _anew(pair: Pair, taken: set[str]) -> Item:
    """The item under an id made from what it says now."""
    item = replace(pair.new, item_id="")
    return item if item.item_id not in taken else replace(item, item_id=free_slug(item.item_id, taken))


def _as_published(draft: Draft, new: Pack, renamed: Mapping[str, Item]) -> Edit:
    """What publishing changes in the draft itself."""
    decisions: dict[Part, Decision | None] = {}
    for old_id, item in renamed.items():
        decisions[("item", item.item_id)] = draft.decisions.get(("item", old_id))
        decisions[("item", old_id)] = None
    items = tuple(renamed.get(item.item_id, item) for item in draft.pack.items)
    pack_now = replace(draft.pack, items=items) if renamed else None
    return Edit("Published an edition", pack_now, decisions, base_digest=new.digest)
