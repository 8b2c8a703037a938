"""The making of questions for a draft: where it stands, how far it has come, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

MakingState = Literal["waiting", "running", "done", "failed", "cancelled"]

READING_DOCUMENTS = "reading documents"
READING_SENTENCES = "reading sentences"
MAKING_QUESTIONS = "making questions"
PROVING_QUESTIONS = "proving questions"
CHOOSING = "choosing questions"

# Where each step begins and ends, in hundredths of the whole, as measured on articles of some pages.
STEPS: Mapping[str, tuple[int, int]] = {
    READING_DOCUMENTS: (0, 10),
    READING_SENTENCES: (10, 75),
    MAKING_QUESTIONS: (75, 87),
    PROVING_QUESTIONS: (87, 97),
    CHOOSING: (97, 99),
}


@dataclass(frozen=True, slots=True)
class Making:
    """One making as it stands; `counts` says what has been read and made so far, by what is counted."""

    public_id: str
    state: MakingState
    step: str = ""
    done: int = 0
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    message: str = ""
    queued_at_ms: int = 0
    ended_at_ms: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in ("waiting", "running")

    @property
    def share(self) -> int:
        """How much of it is done, in hundredths."""
        if not self.is_open:
            return 100
        begins, ends = STEPS.get(self.step, (0, 0))
        return begins + (ends - begins) * min(self.done, self.total) // max(self.total, 1)
