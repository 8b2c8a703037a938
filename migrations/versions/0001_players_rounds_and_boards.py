"""Players, published packs, rounds, and the boards.

Revision: 0001, the first
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "player",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False, unique=True),
        sa.Column("lookalike_key", sa.String(), nullable=False, unique=True),
        sa.Column("is_guest", sa.Boolean(), nullable=False),
        sa.Column("password_hash", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("epoch", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("created_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("seen_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at_ms", sa.BigInteger()),
        sa.Column("pace", sa.String(), nullable=False, server_default="timed"),
        sa.Column("stretch", sa.Double(), nullable=False, server_default="1.0"),
        sa.Column("shortcuts", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("clock_shown", sa.Boolean(), nullable=False, server_default=sa.true()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "published_pack",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("on_shelf", sa.Boolean(), nullable=False),
    )
    op.create_index(
        "published_pack_on_shelf",
        "published_pack",
        ["slug"],
        unique=True,
        sqlite_where=sa.text("on_shelf = 1"),
        postgresql_where=sa.text("on_shelf"),
    )
    op.create_table(
        "attempt",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("public_id", sa.String(), nullable=False, unique=True),
        sa.Column("player_id", LONG, sa.ForeignKey("player.id"), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), sa.ForeignKey("published_pack.digest"), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("pace", sa.String(), nullable=False),
        sa.Column("stretch", sa.Double(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revealed", sa.Boolean(), nullable=False),
        sa.Column("shown_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("opened_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("touched_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("closed_at_ms", sa.BigInteger()),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("correct", sa.Integer(), nullable=False),
        sa.Column("streak", sa.Integer(), nullable=False),
        sa.Column("best_streak", sa.Integer(), nullable=False),
    )
    op.create_index("attempt_player", "attempt", ["player_id", "opened_at_ms"])
    op.create_index("attempt_slug", "attempt", ["slug"])
    op.create_index(
        "attempt_open",
        "attempt",
        ["touched_at_ms"],
        sqlite_where=sa.text("closed_at_ms IS NULL"),
        postgresql_where=sa.text("closed_at_ms IS NULL"),
    )
    op.create_table(
        "response",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("attempt_id", LONG, sa.ForeignKey("attempt.id"), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("player_id", LONG, sa.ForeignKey("player.id"), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("option", sa.String()),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("elapsed_ms", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.Column("responded_at_ms", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("attempt_id", "item_id"),
    )
    op.create_index(
        "response_first",
        "response",
        ["player_id", "slug", "item_id"],
        unique=True,
        sqlite_where=sa.text("is_first = 1"),
        postgresql_where=sa.text("is_first"),
    )
    op.create_table(
        "standing",
        sa.Column("board", sa.String(), primary_key=True),
        sa.Column("player_id", LONG, sa.ForeignKey("player.id"), primary_key=True),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("correct", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("reached_at_ms", sa.BigInteger(), nullable=False),
    )
    op.create_index(
        "standing_order", "standing", ["board", sa.text("points DESC"), "reached_at_ms", "player_id"]
    )
    op.create_index("standing_player", "standing", ["player_id"])
    op.create_table(
        "flag",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("player_id", LONG, sa.ForeignKey("player.id"), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("flagged_at_ms", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("player_id", "slug", "item_id", "reason"),
    )


def downgrade() -> None:
    for table in ("flag", "standing", "response", "attempt", "published_pack", "player"):
        op.drop_table(table)
