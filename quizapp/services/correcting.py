"""A published key turns out to be wrong: every response to the item is judged again, and the boards follow.

The order of options on screen stays as it was, so a letter means the same text before and after. An edition
that never offered the right answer keeps its options: nobody could choose it there, so nobody was right.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select

from quizapp.domain.attempt import Response, judged_anew, tally
from quizapp.domain.item import LONGEST_OPTION, Item
from quizapp.domain.round import CorrectedKey, Pace, place_of
from quizapp.domain.text import folded, shown
from quizapp.errors import NotFound
from quizapp.services.attempts import response_of
from quizapp.services.bookkeeping import recompute_for
from quizapp.services.corrected import read_keys, written_keys
from quizapp.services.journal import write_down
from quizapp.services.shelving import pack
from quizapp.store import correction as store
from quizapp.store.board_tree import buckets
from quizapp.store.published_pack import correct_edition, editions_of_slug, held_editions_of_slug
from quizapp.store.response import responses
from quizapp.store.standing import standings
from quizapp.store.transaction import reading, write_alone, writing

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected key changes: the verdict on so many responses, of so many players.

    `never_offered` counts responses in editions where no option is the new key; they all count as wrong.
    """

    old_key: str
    new_key: str
    responses: int = 0
    players: int = 0
    never_offered: int = 0


