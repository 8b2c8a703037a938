"""Runs migrations on the application's own engine, in one transaction."""

from alembic import context

from quizapp import store  # noqa: F401 (makes the tables known)
from quizapp.extensions import Base, db
from quizapp.store.transaction import migrating

with migrating(db.engine) as connection:
    # Batch mode: SQLite cannot alter a column, so Alembic copies the table there.
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
