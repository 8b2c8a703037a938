"""Rounds as drawn, kept in the process: what a round follows from never changes once it has been started.

Only a key may turn out to be wrong later; `as_corrected` brings a round up to date with that.
"""

from dataclasses import replace
from functools import lru_cache

from quizapp.domain.prompt import Prompt
from quizapp.domain.round import Round, draw
from quizapp.errors import NotFound
from quizapp.services.corrected import corrected_keys
from quizapp.services.shelving import pack
from quizapp.store.attempt import drawn_from

NO_SUCH_ROUND = "There is no such round, or it belongs to somebody else."


@lru_cache(maxsize=8192)
def drawn_round(public_id: str) -> Round:
    """The round of an attempt, as published. Whose it is has to be asked of the database each time."""
    if not public_id.isalnum():
        raise NotFound(NO_SUCH_ROUND)
    row = drawn_from.read(public_id=public_id)
    if row is None:
        raise NotFound(NO_SUCH_ROUND)
    return draw(pack(row.digest), row.seed, row.length)


@lru_cache(maxsize=8192)
def prompt_at(public_id: str, position: int) -> Prompt:
    """The item at a position (from 0) as a player may see it. A corrected key changes nothing of it."""
    return drawn_round(public_id).prompt(position)


def as_corrected(round_: Round, corrections: int) -> Round:
    """The round with the keys as they are now, given the number of corrections in the row of its attempt."""
    if not corrections:
        return round_
    return replace(round_, corrected=corrected_keys(round_.pack.digest, corrections))
