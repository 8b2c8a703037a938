"""Who plays whom, read off the parse: verbs of acting, names in brackets, roles and parts after `as`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.syntax.bounds import is_capitalised, preposition_of
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.proper import beside, person_at, run
from quizapp.generation.extraction.syntax.seen import Seen, nickname_of, person
from quizapp.generation.extraction.syntax.titles import title_after
from quizapp.generation.extraction.syntax.verbs import noun_lemma, verb_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLAY = ("play", "portray")
_ROLES = vocabulary("role part character performance turn")
_STARRING = vocabulary("star stars starred appears appeared")
_CAST = vocabulary("cast starring stars star including featuring features feature role roles")
_SEVERAL = 3


def plays(seen: Seen) -> Iterator[Candidate]:
    """`X plays Y`, `X portrays the character of Y`."""
    for word in seen.tree.words:
        if not word.tag_.startswith("VB") or verb_lemma(word) not in _PLAY or not seen.is_said(word):
            continue
        actor = _subject(seen, word)
        for played in seen.tree.of(word, "obj"):
            if actor and (character := _character(seen, played)):
                yield from _cast(seen, actor, character, "plays")


def played_by(seen: Seen) -> Iterator[Candidate]:
    """`Y, a doctor played by X`, `the role of Y is played by X`."""
    for word in seen.tree.words:
        if word.tag_ not in ("VBN", "VBD") or verb_lemma(word) not in _PLAY or not seen.is_said(word):
            continue
        for agent in seen.tree.of(word, "obl:agent", "obl"):
            if preposition_of(seen.tree, agent) == "by" and (actor := person_at(seen.tree, agent)):
                for played in _played(seen, word):
                    if character := _character(seen, played):
                        yield from _cast(seen, actor, character, "played by")


def stars_as(seen: Seen) -> Iterator[Candidate]:
    """`X stars as Y`, also where the parser takes the verb for a noun."""
    for word in seen.tree.words[1:]:
        if word.lower_ not in _STARRING or not seen.line.is_stated(word.idx):
            continue
        actor = _subject(seen, word) or person_at(seen.tree, seen.tree.words[word.i - 1])
        for whom in seen.tree.of(word, "obl", "nmod", "xcomp"):
            if whom.i > word.i and preposition_of(seen.tree, whom) == "as":
                character = person_at(seen.tree, whom, single=True)
                if actor and character:
                    yield from _cast(seen, actor, character, "stars as")


def bracketed(seen: Seen) -> Iterator[Candidate]:
    """`Y (X)`, where X acts or the document has many such brackets."""
    brackets = [word for word in seen.tree.words[1:-2] if word.text == "("]
    for bracket in brackets:
        named, inside = _ends_at(seen, bracket.i - 1), run(seen.tree, seen.tree.words[bracket.i + 1])
        if (
            not named
            or not inside
            or seen.tree.words[min(inside[1] + 1, len(seen.tree.words) - 1)].text != ")"
        ):
            continue
        actor = person_at(seen.tree, seen.tree.words[inside[0]])
        if actor and named not in seen.scene.actors and _is_known(seen, actor, named):
            yield from _cast(seen, actor, named, "brackets", _other_name(seen, bracket))


def own_character(seen: Seen) -> Iterator[Candidate]:
    """`X’s Y is a baker`, where X is one of the cast."""
    for word in seen.tree.words:
        for owner in seen.tree.of(word, "nmod:poss"):
            actor = person_at(seen.tree, owner)
            character = person_at(seen.tree, word)
            if actor in seen.scene.actors and character:
                yield from _cast(seen, actor, character, "own character")


def role_in_work(seen: Seen) -> Iterator[Candidate]:
    """`X for his role as Y in Z`: in that other work, whatever the sentence makes of it."""
    for word in seen.tree.words:
        if noun_lemma(word) not in _ROLES or not seen.tree.has(word, "nmod:poss"):
            continue
        for whom in seen.tree.of(word, "nmod", "obl"):
            if preposition_of(seen.tree, whom) != "as" or whom.i < word.i:
                continue
            character, found = person_at(seen.tree, whom, single=True), run(seen.tree, whom)
            actor = _nearest_actor(seen, word)
            after = seen.tree.words[found[1] + 1] if found and found[1] + 2 < len(seen.tree.words) else None
            if not (character and actor and after is not None and after.lower_ == "in"):
                continue
            if title := title_after(seen.tree, after):
                whole = Mention(character, EntityType.CHARACTER, "character", title.name)
                yield seen.candidate(person(actor, "actor"), "plays", whole, "role in work")
                work = Mention(title.name, EntityType.WORK)
                yield seen.candidate(person(actor, "actor"), "appears_in", work, "role in work")


def parts(seen: Seen) -> Iterator[Candidate]:
    """`X as the head chef` in a sentence about a cast: a part described instead of named."""
    if seen.main is None or not any(word.lower_ in _CAST for word in seen.tree.words):
        return
    for word in seen.tree.words[2:]:
        opens = next((case for case in seen.tree.of(word, "case") if case.lower_ == "as"), None)
        if opens is None or is_capitalised(word) or word.pos_ != "NOUN" or opens.i < 2:
            continue
        actor, part = person_at(seen.tree, seen.tree.words[opens.i - 1]), phrase(seen.tree, word)
        if actor is None or part is None or not seen.line.is_stated(opens.idx):
            continue
        name = part.text.removeprefix("the ")
        if name == part.text and not seen.tree.has(word, "nmod:poss"):
            continue
        value = Mention(name, EntityType.THING, "part", seen.main.name, takes_the=name != part.text)
        yield seen.candidate(person(actor, "actor"), "plays_part", value, "part")


def _subject(seen: Seen, verb: "Token") -> str | None:
    own = [word for word in seen.tree.of(verb, "nsubj", "nsubj:pass") if word.i < verb.i]
    return person_at(seen.tree, own[0]) if own else None


def _character(seen: Seen, word: "Token") -> str | None:
    """The name of who is played: the word's own, or the one behind `the role of`."""
    if noun_lemma(word) in _ROLES:
        named = [below for below in seen.tree.of(word, "nmod") if preposition_of(seen.tree, below) == "of"]
        return person_at(seen.tree, named[0], single=True) if named else None
    return person_at(seen.tree, word, single=True) if word.pos_ == "PROPN" else None


