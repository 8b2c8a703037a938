"""One question with all that is known about it. A malformed item cannot exist."""

from dataclasses import dataclass
from typing import Literal

from quizapp.domain.fact import Evidence, content_id
from quizapp.domain.text import folded, shown
from quizapp.errors import Malformed

LONGEST_STEM = 300
LONGEST_OPTION = 150
LONGEST_EXPLANATION = 800
DISTRACTORS = 3

Difficulty = Literal["easy", "medium", "hard"]


@dataclass(frozen=True, slots=True)
class Item:
    """A stem, its key, three distractors, and why the key is right."""

    stem: str
    key: str
    distractors: tuple[str, ...]
    explanation: str = ""
    evidence: tuple[Evidence, ...] = ()
    fact_id: str = ""
    difficulty: Difficulty = "medium"
    tags: tuple[str, ...] = ()
    made: bool = False
    item_id: str = ""

    def __post_init__(self) -> None:
        shown(self.stem, "the stem", LONGEST_STEM)
        for option in self.options:
            shown(option, f"the option {option[:40]!r}", LONGEST_OPTION)
        if self.explanation:
            shown(self.explanation, "the explanation", LONGEST_EXPLANATION)
        if len(self.distractors) != DISTRACTORS:
            raise Malformed(f"an item has {DISTRACTORS} distractors, this one has {len(self.distractors)}")
        if len({folded(option) for option in self.options}) != len(self.options):
            raise Malformed("two options read the same")
        if not self.item_id:
            object.__setattr__(self, "item_id", content_id("q", folded(self.stem), folded(self.key)))

    def __hash__(self) -> int:
        # What is asked by hash at every answer need not read the whole item for it.
        return hash((self.item_id, self.stem))

    @property
    def options(self) -> tuple[str, ...]:
        """The key and the distractors, as written: an order that no player may see."""
        return (self.key, *self.distractors)
