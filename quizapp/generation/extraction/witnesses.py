"""The two witnesses, made ready for a catalogue: what each reads in a document, sentence by sentence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from quizapp.domain.fact import Relation
from quizapp.generation.document import Document
from quizapp.generation.extraction import attributes, general, happenings, people, stated, story
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.retelling import taken
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.suggestions import suggested
from quizapp.generation.extraction.surface import patterns
from quizapp.generation.extraction.syntax import attributes as syntax_attributes
from quizapp.generation.extraction.syntax import general as syntax
from quizapp.generation.extraction.syntax import happenings as syntax_happenings
from quizapp.generation.extraction.syntax import matching
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.seen import Seen
from quizapp.generation.extraction.syntax.shapes import shapes
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.values import values
from quizapp.generation.language import load_language
from quizapp.generation.progress import Progress, counting, untold

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Testimony:
    """What was read in one document: candidates in the order of its sentences, and every typed name."""

    candidates: tuple[Candidate, ...]
    named: tuple[Mention, ...]


class Reader(Protocol):
    """What reads documents, and single sentences about things that are known already."""

    def hear(self, document: Document) -> Testimony:
        """All that is stated in a document."""

    def again(self, sentences: Sequence[tuple[str, Meaning]]) -> Iterator[tuple[Candidate, ...]]:
        """What each sentence states of the things whose names are known."""


class Witnesses:
    """Reads by characters and by parse, with the frames of a catalogue."""

    def __init__(
        self,
        catalogue: Mapping[str, Relation],
        language: "Language",
        sentences: int = 0,
        progress: Progress = untold,
    ) -> None:
        self._catalogue = catalogue
        self._language = language
        self._progress = progress
        self._heard = counting("reading sentences", sentences, progress)
        frames = [
            frame(relation.relation_id, text) for relation in catalogue.values() for text in relation.says
        ]
        self._taken = taken(catalogue)
        self._by_form = phrasebook(catalogue)
        self._attributes = attributes.attributes(catalogue)
        self._happenings = happenings.happenings(catalogue)
        self._by_verb = matching.by_verb(frames)

    def hear(self, document: Document) -> Testimony:
        """All that both readings find in a document."""
        scene = Scene(document)
        meanings = Meanings(scene)
        found: dict[Candidate, None] = {}
        # The vocabulary keeps every word it meets; outside of a zone it would grow with each document.
        with self._language.memory_zone():
            for line, doc in zip(scene.lines, parsed(scene.lines, self._language), strict=True):
                found |= dict.fromkeys(patterns(scene, line))
                tree = Tree(doc, line.text)
                found |= dict.fromkeys(shapes(Seen(scene, line, tree)))
                found |= dict.fromkeys(self._read(line, tree, meanings))
                self._heard()
        return Testimony(tuple(found), meanings.named())

    def again(self, sentences: Sequence[tuple[str, Meaning]]) -> Iterator[tuple[Candidate, ...]]:
        """What either reading finds in each sentence."""
        lines = [Line(text, 1, 1) for text, _ in sentences]
        told = counting("proving questions", len(sentences), self._progress)
        for line, doc, (_, meaning) in zip(lines, parsed(lines, self._language), sentences, strict=True):
            ties = (*people.at_work(line, meaning), *story.told_in(line))
            yield tuple(dict.fromkeys((*self._read(line, Tree(doc, line.text), meaning), *ties)))
            told()

    def _read(self, line: Line, tree: Tree, meaning: Meaning) -> Iterator[Candidate]:
        literals = values(line.text)
        yield from stated.stated(line, meaning, self._by_form)
        yield from general.general(meaning, line, self._taken)
        yield from attributes.measured(line, literals, meaning, self._attributes)
        yield from syntax_attributes.measured(tree, line, literals, meaning, self._attributes)
        yield from happenings.happened(line, literals, meaning, self._happenings)
        yield from syntax_happenings.happened(tree, line, literals, meaning, self._happenings)
        parts = clauses(tree, line)
        sentence = matching.Sentence(line, parts, literals, meaning)
        yield from matching.matched(sentence, self._by_verb, self._catalogue)
        yield from syntax.general(meaning, line, parts, self._taken)
        yield from suggested(meaning, line, parts)


class _Late:
    """Both witnesses, made when there is something to read: facts stated by people need none."""

    def __init__(self, make: Callable[[], Witnesses]) -> None:
        self._make = make

    @cached_property
    def _witnesses(self) -> Witnesses:
        return self._make()

    def hear(self, document: Document) -> Testimony:
        return self._witnesses.hear(document)

    def again(self, sentences: Sequence[tuple[str, Meaning]]) -> Iterator[tuple[Candidate, ...]]:
        return self._witnesses.again(sentences)


def witnesses(
    catalogue: Mapping[str, Relation],
    documents: Sequence[Document],
    progress: Progress = untold,
    model: str = "",
) -> Reader:
    """Both witnesses with that pipeline or our own, loaded when the first document or stem is read."""
    sentences = sum(len(passage.sentences) for each in documents for passage in each.passages)
    return _Late(lambda: Witnesses(catalogue, load_language(model or None), sentences, progress))
