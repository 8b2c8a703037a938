"""Who is asking, as the signed session says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """A player and the epoch of the session. Whether it still holds, only the database knows."""

    player_id: int
    epoch: int
