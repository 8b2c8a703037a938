"""Pairs of claims of two texts that tell of the same and give values that cannot both be right."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from quizapp.generation import literals, units
from quizapp.generation.comparison.claims import COLLECTIVE, Claim
from quizapp.generation.comparison.words import stem, stems
from quizapp.packs.vocabulary import vocabulary

Contrast = tuple[Claim, Claim]

# A word in more of a text’s sentences than this part of them, and than so many, tells what the text is about.
_OFTEN = 0.1
_NAMES_IN_COMMON = 2
_AT_LEAST = 4
_SCARCE = 4
_SCENE = 3
_NEAR_YEARS = 5
_ROUGHLY = Decimal("0.15")
_TIMES = 3
_FEW_DIGITS = 3
_WHOLE_DATE = 2
# What one may do again in another year.
_AGAIN = frozenset(
    map(
        stem,
        vocabulary(
            "win award receive play tour visit elect appoint lose score sing perform record travel return"
            " name join move sail graduate study teach earn"
        ),
    )
)
_WORK = {"construction": "work", "build": "work"}
_LOOSE = ("share", "time", "money", "temperature")


@dataclass(frozen=True, slots=True)
class Text:
    """One document as it is compared: its claims, the words of each sentence, what it is about and names."""

    claims: tuple[Claim, ...]
    sentences: tuple[frozenset[str], ...]
    subject: frozenset[str]
    names: frozenset[str]

    @property
    def times(self) -> Counter[str]:
        """In how many sentences each word stands."""
        return Counter(word for words in self.sentences for word in words)


@dataclass(frozen=True)
class _Pair:
    """The words about the whole subject of two texts, those that both hardly use, those of their titles."""

    usual: frozenset[str]
    scarce: frozenset[str]
    titled: frozenset[str]

    def rare(self, one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        """The words that both have and that tell one part of the subject from another."""
        return (one & other) - self.usual


def contrasts(texts: Sequence[Text]) -> Iterator[Contrast]:
    """What every two texts about one subject tell differently, in the order of the first."""
    for here, there in combinations([text for text in texts if text.claims], 2):
        named = here.names & there.names
        if len(named) >= _NAMES_IN_COMMON and named & (here.subject | there.subject):
            yield from _between(here.claims, there.claims, _pair(here, there))


def _pair(here: Text, there: Text) -> _Pair:
    times = [text.times for text in (here, there)]
    usual = [
        word
        for text, counted in zip((here, there), times, strict=True)
        for word, count in counted.items()
        if count > max(_AT_LEAST, int(_OFTEN * len(text.sentences)))
    ]
    return _Pair(
        frozenset(usual),
        frozenset(word for word in times[0] if max(each[word] for each in times) <= _SCARCE),
        frozenset(word for word in here.subject | there.subject if all(each[word] for each in times)),
    )


def _between(some: Sequence[Claim], others: Sequence[Claim], pair: _Pair) -> Iterator[Contrast]:
    by_key: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in others:
        by_key[_keys(claim)[0]].append(claim)
    for one in some:
        for other in (other for key in _keys(one) for other in by_key.get(key, ())):
            is_contrast = _may_differ(one, other) and _tell_the_same(one, other, pair)
            if is_contrast and not _is_told(one, others) and not _is_told(other, some):
                yield one, other
    for one, other in _days(some, others):
        if not _is_told(one, others) and not _is_told(other, some):
            yield one, other


def _days(some: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Contrast]:
    """Two days of one month, one of them the other with a slip of the pen, where only one names a deed."""
    by_month: dict[str, list[Claim]] = defaultdict(list)
    for claim in others:
        if _is_day(claim):
            by_month[claim.content[:7]].append(claim)
    for one in filter(_is_day, some):
        for other in by_month.get(one.content[:7], ()):
            days = [str(int(each.content[8:])) for each in (one, other)]
            if bool(one.key) != bool(other.key) and _is_misread(*days):
                yield one, other


def _is_day(claim: Claim) -> bool:
    return claim.kind == "moment" and claim.content.count("-") == _WHOLE_DATE


def _is_misread(one: str, other: str) -> bool:
    """Whether one day of a month is the other with a ten more or less, or with its digits turned round."""
    return one != other and (one == other[::-1] or one in other[1:] or other in one[1:])


def _keys(claim: Claim) -> list[tuple[str, str]]:
    """Where a claim is kept, and then where else its like may be: a moment without a deed in a near year."""
    if claim.kind != "moment" or claim.key:
        return [(claim.kind, claim.key)]
    year = int(claim.content[:4])
    near = [year + sign * away for away in range(1, _NEAR_YEARS + 1) for sign in (-1, 1)]
    return [("moment", str(each)) for each in (year, *near)]


def _is_told(claim: Claim, by: Sequence[Claim]) -> bool:
    """Whether a text gives the value too, of something like it."""
    words = claim.theme | claim.words
    alike = [each for each in by if each.kind == claim.kind and each.key in (claim.key, "")]
    return any(_may_be_one(claim, each) and words & (each.theme | each.words) for each in alike)


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether two values may be one, rounded or told more exactly, or names with a word in common."""
    if one.kind == "name":
        return bool(frozenset(stems(one.content)) & frozenset(stems(other.content)))
    if one.kind == "moment":
        return literals.may_be_same("date", one.content, other.content)
    if literals.may_be_same(one.kind, one.content, other.content):
        return True
    least, most = sorted(_size(each) for each in (one, other))
    return (one.hedged or other.hedged) and most - least <= _ROUGHLY * most


