"""Drafts: pack text in a row, what was decided of its parts, and every change with the way back."""

from typing import Any

from sqlalchemy import (
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import LONG, DraftId, Moment, PlayerId, RowId
from quizapp.store.prepared import Prepared, new_row
from quizapp.store.transaction import insert_into


class Draft(Base):
    """A pack not yet published. `version` counts changes of the text, `revision` every change.

    `worth` maps item ids to what the ranking thinks of them, as JSON. `base_digest` is the edition that it
    was copied from or published as last.
    """

    __tablename__ = "draft"

    id: Mapped[RowId]
    public_id: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[PlayerId]
    title: Mapped[str]
    slug: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    worth: Mapped[str] = mapped_column(Text)
    version: Mapped[int]
    revision: Mapped[int]
    open_items: Mapped[int]
    accepted_items: Mapped[int]
    base_digest: Mapped[str | None]
    created_at_ms: Mapped[Moment]
    changed_at_ms: Mapped[Moment]
    removed_at_ms: Mapped[Moment | None]


class DraftDecision(Base):
    """What the author decided of an item or a fact; no row where nothing has been decided."""

    __tablename__ = "draft_decision"

    draft_id: Mapped[int] = mapped_column(LONG, ForeignKey("draft.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    part_id: Mapped[str] = mapped_column(primary_key=True)
    verdict: Mapped[str]
    reason: Mapped[str]
    decided_at_ms: Mapped[Moment]


class DraftChange(Base):
    """One change, and in `before` all that brings the draft back to where it was."""

    __tablename__ = "draft_change"
    __table_args__ = (UniqueConstraint("draft_id", "revision"),)

    id: Mapped[RowId]
    draft_id: Mapped[DraftId]
    revision: Mapped[int]
    what: Mapped[str]
    before: Mapped[bytes] = mapped_column(LargeBinary)
    changed_at_ms: Mapped[Moment]


drafts = Base.metadata.tables["draft"]
decisions = Base.metadata.tables["draft_decision"]
changes = Base.metadata.tables["draft_change"]
Index("draft_owner", drafts.c.owner_id, drafts.c.changed_at_ms)

_head = [column for column in drafts.c if column.name not in ("text", "worth")]
_theirs = (
    drafts.c.public_id == bindparam("public_id"),
    drafts.c.owner_id == bindparam("owner_id"),
    drafts.c.removed_at_ms.is_(None),
)

insert_draft = insert(drafts)
head_of_draft = select(*_head).where(*_theirs)
held_head_of_draft = head_of_draft.with_for_update()
head_by_id = select(*_head).where(drafts.c.id == bindparam("draft_id"))
held_head_by_id = head_by_id.with_for_update()
text_of_draft = select(drafts.c.version, drafts.c.text, drafts.c.worth).where(
    drafts.c.id == bindparam("draft_id")
)
drafts_of_owner = (
    select(*_head)
    .where(drafts.c.owner_id == bindparam("owner_id"), drafts.c.removed_at_ms.is_(None))
    .order_by(drafts.c.changed_at_ms.desc(), drafts.c.id.desc())
)
drafts_of_slug = (
    select(*_head)
    .where(
        drafts.c.owner_id == bindparam("owner_id"),
        drafts.c.slug == bindparam("slug"),
        drafts.c.removed_at_ms.is_(None),
    )
    .order_by(drafts.c.changed_at_ms.desc(), drafts.c.id.desc())
)
slugs = select(drafts.c.slug).where(drafts.c.removed_at_ms.is_(None))
change_draft = update(drafts).where(drafts.c.id == bindparam("draft_id"))

decisions_of_draft = select(
    decisions.c.kind, decisions.c.part_id, decisions.c.verdict, decisions.c.reason
).where(decisions.c.draft_id == bindparam("draft_id"))
remove_decision = delete(decisions).where(
    decisions.c.draft_id == bindparam("draft"),
    decisions.c.kind == bindparam("which"),
    decisions.c.part_id == bindparam("part"),
)
remove_decisions = delete(decisions).where(decisions.c.draft_id == bindparam("draft"))

newest_change = (
    select(changes)
    .where(changes.c.draft_id == bindparam("draft_id"))
    .order_by(changes.c.revision.desc())
    .limit(1)
)
changes_of_draft = (
    select(changes.c.id, changes.c.revision, changes.c.what, changes.c.changed_at_ms)
    .where(changes.c.draft_id == bindparam("draft_id"))
    .order_by(changes.c.revision.desc())
    .limit(bindparam("most"))
)
insert_change = insert(changes)
remove_change = delete(changes).where(changes.c.id == bindparam("change_id"))
forget_changes = delete(changes).where(
    changes.c.draft_id == bindparam("draft"), changes.c.revision <= bindparam("up_to")
)
count_changes = select(func.count()).select_from(changes).where(changes.c.draft_id == bindparam("draft_id"))


def put_decision(dialect: str) -> Any:
    """Keep a decision, in place of the one before."""
    new = insert_into(decisions, dialect).values(new_row(decisions))
    return new.on_conflict_do_update(
        index_elements=["draft_id", "kind", "part_id"],
        set_={name: new.excluded[name] for name in ("verdict", "reason", "decided_at_ms")},
    )


def _put(*names: str) -> Any:
    # Named otherwise than the columns, which SQLAlchemy wants for itself in an update.
    return change_draft.values({name: bindparam(f"new_{name}") for name in names})


# What triage needs, for which a hundred items in ten minutes are decided.
_STATE = ("version", "revision", "open_items", "accepted_items", "base_digest", "changed_at_ms")
head, held_head = Prepared(head_of_draft), Prepared(held_head_of_draft)
head_by_number, held_head_by_number = Prepared(head_by_id), Prepared(held_head_by_id)
text, decided = Prepared(text_of_draft), Prepared(decisions_of_draft)
put_head, put_text = Prepared(_put(*_STATE)), Prepared(_put(*_STATE, "title", "slug", "text", "worth"))
keep_decision, drop_decision = Prepared(put_decision), Prepared(remove_decision)
last_change, drop_change = Prepared(newest_change), Prepared(remove_change)
keep_change, forget_old = Prepared(insert(changes).values(new_row(changes))), Prepared(forget_changes)
