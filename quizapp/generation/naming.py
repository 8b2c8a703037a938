"""The names that the language pipeline sees in sentences: for a person to look at; no fact rests on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.generation.language import load_language


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and the kind of thing that the pipeline takes it for."""

    text: str
    kind: str


def names_in(sentences: Sequence[str], model: str = "") -> Iterator[tuple[Name, ...]]:
    """The names in each sentence, in order. LanguageMissing says how to get the pipeline."""
    language = load_language(model or None)
    for parsed in language.pipe(sentences):
        yield tuple(Name(name.text, name.label_.lower()) for name in parsed.ents)
