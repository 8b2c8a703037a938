"""What a database holds of responses, read without the program."""

from typing import NamedTuple

from sqlalchemy import create_engine, text


class Record(NamedTuple):
    """A response as it is kept."""

    player: int
    round: str
    item: str
    option: str
    correct: bool


_QUERY = """
    SELECT response.player_id, attempt.public_id, response.item_id, response.option, response.correct
    FROM response JOIN attempt ON attempt.id = response.attempt_id ORDER BY response.id
"""


def recorded(address: str) -> list[Record]:
    """Every response, in the order in which they were numbered."""
    engine = create_engine(address)
    with engine.connect() as connection:
        records = [
            Record(*row)._replace(correct=bool(row.correct)) for row in connection.execute(text(_QUERY))
        ]
    engine.dispose()
    return records
