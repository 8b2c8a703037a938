"""What the parse says of people in passing: where else they appeared, with whom, and what they do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.proper import beside, people_at, person_at
from quizapp.generation.extraction.syntax.seen import Seen, person
from quizapp.generation.extraction.syntax.titles import Title, is_work_noun, title_after, titles_after
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma, verb_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = vocabulary("role part performance appearance turn")
_ACTING = vocabulary("star appear see feature")
_PERFORMERS = vocabulary("actor actress")
_TRADE_ENDINGS = tuple(vocabulary("ist tier chef baker teacher lawyer doctor nurse bartender detective"))
_PRONOUNS = ("he", "she")
# An aside stands near what it describes.
_FAR = 16


def appearances(seen: Seen) -> Iterator[Candidate]:
    """`X is known for roles in A and B`, `the actress was seen in titles such as C`, `X stars in D`."""
    for word in seen.tree.words:
        opens = _opening(seen, word)
        if opens is None or not seen.line.is_stated(word.idx):
            continue
        actor = _who(seen, word)
        for title in _titles(seen, opens) if actor else ():
            if title.name in seen.scene.actors:
                continue
            work = seen.known(Mention(title.name, EntityType.WORK, title.kind))
            for name in dict.fromkeys((actor, *_partners(seen, word))):
                yield seen.candidate(person(name or "", "actor"), "appears_in", work, "appearances")


def co_stars(seen: Seen) -> Iterator[Candidate]:
    """`starring alongside X in the film Y`, `her role in Y alongside X`: two in one other work."""
    for word in seen.tree.words:
        opens = _opening(seen, word)
        if opens is None or not seen.line.is_stated(word.idx):
            continue
        actor, titles = _who(seen, word), _titles(seen, opens)
        if not actor or len(titles) != 1 or seen.known(Mention(titles[0].name, EntityType.WORK)) == seen.main:
            continue
        for partner in _partners(seen, word):
            pair = person(actor, "actor"), person(partner, "actor")
            yield seen.candidate(pair[0], "co_starred_with", pair[1], "co-stars", f"in {titles[0].name}")


def trades(seen: Seen) -> Iterator[Candidate]:
    """`Y, a gifted psychologist`, `Y is a baker`: what a character of the main work does."""
    if seen.main is None:
        return
    for word in seen.tree.words:
        if word.tag_ != "NN" or not _is_trade(word.lower_) or not seen.is_said(word):
            continue
        if not any(det.lower_ in ("a", "an") for det in seen.tree.of(word, "det")):
            continue
        named = said_of(seen.tree, word)
        name = person_at(seen.tree, named, single=True) if named is not None else None
        if name and name not in seen.scene.actors:
            who = Mention(name, EntityType.CHARACTER, "character", seen.main.name)
            article = "an" if word.lower_[0] in "aeiou" else "a"
            yield seen.candidate(who, "works_as", f"{article} {word.lower_}", "trade")


def _is_trade(noun: str) -> bool:
    return noun.endswith(_TRADE_ENDINGS)


def _opening(seen: Seen, word: "Token") -> "Token | None":
    """The noun or name behind `in` after a word of acting: what somebody was seen in."""
    tree = seen.tree
    lemma = verb_lemma(word) if word.pos_ == "VERB" else word.lower_ if word.lower_ == "stars" else ""
    if lemma in (*_ACTING, "stars"):
        labels: tuple[str, ...] = ("obl", "nmod", "advcl")
        if lemma in ("see", "feature") and word.tag_ != "VBN":
            return None
    elif noun_lemma(word) in _ROLES and word.pos_ == "NOUN":
        labels = ("nmod", "obl")
    elif word.lower_ == "known" and _is_performer(seen, word):
        found = [b for b in tree.of(word, "obl") if preposition_of(tree, b) == "for" and b.i == word.i + 2]
        return tree.words[word.i + 1] if found and word.i + 1 < len(tree.words) else None
    else:
        return None
    inside = [below for below in tree.of(word, *labels) if below.i > word.i]
    return next((case for below in inside if (case := _preposition_in(tree, word, below))), None)


def _preposition_in(tree: Tree, word: "Token", below: "Token") -> "Token | None":
    """The `in` of a phrase, on whichever of its words the parser hangs it."""
    between = tree.words[word.i + 1 : below.i]
    return next((w for w in between if w.lower_ == "in" and below in list(tree.above(w))), None)


def _is_performer(seen: Seen, known: "Token") -> bool:
    """Whether `known for` is said of `an actor`."""
    return known.dep_ == "acl" and _performs(seen.tree, known.head)


def _performs(tree: Tree, noun: "Token") -> bool:
    """Whether one of the nouns joined there says so: `a singer and actor`."""
    return any(noun_lemma(one) in _PERFORMERS for one in (noun, *tree.of(noun, "conj")))


def _titles(seen: Seen, opens: "Token") -> list[Title]:
    """The titles behind the preposition; those that follow no noun for a work are taken after `for` alone."""
    tree = seen.tree
    for word in tree.words[opens.i + 1 : opens.i + 9]:
        if is_work_noun(word) and not _is_unnamed(tree, word):
            return (
                titles_after(tree, word) if word.tag_ == "NNS" or _goes_on(tree, word) else _one(tree, word)
            )
        if is_work_noun(word):
            return _told_later(tree, word)
        if word.dep_ == "punct" and word.text not in "-’'":
            break
    is_bare = opens.lower_ == "for" or any(
        w.lower_ in ("role", "roles", "known") for w in tree.words[: opens.i]
    )
    return titles_after(tree, opens) if is_bare else []


def _is_unnamed(tree: Tree, noun: "Token") -> bool:
    after = tree.words[noun.i + 1] if noun.i + 1 < len(tree.words) else None
    return after is None or after.lower_ == "from"


def _told_later(tree: Tree, noun: "Token") -> list[Title]:
    """The titles of `films from great directors, such as X and Y`."""
    for word in tree.words[noun.i + 1 : noun.i + 9]:
        if word.text == "such" and tree.words[word.i - 1].text == ",":
            return titles_after(tree, noun, word.i)
    return []


def _goes_on(tree: Tree, noun: "Token") -> bool:
    """Whether a list follows: `series like X`, `the show X and the films Y and Z`."""
    after = tree.words[noun.i + 1].lower_
    title = title_after(tree, noun)
    if title is None:
        return after in ("like", "such", "including")
    following = tree.words[title.last + 1 : title.last + 2]
    return bool(following) and following[0].lower_ in ("and", ",")


def _one(tree: Tree, noun: "Token") -> list[Title]:
    found = title_after(tree, noun)
    return [found] if found else []


def _who(seen: Seen, word: "Token") -> str | None:
    """Whom the words are about: the name in apposition above them, or the subject of their verb."""
    tree = seen.tree
    for above in tree.above(word):
        if above.i < word.i and _performs(tree, above) and (name := bearer(seen, above)):
            return name
        for subject in [s for s in tree.of(above, "nsubj", "nsubj:pass") if s.i < word.i][-1:]:
            whose = next((w for w in tree.words[subject.i - 2 : subject.i] if w.lower_ == "whose"), None)
            noun = tree.words[whose.i - 1] if whose is not None and whose.i else None
            return bearer(seen, noun) if noun is not None else _meant(seen, subject)
        for label in ("obj", "obl:agent", "nmod:poss"):
            beside = [b for b in tree.of(above, label) if b.i < word.i]
            if beside and above.i != word.i and (name := _actor(seen, person_at(tree, beside[-1], True))):
                return name
    before = tree.words[word.i - 1] if word.i else None
    return person_at(tree, before) if before is not None and word.lower_ in ("stars", "starring") else None


def _meant(seen: Seen, subject: "Token") -> str | None:
    """The person that a subject means: by name, or the one actor named before `she` and `the actress`."""
    if subject.lower_ in _PRONOUNS or (noun_lemma(subject) in _PERFORMERS and seen.tree.has(subject, "det")):
        found = [actor for actor in seen.scene.actors if actor in seen.line.before]
        return found[0] if len(found) == 1 else None
    for word in (subject, *seen.tree.of(subject, "nmod:poss", "appos")):
        if name := _actor(seen, person_at(seen.tree, word, single=True)):
            return name
    if noun_lemma(subject) in ("lead", "hero", "heroine", "star"):
        played = [v for v in seen.tree.words[subject.i : subject.i + 5] if v.lower_ == "played"]
        agents = [a for verb in played[:1] for a in seen.tree.of(verb, "obl:agent", "obl")]
        return person_at(seen.tree, agents[0]) if agents else None
    return None


def _actor(seen: Seen, name: str | None) -> str | None:
    """The actor of the document who goes by that name, in full."""
    if name is None:
        return None
    found = [actor for actor in seen.scene.actors if name == actor or name in actor.split()]
    return found[0] if len(found) == 1 else None


def _partners(seen: Seen, word: "Token") -> list[str]:
    """Who stands behind `alongside`."""
    for case in seen.tree.words[word.i + 1 :]:
        if case.lower_ == "alongside" and case.i + 1 < len(seen.tree.words):
            first = case.i + 1
            while first + 2 < len(seen.tree.words) and seen.tree.words[first + 1].tag_ == "POS":
                first += 2  # alongside Japan’s X
            return people_at(seen.tree, seen.tree.words[first])
    return []


def bearer(seen: Seen, noun: "Token") -> str | None:
    """Who is called that: the name right behind the noun, or the one that it is in apposition to."""
    after = seen.tree.words[noun.i + 1] if noun.i + 1 < len(seen.tree.words) else None
    is_person = after is not None and after.ent_type_ == "PERSON"
    if after is not None and after.pos_ == "PROPN" and (name := person_at(seen.tree, after, is_person)):
        return name
    named = beside(seen.tree, noun) or said_of(seen.tree, noun)
    return person_at(seen.tree, named) if named is not None and noun.i - named.i < _FAR else None


def said_of(tree: Tree, noun: "Token") -> "Token | None":
    """Whom a noun is said of: its subject, or what it is in apposition to."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if tree.has(noun, "cop"):
        return next(iter(tree.of(noun, "nsubj")), None)
    return noun.head if noun.dep_ == "appos" and noun.head.i < noun.i else None
