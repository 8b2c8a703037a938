"""Who made a work, as the parse shows it: a noun for a work with `by` and a name, or with its owner."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.makers import MADE, OWNED, maker, teller
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.proper import person_at
from quizapp.generation.extraction.syntax.seen import Seen
from quizapp.generation.extraction.syntax.titles import title_after, title_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = ("his", "her")


def made_by(seen: Seen) -> Iterator[Candidate]:
    """`X is a novel by Y`, `the 1925 novel X by Y`: who made it."""
    for noun in seen.tree.words:
        if noun.lower_ not in MADE or noun.tag_ != "NN" or not seen.is_said(noun):
            continue
        name, work = _maker(seen, noun), _work(seen, noun)
        if name and work and name != work:
            yield seen.candidate(*maker(name, noun.lower_, work), "maker")


def owned(seen: Seen) -> Iterator[Candidate]:
    """`Y’s debut novel X`, `her novel X` in a text about her: who made it."""
    for noun in seen.tree.words:
        if noun.lower_ not in OWNED or noun.tag_ != "NN" or not seen.line.is_plain(noun.idx):
            continue
        title = title_after(seen.tree, noun) or title_set_off(seen.tree, noun)
        for owner in _owners(seen, noun) if title else ():
            is_pronoun = owner.lower_ in _PRONOUNS
            named = "" if is_pronoun else person_at(seen.tree, owner, single=True) or ""
            name = teller(seen.scene, seen.line) if is_pronoun else seen.scene.bearer(named)
            if name and title:
                yield seen.candidate(*maker(name, noun.lower_, title.name), "maker")


def _maker(seen: Seen, noun: "Token") -> str | None:
    """Who stands behind `by`, on the noun or on a word that hangs on it."""
    for word in seen.tree.words[noun.i + 1 :]:
        if preposition_of(seen.tree, word) == "by" and noun in list(seen.tree.above(word))[1:4]:
            named = [word, *(b for b in seen.tree.of(word, "flat", "appos") if b.i > word.i)]
            return next((name for each in named if (name := person_at(seen.tree, each))), None)
    return None


def _work(seen: Seen, noun: "Token") -> str | None:
    """The title of what the noun is said of: its subject, its apposition, or what follows it."""
    tree = seen.tree
    if title := title_after(tree, noun):
        return title.name if any(word.lower_ == "the" for word in tree.of(noun, "det")) else None
    if not any(det.lower_ in ("a", "an") for det in tree.of(noun, "det")):
        return None
    named = next(iter(tree.of(noun, "nsubj")), None) if tree.has(noun, "cop") else None
    if named is None and noun.dep_ == "appos":
        named = noun.head
    whole = phrase(tree, named) if named is not None and named.pos_ == "PROPN" else None
    return whole.text.strip('“”‘’"') if whole else None


def _owners(seen: Seen, noun: "Token") -> list["Token"]:
    """Whose the noun is said to be, on whichever word of its phrase the parser hangs that."""
    heads = (noun, *(above for above in list(seen.tree.above(noun))[1:2] if above.i > noun.i))
    return [owner for head in heads for owner in seen.tree.of(head, "nmod:poss") if owner.i < noun.i][:1]
