"""Checks of the options among themselves: fillers, combinations, tricks, overlaps."""

import re
from itertools import combinations

from rapidfuzz.distance import OSA

from quizapp.domain.item import Item
from quizapp.domain.text import folded
from quizapp.packs.lint.words import bare, words
from quizapp.packs.quantity import quantities, quantity

_NONE_OF_THESE = re.compile(
    r"(?:none|neither|not any) of (?:the|these|those|them)\b.*|none|neither|not listed"
)
_ALL_OF_THESE = re.compile(r"(?:all|both|any)(?: \w+)? of (?:the|these|those|them)\b.*|all(?: three)?|both")
_TRUTHS = ({"true", "false"}, {"yes", "no"})
_COMBINATION = re.compile(
    r"(?:both |only )?(?:[a-d]|[1-4]|i{1,3}|iv)"
    r"(?:(?:, ?| and | & |, and )(?:[a-d]|[1-4]|i{1,3}|iv))+(?: only)?"
)
_LONG_ENOUGH = 5
_JOINED = re.compile(r",? and | & |, | or ")


def none_of_the_above(item: Item) -> str | None:
    """An option that names nothing: it tests nothing and is hardly ever the key."""
    found = next((o for o in item.options if _NONE_OF_THESE.fullmatch(folded(o))), None)
    return found and f"the option {found!r} names nothing"


def all_of_the_above(item: Item) -> str | None:
    """An option that stands for the others: two known ones give it away."""
    found = next((o for o in item.options if _ALL_OF_THESE.fullmatch(folded(o))), None)
    return found and f"the option {found!r} stands for the others"


def true_false(item: Item) -> str | None:
    """True and false, or yes and no, among four options: a question of two."""
    told = {folded(option) for option in item.options}
    return "true and false, or yes and no, are among the options" if any(t <= told for t in _TRUTHS) else None


def combined_options(item: Item) -> str | None:
    """An option made of others: "A and B", or two others joined, or the words of another in another order."""
    for option in item.options:
        if _COMBINATION.fullmatch(folded(option)):
            return f"the option {option!r} combines others"
        joined = {bare(part) for part in _JOINED.split(option)}
        if len(joined) > 1 and joined & {bare(other) for other in item.options if other != option}:
            return f"the option {option!r} combines others"
    for one, other in combinations(item.options, 2):
        ours, theirs = words(bare(one)), words(bare(other))
        if ours != theirs and len(ours) > 1 and sorted(ours) == sorted(theirs):
            return f"{one!r} and {other!r} are the same words"
    return None


def trick_spelling(item: Item) -> str | None:
    """A distractor one letter away from the key. Short names, as Iran and Iraq, just are alike."""
    key = bare(item.key)
    for distractor in item.distractors:
        other = bare(distractor)
        if min(len(key), len(other)) < _LONG_ENOUGH or quantity(distractor):
            continue
        if OSA.distance(key, other, score_cutoff=1) <= 1:
            return f"{item.key!r} and {distractor!r} differ by one letter at most"
    return None


def trick_number(item: Item) -> str | None:
    """Numbers within one per cent of each other. Years are names rather than sizes."""
    found = quantities(item.options)
    if not found or any(q.shape != "number" for q in found):
        return None
    for (one, ours), (other, theirs) in combinations(zip(item.options, found, strict=True), 2):
        largest = max(abs(ours.low), abs(theirs.low))
        if ours.unit == theirs.unit and abs(ours.low - theirs.low) <= 0.009 * largest:
            return f"{one!r} and {other!r} are nearly the same number"
    return None


def overlapping_options(item: Item) -> str | None:
    """Options of which two can be right at once: a month and its year, a span and a number in it."""
    for one, other in combinations(item.options, 2):
        if _overlap(one, other):
            return f"{one!r} and {other!r} overlap"
    return None


def _overlap(one: str, other: str) -> bool:
    ours, theirs = quantity(one), quantity(other)
    if ours and theirs:
        return ours.overlaps(theirs)
    return _narrows(*sorted((bare(one), bare(other)), key=len))


def _narrows(short: str, long: str) -> bool:
    # "Paris, France" is a Paris, "the Thames" the Thames, "Rome (city)" a Rome; "New York" is no York.
    with_article = {f"{article} {short}" for article in ("the", "a", "an")}
    return long.startswith((f"{short}, ", f"{short} (")) or long in with_article
