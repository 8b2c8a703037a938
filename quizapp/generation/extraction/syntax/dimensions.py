"""Several measures of one thing, and measures in asides, in the parse: `long and 28 metres wide`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.attributes import Attributes, owner
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.measures import HOW, how_of, part_of, said_of_all
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.attributes import bounds_of_owner, named, owner_of
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.subjects import subjects
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import is_copular, verb_group
from quizapp.generation.extraction.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_Owned = tuple[tuple[int, int], str, str]


def dimensions(
    tree: Tree, line: Line, values: Sequence[Value], meaning: Meaning, known: Attributes
) -> Iterator[Candidate]:
    """What every value with a word how behind it tells of a subject, a part, or a name before it."""
    for value in values:
        found = HOW.match(line.text, value.end) if value.is_said and value.kind == "quantity" else None
        word = next((word for word in tree.words if found and word.idx == value.end + 1), None)
        owned = _owned(tree, word, value) if word is not None else None
        if found is None or word is None or owned is None or not line.is_plain(word.idx):
            continue
        whose, part, verb = owned
        told = part_of(part, verb, how_of(found[0]), value, known) if part else said_of_all(found[0], known)
        for relation, scope in told:
            bearer = is_of(value, relation) and owner(line, *whose, meaning, relation)
            if bearer:
                yield Candidate(
                    bearer, relation.relation_id, value.content, line.paragraph, line.sentence,
                    "dimension", value.scoped(scope), "syntax",
                )  # fmt: skip


def _owned(tree: Tree, word: "Token", value: Value) -> _Owned | None:
    """Where the owner stands that is measured, its part, and the copula."""
    predicate = next((above for above in list(tree.above(word))[:3] if is_copular(tree, above)), None)
    if predicate is None:
        return _aside(tree, word, value)
    if word.dep_ not in ("advmod", "conj") and word is not predicate:
        return None
    noun = next(iter(tree.of(predicate, "nsubj")), None)
    if noun is None or noun.i > word.i or not is_asserted(tree, predicate):
        return None
    if (whose := owner_of(tree, noun)) is not None:
        return bounds_of_owner(tree, whose), named(tree, noun), verb_group(tree, predicate)[0].lower_
    found = subjects(tree, predicate)
    return ((found[0].start, found[0].end), "", "") if len(found) == 1 else None


def _aside(tree: Tree, word: "Token", value: Value) -> _Owned | None:
    """The noun right before a comma or bracket that opens the measure."""
    first = next((each.i for each in tree.words if each.idx >= value.start), 0) - value.about
    after = tree.words[word.i + 1].text if word.i + 1 < len(tree.words) else ""
    if first < 2 or tree.words[first - 1].text not in (",", "(") or after not in (",", ")"):
        return None
    noun = tree.words[first - 2]
    if noun.pos_ not in ("NOUN", "PROPN") or noun not in list(tree.above(word))[:3]:
        return None
    found = phrase(tree, noun) if owner_of(tree, noun) is None else None
    return ((found.start, found.end), "", "") if found else None
