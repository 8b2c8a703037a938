"""The words of the documents of a run: the sentence behind a piece of evidence, and what is a plain word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile

from quizapp.domain.fact import Evidence, Fact
from quizapp.generation.aliases import folded_words, unowned, words
from quizapp.generation.document import Document

# Who is meant by "she" was named at most so many paragraphs before.
_NOT_LONG_AGO = 2
_A_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_SMALL_WORD = re.compile(r"\b[a-zà-ÿ]+\b")


@dataclass(frozen=True)
class Texts:
    """Sentences by their places, and every word that some document writes with a small first letter."""

    sentences: Mapping[Evidence, str] = field(default_factory=dict)
    small_words: frozenset[str] = frozenset()

    def behind(self, fact: Fact) -> tuple[str, ...]:
        """The sentences that state a fact, as far as their documents were read."""
        return tuple(self.sentences[place] for place in fact.evidence if place in self.sentences)

    def is_named(self, fact: Fact, names: Sequence[str]) -> bool:
        """Whether some sentence that states the fact has one of these names; true where none was read."""
        read = [place for place in fact.evidence if place in self.sentences]
        return not read or any(self._holds(place, names) for place in read)

    def proof(self, fact: Fact, needed: Sequence[Sequence[str]]) -> tuple[Evidence, ...]:
        """Where a fact stands; with the last sentence before it, not long ago, that says who is meant.

        `needed` gives for each thing the names by which it may be called.
        """
        found: list[Evidence] = []
        for place in fact.evidence:
            for names in needed:
                if not self._holds(place, names):
                    found += self._before(place, names)
            found.append(place)
        return tuple(dict.fromkeys(found))

    def with_year(self, places: Sequence[Evidence], year: str) -> tuple[Evidence, ...]:
        """The places; with the last sentence before that says a year, where none of them says this one."""
        read = [place for place in places if place in self.sentences]
        if not read or any(year in self.sentences[place] for place in read):
            return tuple(places)
        earlier = self._places[read[0].document_id][: self._order[read[0]]]
        dated = next((each for each in reversed(earlier) if _A_YEAR.search(self.sentences[each])), None)
        return (dated, *places) if dated else tuple(places)

    def _before(self, place: Evidence, names: Sequence[str]) -> Iterator[Evidence]:
        """The nearest sentence before a place, two paragraphs back at most, that has one of the names."""
        earlier = self._places.get(place.document_id, [])[: self._order.get(place, 0)]
        first = (place.paragraph or 1) - _NOT_LONG_AGO
        near = takewhile(lambda each: (each.paragraph or 1) >= first, reversed(earlier))
        yield from islice((each for each in near if self._holds(each, names)), 1)

    @cached_property
    def _places(self) -> Mapping[str, list[Evidence]]:
        """For each document the places of its sentences, in its order."""
        found: dict[str, list[Evidence]] = {}
        for place in self.sentences:
            found.setdefault(place.document_id, []).append(place)
        return found

    @cached_property
    def _order(self) -> Mapping[Evidence, int]:
        """For each sentence how many stand before it in its document."""
        return {place: before for places in self._places.values() for before, place in enumerate(places)}

    def naming(self, names: Sequence[str]) -> frozenset[str]:
        """The documents that have one of these names."""
        found: set[str] = set()
        for name in names:
            if name not in self._known:
                wanted = f" {' '.join(folded_words(name))} "
                self._known[name] = frozenset(each for each, text in self._whole.items() if wanted in text)
            found |= self._known[name]
        return frozenset(found)

    def times_named(self, names: Sequence[str]) -> int:
        """How many sentences have one of these names."""
        return len({place for name in names for place in self._naming(name)})

    def years_beside(self, names: tuple[str, ...]) -> frozenset[str]:
        """All years that stand in sentences with one of these names."""
        places = {place for name in names for place in self._naming(name)}
        return frozenset(year for place in places for year in _A_YEAR.findall(self.sentences[place]))

    def _naming(self, name: str) -> frozenset[Evidence]:
        """The places of the sentences that have a name."""
        if name not in self._found:
            words_of_it = folded_words(name)
            wanted = f" {' '.join(words_of_it)} "
            likely = self._with_word.get(words_of_it[0], ()) if words_of_it else ()
            self._found[name] = frozenset(place for place in likely if wanted in self._read[place])
        return self._found[name]

    @cached_property
    def _found(self) -> dict[str, frozenset[Evidence]]:
        return {}

    @cached_property
    def _read(self) -> Mapping[Evidence, str]:
        """Every sentence as names are compared with it."""
        return {place: _said(sentence) for place, sentence in self.sentences.items()}

    @cached_property
    def _with_word(self) -> Mapping[str, list[Evidence]]:
        """For each word the places of the sentences that have it."""
        found: dict[str, list[Evidence]] = {}
        for place, read in self._read.items():
            for word in set(read.split()):
                found.setdefault(word, []).append(place)
        return found

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _whole(self) -> dict[str, str]:
        whole: dict[str, list[str]] = {}
        for place, read in self._read.items():
            whole.setdefault(place.document_id, []).append(read)
        return {document_id: "|".join(parts) for document_id, parts in whole.items()}

    def _holds(self, place: Evidence, names: Sequence[str]) -> bool:
        return any(place in self._naming(name) for name in names)


def _said(sentence: str) -> str:
    """The words of a sentence as compared; what owns something is named without its ending too: Ada’s."""
    read = f" {' '.join(words(sentence))} "
    without = unowned(sentence)
    return read if without == sentence else f"{read}| {' '.join(words(without))} "


def texts(documents: Sequence[Document], ids: Mapping[str, str]) -> Texts:
    """The texts of documents; `ids` gives for each document the id that evidence names it by."""
    sentences = {
        Evidence(ids[document.document_id], passage.number, sentence.number): sentence.text
        for document in documents
        for passage in document.passages
        for sentence in passage.sentences
    }
    written = (word for sentence in sentences.values() for word in _SMALL_WORD.findall(sentence))
    return Texts(sentences, frozenset(written))
