"""The clauses of a sentence, read off its parse: every predicate with its subjects, objects and adjuncts.

Where the parse looks doubtful there is no clause: better none than one that the sentence does not make.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.appositions import appositions
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import DAYS_AND_MONTHS, is_name, is_relative, preposition_of
from quizapp.generation.extraction.syntax.brackets import brackets
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.phrases import coordinated, hangers, phrases
from quizapp.generation.extraction.syntax.subjects import SUBJECTS, antecedent, subjects
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import (
    HELPERS,
    infinitive_lemma,
    is_carried_out,
    is_copular,
    is_finite,
    is_passive,
    is_past,
    is_verb_form,
    noun_lemma,
    sharing,
    verb_group,
    verb_lemma,
)
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATES = ("ROOT", "appos", "conj", "acl", "acl:relcl", "advcl", "parataxis", "ccomp", "xcomp")
_ADJUNCTS = ("obl", "obl:agent", "obl:unmarked", "obl:tmod", "obl:npmod")
# `based on a novel by Ada Holt`
_BASED = ("on", "upon")
_OF_PLACE = ("in", "at", "on", "near", "to", "with", "as")
_CLAUSAL = ("acl", "acl:relcl", "advcl", "advcl:relcl", "mark")
_TIMES = vocabulary(
    "time day week month year decade century season spring summer autumn winter morning evening night"
)
_MODIFIERS = ("amod", "nummod", "nmod:poss", "compound", "conj")
_PREDICATIVE = ("NOUN", "PROPN", "ADJ", "NUM")


def clauses(tree: Tree, line: Line) -> tuple[Clause, ...]:
    """What the parse says, clause by clause, in the order of the sentence."""
    found = [clause for word in tree.words for clause in _clauses_at(tree, line, word)]
    return tuple(
        sorted((*found, *appositions(tree, line), *brackets(tree, line)), key=lambda clause: clause.at)
    )


def _clauses_at(tree: Tree, line: Line, word: "Token") -> tuple[Clause, ...]:
    is_verb = word.tag_.startswith("VB")
    if word.dep_ not in _PREDICATES and not _is_measure_of(tree, word):
        return ()
    if not (is_verb or is_copular(tree, word)) or _is_doubtful(tree, word):
        return ()
    found = subjects(tree, word)
    if not found:
        return ()
    clause = replace(_bare(tree, line, word), subjects=found, adjuncts=_adjuncts(tree, word))
    if is_copular(tree, word):
        return _copulas(tree, clause, word)
    told = _with_objects(tree, clause, _object_heads(tree, word), _gap(tree, word, "obj"))
    return (*told, *(given for each in told for given in _given(tree, each, word)))


def _given(tree: Tree, clause: Clause, word: "Token") -> Iterator[Clause]:
    """`They awarded him the medal` as `he was awarded the medal`."""
    for head in tree.of(word, "iobj") if clause.objects and not clause.passive else ():
        yield replace(clause, passive=True, subjects=phrases(tree, head))


def _is_measure_of(tree: Tree, word: "Token") -> bool:
    """Whether the predicate is a measure that the parser hangs on the word after it: `62 metres long`."""
    return word.dep_ == "obl:unmarked" and tree.has(word, "nummod") and word.head.i == word.i + 1


def _is_doubtful(tree: Tree, word: "Token") -> bool:
    """Whether the predicate has no tense where it needs one, or is passive by its subject alone."""
    if tree.has(word, "expl", "nsubj:outer") or any(so.lower_ == "so" for so in tree.of(word, "advmod")):
        return True
    if not is_copular(tree, word) and not is_verb_form(word.lower_):
        return True
    if any(part.i > word.i + 1 and _is_parted(tree, word, part) for part in tree.of(word, "compound:prt")):
        return True
    if word.tag_ == "VBN" and word.dep_ == "conj" and not is_finite(tree, word) and word.head.tag_ == "VBD":
        return not tree.has(word.head, *HELPERS) and not tree.has(word, "obj")
    has_subject = tree.has(word, *SUBJECTS)
    if not is_finite(tree, word) and not sharing(tree, word):
        return has_subject or word.dep_ not in ("acl", "advcl")
    if not has_subject or is_copular(tree, word):
        return False
    return tree.has(word, "nsubj:pass") and not tree.has(word, "aux:pass")


def _is_parted(tree: Tree, word: "Token", particle: "Token") -> bool:
    """Whether a comma stands between the verb and its particle, which then is none."""
    return any(between.dep_ == "punct" for between in tree.words[word.i : particle.i])


def _bare(tree: Tree, line: Line, word: "Token") -> Clause:
    """The clause with its verb alone: lemma, place, tense, and whether it is stated."""
    group = verb_group(tree, word)
    is_copula = is_copular(tree, word)
    lemma = infinitive_lemma(word) if is_carried_out(tree, word) else verb_lemma(word)
    particles = [particle.lower_ for particle in tree.of(word, "compound:prt")]
    spoken_at = tree.of(word, "cop")[0].idx if is_copula else word.idx
    return Clause(
        verb="be" if is_copula else " ".join([lemma, *particles]),
        at=group[0].idx,
        end=group[-1].idx + len(group[-1]),
        passive=not is_copula and is_passive(tree, word),
        past=is_past(tree, word),
        stated=is_asserted(tree, word) and line.is_plain(spoken_at),
        subjects=(),
        objects=(),
        adjuncts=(),
        first=any(adverb.lower_ == "first" and adverb.i < word.i for adverb in tree.of(word, "advmod")),
    )


def _copulas(tree: Tree, clause: Clause, word: "Token") -> tuple[Clause, ...]:
    if preposition := preposition_of(tree, word):
        return (replace(clause, adjuncts=(*phrases(tree, word, preposition), *clause.adjuncts)),)
    found = _with_objects(tree, clause, coordinated(tree, word))
    subject = next(iter(tree.of(word, *SUBJECTS)), None)
    if len(found) == 1 and subject is not None and is_name(word) and subject.pos_ == "NOUN":
        return (_turned(tree, found[0], subject),)
    return found


def _turned(tree: Tree, clause: Clause, subject: "Token") -> Clause:
    """`The capital of Norway is Oslo` as `Oslo is the capital of Norway`."""
    return replace(clause, subjects=clause.objects, objects=clause.subjects, of=hangers(tree, subject))


def _with_objects(
    tree: Tree, clause: Clause, heads: list["Token"], gap: tuple[Phrase, ...] = ()
) -> tuple[Clause, ...]:
    """The clause with its objects: one for all, or one for each where something hangs on one of them."""
    if not heads:
        return (replace(clause, objects=gap),)
    found = [(phrase, hangers(tree, head)) for head in heads for phrase in phrases(tree, head)[:1]]
    if len(found) < len(heads):
        return ()
    if not any(of for _, of in found):
        return (replace(clause, objects=tuple(phrase for phrase, _ in found)),)
    return tuple(replace(clause, objects=(phrase,), of=of) for phrase, of in found)


def _object_heads(tree: Tree, word: "Token") -> list["Token"]:
    objects = tree.of(word, "obj")
    if not objects:
        objects = [x for x in tree.of(word, "xcomp") if x.pos_ in _PREDICATIVE]
        objects = [x for x in objects if not tree.has(x, "mark", "cop", "case")]
    if len(objects) != 1 or objects[0].i < word.i or is_relative(objects[0]):
        return []
    between = tree.words[word.i + 1 : objects[0].i]
    if is_passive(tree, word) and any(t.head == word and t.dep_ in _ADJUNCTS for t in between):
        return []
    return coordinated(tree, objects[0])


def _adjuncts(tree: Tree, word: "Token") -> tuple[Phrase, ...]:
    found: list[Phrase] = list(_gap(tree, word, "obl"))
    for verb in (word, *(sharing(tree, word)[:1] if is_carried_out(tree, word) else ())):
        for head in tree.of(verb, *_ADJUNCTS):
            preposition = preposition_of(tree, head)
            if preposition or _is_measure(tree, head):
                found += phrases(tree, head, preposition)
                found += _as_one_preposition(tree, head, preposition)
            of_death = preposition in ("of", "from") and verb_lemma(verb) == "die"
            found += _nested(tree, head, "in" if of_death else preposition)
    for head in tree.of(word, "xcomp"):
        if head.pos_ == "ADJ" and not is_copular(tree, head):
            found += _adjuncts(tree, head)
    for head in tree.of(word, "obj"):
        if is_name(head) and head.i > word.i:
            found += _nested(tree, head, "by")
            found += _behind_aside(tree, head)
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def _nested(tree: Tree, head: "Token", preposition: str) -> Iterator[Phrase]:
    """Times and places that the parser hangs on the adjunct before them: `in an accident in May 1924`."""
    if preposition not in _OF_PLACE and not (preposition == "by" and is_name(head)) and not _is_mass(head):
        return
    for below in tree.of(head, "nmod"):
        opening = preposition_of(tree, below)
        # A date has no place of its own: `on 3 May 1871 in Leeds`.
        is_somewhere = below.ent_type_ == "PLACE" or (_is_time(head) and is_name(below))
        is_place = is_somewhere and preposition not in ("by", "to", "with", "as")
        if below.i > head.i and opening in _OF_PLACE[:-1] and (is_place or _is_time(below)):
            yield from phrases(tree, below, opening)


def _behind_aside(tree: Tree, head: "Token") -> Iterator[Phrase]:
    """Times after a comma that the parser hangs on what a name was said to be: `X, a painter, in 1906`."""
    for aside in tree.of(head, "appos"):
        for below in tree.of(aside, "nmod"):
            if _is_time(below) and below.left_edge.text == ",":
                yield from phrases(tree, below, preposition_of(tree, below))


def _is_mass(head: "Token") -> bool:
    """Whether the noun has no article and no plural, so that no time or place tells which: `of fever`."""
    return head.tag_ == "NN" and all(below.dep_ in ("case", "compound", "nmod") for below in head.children)


def _is_time(head: "Token") -> bool:
    return head.ent_type_ == "DATE" or noun_lemma(head) in _TIMES or head.text in DAYS_AND_MONTHS


def _is_measure(tree: Tree, head: "Token") -> bool:
    """Whether a noun without a preposition tells when or how much: `that year`, `62 metres`."""
    if tree.has(head, *_CLAUSAL):
        return False
    return (
        head.ent_type_ == "DATE"
        or head.pos_ == "NUM"
        or tree.has(head, "nummod")
        or noun_lemma(head) in _TIMES
    )


def _as_one_preposition(tree: Tree, head: "Token", preposition: str) -> tuple[Phrase, ...]:
    """Of `in honour of the king` and `as director of the works` what follows, after `in honour of`."""
    if not preposition or head.pos_ != "NOUN" or tree.has(head, *_MODIFIERS):
        return ()
    opening = f"{preposition} {head.lower_}"
    return tuple(
        replace(one, preposition=f"{opening} {one.preposition}")
        for one in hangers(tree, head)
        if one.preposition == "of"
        or (one.preposition == "by" and preposition in _BASED)
        or not (one.preposition == "by" or tree.has(head, "det"))
    )


def _gap(tree: Tree, word: "Token", label: str) -> tuple[Phrase, ...]:
    """What a relative pronoun stands for, where it is the object or an adjunct of the verb."""
    if word.dep_ != "acl:relcl":
        return ()
    for below in tree.of(word, label):
        if below.lower_ in ("which", "whom", "that", "who"):
            preposition = preposition_of(tree, below)
            return tuple(replace(p, preposition=preposition) for p in antecedent(tree, word))
    return ()
