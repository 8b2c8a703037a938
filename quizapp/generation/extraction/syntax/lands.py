"""Where people and companies come from, as the parse shows it: an adjective of origin or a genitive."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.classes import nouns
from quizapp.generation.extraction.lands import COMPANIES, land
from quizapp.generation.extraction.names import COUNTRIES
from quizapp.generation.extraction.nationality import tells_origin
from quizapp.generation.extraction.syntax.people import bearer, said_of
from quizapp.generation.extraction.syntax.proper import person_at, run, text_of
from quizapp.generation.extraction.syntax.seen import Seen, person
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# Said of people where no other noun says what they do.
_VETERANS = ("veteran", "star", "legend")


def origins(seen: Seen) -> Iterator[Candidate]:
    """`the French chemist X`, `X, an acclaimed French actress`: where a person comes from."""
    for word in seen.tree.words:
        is_calling = nouns().get(noun_lemma(word)) is EntityType.PERSON or word.lower_ in _VETERANS
        if not is_calling or word.tag_ not in ("NN", "JJ") or not seen.line.is_plain(word.idx):
            continue
        after = seen.line.text[word.idx + len(word) :]
        name = bearer(seen, word) if tells_origin(word.text, after) else None
        for country in _adjectives(seen.tree, word) if name else ():
            yield seen.candidate(_someone(seen, name or ""), "comes_from", country, "origin")


def owned(seen: Seen) -> Iterator[Candidate]:
    """`Japan’s X`: whose the person is called."""
    for word in seen.tree.words:
        name = person_at(seen.tree, word) if word.ent_type_ in ("PERSON", "MISC") else None
        for owner in seen.tree.of(word, "nmod:poss") if name and seen.line.is_plain(word.idx) else ():
            found = run(seen.tree, owner)
            if found and (country := land(text_of(seen.tree, found))):
                yield seen.candidate(_someone(seen, name or ""), "comes_from", country, "origin")


def companies(seen: Seen) -> Iterator[Candidate]:
    """`X, a prestigious South Korean studio`, `X is a Danish company`: where the company comes from."""
    for word in seen.tree.words:
        if word.lower_ not in COMPANIES or word.tag_ != "NN" or not seen.line.is_plain(word.idx):
            continue
        named = said_of(seen.tree, word)
        found = run(seen.tree, named) if named is not None and word.i > named.i else None
        if found is None or person_at(seen.tree, seen.tree.words[found[0]]) in seen.scene.actors:
            continue
        for country in _adjectives(seen.tree, word):
            firm = Mention(text_of(seen.tree, found), EntityType.ORGANISATION, "company")
            yield seen.candidate(firm, "country_of_origin", country, "company from")


def _someone(seen: Seen, name: str) -> Mention:
    return person(name, "actor" if name in seen.scene.actors else "")


def _adjectives(tree: Tree, noun: "Token") -> Iterator[Mention]:
    """The lands that the adjectives before the noun mean."""
    for word in reversed(tree.words[max(0, noun.i - 6) : noun.i]):
        if word.pos_ not in ("ADJ", "NOUN", "PROPN") and word.tag_ not in ("VBN", "VBG", "HYPH"):
            return
        before = tree.words[word.i - 1].text if word.i else ""
        said = f"{before} {word.text}" if before in ("South", "North") else word.text
        if country := land(COUNTRIES.get(said, "")):
            yield country
