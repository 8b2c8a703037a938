"""Fears that have a name, read off the parse: who has which, and of what each is the fear."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.fears import FEARS, PHOBIA, phobia
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.proper import person_at
from quizapp.generation.extraction.syntax.seen import Seen, person
from quizapp.generation.extraction.syntax.verbs import verb_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_IS_PHOBIA = re.compile(PHOBIA)
_HAVING = {"have": "", "suffer": "from", "battle": "", "struggle": "with", "live": "with"}
_OPENS = vocabulary(", — – -- (")
_LONGEST = 4


def fears(seen: Seen) -> Iterator[Candidate]:
    """`Nora, a woman with arachnophobia, the fear of spiders`: what she has, and what it means."""
    if "phobia" not in seen.line.text:
        return
    for word in seen.tree.words:
        if _IS_PHOBIA.fullmatch(word.text):
            name = _bearer(seen, word)
            if name and seen.line.is_plain(word.idx):
                yield seen.candidate(person(name), "has_phobia", phobia(word.text), FEARS)
        elif word.lower_ == "fear" and word.tag_ == "NN" and seen.line.is_plain(word.idx):
            named, thing = _defined(seen, word), _feared(seen, word)
            if named is not None and thing:
                yield seen.candidate(phobia(named.text), "phobia_means", thing, FEARS)


def _bearer(seen: Seen, word: "Token") -> str | None:
    """Who has it: the subject of a verb of having, or whom an aside with it describes."""
    tree, above = seen.tree, word.head
    if above.pos_ == "VERB" and verb_lemma(above) in _HAVING:
        is_object = preposition_of(tree, word) == _HAVING[verb_lemma(above)]
        if is_object and above.dep_.startswith("acl"):
            return _described(seen, above.head)
        subjects = tree.of(above, "nsubj") if is_object and seen.is_said(above) else []
        return person_at(tree, subjects[0], single=True) if subjects else None
    is_with = word.dep_ in ("nmod", "obl") and preposition_of(tree, word) == "with"
    return _described(seen, above) if is_with else None


def _described(seen: Seen, noun: "Token") -> str | None:
    """The name that an aside describes: `Nora, a woman with it`."""
    is_aside = noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN"
    return person_at(seen.tree, noun.head, single=True) if is_aside else None


def _defined(seen: Seen, fear: "Token") -> "Token | None":
    """The phobia that is said to be this fear: its subject, or the word right before an aside."""
    tree = seen.tree
    if tree.has(fear, "cop"):
        subjects = tree.of(fear, "nsubj")
        found = subjects[0] if subjects and seen.is_said(fear) else None
    else:
        opens = min([fear.i, *(each.i for each in tree.of(fear, "det"))])
        is_aside = opens > 1 and opens < fear.i and tree.words[opens - 1].text in _OPENS
        found = tree.words[opens - 2] if is_aside else None
    return found if found is not None and _IS_PHOBIA.fullmatch(found.text) else None


def _feared(seen: Seen, fear: "Token") -> str | None:
    """What the fear is of: `germs`, `the dark`, `being looked at`."""
    tree = seen.tree
    opens = fear.i + 1
    if opens + 1 >= len(tree.words) or tree.words[opens].lower_ != "of":
        return None
    first = tree.words[opens + 1]
    below = [each for each in tree.of(fear, "nmod", "acl") if each.i > opens]
    if not below:
        return None
    last = below[0]
    if first.lower_ == "being":
        if last.dep_ != "acl" or last.tag_ != "VBN":
            return None
        after = tree.words[last.i + 1 : last.i + 2]
        last = after[0] if after and after[0].pos_ in ("ADP", "ADV") else last
    if not first.i <= last.i < first.i + _LONGEST:
        return None
    return tree.text[first.idx : last.idx + len(last)]
