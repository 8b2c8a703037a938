"""Drafts opened, changed and taken back. Every change of a draft, whoever makes it, goes through `change`.

A change and the way back are written in one transaction, so that what was shown as saved is saved whole.
"""

import json
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any, cast

from sqlalchemy import Connection

from quizapp.domain.draft import Decision, Draft, Part
from quizapp.domain.pack import Pack
from quizapp.errors import NotFound, NothingToUndo
from quizapp.packs.reader import read_pack
from quizapp.packs.writer import write_pack
from quizapp.store import draft as store
from quizapp.store.prepared import Prepared
from quizapp.store.transaction import Direct, reading, writing, writing_directly

NO_SUCH_DRAFT = "There is no such draft, or it is somebody else's."
MOST_TO_UNDO = 300
_MOST_KEPT = 24

_Worth = Mapping[str, float]
# By public id, which no two databases share, and version, which never comes back with another text. A draft
# of the same revision is the same draft; of another, its pack need not be decoded again.
_parsed: OrderedDict[tuple[str, int], Draft] = OrderedDict()
_parsing = Lock()


@dataclass(frozen=True, slots=True)
class Edit:
    """What a change does to a draft; a decision of None takes the one before away."""

    what: str
    pack: Pack | None = None
    decisions: Mapping[Part, Decision | None] = field(default_factory=dict)
    worth: _Worth | None = None
    base_digest: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a draft's history."""

    revision: int
    what: str
    changed_at_ms: int


def open_draft(owner_id: int, public_id: str) -> Draft:
    """The draft of that author."""
    row = store.head.read(owner_id=owner_id, public_id=public_id)
    if row is None:
        raise NotFound(NO_SUCH_DRAFT)
    known = _known(row)
    if known is not None:
        return known
    with reading() as connection:
        return _draft(Direct.under(connection), row)


def open_draft_by_id(draft_id: int) -> Draft:
    """The draft of that number, for work done on behalf of its author."""
    with reading() as connection:
        direct = Direct.under(connection)
        row = store.head_by_number.first(direct, draft_id=draft_id)
        if row is None or row.removed_at_ms is not None:
            raise NotFound(NO_SUCH_DRAFT)
        return _draft(direct, row)


def change(owner_id: int, public_id: str, now_ms: int, edit: Callable[[Draft], Edit]) -> Draft:
    """The draft after the edit. `edit` is given the draft as it stands now and may refuse by raising.

    Nothing is written, and no undo is kept, where the edit changes nothing.
    """
    after = _change(owner_id, public_id, now_ms, edit, only_decoded=True)
    if after is None:
        # Decoding a long text takes a good part of a second, and others must not wait for it to write.
        open_draft(owner_id, public_id)
        after = _change(owner_id, public_id, now_ms, edit)
    return _remembered(cast(Draft, after))


def change_by_id(draft_id: int, now_ms: int, edit: Callable[[Draft], Edit]) -> Draft:
    """The same for work done on behalf of the author."""
    open_draft_by_id(draft_id)
    with writing_directly() as connection:
        row = store.held_head_by_number.first(connection, draft_id=draft_id)
        if row is None or row.removed_at_ms is not None:
            raise NotFound(NO_SUCH_DRAFT)
        after = _changed(connection, _draft(connection, row), now_ms, edit)
    return _remembered(after)


def change_within(
    owner_id: int, public_id: str, now_ms: int, edit: Callable[[Connection, Draft], Edit]
) -> Draft:
    """The same for an edit that writes more than the draft, in the same transaction."""
    open_draft(owner_id, public_id)
    with writing() as connection:
        direct = Direct.under(connection)
        row = _found(direct, store.held_head, owner_id, public_id)
        draft = _draft(direct, row)
        after = _changed(direct, draft, now_ms, lambda now: edit(connection, now))
    return _remembered(after)


