"""Drafts, what is read and made for them, editions that players publish, and corrections.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("player", sa.Column("role", sa.String(), nullable=False, server_default="player"))
    op.add_column("published_pack", sa.Column("published_by", LONG))
    op.add_column("published_pack", sa.Column("corrections", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("published_pack", sa.Column("corrected", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("attempt", sa.Column("corrections", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("response", sa.Column("chosen", sa.Integer()))
    op.add_column("flag", sa.Column("settled", sa.String()))
    op.add_column("flag", sa.Column("settled_at_ms", sa.BigInteger()))
    op.add_column("flag", sa.Column("thanks", sa.Text(), nullable=False, server_default=""))
    op.add_column("flag", sa.Column("thanks_seen", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("flag_slug", "flag", ["slug"])
    op.create_table(
        "listing",
        sa.Column("slug", sa.String(), primary_key=True),
        sa.Column("owner_id", LONG, sa.ForeignKey("player.id")),
        sa.Column("featured", sa.Boolean(), nullable=False),
        sa.Column("unlisted", sa.Boolean(), nullable=False),
        sa.Column("unlisted_by", LONG),
        sa.Column("changed_at_ms", sa.BigInteger(), nullable=False),
    )
    op.create_index("listing_owner", "listing", ["owner_id"])
    op.create_table(
        "correction",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("old_key", sa.String(), nullable=False),
        sa.Column("new_key", sa.String(), nullable=False),
        sa.Column("player_id", LONG, sa.ForeignKey("player.id")),
        sa.Column("corrected_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("responses", sa.Integer(), nullable=False),
        sa.Column("players", sa.Integer(), nullable=False),
    )
    op.create_index("correction_slug", "correction", ["slug"])
    op.create_table(
        "draft",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("public_id", sa.String(), nullable=False, unique=True),
        sa.Column("owner_id", LONG, sa.ForeignKey("player.id"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("worth", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("open_items", sa.Integer(), nullable=False),
        sa.Column("accepted_items", sa.Integer(), nullable=False),
        sa.Column("base_digest", sa.String()),
        sa.Column("created_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("changed_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("removed_at_ms", sa.BigInteger()),
    )
    op.create_index("draft_owner", "draft", ["owner_id", "changed_at_ms"])
    op.create_table(
        "draft_decision",
        sa.Column("draft_id", LONG, sa.ForeignKey("draft.id"), primary_key=True),
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("part_id", sa.String(), primary_key=True),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_at_ms", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "draft_change",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("draft_id", LONG, sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at_ms", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("draft_id", "revision"),
    )
    op.create_table(
        "draft_document",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("draft_id", LONG, sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("document_id", sa.String()),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.LargeBinary()),
        sa.Column("text", sa.Text()),
        sa.Column("furniture", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Integer(), nullable=False),
        sa.Column("refusal", sa.Text(), nullable=False),
        sa.Column("added_at_ms", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("draft_id", "document_id"),
    )
    op.create_table(
        "draft_task",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("public_id", sa.String(), nullable=False, unique=True),
        sa.Column("draft_id", LONG, sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("queued_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("beat_at_ms", sa.BigInteger()),
        sa.Column("ended_at_ms", sa.BigInteger()),
    )
    op.create_index("draft_task_draft", "draft_task", ["draft_id", "id"])


def downgrade() -> None:
    for table in ("draft_task", "draft_document", "draft_change", "draft_decision", "draft", "correction", "listing"):
        op.drop_table(table)
    op.drop_index("flag_slug", "flag")
    for table, column in (
        ("flag", "thanks_seen"),
        ("flag", "thanks"),
        ("flag", "settled_at_ms"),
        ("flag", "settled"),
        ("response", "chosen"),
        ("attempt", "corrections"),
        ("published_pack", "corrected"),
        ("published_pack", "corrections"),
        ("published_pack", "published_by"),
        ("player", "role"),
    ):
        op.drop_column(table, column)
