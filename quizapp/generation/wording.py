"""Templates filled with names: quotes, articles, possessives and capitals come out right.

Running text puts works in quotation marks and writes "the" where the entity takes it; options do neither.
"""

import re
from string import Formatter

from quizapp.domain.fact import Entity, EntityType, Fact, Side
from quizapp.generation import english, literals, scopes
from quizapp.generation.extraction.classes import class_of
from quizapp.generation.graph import Graph

# Names that end so have a verb of many.
PLURALS = frozenset({"Games", "Islands", "Mountains", "Alps", "Falls", "Championships", "Awards", "Olympics"})
_OF_MANY = {"was": "were", "is": "are", "has": "have", "does": "do"}
_PART_OF_NAME = re.compile(r"^['’]s\b")
# "Which capital is the capital of ..." asks nothing.
_ASKED_AS = {"capital": "city", "capital city": "city"}


def fill(template: str, fact: Fact, graph: Graph) -> str | None:
    """The template with every field filled, or None when one of them has nothing to say."""
    text = ""
    after_plural = False
    previous = ""
    for literal, field, _, _ in Formatter().parse(template):
        words = _after_name(literal, previous, after_plural) if previous else literal
        text += words
        if field is None:
            break
        resolved = _resolve(field, fact, graph, literal_after=template.partition("{" + field + "}")[2])
        if not resolved:
            return None
        text = _with_article(text, resolved) + resolved
        previous = resolved
        after_plural = resolved.startswith("the ") and resolved.endswith("s")
    return _agreeing(capitalised(tidied(text)), fact, graph)


def _agreeing(text: str, fact: Fact, graph: Graph) -> str:
    """The sentence with a verb of many where its subject is named in the plural: the Games were opened."""
    sides: tuple[Side, Side] = ("subject", "value")
    for entity in (graph.entity(fact, side) for side in sides):
        if entity and entity.name.split()[-1] in PLURALS:
            name = rf"(?:[Tt]he )?{re.escape(entity.name)}(?![\w’'-])"
            text = re.sub(rf"\b(was|is|has|does)(?= {name})", lambda found: _OF_MANY[found[1]], text)
            text = re.sub(rf"^({name}) (was|is|has)\b", lambda f: f"{f[1]} {_OF_MANY[f[2]]}", text)
    return text


def running(entity: Entity) -> str:
    """The entity inside a sentence."""
    takes_the = entity.takes_the and not entity.name.lower().startswith("the ")
    if entity.type is EntityType.WORK:
        # The article is part of a title.
        return f"“The {entity.name}”" if takes_the else f"“{entity.name}”"
    return f"the {entity.name}" if takes_the else entity.name


def described(entity: Entity) -> str:
    """The entity inside a sentence with what it is, where its name does not tell: the engineer Ada Quill.

    A name of several small words, as the marbled frog, is left alone.
    """
    named = set(entity.name.casefold().split())
    told = {form for word in entity.kind.casefold().split() for form in (word, english.plural(word))}
    says_it = entity.takes_the and class_of(entity.name) is not None
    is_plain = " " in entity.name and entity.name[0].islower()
    if not entity.kind or entity.type is EntityType.WORK or named & told or says_it or is_plain:
        return running(entity)
    return f"the {entity.kind} {running(entity).removeprefix('the ')}"


def is_a_kind(entity: Entity) -> bool:
    """Whether it is called by a common noun, as an instrument or an animal is: the harmonium."""
    return entity.takes_the and entity.name.islower()


def option(entity: Entity) -> str:
    """The entity as an option: a line of its own, so it begins with a capital."""
    return capitalised(entity.name)


def prefixed(prefix: str, sentence: str, starts_with_name: bool) -> str:
    """The sentence after an opening such as `As of 2025,`; its first letter falls unless a name begins it."""
    rest = sentence if starts_with_name else sentence[0].lower() + sentence[1:]
    return f"{prefix} {rest}"


def capitalised(text: str) -> str:
    """The text with a first capital; names such as iPad keep their own way."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[0].upper() + text[1:] if first.islower() else text


def tidied(text: str) -> str:
    """The text with single spaces and no stop after a stop."""
    text = " ".join(text.split())
    return re.sub(r"\.(”?)\.$", r".\1", text)


def opens_with_name(template: str) -> bool:
    """Whether the first thing in a template is a name."""
    return template.startswith(("{subject}", "{value}"))


def _resolve(field: str, fact: Fact, graph: Graph, literal_after: str) -> str:
    if field in scopes.FORMS:
        return scopes.form(field, fact.scope)
    if field == "as_of":
        return literals.shown_date(fact.as_of) if fact.as_of else ""
    if field == "according_to":
        return source_name(fact, graph)
    side: Side = "subject" if field.startswith("subject") else "value"
    entity = graph.entity(fact, side)
    if entity is None:
        return _literal(fact, graph, literal_after)
    if field.endswith(".kind"):
        return _ASKED_AS.get(entity.kind, entity.kind)
    if field.endswith(".within"):
        whole = graph.entities.get(entity.within)
        return running(whole) if whole else ""
    return running(entity)


def source_name(fact: Fact, graph: Graph) -> str:
    """The publisher, or else the title in quotation marks, of the document a fact leans on."""
    document = graph.documents.get(fact.according_to)
    if document is None:
        return ""
    return document.publisher or f"“{document.title.replace('“', '‘').replace('”', '’')}”"


def _literal(fact: Fact, graph: Graph, literal_after: str) -> str:
    relation = graph.relation(fact)
    # "{value} episodes" in a template has said the unit itself.
    said = relation.unit and literal_after.strip().startswith(relation.unit)
    value = literals.shown(relation.literal, fact.value, "" if said else relation.unit)
    return f"about {value}" if scopes.is_nearly(fact.scope) else value


def _after_name(literal: str, name: str, plural: bool) -> str:
    """What follows a name, its possessive set right: Paris’s, the Beatles’."""
    return _PART_OF_NAME.sub("’" if plural else "’s", literal) if name else literal


def _with_article(text: str, name: str) -> str:
    if text.lower().endswith("the ") and name.lower().startswith("the "):
        return text[: -len("the ")]
    if match := re.search(r"\b([Aa])n? $", text):
        found = english.article(name.lstrip("“‘"))
        return text[: match.start()] + match[1] + found[1:] + " "
    return text