def undo(owner_id: int, public_id: str, now_ms: int) -> tuple[Draft, str]:
    """The draft without its latest change, and what that was."""
    with writing_directly() as connection:
        row = _found(connection, store.held_head, owner_id, public_id)
        last = store.last_change.first(connection, draft_id=row.id)
        if last is None:
            raise NothingToUndo("There is nothing to undo.")
        draft = _draft(connection, row)
        before = json.loads(zlib.decompress(last.before))
        decisions = {
            (kind, part_id): Decision(verdict, reason) if verdict else None
            for kind, part_id, verdict, reason in before["decisions"]
        }
        pack = read_pack(before["text"], f"draft {public_id}") if "text" in before else None
        edit = Edit(last.what, pack, decisions, before.get("worth"), before["base_digest"])
        store.drop_change.run(connection, change_id=last.id)
        after = _kept(connection, draft, edit, now_ms)
    return _remembered(after), last.what


def history(owner_id: int, public_id: str, most: int = 50) -> list[Change]:
    """The latest changes that can be taken back, the newest first."""
    with reading() as connection:
        row = _found(Direct.under(connection), store.head, owner_id, public_id)
        rows = connection.execute(store.changes_of_draft, {"draft_id": row.id, "most": most})
        return [Change(each.revision, each.what, each.changed_at_ms) for each in rows]


def text_of(pack: Pack) -> str:
    """The pack as the text of a draft."""
    return write_pack(pack)


def _change(
    owner_id: int, public_id: str, now_ms: int, edit: Callable[[Draft], Edit], *, only_decoded: bool = False
) -> Draft | None:
    """The draft after the edit; None, with nothing done, where its text would have to be decoded first."""
    with writing_directly() as connection:
        row = _found(connection, store.held_head, owner_id, public_id)
        if only_decoded and _decoded(row) is None:
            return None
        return _changed(connection, _draft(connection, row), now_ms, edit)


def _changed(connection: Direct, draft: Draft, now_ms: int, edit: Callable[[Draft], Edit]) -> Draft:
    wanted = _what_differs(draft, edit(draft))
    if wanted is None:
        return draft
    before: dict[str, Any] = {
        "decisions": [_plain(part, draft.decisions.get(part)) for part in wanted.decisions],
        "base_digest": draft.base_digest,
    }
    if wanted.pack is not None:
        before["text"] = store.text.first(connection, draft_id=draft.draft_id).text
    if wanted.worth is not None:
        before["worth"] = dict(draft.worth)
    row = {
        "draft_id": draft.draft_id,
        "revision": draft.revision + 1,
        "what": wanted.what,
        "before": zlib.compress(json.dumps(before).encode(), 6),
        "changed_at_ms": now_ms,
    }
    store.keep_change.run(connection, **row)
    too_old = draft.revision + 1 - MOST_TO_UNDO
    if too_old > 0:
        store.forget_old.run(connection, draft=draft.draft_id, up_to=too_old)
    return _kept(connection, draft, wanted, now_ms)


def _what_differs(draft: Draft, edit: Edit) -> Edit | None:
    """The part of the edit that changes something."""
    decisions = {part: new for part, new in edit.decisions.items() if draft.decisions.get(part) != new}
    pack = None if edit.pack is None or edit.pack == draft.pack else edit.pack
    worth = None if edit.worth is None or edit.worth == draft.worth else edit.worth
    if pack is None and worth is None and not decisions and edit.base_digest in (None, draft.base_digest):
        return None
    return replace(edit, pack=pack, decisions=decisions, worth=worth)


def _kept(connection: Direct, draft: Draft, edit: Edit, now_ms: int) -> Draft:
    """The draft with the edit done, written down."""
    after = draft.decided(
        edit.decisions,
        pack=edit.pack or draft.pack,
        worth=draft.worth if edit.worth is None else edit.worth,
        version=draft.version + (edit.pack is not None or edit.worth is not None),
        revision=draft.revision + 1,
        base_digest=edit.base_digest or draft.base_digest,
        changed_at_ms=now_ms,
    )
    _write_decisions(connection, draft.draft_id, edit.decisions, now_ms)
    has_text = after.version != draft.version
    update = store.put_text if has_text else store.put_head
    values = {f"new_{name}": value for name, value in _row(after, with_text=has_text).items()}
    update.run(connection, draft_id=draft.draft_id, **values)
    return after


