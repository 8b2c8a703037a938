"""Documents given to a draft: as they came until they are read, then their text. Only the author sees it."""

from sqlalchemy import LargeBinary, Text, UniqueConstraint, bindparam, delete, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import DraftId, Moment, RowId
from quizapp.store.prepared import Prepared


class DraftDocument(Base):
    """One document: `source` until it is read, then `text` or the `refusal` that says why not.

    `furniture` maps numbers of passages to what they are instead of the article, as JSON; `dropped` says how
    many these are, `words` how many words the article has.
    """

    __tablename__ = "draft_document"
    __table_args__ = (UniqueConstraint("draft_id", "document_id"),)

    id: Mapped[RowId]
    draft_id: Mapped[DraftId]
    name: Mapped[str]
    document_id: Mapped[str | None]
    title: Mapped[str]
    source: Mapped[bytes | None] = mapped_column(LargeBinary)
    text: Mapped[str | None] = mapped_column(Text)
    furniture: Mapped[str] = mapped_column(Text)
    words: Mapped[int]
    dropped: Mapped[int]
    refusal: Mapped[str] = mapped_column(Text)
    added_at_ms: Mapped[Moment]


documents = Base.metadata.tables["draft_document"]

insert_document = insert(documents)
documents_of_draft = (
    select(*(column for column in documents.c if column.name not in ("source", "text", "furniture")))
    .where(documents.c.draft_id == bindparam("draft_id"))
    .order_by(documents.c.id)
)
texts_of_draft = (
    select(documents).where(documents.c.draft_id == bindparam("draft_id")).order_by(documents.c.id)
)
text_of_document = select(documents).where(
    documents.c.draft_id == bindparam("draft_id"), documents.c.document_id == bindparam("document_id")
)
unread_of_draft = (
    select(documents.c.id, documents.c.name, documents.c.source)
    .where(documents.c.draft_id == bindparam("draft_id"), documents.c.source.is_not(None))
    .order_by(documents.c.id)
)
same_text = select(documents.c.name).where(
    documents.c.draft_id == bindparam("draft_id"), documents.c.text == bindparam("text")
)
text = Prepared(
    select(documents.c.text).where(
        documents.c.draft_id == bindparam("draft_id"), documents.c.document_id == bindparam("document_id")
    )
)
keep_reading = update(documents).where(documents.c.id == bindparam("row_id"))
remove_document = delete(documents).where(
    documents.c.draft_id == bindparam("draft"), documents.c.id == bindparam("row_id")
)
