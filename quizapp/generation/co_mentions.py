"""Which names stand together in sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from quizapp.domain.fact import Evidence
from quizapp.generation.aliases import folded_words, unowned, words
from quizapp.generation.document import Document

_NOWHERE: Mapping[Evidence, Iterable[str]] = MappingProxyType({})


def co_mentions(
    documents: Sequence[Document],
    names: Mapping[str, Sequence[str]],
    meant: Mapping[Evidence, Iterable[str]] = _NOWHERE,
) -> frozenset[frozenset[str]]:
    """Every pair of ids that some sentence names, or means (`meant`, by place), together."""
    return frozenset(
        frozenset(pair)
        for place, named in sentences_naming(documents, names)
        for pair in combinations(sorted({*named, *meant.get(place, ())}), 2)
    )


def sentences_naming(
    documents: Iterable[Document], names: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Evidence, set[str]]]:
    """Every sentence of the documents, and the ids of what it names."""
    by_first: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for each, written in names.items():
        for form in (tuple(folded_words(name)) for name in written):
            if form:
                by_first[form[0]].add((form, each))
    for document, passage in ((each, passage) for each in documents for passage in each.passages):
        for sentence in passage.sentences:
            readings = dict.fromkeys(tuple(words(each)) for each in (sentence.text, unowned(sentence.text)))
            yield (
                Evidence(document.document_id, passage.number, sentence.number),
                {
                    each
                    for text in readings
                    for start, word in enumerate(text)
                    for form, each in by_first.get(word, ())
                    if text[start : start + len(form)] == form
                },
            )
