"""Titles of works where the parse says that works are named: after `the film`, `films such as`, `roles in`.

The words of a title are no part of the sentence, so that its own parse says nothing: a title is the run of
capitalised words and numbers, with small words between them, from where the noun before it ends.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.generation.extraction.names import COUNTRIES, FILM_WORDS, SERIES_WORDS, WORK_WORDS, kind_of
from quizapp.generation.extraction.syntax.bounds import QUOTES, is_capitalised
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = vocabulary("of the a an in to for on at vs. vs from with de la les le and &")
_NOUNS = frozenset(f"{WORK_WORDS}|{FILM_WORDS}|{SERIES_WORDS}".split("|")) | vocabulary(
    "novel play opera album song musical book story musical documentary soap romance"
)
_OPENERS = ("like", "including", "as", "namely")


@dataclass(frozen=True, slots=True)
class Title:
    """A title with the noun that says what it is, and where it stands: from its first to its last word."""

    name: str
    kind: str
    noun: "Token | None"
    first: int
    last: int


def is_work_noun(word: "Token") -> bool:
    """Whether the word, in the singular or plural, means works: `films`, `drama`."""
    return word.pos_ in ("NOUN", "PROPN") and noun_lemma(word) in _NOUNS and not is_capitalised(word)


def title_after(tree: Tree, noun: "Token") -> Title | None:
    """The title right after a noun that means a work: `the 2013 drama 47 Ronin`, `the play “Salt”`."""
    at = noun.i + 1
    if at < len(tree.words) and tree.words[at].text == ",":
        at += 1
        if at >= len(tree.words) or (tree.words[at].text not in QUOTES and not _is_hidden(tree, at)):
            return None
    found = _title(tree, at, noun)
    return None if found and _may_go_on(tree, found, noun) else found


def _may_go_on(tree: Tree, found: Title, noun: "Token") -> bool:
    """Whether `and` with a capital follows the title of one work: `the comedy Salt and Sand`."""
    after = tree.words[found.last + 1 : found.last + 3]
    joins = len(after) == 2 and after[0].lower_ in ("and", "&") and is_capitalised(after[1])
    return joins and noun.tag_ != "NNS"


def title_set_off(tree: Tree, noun: "Token") -> Title | None:
    """The title between commas behind a noun that means a work: `her debut novel, The Quiet Orchard, was`."""
    if noun.i + 2 >= len(tree.words) or tree.words[noun.i + 1].text != ",":
        return None
    found = _title(tree, noun.i + 2, noun)
    after = tree.words[found.last + 1 : found.last + 2] if found else []
    return found if after and after[0].text in (",", ".", ";") else None


def titles_after(tree: Tree, noun: "Token", at: int = 0) -> list[Title]:
    """All titles of the list that opens behind the noun or at a place: `films such as X and the play Y`."""
    at = at or noun.i + 1
    words = tree.words
    while at < len(words) and (words[at].text in (*_OPENERS, "such", ",")):
        at += 1
    found: list[Title] = []
    while at < len(words):
        one = _title(tree, at, noun)
        end = one.last + 1 if one else _end_of_unnamed(tree, at)
        found += [one] if one else []
        link = _link(tree, end)
        if link == end or end == at:
            break
        at, noun = (link, noun) if _end_of_unnamed(tree, link) > link else _next_noun(tree, link, noun)
    return _mended(tree, found)


def _title(tree: Tree, at: int, noun: "Token") -> Title | None:
    """The title that opens at that word."""
    words = tree.words
    if at < len(words) and words[at].text in QUOTES:
        at += 1
    if at >= len(words) or not _opens(words[at]) or words[at].text in COUNTRIES:
        return None
    if words[at].lower_ == "the" and not (at + 1 < len(words) and _opens(words[at + 1])):
        return None
    last = at
    for place in range(at + 1, len(words)):
        if _opens(words[place]):
            last = place
        elif (words[place].text == "-" and not words[place - 1].whitespace_) or words[place].dep_ == "flat":
            last = place  # Les Émotifs anonymes
        elif words[place].lower_ not in _INSIDE or words[place].lower_ in ("and", "&") or place > last + 2:
            break
    is_cut = _is_quoted(tree, at) and not any(word.text in QUOTES for word in words[last + 1 : last + 3])
    if is_cut or (is_only_number(words[at]) and last == at):
        return None
    start, end = words[at].idx, words[last].idx + len(words[last])
    name = tree.text[start:end].strip("“”‘’\"', ")
    name = name.removesuffix(".") if len(name) == 2 else name
    return Title(name, kind_of(noun.lower_), noun, at, last) if name else None


def _is_quoted(tree: Tree, at: int) -> bool:
    """Whether a quotation mark opens before the word that the parser did see."""
    return at > 0 and tree.words[at - 1].text in QUOTES and not tree.words[at - 1].whitespace_


def is_only_number(word: "Token") -> bool:
    """Whether the word is a number in digits."""
    return word.text.isdigit()


def _opens(word: "Token") -> bool:
    return is_capitalised(word) or word.text[:1].isdigit()


def _is_hidden(tree: Tree, at: int) -> bool:
    """Whether a quoted title stands there, which the parser saw as one word."""
    return tree.text[tree.words[at].idx] in QUOTES


def _link(tree: Tree, at: int) -> int:
    """The place after the comma and `and` that go on with a list."""
    while at < len(tree.words) and (tree.words[at].text in (",", "”", "’") or tree.words[at].lower_ == "and"):
        at += 1
    return at


def _next_noun(tree: Tree, at: int, noun: "Token") -> tuple[int, "Token"]:
    """Where the next title opens, and its noun: of `and the hit series Z` behind `series`."""
    words = tree.words
    place = at
    while place < len(words) and place < at + 7 and (not _opens(words[place]) or _is_describing(tree, place)):
        if is_work_noun(words[place]):
            after = place + 1
            while after < len(words) and words[after].lower_ in (*_OPENERS, "such"):
                after += 1
            # Of `the hit Netflix series` the second noun is the one before the title.
            if not (after < len(words) and _is_describing(tree, after)):
                return after, words[place]
        if words[place].dep_ == "punct" and words[place].text != "-":
            break
        place += 1
    return at, noun


def _is_describing(tree: Tree, place: int) -> bool:
    """Whether a capitalised word stands before a noun for works and describes it: `the Netflix series`."""
    after = tree.words[place + 1 : place + 3]
    return any(is_work_noun(word) for word in after) and tree.words[place].pos_ in ("PROPN", "ADJ", "NOUN")


def _end_of_unnamed(tree: Tree, at: int) -> int:
    """The place after `the Gintama adaptations`, works that have no title there; else the place itself."""
    words = tree.words[at : at + 6]
    if not words or words[0].lower_ != "the":
        return at
    last = next((word for word in words[1:] if is_work_noun(word)), None)
    if last is None or last.tag_ != "NNS":
        return at
    after = tree.words[last.i + 1 : last.i + 2]
    return last.i + 1 if after and (after[0].dep_ == "punct" or after[0].lower_ == "and") else at


def _mended(tree: Tree, found: list[Title]) -> list[Title]:
    """The titles, with one put together that a comma of its own has parted: `Like Father, Like Son`."""
    whole: list[Title] = []
    for one in found:
        before = whole[-1] if whole else None
        if before and " " in one.name and " " in before.name and _open_alike(tree, before, one):
            start, end = tree.words[before.first].idx, tree.words[one.last]
            name = tree.text[start : end.idx + len(end)]
            whole[-1] = Title(name, before.kind, before.noun, before.first, one.last)
        else:
            whole.append(one)
    return whole


def _open_alike(tree: Tree, one: Title, other: Title) -> bool:
    """Whether only a comma stands between two that open with the same small kind of word."""
    first, second = tree.words[one.first], tree.words[other.first]
    return first.text == second.text and first.lower_ != "the" and other.first - one.last == 2
