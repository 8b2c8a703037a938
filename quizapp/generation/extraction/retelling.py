"""Told clauses -> candidates of the general relations, the same way for both readings.

Verbs that typed relations of the catalogue read are left to them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation.extraction import context, counts, deeds
from quizapp.generation.extraction.candidate import Candidate, Mention, Witness
from quizapp.generation.extraction.deeds import Deed
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.genders import sex_of
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.terms import REIGNED, is_lasting, term
from quizapp.generation.extraction.told import Told
from quizapp.generation.literals import shown_date

_THINGS = (
    EntityType.ORGANISATION,
    EntityType.PLACE,
    EntityType.THING,
    EntityType.WORK,
    EntityType.EVENT,
)
_SUBJECTS = (EntityType.PERSON, *_THINGS)
_TIMES = ("year", "date")
_SEX_OF = {"his": "male", "her": "female"}
# Short for something that has a name; `her` alone, not `her ship`; `the club`, not `the club of the town`.
_STANDS_FOR = re.compile(
    r"\b(?:him\b|it\b|her(?=[,.;]|$| (?:to|in|on|at|for|from|with|as|by|after|before|the|an?|its)\b)"
    r"|the [a-z][\w-]+(?=[,.;]|$| (?:to|in|on|at|from|by|after|before)\b))"
    rf"|(?<= to )(?P<surname>[{UPPER}][a-z]+)\b(?![’'-]| [{UPPER}&]| of\b)"
)
# Whose options would have to be women all: nothing tells who is one.
# Options can be women all, or men, but not girls or queens.
_OF_A_FEW = re.compile(r"\b(?:girl|boy|queen|king|lady|mother|father|actress)\b")


@dataclass(frozen=True, slots=True)
class Taken:
    """The verbs that typed relations ask about, with the type of their subject and a word that must follow.

    `timed` and `named`: beside a time, beside a name; without that word any will do. `made`: passives with a
    time, for who founds a named thing does it in the year in which it is founded. `counted`: with their noun.
    """

    timed: frozenset[tuple[str, str, str]] = frozenset()
    named: frozenset[tuple[str, str, str]] = frozenset()
    made: frozenset[str] = frozenset()
    counted: frozenset[tuple[str, str]] = frozenset()


def taken(catalogue: Mapping[str, Relation]) -> Taken:
    """The verbs of all frames in the catalogue."""
    timed: set[tuple[str, str, str]] = set()
    named: set[tuple[str, str, str]] = set()
    made: set[str] = set()
    numbers: set[tuple[str, str]] = set()
    for relation in catalogue.values():
        for one in (frame(relation.relation_id, text) for text in relation.says):
            types = relation.subject if one.first == "subject" else relation.value
            words = one.words[0] if len(one.words) > 1 else frozenset({""})
            said = {(verb, type_, word) for verb in one.verbs for type_ in types for word in words}
            if relation.literal in _TIMES:
                timed |= said
                is_making = one.passive and len(one.words) == 1 and not one.only_first
                made |= one.verbs if is_making else set()
            elif relation.literal == "number":
                numbers |= {(verb, noun) for verb in one.verbs for after in one.after for noun in after}
            elif not relation.literal:
                named |= said
    return Taken(frozenset(timed), frozenset(named), frozenset(made), frozenset(numbers))


def retold(meanings: Meaning, line: Line, told: Told, taken: Taken, witness: Witness) -> Iterator[Candidate]:
    """The facts that a clause makes about its subject: when it was done, who did it, how many there are."""
    if not line.is_plain(told.verb[0]):
        return
    line, told = _in_full(meanings, line, told)
    found, counted = deeds.deed(line.text, told), counts.counts(line.text, told)
    if not (found and deeds.is_telling(found)) and not counted:
        return
    subject = meanings.mention(line, *told.subject, _SUBJECTS)
    if subject is None or (found and _is_of_another(found.text, subject)):
        return
    if subject.name in line.text[told.verb[1] : told.end]:
        return
    place = line.paragraph, line.sentence
    for number, scope in counted:
        if not any((found and found.verb, word) in taken.counted for word in scope.split()):
            yield Candidate(subject, "count_of", number, *place, "count", scope, witness)
    if found and deeds.is_telling(found):
        for relation, value, scope in _facts(found, subject, taken):
            yield Candidate(subject, relation, value, *place, "deed", scope, witness)


def _is_of_another(text: str, subject: Mention) -> bool:
    """Whether `her career` in what was done cannot be the subject's: of a society, or of a man."""
    said = {_SEX_OF.get(own, "") for own in context.owners(text)} - {""}
    sex = sex_of(subject.name)
    return bool(said) and (subject.type is not EntityType.PERSON or bool(sex and said != {sex}))


