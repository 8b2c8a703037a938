"""The two witnesses, made ready for a catalogue: what each reads in a document, sentence by sentence."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from quizapp.domain.fact import Relation
from quizapp.generation.document import Document
from quizapp.generation.extraction import (
    attributes,
    bases,
    called,
    compatriots,
    dated_names,
    days,
    dimensions,
    distances,
    fears,
    general,
    genitives,
    happenings,
    nationals,
    part_sizes,
    people,
    seats,
    stated,
    story,
    there,
    unsaid,
)
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.dated_objects import objects
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.parents import told_by_sex
from quizapp.generation.extraction.parts import parts
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.retelling import taken
from quizapp.generation.extraction.retold import holds_outside, retold
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.suggestions import suggested
from quizapp.generation.extraction.surface import patterns
from quizapp.generation.extraction.syntax import attributes as syntax_attributes
from quizapp.generation.extraction.syntax import bases as syntax_bases
from quizapp.generation.extraction.syntax import compatriots as syntax_compatriots
from quizapp.generation.extraction.syntax import dated_names as syntax_dated_names
from quizapp.generation.extraction.syntax import dimensions as syntax_dimensions
from quizapp.generation.extraction.syntax import distances as syntax_distances
from quizapp.generation.extraction.syntax import general as syntax
from quizapp.generation.extraction.syntax import happenings as syntax_happenings
from quizapp.generation.extraction.syntax import matching
from quizapp.generation.extraction.syntax import nationals as syntax_nationals
from quizapp.generation.extraction.syntax import part_sizes as syntax_part_sizes
from quizapp.generation.extraction.syntax import seats as syntax_seats
from quizapp.generation.extraction.syntax import there as syntax_there
from quizapp.generation.extraction.syntax import unsaid as syntax_unsaid
from quizapp.generation.extraction.syntax.clause import Clause
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
    """What was read in one document: candidates in the order of its sentences, and every typed name.

    `perhaps` are names that may be people’s, if another document says so.
    """

    candidates: tuple[Candidate, ...]
    named: tuple[Mention, ...]
    perhaps: tuple[Mention, ...] = ()


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
        self._parts = parts(catalogue)
        self._by_verb = matching.by_verb(frames)

    def hear(self, document: Document) -> Testimony:
        """All that both readings find in a document."""
        scene = Scene(document)
        meanings = Meanings(scene)
        found: dict[Candidate, None] = {}
        # The vocabulary keeps every word it meets; outside of a zone it would grow with each document.
        with self._language.memory_zone():
            for line, doc in zip(
                scene.lines, parsed(scene.lines, self._language, meanings.names_in), strict=True
            ):
                found |= dict.fromkeys(patterns(scene, line))
                tree = Tree(doc, line.text)
                found |= dict.fromkeys(shapes(Seen(scene, line, tree)))
                said = clauses(tree, line)
                found |= dict.fromkeys(self._read(line, tree, meanings, said))
                found |= dict.fromkeys(self._left_out(line, meanings, said))
                self._heard()
        story = retold(document.passages)
        told = (each for each in told_by_sex(found) if each.paragraph not in story or holds_outside(each))
        return Testimony(tuple(dict.fromkeys(told)), meanings.named(), meanings.perhaps())

    def again(self, sentences: Sequence[tuple[str, Meaning]]) -> Iterator[tuple[Candidate, ...]]:
        """What either reading finds in each sentence."""
        lines = [Line(text, 1, 1) for text, _ in sentences]
        told = counting("proving questions", len(sentences), self._progress)
        for line, doc, (_, meaning) in zip(lines, parsed(lines, self._language), sentences, strict=True):
            ties = (*people.at_work(line, meaning), *_alone(line))
            tree = Tree(doc, line.text)
            yield tuple(dict.fromkeys((*self._read(line, tree, meaning, clauses(tree, line)), *ties)))
            told()

    def _left_out(self, line: Line, meanings: Meanings, said: Sequence[Clause]) -> Iterator[Candidate]:
        """What a sentence says of a thing that it does not name."""
        if self._parts.anywhere.search(line.text) or line.text.startswith("The "):
            literals = values(line.text)
            yield from unsaid.left_out(line, literals, meanings, self._parts, self._by_form)
            yield from syntax_unsaid.left_out(line, said, literals, meanings, self._parts)
            yield from part_sizes.part_sizes(line, literals, meanings, self._attributes)
            yield from syntax_part_sizes.part_sizes(line, said, literals, meanings, self._attributes)

    def _read(self, line: Line, tree: Tree, meaning: Meaning, said: Sequence[Clause]) -> Iterator[Candidate]:
        literals = values(line.text)
        yield from stated.stated(line, meaning, self._by_form)
        yield from genitives.genitives(line, meaning, self._by_form)
        yield from bases.at_home(line, meaning)
        yield from syntax_bases.at_home(tree, line, meaning)
        yield from compatriots.compatriots(line, meaning)
        yield from syntax_compatriots.compatriots(tree, line, meaning)
        yield from nationals.nationals(line, meaning)
        yield from syntax_nationals.nationals(tree, line, meaning)
        yield from _with_objects(general.general(meaning, line, self._taken), line, meaning)
        yield from self._measured(line, meaning)
        yield from syntax_attributes.measured(tree, line, literals, meaning, self._attributes)
        yield from syntax_dimensions.dimensions(tree, line, literals, meaning, self._attributes)
        if relation := self._catalogue.get(distances.RELATION):
            yield from distances.distances(line, literals, meaning, relation, self._by_form.is_verb)
            yield from syntax_distances.distances(tree, line, literals, meaning, relation)
        yield from there.there_are(line, literals, meaning)
        yield from syntax_there.there_are(tree, line, literals, meaning)
        yield from happenings.happened(line, literals, meaning, self._happenings)
        yield from syntax_happenings.happened(tree, line, literals, meaning, self._happenings)
        seated = self._catalogue.get("headquartered_in")
        yield from seats.seats(line, meaning, seated)
        yield from syntax_seats.seats(tree, line, meaning, seated)
        yield from dated_names.dated_names(line, literals, meaning)
        yield from syntax_dated_names.dated_names(tree, line, literals, meaning)
        sentence = matching.Sentence(line, said, literals, meaning)
        yield from matching.matched(sentence, self._by_verb, self._catalogue)
        yield from _with_objects(syntax.general(meaning, line, said, self._taken), line, meaning)
        yield from suggested(meaning, line, said)

    def _measured(self, line: Line, meaning: Meaning) -> Iterator[Candidate]:
        """What characters tell of measures, also where one sentence gives several."""
        is_verb = self._by_form.is_verb
        yield from attributes.measured(line, values(line.text), meaning, self._attributes, is_verb)
        for each in dimensions.said_apart(line):
            yield from stated.stated(each, meaning, self._by_form)
            yield from attributes.measured(each, values(each.text), meaning, self._attributes, is_verb)


def _with_objects(found: Iterable[Candidate], line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """What one reading finds, each dated deed with the candidate that asks for what it names."""
    for each in found:
        yield each
        yield from objects(each, line, meaning)


def _alone(line: Line) -> Iterator[Candidate]:
    """What characters tell of a sentence that no document surrounds: ties, fears, names."""
    for told_in in (story.told_in, fears.told_in, called.told_in, days.told_in):
        yield from told_in(line)


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
