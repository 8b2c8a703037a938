"""Names that the parser has learnt in the place of those that it has not, as long as they.

A name is a name whoever bears it, but to a small pipeline `Inge Holt died` is a command to Holt.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.classes import nouns
from quizapp.generation.extraction.spans import Span
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc


# A name in a sentence, and what bears it, where that is known.
Named = tuple[Span, EntityType | None]


def _by_length(words: str) -> Mapping[int, str]:
    return {len(word): word for word in words.split()}


_FIRST = _by_length("Tom John David Robert William Margaret Alexander Christopher")
_LAST = _by_length("Lee Bush Smith Wilson Johnson Anderson Rodriguez Washington")
_ALONE: Mapping[EntityType | None, Mapping[int, str]] = {
    EntityType.PLACE: _by_length(
        "Iran Paris London Chicago Scotland Hollywood Washington Switzerland Philadelphia"
    ),
    EntityType.ORGANISATION: _by_length("IBM Sony Enron Google Toyota Facebook Microsoft"),
}
_ARTICLES = vocabulary("La Le Les L Un Une El Los Las Il Lo Gli Der Die Das Den Het De")
_WORD = re.compile(r"[^\W\d_]+")
_ATTRIBUTES = ("TAG", "POS", "MORPH", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START")


def disguised(text: str, names: Iterable[Named]) -> str:
    """The sentence with stand-ins for the words of its names; every other word stays where it was.

    A name that says what it names, as the Sund Bridge, is known for one anyway; one in another language may
    go on in small letters.
    """
    for span, type_ in names:
        parts = [*_WORD.finditer(text, span.start, span.end)]
        if any(part[0].casefold() in nouns() or part[0] in _ARTICLES for part in parts):
            continue
        parts = [part for part in parts if part[0][0].isupper() and part[0][1:].islower()]
        for part in parts:
            known = _known(type_, part is parts[0], part is parts[-1])
            word = known.get(len(part[0]), part[0])
            text = f"{text[: part.start()]}{word}{text[part.end() :]}"
    return text


def undisguised(doc: "Doc", text: str) -> "Doc":
    """The parse of a disguised sentence, with the words that the sentence has."""
    from spacy.tokens import Doc

    if doc.text == text:
        return doc
    words = [text[token.idx : token.idx + len(token)] for token in doc]
    plain = Doc(doc.vocab, words, [bool(token.whitespace_) for token in doc])
    # Its stub says real numbers; they are whole ones, as `from_array` wants them.
    return plain.from_array(list(_ATTRIBUTES), doc.to_array(list(_ATTRIBUTES)))  # type: ignore[arg-type]


def _known(type_: EntityType | None, is_first: bool, is_last: bool) -> Mapping[int, str]:
    """The names that can stand there, by their length."""
    if type_ in (EntityType.PERSON, None) and not (is_first and is_last):
        return _LAST if is_last else _FIRST
    return _ALONE.get(type_, _LAST)
