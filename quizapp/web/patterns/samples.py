"""Made-up values that show the components; nothing here is played."""

from quizapp.domain.licence import open_licence
from quizapp.services.pictures import BoardPictures
from quizapp.services.playing import Source, Verdict
from quizapp.services.ranking import Row
from quizapp.services.shelving import PackCard
from quizapp.services.spread_picture import Spread, bars
from quizapp.services.weeks_picture import drawn
from quizapp.web.rounds.words import told

LETTERED = (("A", "Ceres"), ("B", "Pluto"), ("C", "Eris"), ("D", "Haumea, which is longer than the others"))

_SOURCES = (
    Source(
        "A Guide to the Planets",
        "Example Press",
        "https://example.org/guide",
        "paragraph 2, sentence 1",
        "Between Mars and Jupiter lies a belt of small bodies; the largest, Ceres, is a dwarf planet.",
        open_licence("CC-BY-4.0"),
        "en",
    ),
    Source("Small Worlds", "", "", ""),
)


def a_verdict(option: str | None, *, late: bool = False) -> dict[str, object]:
    """A verdict on that option, in words; A is right."""
    correct = option == "A" and not late
    verdict = Verdict(
        item_id="q-ceres",
        option=option,
        correct=correct,
        late=late,
        points=873 if correct else 0,
        elapsed_ms=5_080,
        key_letter="A",
        key_text="Ceres",
        explanation="Ceres circles the Sun between Mars and Jupiter, in the asteroid belt.",
        sources=_SOURCES if correct else _SOURCES[:1],
        documents=2 if correct else 1,
        witnesses=0 if correct else 2,
        streak=3,
        total_points=2_400,
        is_last=False,
    )
    return told(verdict)


PACKS = (
    PackCard(
        "planets", "The Planets", "From the Sun outwards, in their order.", "astronomy", 48, "CC0-1.0", "en"
    ),
    PackCard("rivers", "Rivers, Peaks, Capitals", "Where it flows.", "geography", 120, "CC0-1.0", "en"),
    PackCard("films", "Films of a Summer", "Who played whom, and where.", "film", 5, "CC0-1.0", "en"),
    PackCard("plain", "A Pack without a Topic", "", "", 1, "CC0-1.0", "en"),
)

ROWS = (
    Row(1, "Amber Otter", 48_120, 52, 60, False, False),
    Row(2, "charlie", 41_002, 47, 60, False, True),
    Row(2, "A name that is as long as names can be", 41_002, 46, 55, False, True),
    Row(4, "alice", 12_004, 13, 20, True, False),
)
AROUND = (Row(211, "bob", 310, 1, 9, False, False), Row(212, "alice", 300, 1, 4, True, False))

_MONDAY_MS = 1_788_739_200_000
_WEEK_MS = 7 * 24 * 60 * 60 * 1000
_PLACES = (None, 214, 96, 120, 31, None, None, 12, 14, 3, 5, 8)

PICTURES = BoardPictures(
    spread=Spread(
        bars=bars(
            range(0, 14_000, 1_000), (100, 99, 95, 84, 68, 50, 36, 25, 17, 11, 7, 4, 2, 1), your_points=6_200
        ),
        size=100,
        your_points=6_200,
        behind_you=65,
    ),
    weeks=drawn(
        [
            (_MONDAY_MS + number * _WEEK_MS, place, 300 if place else 0, 1_000 if place else 0)
            for number, place in enumerate(_PLACES)
        ]
    ),
)
