"""Checks of a pack as a whole: items that repeat or answer one another, patterns in where the key stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt

from rapidfuzz import fuzz

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.packs.lint.flaw import Flaw
from quizapp.packs.lint.words import bare, holds, names_in
from quizapp.packs.quantity import quantities

# Below so many items a pattern is as good as chance: chi-square wants five expected in each of four places.
FEWEST = 20
# The upper 5 % of chi-square with three degrees of freedom.
_CHI_SQUARE_5_PERCENT = 7.815

_SAME_WORDS = 88
_SAME_SHINGLES = 0.6
_SHINGLE = 5
_WORD = re.compile(r"\w+")
_QUOTED = re.compile("“[^”]+”")


def no_items(pack: Pack) -> Iterator[Flaw]:
    """A pack without a question."""
    if not pack.items:
        yield Flaw("no-items", "error", "the pack has no questions", "write one under `items:`")


def no_licence(pack: Pack) -> Iterator[Flaw]:
    """A pack that does not say who may use it, or whose it is."""
    if not (pack.licence and pack.attribution):
        yield Flaw(
            "no-licence", "warning", "the pack does not say whose it is and who may use it",
            "add `licence:` and `attribution:`",
        )  # fmt: skip


def near_duplicates(pack: Pack) -> Iterator[Flaw]:
    """Two items of the same key that ask the same in almost the same words."""
    by_key: defaultdict[str, list[Item]] = defaultdict(list)
    for item in pack.items:
        by_key[bare(item.key)].append(item)
    for same_key in by_key.values():
        for one, other in combinations(same_key, 2):
            if _alike(one.stem, other.stem):
                what = f"asks almost the same as {one.item_id}"
                yield Flaw("near-duplicate", "error", what, "take one of the two out", other.item_id)


def same_fact(pack: Pack) -> Iterator[Flaw]:
    """Two items on one fact: who has seen one knows the other."""
    first: dict[str, str] = {}
    for item in pack.items:
        if item.fact_id and item.fact_id in first:
            what = f"asks for the same fact as {first[item.fact_id]}"
            yield Flaw("same-fact", "error", what, "keep the better of the two", item.item_id)
        first.setdefault(item.fact_id, item.item_id)


def answered_elsewhere(pack: Pack) -> Iterator[Flaw]:
    """An item whose key, beside a name that tells which item it is, stands in another item.

    A name in a tenth of all stems tells nothing: it is what the pack is about.
    """
    common = Counter(name for item in pack.items for name in names_in(item.stem))
    most = max(2, len(pack.items) // 10)
    telling = {item.item_id: {n for n in names_in(item.stem) if common[n] <= most} for item in pack.items}
    in_stems = _by_word(pack.items)
    for item in pack.items:
        if len(item.key) < 4 or quantities((item.key,)):
            continue
        first = _WORD.search(bare(item.key))
        for other in in_stems.get(first[0], ()) if first else pack.items:
            if other is item or not holds(other.stem, item.key):
                continue
            if any(holds(f"{other.stem} {other.key}", name) for name in telling[item.item_id]):
                what = f"the stem of {other.item_id} gives the key away"
                yield Flaw("answered-elsewhere", "error", what, "reword or drop one of the two", item.item_id)


def undated_fact(pack: Pack) -> Iterator[Flaw]:
    """An item on a fact that holds as of a date, which its stem does not name."""
    as_of = {fact.fact_id: fact.as_of for fact in pack.facts if fact.as_of}
    for item in pack.items:
        date = as_of.get(item.fact_id)
        if date and not holds(item.stem, date[:4]):
            what = f"the fact holds as of {date}, and the stem does not say so"
            yield Flaw("undated-fact", "error", what, "name the date in the stem", item.item_id)


def unattributed_fact(pack: Pack) -> Iterator[Flaw]:
    """An item on a fact that one document states, which its stem does not name."""
    sources = {fact.fact_id: pack.document(fact.according_to) for fact in pack.facts if fact.according_to}
    for item in pack.items:
        source = sources.get(item.fact_id)
        if source and not any(holds(item.stem, name) for name in (source.publisher, source.title)):
            what = f"the stem does not say that this is so according to {source.publisher or source.title}"
            yield Flaw("unattributed-fact", "error", what, "name the source in the stem", item.item_id)


def key_too_often_longest(pack: Pack) -> Iterator[Flaw]:
    """The key is the longest option in more than a quarter of the items, by over two standard errors."""
    worded = [item for item in pack.items if not quantities(item.options)]
    if len(worded) < FEWEST:
        return
    share = sum(len(item.key) > max(map(len, item.distractors)) for item in worded) / len(worded)
    if abs(share - 0.25) > 2 * sqrt(0.25 * 0.75 / len(worded)):
        what = f"the key is the longest option in {share:.0%} of the questions; chance would have it in 25%"
        yield Flaw("key-length-pattern", "warning", what, "lengthen some distractors, or shorten some")


def key_rank_pattern(pack: Pack) -> Iterator[Flaw]:
    """Numbers are shown in order, so a key that is too often the smallest (or second ...) can be guessed."""
    ranks = Counter(_rank_of_key(item) for item in pack.items if quantities(item.options))
    total = ranks.total()
    if total < FEWEST:
        return
    chi_square = sum((ranks[rank] - total / 4) ** 2 / (total / 4) for rank in range(4))
    if chi_square > _CHI_SQUARE_5_PERCENT:
        places = ", ".join(str(ranks[rank]) for rank in range(4))
        what = f"sorted by size, the key stands first to fourth {places} times"
        yield Flaw("key-rank-pattern", "warning", what, "choose smaller or larger distractors for some")


def _alike(one: str, other: str) -> bool:
    if _QUOTED.findall(one) != _QUOTED.findall(other):
        # Who plays in “W” and who plays in “Moving” are two questions, however short the titles.
        return False
    ours, theirs = bare(one), bare(other)
    if fuzz.token_sort_ratio(ours, theirs) >= _SAME_WORDS:
        return True
    first, second = _shingles(ours), _shingles(theirs)
    return len(first & second) >= _SAME_SHINGLES * len(first | second)


def _by_word(items: Sequence[Item]) -> Mapping[str, list[Item]]:
    """For each word the items whose stems have it, in order: comparing all with all would cost the square."""
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        for word in dict.fromkeys(_WORD.findall(bare(item.stem))):
            found[word].append(item)
    return found


def _shingles(text: str) -> set[str]:
    return {text[start : start + _SHINGLE] for start in range(max(1, len(text) - _SHINGLE + 1))}


def _rank_of_key(item: Item) -> int:
    key, *others = quantities(item.options) or ()
    return sum(other.low < key.low for other in others)