def lasted(meanings: Meaning, line: Line, told: Told, witness: Witness) -> Iterator[Candidate]:
    """The fact until when a clause says that its subject did something or was something."""
    if not line.is_plain(told.verb[0]) or not is_lasting(line.text, told):
        return
    line, told = _in_full(meanings, line, told)
    found = term(line.text, told)
    subject = meanings.mention(line, *told.subject, _SUBJECTS) if found else None
    place = line.paragraph, line.sentence
    if found and subject and found.text == REIGNED:
        if subject.type is EntityType.PERSON:
            yield Candidate(subject, "reign_began_in_year", found.start, *place, "term", witness=witness)
            yield Candidate(subject, "reign_ended_in_year", found.end, *place, "term", witness=witness)
    elif found and subject:
        relation = "was_until_year" if found.is_role else "did_until_year"
        yield Candidate(subject, relation, found.end, *place, "term", found.scope, witness)


def _in_full(meanings: Meaning, line: Line, told: Told) -> tuple[Line, Told]:
    """The clause with what stands after its verb called by name: for `it` or `the club`, `Corbel Rovers`."""
    text, end = line.text, told.end
    for found in reversed(list(_STANDS_FOR.finditer(text, told.verb[1], told.end))):
        types = (EntityType.PERSON,) if found["surname"] else _SUBJECTS
        meant = meanings.mention(line, found.start(), found.end(), types)
        if meant and (not found["surname"] or meant.name.endswith(f" {found[0]}")):
            name = f"“{meant.name}”" if meant.type is EntityType.WORK else meant.name
            name = f"the {name}" if meant.takes_the else name
            text = text[: found.start()] + name + text[found.end() :]
            end += len(name) - len(found[0])
    return replace(line, text=text), replace(told, end=end)


def _facts(found: Deed, subject: Mention, taken: Taken) -> Iterator[tuple[str, str, str]]:
    """Relation, value and scope of what the deed lets us ask."""
    is_made = found.verb in taken.made and (found.passive or context.opens_with_name(found.rest))
    if found.year and not is_made and not _is_among(taken.timed, found, subject):
        how = "was_done" if found.passive else "did"
        yield f"{how}_in_year", found.year, found.text
    is_named = not found.year and _is_among(taken.named, found, subject)
    if found.passive or is_made or is_named or not deeds.is_of_one(found):
        return
    time = f" on {shown_date(found.date)}" if found.date else f" in {found.year}" if found.year else ""
    relation = "person_did" if subject.type is EntityType.PERSON else "thing_did"
    yield relation, f"{found.text}{time}", ""


def _is_among(verbs: frozenset[tuple[str, str, str]], found: Deed, subject: Mention) -> bool:
    words = found.text.split() if found.has_object else ("", *found.text.split())
    return any((found.verb, subject.type, word) in verbs for word in words)


def predicated(meanings: Meaning, line: Line, told: Told, witness: Witness) -> Iterator[Candidate]:
    """The fact that a subject is the first or the most of its kind."""
    verb = line.text[slice(*told.verb)]
    text = deeds.superlative(line.text, told.verb[1], told.end)
    if not text or not line.is_plain(told.verb[0]):
        return
    subject = meanings.mention(line, *told.subject, _SUBJECTS)
    relation = _predicate(subject, verb, text) if subject else ""
    if subject and relation:
        yield Candidate(subject, relation, text, line.paragraph, line.sentence, "is the", "", witness)


def _predicate(subject: Mention, verb: str, text: str) -> str:
    """The relation that asks for this predicate; what was the largest once may be so no longer."""
    is_first = text.startswith("the first ")
    if subject.type is EntityType.PERSON:
        return "person_was_the" if is_first and not _OF_A_FEW.search(text) else ""
    if is_first:
        return "was_the"
    return "is_the" if verb != "was" else ""
