"""What play has shown of a pack, for its author: who was right, how long it took, and what was chosen."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.round import place_of
from quizapp.domain.text import folded
from quizapp.errors import NotFound
from quizapp.services.corrected import keys_now
from quizapp.services.settling import OpenFlag, open_flags
from quizapp.services.shelving import NO_SUCH_PACK, pack
from quizapp.store import insight as store
from quizapp.store.published_pack import editions_of_slug
from quizapp.store.transaction import reading

# Below this, that another option is ahead of the key is no more than chance.
ENOUGH_TO_TELL = 10


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the pack, numbered from the first, and how often it was played."""

    digest: str
    number: int
    published_at_ms: int
    on_shelf: bool
    plays: int


@dataclass(frozen=True, slots=True)
class OptionShare:
    """How often an option was chosen, and its share of all choices."""

    text: str
    is_key: bool
    times: int
    share: float


@dataclass(frozen=True, slots=True)
class ItemInsight:
    """What play has shown of one item. `silent`: time ran out without a choice; `late`: with one.

    `rival` is an option that more players chose than the key: then the key may be wrong.
    """

    item_id: str
    stem: str
    answered: int
    correct: int
    silent: int
    late: int
    median_ms: int | None
    options: tuple[OptionShare, ...]
    rival: str
    flags: tuple[OpenFlag, ...]

    @property
    def accuracy(self) -> float:
        """The share of right responses; only where there are any."""
        return self.correct / self.answered


@dataclass(frozen=True, slots=True)
class Insights:
    """The page of one edition: what needs attention comes first. `stray` flags are on items of others."""

    slug: str
    title: str
    language: str
    edition: Edition
    editions: tuple[Edition, ...]
    rounds: int
    finished: int
    players: int
    answered: int
    correct: int
    items: tuple[ItemInsight, ...]
    stray: tuple[tuple[str, OpenFlag], ...]
    repeats: bool


def insights(slug: str, digest: str | None = None, *, repeats: bool = False) -> Insights:
    """What is known of that edition, or of the one on the shelf; of first responses alone, or of all."""
    with reading() as connection:
        editions = _editions(connection, slug)
        edition = _chosen(editions, digest)
        asked = {"slug": slug, "digest": edition.digest, "repeats": repeats}
        plays = connection.execute(store.plays_of_edition, asked).one()
        choices = _by_item(connection.execute(store.choices, asked))
        # Looking for them goes through every response once more, and most packs have none.
        are_unplaced = any(row.chosen is None and not row.silent for row in chain(*choices.values()))
        unplaced = connection.execute(store.unplaced_choices, asked).all() if are_unplaced else []
        medians = {row.item_id: round(row.median_ms) for row in connection.execute(store.medians, asked)}
    shown = pack(edition.digest)
    flags = open_flags(slug)
    counted = _counted(shown, choices, unplaced)
    keys = {item_id: key.text for item_id, key in keys_now(edition.digest).items()}
    items = [
        _insight(
            item,
            key=keys.get(item.item_id, item.key),
            choices=choices.get(item.item_id, []),
            times=[counted.get((item.item_id, place), 0) for place in range(len(item.options))],
            median_ms=medians.get(item.item_id),
            flags=flags,
        )
        for item in shown.items
    ]
    return Insights(
        slug=slug,
        title=shown.title,
        language=shown.language,
        edition=edition,
        editions=editions,
        rounds=plays.rounds,
        finished=plays.finished,
        players=plays.players,
        answered=sum(item.answered for item in items),
        correct=sum(item.correct for item in items),
        items=tuple(sorted(items, key=_needs_attention)),
        stray=tuple((_stem(flag), flag) for flag in flags if not shown.item(flag.item_id)),
        repeats=repeats,
    )


def _editions(connection: Connection, slug: str) -> tuple[Edition, ...]:
    """The editions of the pack, the newest first."""
    rows = connection.execute(editions_of_slug, {"slug": slug}).all()
    plays = {row.digest: row.rounds for row in connection.execute(store.plays_of_editions, {"slug": slug})}
    return tuple(
        Edition(row.digest, len(rows) - place, row.published_at_ms, row.on_shelf, plays.get(row.digest, 0))
        for place, row in enumerate(rows)
    )


def _chosen(editions: Iterable[Edition], digest: str | None) -> Edition:
    """The edition of that digest; without one that on the shelf, or the newest where none is there."""
    wanted = [each for each in editions if digest in (None, each.digest)]
    if not wanted:
        raise NotFound(NO_SUCH_PACK)
    return next((each for each in wanted if each.on_shelf), wanted[0])


def _by_item(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return found


def _counted(
    shown: Pack, choices: Mapping[str, Sequence[Any]], unplaced: Iterable[Any]
) -> Mapping[tuple[str, int | None], int]:
    """How often each option was chosen, by item and place in the item."""
    counted: Counter[tuple[str, int | None]] = Counter()
    for row in chain.from_iterable(choices.values()):
        if row.chosen is not None:
            counted[row.item_id, row.chosen] += row.times
    for row in unplaced:
        if item := shown.item(row.item_id):
            counted[row.item_id, place_of(row.seed, item, row.option)] += 1
    return counted


def _insight(
    item: Item,
    *,
    key: str,
    choices: Sequence[Any],
    times: Sequence[int],
    median_ms: int | None,
    flags: Iterable[OpenFlag],
) -> ItemInsight:
    chosen = sum(times)
    options = tuple(
        OptionShare(text, folded(text) == folded(key), count, count / chosen if chosen else 0.0)
        for text, count in zip(item.options, times, strict=True)
    )
    return ItemInsight(
        item_id=item.item_id,
        stem=item.stem,
        answered=sum(row.times for row in choices),
        correct=sum(row.correct for row in choices),
        silent=sum(row.times for row in choices if row.silent),
        late=sum(row.late for row in choices),
        median_ms=median_ms,
        options=options,
        rival=_rival(options) if chosen >= ENOUGH_TO_TELL else "",
        flags=tuple(flag for flag in flags if flag.item_id == item.item_id),
    )


def _rival(options: Iterable[OptionShare]) -> str:
    first = max(options, key=lambda option: (option.times, option.is_key))
    return "" if first.is_key else first.text


def _needs_attention(item: ItemInsight) -> tuple[int, bool, float]:
    """Flags first, then what fewest get right; what nobody has answered comes last."""
    return -len(item.flags), not item.answered, item.accuracy if item.answered else 0.0


def _stem(flag: OpenFlag) -> str:
    item = pack(flag.digest).item(flag.item_id)
    return item.stem if item else ""
