"""What people of a story are to one another, read off the parse: nouns of kinship of mind, heirs, owners."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.story import OF_A_THING, OF_ANOTHER, STORY, plain_thing
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.proper import person_at, run, text_of
from quizapp.generation.extraction.syntax.seen import Seen, person
from quizapp.generation.extraction.syntax.verbs import verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENS = {"heir": "to", "owner": "of"}


def ties(seen: Seen) -> Iterator[Candidate]:
    """`X, Y’s best friend`, `X is the heir to a bank`: what one is to another or has."""
    for noun in seen.tree.words:
        if noun.tag_ in ("NN", "JJ") and (relation := _relation(seen, noun)) and seen.line.is_plain(noun.idx):
            who = _who(seen, noun)
            value = _thing(seen, noun) if noun.lower_ in OF_A_THING else _whose(seen, noun)
            if who and value and value != person(who):
                yield seen.candidate(person(who), relation, value, STORY)


def takes_over(seen: Seen) -> Iterator[Candidate]:
    """`X takes over Y`: a shop or firm of the story."""
    for verb in seen.tree.words:
        if verb.pos_ != "VERB" or verb_lemma(verb) != "take" or not seen.is_said(verb):
            continue
        after = seen.tree.words[verb.i + 1 : verb.i + 3]
        if len(after) < 2 or after[0].lower_ != "over":
            continue
        subjects, found = seen.tree.of(verb, "nsubj"), run(seen.tree, after[1])
        who = person_at(seen.tree, subjects[0], single=True) if subjects else None
        if who and found:
            thing = Mention(text_of(seen.tree, found), EntityType.ORGANISATION)
            yield seen.candidate(person(who), "took_over", thing, STORY)


def _relation(seen: Seen, noun: "Token") -> str | None:
    best = any(below.lower_ == "best" for below in seen.tree.of(noun, "amod"))
    return OF_A_THING.get(noun.lower_) or OF_ANOTHER.get(f"best {noun.lower_}" if best else noun.lower_)


def _whose(seen: Seen, noun: "Token") -> Mention | None:
    """Whose mentor or friend somebody is."""
    owners = seen.tree.of(noun, "nmod:poss")
    name = person_at(seen.tree, owners[0], single=True) if owners else None
    return person(name) if name else None


def _thing(seen: Seen, noun: "Token") -> str | None:
    """To what somebody is heir, or what somebody owns: `a jazz bar`."""
    for what in seen.tree.of(noun, "nmod", "obl"):
        if preposition_of(seen.tree, what) != _OPENS[noun.lower_] or what.pos_ != "NOUN":
            continue
        words = seen.tree.words[seen.tree.left_edge(what) + 1 : what.i + 1]
        if words and words[0].lower_ in ("a", "an"):
            return plain_thing(seen.tree.text[words[0].idx : what.idx + len(what)])
    return None


def _who(seen: Seen, noun: "Token") -> str | None:
    """Of whom the noun is said: its subject, or the name that it or the noun before it describes."""
    subjects = [each for each in seen.tree.of(noun, "nsubj") if each.i < noun.i]
    if subjects and subjects[0].lower_ not in ("who", "that"):
        return person_at(seen.tree, subjects[0], single=True)
    if noun.dep_ not in ("appos", "conj", "acl:relcl"):
        return None
    for above in list(seen.tree.above(noun))[1:]:
        if above.i < noun.i and above.pos_ == "PROPN" and not preposition_of(seen.tree, above):
            return person_at(seen.tree, above, single=True)
    return None
