"""What the responses to one edition say of its items, counted by the database."""

from sqlalchemy import Select, bindparam, case, func, or_, select, true

from quizapp.store.attempt import attempts
from quizapp.store.response import responses

_of_edition = (attempts.c.slug == bindparam("slug")) & (attempts.c.digest == bindparam("digest"))
_its = attempts.join(responses, responses.c.attempt_id == attempts.c.id)
# A parameter rather than two statements of each kind.
_wanted = or_(responses.c.is_first == true(), bindparam("repeats"))

plays_of_edition = select(
    func.count().label("rounds"),
    func.count(attempts.c.closed_at_ms).label("finished"),
    func.count(attempts.c.player_id.distinct()).label("players"),
).where(_of_edition)

plays_of_editions = (
    select(attempts.c.digest, func.count().label("rounds"))
    .where(attempts.c.slug == bindparam("slug"))
    .group_by(attempts.c.digest)
)

# `silent`: time ran out without a choice.
_silent = case((responses.c.option.is_(None), 1), else_=0)
choices = (
    select(
        responses.c.item_id,
        responses.c.chosen,
        _silent.label("silent"),
        func.count().label("times"),
        func.sum(case((responses.c.correct, 1), else_=0)).label("correct"),
        func.sum(case((responses.c.late & responses.c.option.is_not(None), 1), else_=0)).label("late"),
    )
    .select_from(_its)
    .where(_of_edition, _wanted)
    .group_by(responses.c.item_id, responses.c.chosen, _silent)
)

# Rows from before the place was kept: their letters mean something only together with the seed.
unplaced_choices = (
    select(responses.c.item_id, responses.c.option, attempts.c.seed)
    .select_from(_its)
    .where(_of_edition, _wanted, responses.c.chosen.is_(None), responses.c.option.is_not(None))
)


def _medians() -> Select[tuple[str, float]]:
    """The middle of the times of each item, or the mean of the two in the middle; of those who chose."""
    of_item = responses.c.item_id
    ranked = (
        select(
            responses.c.item_id,
            responses.c.elapsed_ms,
            func.row_number().over(partition_by=of_item, order_by=responses.c.elapsed_ms).label("place"),
            func.count().over(partition_by=of_item).label("size"),
        )
        .select_from(_its)
        .where(_of_edition, _wanted, responses.c.option.is_not(None))
        .subquery()
    )
    twice = ranked.c.place * 2
    return (
        select(ranked.c.item_id, func.avg(ranked.c.elapsed_ms).label("median_ms"))
        .where(twice >= ranked.c.size, twice <= ranked.c.size + 2)
        .group_by(ranked.c.item_id)
    )


medians = _medians()
