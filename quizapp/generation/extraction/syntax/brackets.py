"""Brackets that the parse hangs on a name, as clauses without a subject: `Anna Holt (born 1970)`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.generation.extraction.bracket_years import is_life
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.bounds import DAYS_AND_MONTHS, is_name
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS_OF_NAME = ("flat", "compound", "appos", "nmod:desc")
_DASHES = "-–—"
_BORN = ("born", "b.")


def brackets(tree: Tree, line: Line) -> list[Clause]:
    """For each date in brackets a clause with what it stands behind as object and the date as adjunct.

    Its verb is "born" or "died", or nothing where the bracket does not say what is dated.
    """
    return [clause for word in tree.words if word.text == "(" for clause in _opened(tree, line, word)]


def _opened(tree: Tree, line: Line, bracket: "Token") -> Iterator[Clause]:
    closes = next((w for w in tree.words[bracket.i + 1 :] if w.text in "()"), None)
    name = _name_before(tree, bracket)
    if closes is None or closes.text == "(" or name is None:
        return
    inside = tree.words[bracket.i + 1 : closes.i]
    bearer = phrase(tree, name)
    if not bearer or not line.is_plain(bracket.idx) or not _hang_on(tree, inside, bearer):
        return
    for event, date in _events(tree, inside, bearer):
        yield Clause(
            verb=event,
            at=bracket.idx,
            end=closes.idx,
            passive=False,
            past=True,
            stated=True,
            subjects=(),
            objects=(bearer,),
            adjuncts=(date,),
            apposition=True,
        )


def _name_before(tree: Tree, bracket: "Token") -> "Token | None":
    """The head of the name that ends right before the bracket."""
    if bracket.i == 0 or not is_name(word := tree.words[bracket.i - 1]):
        return None
    while word.dep_ in _PARTS_OF_NAME and is_name(word.head) and word.head.i < bracket.i:
        word = word.head
    return word


def _hang_on(tree: Tree, inside: list["Token"], bearer: Phrase) -> bool:
    """Whether all that leads out of the bracket leads to the words of the phrase or what describes it."""
    low, high = inside[0].i if inside else 0, inside[-1].i if inside else 0
    outer = [word.head for word in inside if not low <= word.head.i <= high and word.dep_ != "punct"]
    named = [w for w in tree.words if bearer.start <= w.idx < bearer.end]
    heads = {w.i for w in named} | {w.head.i for w in named if w.head.pos_ == "NOUN" and w.dep_ == "appos"}
    return bool(outer) and all(head.i in heads for head in outer)


def _events(tree: Tree, inside: list["Token"], bearer: Phrase) -> Iterator[tuple[str, Phrase]]:
    cuts = [at for at, word in enumerate(inside) if word.text == ";"]
    words = inside[cuts[-1] + 1 :] if cuts else inside
    is_born = bool(words) and words[0].lower_ in _BORN
    words = [w for w in words if w.lower_ not in (*_BORN, "on", "in", "died")]
    dashes = [at for at, word in enumerate(words) if word.text in _DASHES]
    parts = [words[: dashes[0]], words[dashes[0] + 1 :]] if len(dashes) == 1 else [words]
    dates = [date for part in parts if (date := _date(tree, part))]
    if len(dashes) > 1 or len(dates) != len(parts):
        return
    if len(dates) == 1:
        if is_born or (not cuts and len(words) == 1):
            yield "born" if is_born else "", dates[0]
    elif is_life(bearer.text, tree.text[: bearer.end], dates[0].text, dates[1].text):
        yield from zip(("born", "died"), dates, strict=True)


def _date(tree: Tree, words: list["Token"]) -> Phrase | None:
    """The year that the words end or begin in, with its day and month; None where they are more than that."""
    if not words or not all(w.like_num or w.text in (*DAYS_AND_MONTHS, ",") for w in words):
        return None
    if sum(len(w.text) == 4 and w.text.isdigit() for w in words) != 1 or len(words[-1].text) != 4:
        return None
    start, end = words[0].idx, words[-1].idx + 4
    return Phrase(start, end, tree.text[start:end], words[-1].text)
