"""Rounds played through the services, as the tests of playing and of the boards need them."""

from dataclasses import dataclass, field

from quizapp.domain.round import Pace
from quizapp.services import playing
from quizapp.services.playing import RoundPage, Seat, Verdict
from quizapp.services.rounds import drawn_round
from tests.conftest import NOON_MS

TIMED = Pace("timed")
RELAXED = Pace("relaxed")
SLUG = "solar-system"


@dataclass
class Play:
    """One player in one round, with a clock that moves only when told to."""

    seat: Seat
    slug: str = SLUG
    length: int | None = 5
    pace: Pace = TIMED
    now_ms: int = NOON_MS
    seed: str = "a seed"
    public_id: str = field(init=False)

    def __post_init__(self) -> None:
        self.public_id = playing.start_round(
            self.seat, self.slug, self.length, self.pace, self.now_ms, self.seed
        )

    @property
    def page(self) -> RoundPage:
        """What is on screen now."""
        return playing.round_page(self.seat, self.public_id, self.now_ms)

    @property
    def key(self) -> str:
        """The letter of the right option on screen, which only a test may know."""
        return drawn_round(self.public_id).key_letter(self.page.prompt.number - 1)

    @property
    def wrong(self) -> str:
        """The letter of a wrong option on screen."""
        return "B" if self.key == "A" else "A"

    def respond(self, option: str | None, after_ms: int = 0) -> Verdict:
        """Choose an option for the item on screen after so much time."""
        self.now_ms += after_ms
        return playing.respond(self.seat, self.public_id, self.page.prompt.item_id, option, self.now_ms)

    def move_on(self) -> None:
        """Go to the next item."""
        playing.move_on(self.seat, self.public_id, self.page.prompt.item_id, self.now_ms)

    def end(self) -> None:
        """Close the round here."""
        playing.end_round(self.seat, self.public_id, self.now_ms)

    def finish(self, right: int, after_ms: int = 0) -> None:
        """Answer all items that are left, the first so many of them right."""
        while True:
            verdict = self.respond(self.key if right > 0 else self.wrong, after_ms)
            right -= 1
            if verdict.is_last:
                return
            self.move_on()
