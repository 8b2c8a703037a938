"""The lines of a document as the language pipeline parses them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.mending import mended
from quizapp.generation.extraction.syntax.standins import Named, disguised, undisguised

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Few enough that a long document never stands in memory as a whole.
_BATCH = 64
# Lemmas come from a dictionary (see `verbs`): the pipeline's own would be made for nobody.
_UNREAD = ("lemmatizer", "trainable_lemmatizer")
_QUOTED = re.compile(
    rf"(?<!\w)(?:“(?P<curly>[{UPPER}\d][^“”]{{1,80}})”|\"(?P<straight>[{UPPER}\d][^\"]{{1,80}})\""
    rf"|‘(?P<single>[{UPPER}\d][^‘’]{{1,80}}(?:’\w[^‘’]{{0,80}})?)’)(?!\w)"
)
_WORD = re.compile(r"[^\W_]+")
# What the tagger takes for a name, whatever its length.
_A_NAME = "Ham"


def parsed(
    lines: Sequence[Line], language: "Language", names: Callable[[Line], Iterable[Named]] = lambda _: ()
) -> Iterator["Doc"]:
    """The parse of each line, in order; a token's `idx` is its place in `line.text`.

    A quoted title is one name to it, because the words of a title are no part of the sentence. `names` are
    those of a line.
    """
    texts = [_QUOTED.sub(_as_one_word, line.text) for line in lines]
    shown = (disguised(text, names(line)) for text, line in zip(texts, lines, strict=True))
    docs = language.pipe(shown, batch_size=_BATCH, disable=_UNREAD)
    yield from (mended(undisguised(doc, text)) for doc, text in zip(docs, texts, strict=True))


def _as_one_word(found: re.Match[str]) -> str:
    """A name as long as the quoted title, or the words as they are where they are no title."""
    words = found["curly"] or found["straight"] or found["single"]
    if words[-1] in ".;!?" or not _is_title(words):
        return found[0]
    comma = "," if words[-1] == "," else ""
    return _A_NAME.ljust(len(found[0]) - len(comma), "o") + comma


def _is_title(words: str) -> bool:
    """Whether the longer words are mostly capitalised, as in titles."""
    long = [word for word in _WORD.findall(words) if len(word) > 3] or _WORD.findall(words)[:1]
    return 2 * sum(not word[0].islower() for word in long) >= len(long)