def _may_differ(one: Claim, other: Claim) -> bool:
    """Whether two values cannot be one, and are near enough to be said of one thing."""
    if _may_be_one(one, other):
        return False
    if one.kind in ("moment", "name"):
        return True
    # Sources err, but seldom by more than this.
    least, most = sorted(_size(each) for each in (one, other))
    return most <= _TIMES * least


def _size(claim: Claim) -> Decimal:
    return units.quantity(claim.content).worth if claim.kind == "quantity" else literals.number(claim.content)


def _tell_the_same(one: Claim, other: Claim, pair: _Pair) -> bool:
    if _are_marked_apart(one, other):
        return False
    if one.kind == "name":
        return _same_work(one, other, pair)
    if one.kind == "moment":
        return _same_deed(one, other, pair) if one.key else _same_scene(one, other, pair)
    return _same_measure(one, other, pair) if one.kind == "quantity" else _same_count(one, other, pair)


def _same_deed(one: Claim, other: Claim, pair: _Pair) -> bool:
    heads = [_WORK.get(each.head, each.head) if each.key == "begin" else each.head for each in (one, other)]
    if one.names and other.names and not one.names & other.names:
        return False
    if heads[0] and heads[0] == heads[1]:
        return True
    if all(heads):
        return bool(pair.rare(one.theme, other.theme)) and (heads[0] in other.theme or heads[1] in one.theme)
    said = pair.rare(one.theme, other.theme | other.words) | pair.rare(other.theme, one.theme | one.words)
    if said - {one.key} or pair.rare(one.doers, other.doers):
        return True
    # What is left to be understood is what the texts are about.
    return all(each.theme & pair.titled or not each.theme for each in (one, other))


def _are_marked_apart(one: Claim, other: Claim) -> bool:
    """Whether one is told of the second bridge or the eastern tower, and the other of another."""
    if one.marks == other.marks or one.names & other.names:
        return False
    return one.kind == "name" or bool(one.marks and other.marks)


def _same_work(one: Claim, other: Claim, pair: _Pair) -> bool:
    """Whether both tell who made one thing, or followed one person, or where one was born."""
    if one.names and other.names:
        return bool(one.names & other.names) and (one.key != "born" or one.head == other.head)
    if one.head and one.head == other.head:
        return True
    return bool(pair.rare(one.theme, other.theme))


def _same_scene(one: Claim, other: Claim, pair: _Pair) -> bool:
    """Whether two sentences that date no deed of the list still tell of one event."""
    shared = one.words & other.words
    if shared & _AGAIN:
        return False
    weight = sum(_SCENE if word[0].isdigit() else word in pair.scarce for word in shared)
    return weight >= _SCENE


def _same_measure(one: Claim, other: Claim, pair: _Pair) -> bool:
    if one.aspect and other.aspect and one.aspect != other.aspect:
        return False
    shared = pair.rare(one.theme, other.theme)
    if one.key in _LOOSE:
        return len(shared) > 1
    is_unsaid = not one.head or not other.head
    if is_unsaid and one.aspect and one.aspect == other.aspect and _is_slip(one, other, least=2):
        return True
    return bool(shared) or (_is_slip(one, other) and bool(one.words & other.words))


def _same_count(one: Claim, other: Claim, pair: _Pair) -> bool:
    if pair.rare(one.theme, other.theme):
        return True
    return _is_slip(one, other, least=2 if one.aspect == other.aspect == COLLECTIVE else _FEW_DIGITS)


def _is_slip(one: Claim, other: Claim, least: int = _FEW_DIGITS) -> bool:
    """Whether two numbers of so many digits at least have the same ones in another order."""
    digits = [[c for c in each.content.split(" ")[0] if c.isdigit()] for each in (one, other)]
    return len(digits[0]) >= least and sorted(digits[0]) == sorted(digits[1])
