"""Titles with their years in brackets as the parse shows them: they hang on a noun for works."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.syntax.bounds import QUOTES, is_capitalised
from quizapp.generation.extraction.syntax.seen import Seen
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma
from quizapp.generation.extraction.years_of_works import BY_VERB, NOUNS, PLURALS, Dated, dated
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = vocabulary(
    "of the a an in to for on at vs. vs & from with by et de la les le der die das und du des pas au or is "
    "not"
)
_ENDS = (",", "(", ")", ";", "–", "—")
_LONGEST = 12
_STEPS = 8


def dated_titles(seen: Seen) -> Iterator[Candidate]:
    """The years of the works that a sentence names with them."""
    words = seen.tree.words
    for bracket in words[:-2]:
        if bracket.text != "(" or words[bracket.i + 2].text != ")" or not _is_year(words[bracket.i + 1]):
            continue
        first = _first(seen.tree, bracket.i - 1)
        if first is None or not seen.is_said(words[first]):
            continue
        title = words[first : bracket.i]
        noun = _introduced_by(seen.tree, title)
        name = seen.tree.text[title[0].idx : title[-1].idx + len(title[-1])]
        if noun and not (_joins_two(title) and noun in PLURALS):
            year = words[bracket.i + 1].text
            yield from dated(seen.line, Dated(name, noun, year), "syntax")


def _is_year(word: "Token") -> bool:
    return len(word.text) == 4 and word.text.isdigit() and word.text[0] in "12"


def _first(tree: Tree, last: int) -> int | None:
    """Where the title opens that ends at that word: behind a stop, an owner, or a word in small letters."""
    at = last
    if last < 0 or tree.words[last].text in QUOTES or not _is_part(tree.words[last]):
        return None
    while at > 0 and last - at < _LONGEST:
        before = tree.words[at - 1]
        if before.tag_ == "POS" and _owns(tree, at):
            break
        is_inside = _is_part(before) or before.tag_ == "POS" or _is_link(tree, at - 1)
        if before.text in _ENDS or before.text in QUOTES or not is_inside:
            break
        at -= 1
    while at < last and not _is_part(tree.words[at]):
        at += 1
    return at


def _is_part(word: "Token") -> bool:
    return is_capitalised(word) or word.text[:1].isdigit()


def _is_link(tree: Tree, at: int) -> bool:
    """Whether a small word there, or `and`, stands between two words with capitals."""
    word = tree.words[at]
    earlier = tree.words[max(0, at - 2) : at]
    return (word.lower_ in _INSIDE or word.lower_ == "and" or word.text == ":") and any(
        map(_is_part, earlier)
    )


def _owns(tree: Tree, at: int) -> bool:
    """Whether the genitive before the title names its maker: a full name, or one before `The`."""
    owner = tree.words[at - 2]
    is_full = at > 2 and is_capitalised(tree.words[at - 3]) and tree.words[at - 3].pos_ == "PROPN"
    return is_capitalised(owner) and (is_full or tree.words[at].text in ("The", "A"))


def _joins_two(title: list["Token"]) -> bool:
    return any(word.lower_ == "and" for word in title)


def _introduced_by(tree: Tree, title: list["Token"]) -> str:
    """The noun or verb by which the title hangs in its sentence: right before it, or above it in the tree."""
    before = _described_by(tree, title[0].i - 1)
    if before:
        return before
    inside = {word.i for word in title}
    word = next((w for w in title if w.head.i not in inside), title[0])
    for above in list(tree.above(word))[1:_STEPS]:
        lemma = noun_lemma(above)
        if above.i < title[0].i and not is_capitalised(above) and lemma in NOUNS and above.pos_ == "NOUN":
            return above.lower_ if above.lower_ in PLURALS else ""
        if above.pos_ == "VERB":
            return above.lower_ if above.lower_ in BY_VERB else _subject_of(tree, above)
    return ""


def _described_by(tree: Tree, at: int) -> str:
    """The noun in the singular right before a title, with a comma or an owner between or not."""
    if at > 0 and tree.words[at].tag_ == "POS":
        at -= 1
        while at > 0 and is_capitalised(tree.words[at]):
            at -= 1
    if at > 0 and tree.words[at].text == ",":
        at -= 1
    word = tree.words[at] if at >= 0 else None
    return word.lower_ if word is not None and word.lower_ in NOUNS else ""


def _subject_of(tree: Tree, verb: "Token") -> str:
    """The noun in the plural of which `include` says that the title is one: `Her novels include`."""
    if verb.lower_ not in ("include", "includes", "included", "are", "were"):
        return ""
    for subject in tree.of(verb, "nsubj"):
        if subject.lower_ in PLURALS:
            return subject.lower_
        if subject.lower_ == "roles" and any(b.lower_ == "film" for b in tree.below(subject)):
            return "film roles"
    return ""
