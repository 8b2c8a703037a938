"""Where a body has its seat, in the parse: the noun as subject of where it is, with its owner below it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation.extraction.attributes import owner
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.seats import OF_THE_ONE, SEATS
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.attributes import bounds_of_owner
from quizapp.generation.extraction.syntax.bounds import bounds, preposition_of
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOW = frozenset({"is", "are", "lies", "lie"})
_BESIDE = ("det", "amod", "compound", "case", "nmod:poss", "nmod")


def seats(tree: Tree, line: Line, meaning: Meaning, relation: Relation | None) -> Iterator[Candidate]:
    """The bodies with their seats."""
    for noun in tree.words if relation else ():
        if noun.lower_ not in SEATS or not noun.dep_.startswith("nsubj") or not line.is_plain(noun.idx):
            continue
        whose, where = _owner(tree, noun), _place(tree, noun.head)
        if relation is None or whose is None or where is None:
            continue
        first, last = bounds(tree, where)
        end = tree.words[last].idx + len(tree.words[last].text)
        body = owner(line, *bounds_of_owner(tree, whose), meaning, relation)
        place = meaning.mention(line, tree.words[first].idx, end, (EntityType.PLACE,)) if body else None
        if body and place:
            yield Candidate(
                body, relation.relation_id, place, line.paragraph, line.sentence, "seat", witness="syntax"
            )


def _owner(tree: Tree, noun: "Token") -> "Token | None":
    """Whose seat it is; nothing where more is said of it."""
    below = tree.below(noun)
    if any(word.dep_ not in _BESIDE for word in below):
        return None
    if any(word.lower_ not in OF_THE_ONE for word in tree.of(noun, "amod", "compound")):
        return None
    owners = [*tree.of(noun, "nmod:poss"), *tree.of(noun, "nmod")]
    return owners[0] if len(owners) == 1 and not tree.has(owners[0], "conj") else None


def _place(tree: Tree, head: "Token") -> "Token | None":
    """The place that is said of it: `are in Ost`, `lies in Ost`, `are based in Ost`."""
    verbs = [head, *tree.of(head, "cop", "aux", "aux:pass")]
    if not any(word.lower_ in _NOW for word in verbs) or tree.has(head, "advmod"):
        return None
    if preposition_of(tree, head) in ("in", "at"):
        return head
    places = [word for word in tree.of(head, "obl") if preposition_of(tree, word) in ("in", "at")]
    return places[0] if len(places) == 1 else None
