"""Brackets that the parse hangs on a name, as clauses without a subject: `Anna Holt (born 1970)`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.generation.extraction.bracket_years import is_life
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.bounds import (
    DAYS_AND_MONTHS,
    is_capitalised,
    is_name,
    preposition_of,
)
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.proper import run
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS_OF_NAME = ("flat", "compound", "appos", "nmod:desc")
_DASHES = "-–—"
_BORN = ("born", "b.")
_ABOUT = ("c.", "ca.", "circa", "about")
_OWN_NAME = ("born", "née", "né")


def brackets(tree: Tree, line: Line) -> list[Clause]:
    """For each date in brackets a clause with what it stands behind as object and the date as adjunct.

    Its verb is "born" or "died", or nothing where the bracket does not say what is dated.
    """
    return [clause for word in tree.words if word.text == "(" for clause in _opened(tree, line, word)]


def _opened(tree: Tree, line: Line, bracket: "Token") -> Iterator[Clause]:
    closes = _closing(tree, bracket)
    name = _name_before(tree, bracket)
    if closes is None or name is None:
        return
    inside = [word for word in tree.words[bracket.i + 1 : closes.i] if not word.is_space]
    bearer = phrase(tree, name) or _run(tree, name)
    if not bearer or not line.is_plain(bracket.idx):
        return
    if not (_hang_on(tree, inside, bearer) or _is_told_of(tree, name, closes)):
        return
    for event, adjunct in _events(tree, inside, bearer):
        yield Clause(
            verb=event,
            at=bracket.idx,
            end=closes.idx,
            passive=False,
            past=True,
            stated=True,
            subjects=(),
            objects=(bearer,),
            adjuncts=(adjunct,),
            apposition=True,
        )


def _closing(tree: Tree, bracket: "Token") -> "Token | None":
    """Where the bracket closes again, over those inside of it."""
    depth = 0
    for word in tree.words[bracket.i :]:
        depth += (word.text == "(") - (word.text == ")")
        if depth == 0:
            return word
    return None


def _run(tree: Tree, name: "Token") -> Phrase | None:
    """The run of capitals around a name whose phrase the parse leaves doubtful."""
    found = run(tree, name)
    if found is None:
        return None
    start, end = tree.words[found[0]].idx, tree.words[found[1]].idx + len(tree.words[found[1]])
    return Phrase(start, end, tree.text[start:end], name.text)


def _is_told_of(tree: Tree, name: "Token", closes: "Token") -> bool:
    """Whether the sentence goes on behind the bracket to say who the name is: `X (...) was a painter`."""
    while name.dep_ in ("conj", "appos", "flat", "compound", "nmod:desc") and name.head.i < name.i:
        name = name.head
    noun = name.head
    return (
        name.dep_ == "nsubj"
        and noun.i > closes.i
        and noun.pos_ in ("NOUN", "PROPN")
        and tree.has(noun, "cop")
    )


def _name_before(tree: Tree, bracket: "Token") -> "Token | None":
    """The head of the name that ends right before the bracket."""
    if bracket.i == 0 or not is_name(word := tree.words[bracket.i - 1]):
        return None
    while is_name(word.head) and word.head.i < bracket.i and _is_part(tree, word):
        word = word.head
    return word


def _is_part(tree: Tree, word: "Token") -> bool:
    """Whether a name goes on with that word: `Anna Holt`, `Anna Holt of Ost`."""
    return word.dep_ in _PARTS_OF_NAME or (word.dep_ == "nmod" and preposition_of(tree, word) == "of")


def _hang_on(tree: Tree, inside: list["Token"], bearer: Phrase) -> bool:
    """Whether all that leads out of the bracket leads to the words of the phrase or what describes it."""
    low, high = inside[0].i if inside else 0, inside[-1].i if inside else 0
    outer = [word.head for word in inside if not low <= word.head.i <= high and word.dep_ != "punct"]
    named = [w for w in tree.words if bearer.start <= w.idx < bearer.end]
    heads = {w.i for w in named} | {w.head.i for w in named if w.head.pos_ == "NOUN" and w.dep_ == "appos"}
    return bool(outer) and all(head.i in heads for head in outer)


def _events(tree: Tree, inside: list["Token"], bearer: Phrase) -> Iterator[tuple[str, Phrase]]:
    dashes = [at for at, word in enumerate(inside) if word.text in _DASHES and _is_between(inside, at)]
    if len(dashes) > 1:
        return
    first = next(_dated(tree, inside[: dashes[0]] if dashes else inside), None)
    if first is None:
        return
    if not dashes:
        if first.is_born or (first.at == 0 and first.date.text.isdigit() and not first.place):
            yield from first.told("born" if first.is_born else "")
        return
    last = next((d for d in _dated(tree, inside[dashes[0] + 1 :]) if d.at == 0), None)
    after = tree.text[inside[-1].idx + len(inside[-1]) + 1 :]
    if last and is_life(bearer.text, tree.text[: bearer.end], first.date.text, last.date.text, after):
        yield from first.told("born")
        yield from last.told("died")


@dataclass(frozen=True)
class _Dated:
    """A date with its place: which word of the bracket it opens at, and whether it is that of a birth."""

    at: int
    is_born: bool
    is_sure: bool
    date: Phrase
    place: Phrase | None

    def told(self, event: str) -> Iterator[tuple[str, Phrase]]:
        """What it says of an event: the date, and the place."""
        if self.is_sure:
            yield event, self.date
            if self.place and event:
                yield event, self.place


def _is_between(inside: list["Token"], at: int) -> bool:
    """Whether dates or places stand on both sides of a dash, and it is none inside of a word."""
    before, after = inside[at - 1 : at], inside[at + 1 : at + 2]
    is_apart = bool(before and after) and (bool(before[0].whitespace_) or before[0].is_digit)
    return is_apart and any(word.text.isdigit() and len(word) == 4 for word in inside[:at])


def _dated(tree: Tree, words: list["Token"]) -> Iterator[_Dated]:
    """The dates that end these words, each from where it may open: at the start or behind a stop."""
    for at in range(len(words)):
        if at and words[at - 1].text not in (";", ","):
            continue
        if any(len(word) == 4 and word.text.isdigit() for word in words[:at]):
            return
        rest = words[at:]
        is_born = bool(rest) and (rest[0].lower_ in _BORN or any(w.lower_ in _OWN_NAME for w in words[:at]))
        while rest and rest[0].lower_ in (*_BORN, "on", "in", "died", "d."):
            rest = rest[1:]
        is_sure = not (rest and rest[0].lower_ in _ABOUT)
        rest = rest if is_sure else rest[1:]
        ends = next((i for i, word in enumerate(rest) if len(word) == 4 and word.text.isdigit()), -1)
        date = _date(tree, rest[: ends + 1])
        place = _place(tree, rest[ends + 1 :])
        if date and (place or len(rest) == ends + 1):
            yield _Dated(at, is_born, is_sure, date, place)


def _place(tree: Tree, words: list["Token"]) -> Phrase | None:
    """The first place of `in Leeds, Yorkshire` or `, Leeds`, where the words are nothing but that."""
    has_comma = bool(words) and words[0].text == ","
    named = words[1:] if has_comma else words
    if named and named[0].lower_ in ("in", "at"):
        named = named[1:]
    elif not has_comma:
        return None
    if not named:
        return None
    if not all(is_capitalised(word) or word.text in (",", "-") for word in named):
        return None
    first = named[: next((i for i, word in enumerate(named) if word.text == ","), len(named))]
    start, end = first[0].idx, first[-1].idx + len(first[-1])
    return Phrase(start, end, tree.text[start:end], first[-1].text, "in")


def _date(tree: Tree, words: list["Token"]) -> Phrase | None:
    """The year that the words end or begin in, with its day and month; None where they are more than that."""
    if not words or not all(w.like_num or w.text in (*DAYS_AND_MONTHS, ",") for w in words):
        return None
    if sum(len(w.text) == 4 and w.text.isdigit() for w in words) != 1 or len(words[-1].text) != 4:
        return None
    start, end = words[0].idx, words[-1].idx + 4
    return Phrase(start, end, tree.text[start:end], words[-1].text)
