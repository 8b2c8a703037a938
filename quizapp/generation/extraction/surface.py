"""Surface patterns for what no frame can say: lists, billing, brackets. Precision before recall."""

from collections.abc import Callable, Iterable, Iterator

from quizapp.generation.extraction import (
    called,
    cast,
    crew,
    days,
    fears,
    lands,
    lives,
    makers,
    origins,
    people,
    story,
    works,
)
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.dated_titles import dated_titles
from quizapp.generation.extraction.scene import Line, Scene

Pattern = Callable[[Scene, Line], Iterable[Candidate]]

PATTERNS: tuple[Pattern, ...] = (
    cast.plays,
    cast.role_in_work,
    cast.own_character,
    cast.bracketed,
    cast.billed,
    cast.co_stars,
    cast.listed,
    cast.parts,
    crew.made_by,
    crew.job_done_by,
    crew.has_job,
    crew.companies,
    crew.known_for,
    works.based_on,
    works.based_on_work_by,
    works.described,
    works.introduced,
    works.length,
    works.shown,
    works.prizes,
    works.stages,
    works.of_channels,
    cast.not_yet,
    makers.made_by,
    makers.owned,
    people.appearances,
    people.origins,
    people.trades,
    story.ties,
    fears.fears,
    days.gatherings,
    days.premieres,
    days.in_the_making,
    called.called,
    lands.owned,
    lands.companies,
    dated_titles,
    lives.dates,
    lives.born,
    lives.died,
    origins.made,
    origins.makes,
    origins.works,
)


def patterns(scene: Scene, line: Line) -> Iterator[Candidate]:
    """What the hand-written patterns find in one sentence."""
    for pattern in PATTERNS:
        yield from dict.fromkeys(pattern(scene, line))