def _played(seen: Seen, verb: "Token") -> Iterator["Token"]:
    """Who or what the passive is about: its subject, or the noun that it hangs on and whom that describes."""
    if own := seen.tree.of(verb, "nsubj:pass", "nsubj"):
        yield from own[:1]
    elif verb.dep_.startswith("acl"):
        named = beside(seen.tree, verb.head)
        yield named or (verb.head.head if verb.head.dep_ == "appos" else verb.head)


def _ends_at(seen: Seen, place: int) -> str | None:
    """The name of one or more words that ends there, with a nickname inside it."""
    found = run(seen.tree, seen.tree.words[place])
    return person_at(seen.tree, seen.tree.words[place], single=True) if found and found[1] == place else None


def _other_name(seen: Seen, bracket: "Token") -> tuple[str, ...]:
    """`Airin, or Irene (X)`: the name before the one in front of the bracket."""
    words = seen.tree.words
    found = run(seen.tree, words[bracket.i - 1])
    if not found or found[0] < 2 or words[found[0] - 1].lower_ != "or":
        return ()
    at = found[0] - 3 if words[found[0] - 2].text == "," else found[0] - 2
    other = person_at(seen.tree, words[at], single=True)
    return (other,) if other else ()


def _is_known(seen: Seen, actor: str, character: str) -> bool:
    """Whether the document says elsewhere that one acts, or tells much more of the other."""
    scene = seen.scene
    if actor in scene.actors:
        return True
    told = max(scene.count(word) for word in character.split())
    return bool(scene.actors) and told >= _SEVERAL and told > 2 * max(scene.count(w) for w in actor.split())


def _nearest_actor(seen: Seen, role: "Token") -> str | None:
    """Whose role it is: the object or else the subject of the verb above it, as the document names them."""
    verb = next((word for word in seen.tree.above(role) if word.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None
    beside = [
        w for label in ("obj", "nsubj", "nsubj:pass") for w in seen.tree.of(verb, label) if w.i < role.i
    ]
    for word in beside:
        if name := person_at(seen.tree, word, single=True):
            full = [actor for actor in seen.scene.actors if name == actor or name in actor.split()]
            return full[0] if len(full) == 1 else None
    return None


def _cast(
    seen: Seen, actor: str, character: str, pattern: str, aliases: tuple[str, ...] = ()
) -> Iterator[Candidate]:
    """The fact, of a character of the document's work."""
    if actor == character or character in seen.scene.actors:
        return
    within = seen.main.name if seen.main else ""
    names = (*aliases, *nickname_of(character))
    value = Mention(character, EntityType.CHARACTER, "character", within, names)
    yield seen.candidate(person(actor, "actor"), "plays", value, pattern)
