"""What many players need: ranks that cost the same on any board, groups, a journal, marks, and bans.

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# Ordered by bytes on every server; see `quizapp.store.columns`.
BOARD = sa.String().with_variant(sa.String(collation="C"), "postgresql")

# The journal only grows, whoever asks; see `quizapp.store.journal`.
KEEP_JOURNAL = {
    "sqlite": (
        """CREATE TRIGGER journal_is_kept_as_written BEFORE UPDATE ON journal
           BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""",
        """CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
           BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN RAISE EXCEPTION 'the journal only grows'; END $$""",
        """CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
           FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows()""",
    ),
}

# How the scores that stand on each board spread: those equal, then by 64, by 4,096 and by 262,144 points.
COUNT_STANDINGS = """
    INSERT INTO board_tree (board, level, bucket, n)
    SELECT board, {level}, points / {width}, count(*) FROM standing GROUP BY board, points / {width}
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("standing", "board", type_=BOARD)
    op.create_table(
        "board_tree",
        sa.Column("board", BOARD, primary_key=True),
        sa.Column("level", sa.Integer(), primary_key=True),
        sa.Column("bucket", sa.BigInteger(), primary_key=True),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sqlite_with_rowid=False,
    )
    for level in range(4):
        op.execute(COUNT_STANDINGS.format(level=level, width=64**level))
    op.create_table(
        "player_group",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("public_id", sa.String(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("invite", sa.String(), nullable=False, unique=True),
        sa.Column("owner_id", LONG, sa.ForeignKey("player.id"), nullable=False),
        sa.Column("created_at_ms", sa.BigInteger(), nullable=False),
    )
    op.create_index("player_group_owner", "player_group", ["owner_id"])
    op.create_table(
        "group_member",
        sa.Column("group_id", LONG, sa.ForeignKey("player_group.id"), primary_key=True),
        sa.Column("player_id", LONG, sa.ForeignKey("player.id"), primary_key=True),
        sa.Column("joined_at_ms", sa.BigInteger(), nullable=False),
    )
    op.create_index("group_member_player", "group_member", ["player_id"])
    op.create_table(
        "journal",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("happened_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", LONG),
        sa.Column("player_id", LONG),
        sa.Column("slug", sa.String()),
        sa.Column("detail", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("journal_player", "journal", ["player_id", "id"])
    op.create_index("journal_kind", "journal", ["kind", "id"])
    for statement in KEEP_JOURNAL[op.get_bind().dialect.name]:
        op.execute(statement)
    op.create_table(
        "mark",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("player_id", LONG, sa.ForeignKey("player.id"), nullable=False),
        sa.Column("attempt_id", LONG, sa.ForeignKey("attempt.id")),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("marked_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("settled_at_ms", sa.BigInteger()),
        sa.Column("settled_by", LONG),
        sa.UniqueConstraint("player_id", "attempt_id", "reason"),
    )
    op.create_index("mark_open", "mark", ["settled_at_ms", "id"])
    op.add_column("attempt", sa.Column("origin", sa.String()))
    op.create_index("attempt_origin", "attempt", ["origin", "opened_at_ms"])
    op.add_column(
        "attempt", sa.Column("looked_over", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index(
        "attempt_to_look_over",
        "attempt",
        ["closed_at_ms"],
        sqlite_where=sa.text("closed_at_ms IS NOT NULL AND looked_over = 0"),
        postgresql_where=sa.text("closed_at_ms IS NOT NULL AND NOT looked_over"),
    )
    op.add_column("player", sa.Column("banned_at_ms", sa.BigInteger()))
    op.add_column("player", sa.Column("banned_for", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("player", "banned_for")
    op.drop_column("player", "banned_at_ms")
    op.drop_index("attempt_to_look_over", "attempt")
    op.drop_column("attempt", "looked_over")
    op.drop_index("attempt_origin", "attempt")
    op.drop_column("attempt", "origin")
    for table in ("mark", "journal", "group_member", "player_group", "board_tree"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION journal_only_grows()")
        op.alter_column("standing", "board", type_=sa.String())
