"""Reasons to refuse an item: each check is a named function that answers with a reason, or with nothing.

The same door for every source of items. Checks before the choice of distractors look at fact and stem; checks
after it look at the whole item.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from quizapp.domain.fact import Entity, EntityType, Evidence, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded
from quizapp.generation import english, known_people, wording
from quizapp.generation.aliases import words
from quizapp.generation.extraction.names import COUNTRIES
from quizapp.generation.graph import SIDES, Graph, other, overlap, slot
from quizapp.generation.partial import is_of_a_part
from quizapp.generation.stems import SUCCESSION, Stem, rivals
from quizapp.packs.lint import PACK_CHECKS, lint_item

# Who is kin to whom, and who killed whom: of public people only.
_OF_PRIVATE_LIFE = frozenset({"married_to", "father_of", "mother_of", "child_of", "sibling_of", "killed_by"})
_OF_A_LIFE = frozenset(
    {
        "born_in_year", "born_on", "born_in_place", "died_in_year", "died_on", "died_in_place", "buried_in",
        "killed_in", "studied_at", "grew_up_in", "lived_in",
    }
)  # fmt: skip
_BY_ONE_NAME = frozenset(
    {"king", "queen", "emperor", "empress", "pope", "saint", "prince", "princess", "god"}
)
# No numeral: Edwin III is a name, if it is told what he was.
# The municipality on an island is created, and called as the island is.
_CREATED = frozenset({"created_in_year", "created_by"})
_NATURAL = frozenset(
    {"island", "lake", "river", "mountain", "volcano", "glacier", "waterfall", "cave", "crater", "peninsula"}
)
_DEGREE = re.compile(r"\s(?:(?![IVXL]+$)[A-Z]{2,}|Ph\.?D\.?)$")
_NUMERAL = re.compile(r"\w\s[IVXL]+$")
_BARE_TITLE = re.compile(r"\b(?:film|movie|novel|book|opera|song|album|play|poem) [A-Z]")
# The race; but not the race to the Pole, the race that Ada Quill began, the Harbour Race.
_BARE_THING = re.compile(
    r"\b(?:the|this|that|these|those) ([a-z][a-z-]*(?: [a-z][a-z-]*)?)"
    r"(?=$|[,;]| (?:in|on|at|by|for|and|from|to|with|after|before) (?![^,;]*[A-Z0-9]))"
)
_ONE_OF_ITS_KIND = frozenset(
    {
        "world", "sun", "moon", "earth", "sea", "sky", "throne", "army", "navy", "church", "law", "press",
        "stage", "war", "atom", "atmosphere", "equator", "internet", "universe", "priesthood", "crown",
        "piano", "violin", "guitar",
    }
)  # fmt: skip
_SINGLED_OUT = re.compile(r"first|second|third|last|only|same|\w+est")
# York is told by Yorkshire.
_TELLING = 4
_ENDING = 2
_MUCH = 4
_OFTEN = 5
_PARTS = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset({"the", "de", "da", "di", "van", "von", "der", "del", "la", "le", "el", "al"})
_MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class Question:
    """A fact with one way to ask it, and what stands against it in the run."""

    fact: Fact
    stem: Stem
    graph: Graph
    contested: frozenset[str] = frozenset()
    coarser: frozenset[str] = frozenset()


def refused_question(question: Question) -> str:
    """Why this fact must not be asked this way, or an empty text."""
    return next((reason for check in QUESTION_CHECKS if (reason := check(question))), "")


def refused_item(item: Item, question: Question) -> str:
    """Why this item must not be published, or an empty text."""
    return next((reason for check in ITEM_CHECKS if (reason := check(item, question))), "")


def disagreement(question: Question) -> str:
    """Documents give different answers, and the fact names none of them."""
    fact = question.fact
    is_open = fact.fact_id in question.contested and not fact.according_to
    return "documents disagree" if is_open else ""


def said_more_exactly(question: Question) -> str:
    """Another fact gives the same answer: a finer one, or the year where this is the date."""
    return "another fact asks it better" if question.fact.fact_id in question.coarser else ""


def of_a_part(question: Question) -> str:
    """The sentence gives the number for one place, where the question asks for all."""
    found = is_of_a_part(question.fact, question.graph)
    return "its number is that of one place" if found else ""


def undated(question: Question) -> str:
    """What changes with time needs the date of the statement."""
    volatile = question.graph.relation(question.fact).volatile
    return "changes with time and has no as_of" if volatile and not question.fact.as_of else ""


def several_answers(question: Question) -> str:
    """More than one answer is, or may be, true, and the stem does not say "Which of these"."""
    stem, relation = question.stem, question.graph.relation(question.fact)
    single = relation.single_subject if stem.side == "subject" else relation.single_valued
    if stem.of_these:
        return ""
    if len(rivals(stem, question.fact, question.graph)) > 1:
        return "several answers are true"
    narrow = stem.same_within or stem.says_scope
    return "" if single or narrow else "other answers may be true"


def unclear(question: Question) -> str:
    """A stranger cannot tell what is meant: a plain word with a capital, a first name alone."""
    stem, graph = question.stem, question.graph
    entity = graph.entity(question.fact, other(stem.side))
    if entity is None or entity.within:
        return ""
    parts = [word for word in folded(entity.name).split() if word not in _PARTICLES]
    if entity.type is EntityType.PERSON and len(parts) == 1 and entity.kind not in _BY_ONE_NAME:
        return "its person has one name only"
    if entity.type is EntityType.PERSON and _DEGREE.search(entity.name):
        return "its person bears letters behind the name"
    if entity.type is EntityType.PERSON and _NUMERAL.search(entity.name) and not entity.kind:
        return "its ruler is told by a number alone"
    if entity.kind and f"{entity.kind} {wording.running(entity)}" in stem.text:
        return ""
    if wording.is_a_kind(entity) and _in_title(entity, graph):
        return ""
    is_kin = entity.type is EntityType.PERSON and _share_a_name(entity.name, question.fact.scope)
    if question.fact.scope and (is_kin or overlap(entity.names, [question.fact.scope])):
        return "it names the same thing twice"
    bare = not entity.kind and entity.type is not EntityType.WORK
    plain = parts[0] in graph.texts.small_words or (bare and english.is_noun(parts[0]))
    return "its name is a plain word" if len(parts) == 1 and plain else ""


def half_named(question: Question) -> str:
    """The answer is somebody by the first name alone, whom no other option would be taken for."""
    entity = question.graph.entity(question.fact, question.stem.side)
    if entity is None or entity.type is not EntityType.PERSON or not question.fact.witnesses:
        return ""
    is_short = len(entity.name.split()) == 1 and entity.kind not in _BY_ONE_NAME
    is_known = known_people.is_known(entity.names) or _in_title(entity, question.graph)
    return "its answer has one name only" if is_short and not is_known else ""


def misread(question: Question) -> str:
    """The clause is one word, holds a title without its marks, or speaks of another than its subject."""
    subject = question.graph.entity(question.fact, "subject")
    if subject and question.fact.relation in _CREATED and subject.kind in _NATURAL:
        return "a land of that name was created, and not the place itself"
    if question.fact.relation == "was_done_in_year" and " " not in question.fact.scope:
        return "too little of its clause is known"
    return "a title is not set as one" if _BARE_TITLE.search(question.fact.scope) else ""


def of_no_office(question: Question) -> str:
    """Somebody succeeded somebody, and the stem says neither as what nor of what kind they were."""
    fact, stem = question.fact, question.stem
    if fact.relation != SUCCESSION or not fact.witnesses:
        return ""
    kinds = {each.kind for side in SIDES if (each := question.graph.entity(fact, side))}
    is_told = " as " in stem.text or kinds & _BY_ONE_NAME
    return "" if is_told else "it does not say in which office"


def of_no_name(question: Question) -> str:
    """The clause it asks about speaks of a thing that only its text tells from others: the tower."""
    if not question.fact.witnesses:
        return ""
    bare = any(not _is_alone(found[1]) for found in _BARE_THING.finditer(question.fact.scope))
    return "it speaks of a thing without its name" if bare else ""


def _is_alone(noun: str) -> bool:
    """Whether everybody knows which one is meant: the sea, the first bridge."""
    return noun in _ONE_OF_ITS_KIND or bool(_SINGLED_OUT.match(noun))


def one_and_many(question: Question) -> str:
    """The Games was opened: what is named in the plural has a verb of one."""
    entity = question.graph.entity(question.fact, other(question.stem.side))
    if entity is None or entity.name.split()[-1] not in wording.PLURALS:
        return ""
    name = re.escape(entity.name)
    is_wrong = re.search(rf"\b(?:was|is|has|does) (?:the )?(?:\w+ )?{name}\b", question.stem.text)
    return "its verb does not go with a plural" if is_wrong else ""


def unproved(question: Question) -> str:
    """The sentence that should prove the answer does not name it, nor does the one before it."""
    fact, graph = question.fact, question.graph
    entity = graph.entity(fact, question.stem.side)
    proven = replace(fact, evidence=proof(question))
    if entity is None or graph.texts.is_named(proven, (*_short_names(entity), *_demonyms(entity))):
        return ""
    return "the sentence behind it does not name the answer"


def proof(question: Question) -> tuple[Evidence, ...]:
    """Where the fact stands, with the sentence before where that alone names what is asked or given."""
    graph = question.graph
    entities = [entity for side in SIDES if (entity := graph.entity(question.fact, side))]
    found = graph.texts.proof(question.fact, [(*_short_names(each), *_demonyms(each)) for each in entities])
    is_time = graph.relation(question.fact).literal in ("year", "date")
    return graph.texts.with_year(found, question.fact.value[:4]) if is_time else found


def private(question: Question) -> str:
    """The family or the fate of somebody of whom the documents tell nothing public."""
    fact, graph = question.fact, question.graph
    if fact.relation not in _OF_PRIVATE_LIFE:
        return ""
    people = [each for side in SIDES if (each := graph.entity(fact, side)) and each.type is EntityType.PERSON]
    return "" if any(_is_public(person, graph) for person in people) else "about a private person"


def _is_public(person: Entity, graph: Graph) -> bool:
    """Whether the documents say what somebody is, or tell of a deed beside the family."""
    told = [known for known in graph.about(person.entity_id) if known.relation not in _OF_PRIVATE_LIFE]
    return bool(person.kind) or bool(told)


def obscure(question: Question) -> str:
    """Birth and death of somebody of whom the documents say neither what he is nor much else."""
    fact, graph = question.fact, question.graph
    person = graph.entity(fact, "subject")
    if fact.relation not in _OF_A_LIFE or not fact.witnesses or person is None or person.kind:
        return ""
    is_told_of = len(graph.about(person.entity_id)) > _MUCH or _is_named_often(person, graph)
    is_known = _in_title(person, graph) or is_told_of or known_people.is_known(person.names)
    return "" if is_known else "about somebody of whom little is said"


def _in_title(entity: Entity, graph: Graph) -> bool:
    """Whether a document is about an entity by its title."""
    return any(overlap(entity.names, [document.title]) for document in graph.documents.values())


def _is_named_often(person: Entity, graph: Graph) -> bool:
    """Whether many sentences name somebody, by a surname that nobody else here has."""
    surname = person.name.split()[-1]
    bearers = [
        known
        for known in (*graph.of_type(EntityType.PERSON), *graph.others.values())
        if known.name.split()[-1] == surname
    ]
    names = _short_names(person) if len(bearers) < 2 else person.names
    return graph.texts.times_named(names) >= _OFTEN


def _demonyms(entity: Entity) -> list[str]:
    """How those are called who come from a country: the sentence says Japanese, the answer is Japan."""
    countries = {known.removeprefix("the "): demonym for demonym, known in COUNTRIES.items()}
    return [countries[name] for name in entity.names if name in countries]


def _short_names(entity: Entity) -> tuple[str, ...]:
    """The names of an entity; of a person also the last word of each."""
    last = [name.split()[-1] for name in entity.names if entity.type is EntityType.PERSON]
    return (*entity.names, *last)


def more_than_one_true(item: Item, question: Question) -> str:
    """By the facts every distractor must be false, under whatever name it goes."""
    graph, side = question.graph, question.stem.side
    for entity_id in graph.perhaps(question.fact, side) - {slot(question.fact, side)}:
        names = graph.entities[entity_id].names if entity_id in graph.entities else (entity_id,)
        if set(names) & set(item.distractors):
            return "a distractor is true"
    return ""


def answers_itself(item: Item, question: Question) -> str:
    """The stem names the key, something that is part of it or holds it, or what is called after it."""
    entity = question.graph.entity(question.fact, question.stem.side)
    names = entity.names if entity else (item.key,)
    stem = " ".join(words(item.stem))
    keys = [" ".join(words(name)) for name in names]
    after_it = any(
        each != key and each.startswith(key) for key in keys if len(key) >= _TELLING for each in stem.split()
    )
    after_it = after_it or _is_made_of(keys, item.stem)
    is_kin = entity is not None and entity.type is EntityType.PERSON and _share_a_name(item.key, item.stem)
    is_kin = is_kin or (entity is not None and _is_called_after(entity, question))
    return "its stem names the answer" if after_it or is_kin or overlap(keys, [stem]) else ""


def _is_made_of(keys: list[str], stem: str) -> bool:
    """Whether a name is a common noun of the stem and little more: Porto, after which port is named."""
    nouns = re.findall(r"(?<![\w-])[a-z]{4,}(?![\w-])", stem)
    parts = {part for key in keys for part in key.split()}
    return any(
        part.startswith(noun) and 0 < len(part) - len(noun) <= _ENDING for part in parts for noun in nouns
    )


def _is_called_after(place: Entity, question: Question) -> bool:
    """Whether a region is called after the town that lies in it: Yorkshire after York."""
    given = question.graph.entity(question.fact, other(question.stem.side))
    if given is None or {given.type, place.type} != {EntityType.PLACE}:
        return False
    parts = [part for part in words(given.name) if len(part) >= _TELLING]
    return any(word != part and word.startswith(part) for word in words(place.name) for part in parts)


def _share_a_name(name: str, text: str) -> bool:
    """Whether a surname, or half of it, stands in the text: Jan Blankers, Fanny Blankers-Koen."""
    held, surname = set(_PARTS.findall(text)), name.split()[-1]
    is_whole = " " in name and surname in held and not surname.isupper()
    return is_whole or any(part in held for part in _PARTS.findall(surname) if len(part) >= _TELLING)


def wordy(item: Item, _question: Question) -> str:
    """So much is told in the stem that the question drowns in it."""
    spare = len(item.stem.split()) > _MOST_WORDS
    return "its stem is too long" if spare else ""


def flawed(item: Item, _question: Question) -> str:
    """The rubric's blocking flaws."""
    flaw = next((flaw for flaw in lint_item(item) if flaw.level == "error"), None)
    return f"rubric: {flaw.code}" if flaw else ""


def refused_in_pack(pack: Pack) -> dict[str, str]:
    """The items that cannot stand in this pack, with the reason: they repeat or answer others."""
    flaws = [flaw for check in PACK_CHECKS for flaw in check(pack) if flaw.level == "error"]
    return {flaw.item_id: f"rubric: {flaw.code}" for flaw in flaws if flaw.item_id}


QUESTION_CHECKS: tuple[Callable[[Question], str], ...] = (
    disagreement,
    said_more_exactly,
    of_a_part,
    undated,
    several_answers,
    unclear,
    half_named,
    misread,
    of_no_office,
    of_no_name,
    one_and_many,
    unproved,
    private,
    obscure,
)
ITEM_CHECKS: tuple[Callable[[Item, Question], str], ...] = (more_than_one_true, answers_itself, wordy, flawed)