@dataclass(frozen=True, slots=True)
class _Edition:
    """An edition that holds the item, and which of its keys have been corrected before."""

    digest: str
    item: Item
    on_shelf: bool
    corrected: dict[str, CorrectedKey]

    @property
    def key(self) -> str:
        """What counts as right so far."""
        corrected = self.corrected.get(self.item.item_id)
        return corrected.text if corrected else self.item.key

    def option(self, text: str) -> str | None:
        """The option that reads like the text, as this edition spells it."""
        return next((option for option in self.item.options if folded(option) == folded(text)), None)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A response in its row, and as it is judged now; `offered`: one of the options was right."""

    row: Any
    now: Response
    offered: bool

    @property
    def changed(self) -> bool:
        """Whether it is judged differently."""
        return (self.now.correct, self.now.points) != (bool(self.row.correct), self.row.points)


def correct_key(
    connection: Connection, slug: str, item_id: str, new_key: str, player_id: int | None, now_ms: int
) -> Correction:
    """What has changed, over all editions of the pack; nothing where the key was right already.

    Runs inside the writing transaction of the caller.
    """
    editions = _editions(connection, held_editions_of_slug, slug, item_id)
    wrong = _wrong(editions, new_key)
    digests = [edition.digest for edition in wrong]
    # Who is answering in these rounds at this moment has finished now; who comes next finds the new key.
    connection.execute(store.held_attempts, {"slug": slug, "digests": digests}).all()
    write_alone(connection, responses, standings, buckets)
    judged = _judged(connection, slug, wrong, new_key)
    correction = _summed(wrong or editions, new_key, judged)
    if wrong:
        for edition in wrong:
            key = CorrectedKey(edition.option(new_key) or new_key, now_ms)
            _keep_key(connection, edition, key)
        connection.execute(store.count_correction, {"old_slug": slug, "digests": digests})
        _write_down(connection, slug, item_id, correction, player_id, now_ms)
    changed = [each for each in judged if each.changed]
    _rewrite_responses(connection, changed)
    _rewrite_attempts(connection, sorted({each.row.attempt_id for each in changed}))
    recompute_for(connection, *sorted({each.row.player_id for each in changed if each.row.is_first}))
    return correction


def weigh_correction(slug: str, item_id: str, new_key: str) -> Correction:
    """What correcting the key would change; nothing is written."""
    with reading() as connection:
        editions = _editions(connection, editions_of_slug, slug, item_id)
        wrong = _wrong(editions, new_key)
        return _summed(wrong or editions, new_key, _judged(connection, slug, wrong, new_key))


def correct_pack_of_file(slug: str, item_id: str, new_key: str, now_ms: int) -> Correction:
    """The same for a pack that lies in a file: what players are asked now must offer the key."""
    with writing() as connection:
        for edition in _editions(connection, editions_of_slug, slug, item_id):
            if edition.on_shelf and not edition.option(new_key):
                options = ", ".join(f"“{option}”" for option in edition.item.options)
                raise NotFound(
                    f"“{new_key}” is none of the options of that question: {options}. "
                    "Mend the pack file, restart the server, and correct the key then."
                )
        return correct_key(connection, slug, item_id, new_key, None, now_ms)


def _editions(connection: Connection, query: Select[Any], slug: str, item_id: str) -> list[_Edition]:
    """The editions that hold the item, the newest first."""
    found = [
        _Edition(row.digest, item, row.on_shelf, read_keys(row.corrected))
        for row in connection.execute(query, {"slug": slug}).all()
        if (item := pack(row.digest).item(item_id))
    ]
    if not found:
        raise NotFound("No edition of that pack holds that question.")
    return found


def _wrong(editions: Iterable[_Edition], new_key: str) -> list[_Edition]:
    shown(new_key, "the key", LONGEST_OPTION)
    return [edition for edition in editions if folded(edition.key) != folded(new_key)]


def _judged(connection: Connection, slug: str, editions: Sequence[_Edition], new_key: str) -> list[_Judged]:
    if not editions:
        return []
    of_digest = {edition.digest: edition for edition in editions}
    item_id = editions[0].item.item_id
    asked = {"slug": slug, "item_id": item_id, "digests": list(of_digest)}
    judged = []
    for row in connection.execute(store.responses_to_item, asked):
        edition = of_digest[row.digest]
        key = edition.option(new_key)
        options = edition.item.options
        place = row.chosen if row.chosen is not None else place_of(row.seed, edition.item, row.option)
        chose_key = place is not None and options[place] == key
        now = judged_anew(response_of(row), Pace(row.pace, row.stretch), chose_key=chose_key)
        judged.append(_Judged(row, now, key is not None))
    return judged


def _summed(editions: Sequence[_Edition], new_key: str, judged: Sequence[_Judged]) -> Correction:
    changed = [each for each in judged if each.changed]
    return Correction(
        old_key=editions[0].key,
        new_key=new_key,
        responses=len(changed),
        players=len({each.row.player_id for each in changed}),
        never_offered=sum(not each.offered for each in judged),
    )


def _keep_key(connection: Connection, edition: _Edition, key: CorrectedKey) -> None:
    keys = edition.corrected | {edition.item.item_id: key}
    row = {"old_digest": edition.digest, "keys": written_keys(keys)}
    connection.execute(correct_edition, row)


def _write_down(
    connection: Connection,
    slug: str,
    item_id: str,
    correction: Correction,
    player_id: int | None,
    now_ms: int,
) -> None:
    row = asdict(correction) | {"slug": slug, "item_id": item_id}
    del row["never_offered"]
    connection.execute(store.insert_correction, row | {"player_id": player_id, "corrected_at_ms": now_ms})
    write_down(connection, "key-corrected", now_ms, by=player_id, slug=slug, detail=item_id)


def _rewrite_responses(connection: Connection, changed: Sequence[_Judged]) -> None:
    if changed:
        rows = [
            {"response_id": each.row.id, "now_correct": each.now.correct, "now_points": each.now.points}
            for each in changed
        ]
        connection.execute(store.rejudge_response, rows)


def _rewrite_attempts(connection: Connection, attempt_ids: Sequence[int]) -> None:
    for some in _chunks(attempt_ids):
        rows = connection.execute(store.responses_of_attempts, {"attempt_ids": some})
        sums = [
            {"attempt_number": attempt_id} | {f"now_{name}": value for name, value in asdict(came_to).items()}
            for attempt_id, of_it in groupby(rows, key=lambda row: row.attempt_id)
            for came_to in [tally(map(response_of, of_it))]
        ]
        connection.execute(store.resum_attempt, sums)


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))
