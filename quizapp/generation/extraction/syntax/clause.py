"""What the parse of a sentence says, clause by clause: who did what to whom, and the words around."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence: `line.text[start:end]`, with the lemma of its head in small letters.

    Articles, modifiers and a description right before a name stay ("the shipbuilder Colin Archer"), and so do
    phrases with `of` ("the mayor of Oslo", "University of Oslo"). Relative clauses, participles, appositions,
    brackets and other prepositional phrases are cut away; where an apposition names what is described ("the
    premier, Anna Holt,") the phrase is the name. `preposition` opens an adjunct, in small letters; `surname`
    is the one that a first name shares ("the brothers Karl and Otto Finch"). A `genitive` ("Holt" in "Holt's
    wife", "her" in "her wife") is a phrase behind `of`.
    """

    start: int
    end: int
    text: str
    head: str
    preposition: str = ""
    surname: str = ""
    genitive: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb (or copula) with its parts; coordinated subjects, objects and adjuncts are several phrases.

    `verb` is the lemma, with its particle ("set up"); "born" is of "bear". A copula has the verb "be" and
    its predicate, noun or adjective, in `objects`. Appositions are copulas too, but have no tense. A name as
    predicate becomes the subject: "The capital of Norway is Oslo" is "Oslo is the capital of Norway". A
    relative clause or participle tells of its antecedent, or of the name that this stands by ("Kelmar, a
    firm founded by Holt"). `at` and `end` are the place of the verb group, of an apposition that of it all.

    `adjuncts` hang on the verb; after a bare noun what follows is there once more, with all before it as
    its preposition: "in honour of Holt" is "honour of Holt" after `in`, and "Holt" after `in honour of`. `of`
    holds what hangs on the one object or predicate, by preposition; an `of` phrase is in its text as well.
    Where something hangs on one of several objects, each has a clause of its own. A date in brackets is a
    clause without subject: the name before it as object, the date as adjunct, "born" or "died" or no verb.
    `first`: that word stands before the verb.
    """

    verb: str
    at: int
    end: int
    passive: bool
    past: bool
    stated: bool
    subjects: tuple[Phrase, ...]
    objects: tuple[Phrase, ...]
    adjuncts: tuple[Phrase, ...]
    of: tuple[Phrase, ...] = ()
    apposition: bool = False
    first: bool = False
