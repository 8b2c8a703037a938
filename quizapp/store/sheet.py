"""What players answered in the closed rounds of a pack, read piece by piece."""

from sqlalchemy import bindparam, select

from quizapp.store.attempt import attempts
from quizapp.store.player import players
from quizapp.store.response import responses

# So many rounds at a time, from where the piece before ended: a slow reader holds no connection.
closed_attempts = (
    select(attempts.c.id)
    .where(attempts.c.slug == bindparam("slug"), attempts.c.id > bindparam("after_id"))
    .where(attempts.c.closed_at_ms.is_not(None))
    .order_by(attempts.c.id)
    .limit(bindparam("most"))
)
lines_of_attempts = (
    select(responses, attempts.c.digest, attempts.c.seed, players.c.name, players.c.deleted_at_ms)
    .select_from(
        responses.join(attempts, attempts.c.id == responses.c.attempt_id).join(
            players, players.c.id == responses.c.player_id
        )
    )
    .where(responses.c.attempt_id.in_(bindparam("attempt_ids", expanding=True)))
    .order_by(responses.c.attempt_id, responses.c.id)
)
