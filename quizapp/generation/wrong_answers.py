"""What a distractor is before it is chosen: a wrong answer, and how well it stands beside the key."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """Its text, every name it goes by, its score, and how close it is to the key (0 to 1).

    `likely`: known to be of the key's kind, or to have done the like; of people, known to be somebody.
    `fame`: how much somebody stands out among people of whom few have heard: 1 for a well-known name, 2 for
    one from another country.
    """

    text: str
    names: tuple[str, ...]
    score: float
    closeness: float
    likely: bool = True
    fame: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Three distractors in the order of how well they fit, and how close they come to the key (0 to 1)."""

    key: str
    distractors: tuple[str, ...]
    closeness: float


def alikeness(one: str, other: str) -> float:
    """How alike two texts look, from 0 to 1: length and number of words."""
    lengths = sorted((len(one), len(other)))
    words = sorted((len(one.split()), len(other.split())))
    return (lengths[0] / lengths[1] + words[0] / words[1]) / 2


# Each wrong answer is held against the same stem.
@lru_cache(maxsize=64)
def plain(stem: str) -> str:
    """The stem with signs as spaces, so that a name in quotes or before a comma is seen as a word."""
    return "".join(c if c.isalnum() or c in "-'" else " " for c in stem.replace("’s", " "))