def _write_decisions(
    connection: Direct, draft_id: int, decisions: Mapping[Part, Decision | None], now_ms: int
) -> None:
    for (kind, part_id), new in decisions.items():
        if new is None:
            store.drop_decision.run(connection, draft=draft_id, which=kind, part=part_id)
        else:
            store.keep_decision.run(
                connection,
                draft_id=draft_id,
                kind=kind,
                part_id=part_id,
                verdict=new.verdict,
                reason=new.reason,
                decided_at_ms=now_ms,
            )


def _row(after: Draft, *, with_text: bool) -> dict[str, Any]:
    """The columns of the draft's row that follow from what it is; its text only where that is new."""
    counts = after.counts
    row: dict[str, Any] = {
        "version": after.version,
        "revision": after.revision,
        "open_items": counts["open"],
        "accepted_items": counts["accepted"],
        "base_digest": after.base_digest,
        "changed_at_ms": after.changed_at_ms,
    }
    if with_text:
        row |= {
            "title": after.pack.title,
            "slug": after.pack.slug,
            "text": text_of(after.pack),
            "worth": json.dumps(dict(after.worth)),
        }
    return row


def new_row(draft: Draft, created_at_ms: int) -> dict[str, Any]:
    """The row of a draft that is not there yet."""
    return _row(draft, with_text=True) | {
        "public_id": draft.public_id,
        "owner_id": draft.owner_id,
        "created_at_ms": created_at_ms,
        "removed_at_ms": None,
    }


def write_first_decisions(connection: Connection, draft: Draft, now_ms: int) -> None:
    """Keep the decisions that a new draft comes with."""
    _write_decisions(Direct.under(connection), draft.draft_id, draft.decisions, now_ms)


def _found(connection: Direct, head: Prepared, owner_id: int, public_id: str) -> Any:
    row = head.first(connection, owner_id=owner_id, public_id=public_id)
    if row is None:
        raise NotFound(NO_SUCH_DRAFT)
    return row


def _known(row: Any) -> Draft | None:
    """The draft of that row, if this process has it in that very state."""
    with _parsing:
        known = _parsed.get((row.public_id, row.version))
        if known is None or known.revision != row.revision:
            return None
        _parsed.move_to_end((row.public_id, row.version))
        return known


def _draft(connection: Direct, row: Any) -> Draft:
    known = _known(row)
    if known is not None:
        return known
    version, pack, worth = _pack(connection, row)
    draft = Draft(
        draft_id=row.id,
        public_id=row.public_id,
        owner_id=row.owner_id,
        version=row.version,
        revision=row.revision,
        changed_at_ms=row.changed_at_ms,
        pack=pack,
        base_digest=row.base_digest,
        decisions=_decisions(store.decided.all(connection, draft_id=row.id)),
        worth=worth,
    )
    # What another process wrote between the two readings must not be remembered under the older number.
    now = store.head_by_number.first(connection, draft_id=row.id)
    if version == row.version and now is not None and now.revision == row.revision:
        _keep(draft)
    return draft


def _decisions(rows: Iterable[Any]) -> dict[Part, Decision]:
    return {(row.kind, row.part_id): Decision(row.verdict, row.reason) for row in rows}


def _pack(connection: Direct, row: Any) -> tuple[int, Pack, _Worth]:
    """The decoded text and its version, kept in the process: a version never changes."""
    known = _decoded(row)
    if known is not None:
        return known.version, known.pack, known.worth
    kept = store.text.first(connection, draft_id=row.id)
    return kept.version, read_pack(kept.text, "this draft"), json.loads(kept.worth)


def _decoded(row: Any) -> Draft | None:
    """A draft with the text of that version, if this process has one."""
    with _parsing:
        return _parsed.get((row.public_id, row.version))


def _remembered(draft: Draft) -> Draft:
    """The draft; it need not be read again. Only what has been committed may come here."""
    _keep(draft)
    return draft


def _keep(draft: Draft) -> None:
    with _parsing:
        known = _parsed.get((draft.public_id, draft.version))
        if known is None or known.revision <= draft.revision:
            _parsed[draft.public_id, draft.version] = draft
        _parsed.move_to_end((draft.public_id, draft.version))
        while len(_parsed) > _MOST_KEPT:
            _parsed.popitem(last=False)


def _plain(part: Part, decision: Decision | None) -> list[str | None]:
    return [*part, decision.verdict if decision else None, decision.reason if decision else ""]
