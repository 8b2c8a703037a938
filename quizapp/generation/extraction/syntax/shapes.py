"""What no frame can say, read off the parse: lists, billing, brackets, jobs, descriptions before names.

The surface patterns of `surface` read the same shapes by characters; nothing of theirs is used here.
"""

from collections.abc import Callable, Iterable, Iterator

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.syntax import (
    called,
    days,
    fears,
    jobs,
    lands,
    makers,
    people,
    roles,
    story,
    works,
)
from quizapp.generation.extraction.syntax.dated_titles import dated_titles
from quizapp.generation.extraction.syntax.seen import Seen

Shape = Callable[[Seen], Iterable[Candidate]]

SHAPES: tuple[Shape, ...] = (
    roles.plays,
    roles.played_by,
    roles.stars_as,
    roles.bracketed,
    roles.own_character,
    roles.role_in_work,
    roles.parts,
    jobs.made_by,
    jobs.from_script,
    jobs.holds_job,
    jobs.its_job,
    jobs.companies,
    jobs.known_for,
    works.based_on,
    works.based_on_work_by,
    works.described,
    works.length,
    works.shown,
    works.of_channels,
    works.prizes,
    dated_titles,
    makers.made_by,
    makers.owned,
    people.appearances,
    people.co_stars,
    lands.origins,
    lands.owned,
    lands.companies,
    people.trades,
    story.ties,
    story.takes_over,
    fears.fears,
    days.gatherings,
    days.premieres,
    days.in_the_making,
    called.name_means,
    called.known_as,
)


def shapes(seen: Seen) -> Iterator[Candidate]:
    """What the parse-driven patterns find in one sentence."""
    for shape in SHAPES:
        yield from dict.fromkeys(shape(seen))
