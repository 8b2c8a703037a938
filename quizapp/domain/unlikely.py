"""Play that is hard to believe. A rule here accuses nobody: it says where a person should look.

Two kinds. Right answers that came before anybody can have read the question. And a farm: one person who plays
under many names, so that they fill a board or practise for the name that counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.domain.item import Item

# People read 4 words a second for sense, and 10 when they skim; nobody reads 20.
FASTEST_WORDS_PER_S = 20
# A few are luck: somebody presses at once and hits, or knows the question by its first words.
FEWEST_TOO_FAST = 5
# Who presses blindly is right once in four; who is fast and right four times in five has not guessed.
_FAST_AND_RIGHT = 0.8

FEWEST_IN_TURN = 5
IN_TURN_WITHIN_MS = 60 * 60 * 1000
_NEARLY_ALL_RIGHT = 0.9
_SHORTEST_ROUND = 5
# A class sits side by side and differs; whoever plays for all of them comes one after another, and wins.
_NEARLY_ALL_PLAYERS = 0.8


@dataclass(frozen=True, slots=True)
class Answer:
    """A player's first response to an item that takes so long to read, at the very least."""

    reading_ms: int
    elapsed_ms: int
    correct: bool


@dataclass(frozen=True, slots=True)
class Played:
    """A closed round of a pack."""

    attempt_id: int
    player_id: int
    opened_at_ms: int
    closed_at_ms: int
    correct: int
    length: int

    @property
    def nearly_perfect(self) -> bool:
        """Whether nearly all of a round of some length is right."""
        return self.length >= _SHORTEST_ROUND and self.correct >= _NEARLY_ALL_RIGHT * self.length


def reading_ms(item: Item) -> int:
    """The time below which nobody has read stem and options; short in scripts without spaces."""
    words = sum(len(text.split()) for text in (item.stem, *item.options))
    return 1000 * words // FASTEST_WORDS_PER_S


def faster_than_reading(answers: Iterable[Answer]) -> int:
    """How many right answers of an attempt came faster than reading; 0 where that can be chance."""
    fast = [answer for answer in answers if answer.elapsed_ms < answer.reading_ms]
    right = sum(answer.correct for answer in fast)
    return right if right >= FEWEST_TOO_FAST and right >= _FAST_AND_RIGHT * len(fast) else 0


def played_in_turn(rounds: Sequence[Played]) -> tuple[Played, ...]:
    """The nearly perfect rounds of different players, one after another, of a pack at one address.

    Nothing unless they are many and nearly all who played there: in a class the rounds overlap, because each
    pupil has two hands, and some do worse than others.
    """
    chain: list[Played] = []
    for each in sorted(rounds, key=lambda one: (one.closed_at_ms, one.attempt_id)):
        free = not chain or each.opened_at_ms >= chain[-1].closed_at_ms
        if each.nearly_perfect and free and each.player_id not in {one.player_id for one in chain}:
            chain.append(each)
    players = {each.player_id for each in rounds}
    enough = len(chain) >= max(FEWEST_IN_TURN, _NEARLY_ALL_PLAYERS * len(players))
    return tuple(chain) if enough else ()
