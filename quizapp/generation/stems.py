"""Fact -> stem and explanation, by the templates of its relation: grammar comes from the catalogue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.domain.fact import EntityType, Fact, Side
from quizapp.generation import english, gazetteer, literals, scopes, setting, wording
from quizapp.generation.catalogue import fields
from quizapp.generation.graph import Graph, other, outweighs, slot
from quizapp.packs.vocabulary import vocabulary

_ALL_OF = {
    EntityType.PERSON: "people",
    EntityType.CHARACTER: "characters",
    EntityType.WORK: "works",
    EntityType.ORGANISATION: "organisations",
    EntityType.PLACE: "places",
    EntityType.EVENT: "events",
}
_AMOUNTS = ("year", "date", "number", "quantity")
# So somebody is called beside a name only in a certain text.
_NO_TITLES = vocabulary(
    "servant official patient guest heroine hero officer member leader housewife player wife husband widow"
    " mother father daughter son child teenager witness victim neighbour friend assistant owner"
    " part farm house estate volunteer vocalist capital retiree resident employee spokesman spokeswoman"
    " survivor winner"
)
SUCCESSION = "succeeded"
_ABOUT = {
    "How ": "About how ",
    "What is ": "About what is ",
    "What was ": "About what was ",
    "At what ": "At about what ",
}
_OFFICES = {
    "president_of": "president",
    "director_of": "director",
    "mayor_of": "mayor",
    "governor_of": "governor",
    "prime_minister_of": "prime minister",
    "chancellor_of": "chancellor",
    "bishop_of": "bishop",
    "archbishop_of": "archbishop",
}
# Which director directed it: the stem says the same twice.
_CLANG = re.compile(r"\b(\w{3,})(?:or|er|r) \1(?:ed|d)\b")
_BARE = re.compile(rf"\b([Ww])hich of these (?!(?:{'|'.join(_ALL_OF.values())}|institutions)\b)")


# What is said of people as long as they live.
_OF_LIVING = frozenset({"comes_from"})
_LONG_AGO = 1950
_PAST = {"does": "did", "comes": "came"}
_PRESENT = re.compile(r"\b(?:does|comes)\b")


@dataclass(frozen=True, slots=True)
class Stem:
    """One way to ask one side of a fact, and what its words promise about every option.

    `via` is the second fact that a stem in two steps needs.
    """

    text: str
    side: Side
    same_kind: bool = False
    same_within: bool = False
    says_scope: bool = False
    of_these: bool = False
    is_cast: bool = False
    via: Fact | None = None


def stem(fact: Fact, side: Side, graph: Graph) -> Stem | None:
    """The best question for one side, or None when no template of the relation can be filled."""
    return next(forms(fact, side, graph), None)


def forms(fact: Fact, side: Side, graph: Graph) -> Iterator[Stem]:
    """Every question for one side: as the templates ask, then as a choice among these people or places."""
    relation = graph.relation(fact)
    templates = relation.ask_subject if side == "subject" else relation.ask_value
    open_choice = [found for each in templates if (found := _among_these(each, fact, side, graph))]
    if side == "subject" and relation.literal in _AMOUNTS:
        # Which of these places was opened in 1841: nobody would ask that.
        open_choice = []
    seen: list[str] = []
    for template in (_of_its_type(each, fact, side, graph) for each in (*templates, *open_choice)):
        text = wording.fill(template, fact, graph)
        text = _in_its_time(text, fact, graph) if text else text
        if text and side == "value" and scopes.is_nearly(fact.scope):
            text = _asked_about(text)
        if text and text not in seen and not _CLANG.search(text):
            seen.append(text)
            yield _asked(template, _introduced(text, fact, side, graph), fact, side, graph)


def _asked(template: str, text: str, fact: Fact, side: Side, graph: Graph) -> Stem:
    relation, used = graph.relation(fact), fields(template)
    says_scope = any(field.partition(".")[0] == "scope" for field in used)
    narrow = f"{side}.within" in used or says_scope
    found = Stem(
        text,
        side,
        same_kind=f"{side}.kind" in used,
        same_within=f"{side}.within" in used,
        says_scope=says_scope,
        of_these="hich of these" in template,
        is_cast="cast" in relation.tags,
    )
    single = relation.single_subject if side == "subject" else relation.single_valued
    if not single and (not narrow or len(rivals(found, fact, graph)) > 1):
        found = _of_these(found, fact, graph)
    found = replace(found, text=_in_office(found.text, fact, graph))
    return replace(found, text=_anchored(found.text, template, fact, graph))


def _in_its_time(text: str, fact: Fact, graph: Graph) -> str:
    """The sentence in the past where its fact plays long ago: who was born in 1795 comes from nowhere."""
    if fact.relation not in _OF_LIVING:
        return text
    year = setting.year_of(fact, graph)
    is_past = year is not None and year < _LONG_AGO
    return _PRESENT.sub(lambda found: _PAST[found[0]], text, count=1) if is_past else text


def _asked_about(text: str) -> str:
    """The question for a number near the truth: about how many; nothing where that cannot be asked."""
    for opening, about in _ABOUT.items():
        if text.startswith(opening):
            return f"{about}{text.removeprefix(opening)}"
    return ""


def _in_office(text: str, fact: Fact, graph: Graph) -> str:
    """The stem of a succession with the office that was handed on, as far as a fact tells it."""
    if fact.relation != SUCCESSION or not fact.witnesses or not text.endswith("?"):
        return text
    offices = [
        known
        for person in (fact.subject, fact.value)
        for known in graph.about(person)
        if known.subject == person and known.relation in _OFFICES and slot(fact, "value") != known.value
    ]
    held = [
        f"{_OFFICES[known.relation]} of {wording.running(graph.entities[known.value])}" for known in offices
    ]
    return f"{text[:-1]} as {held[0]}?" if held else text


def _introduced(text: str, fact: Fact, side: Side, graph: Graph) -> str:
    """The stem of a fact found in a text with its given name introduced: the engineer John Fowler."""
    given = graph.entity(fact, other(side))
    if given is None or not fact.witnesses or given.kind in _NO_TITLES or f"{given.kind} " in text:
        return text
    if given.type is EntityType.PLACE and gazetteer.wholes(given.names):
        return text
    if given.type is EntityType.CHARACTER or wording.is_a_kind(given):
        return text
    name = wording.running(given)
    return wording.capitalised(text.replace(name, wording.described(given), 1))


def _among_these(template: str, fact: Fact, side: Side, graph: Graph) -> str:
    """A template that asks who, or for a kind, asking "which of these people" instead; else nothing."""
    entity = graph.entity(fact, side)
    if entity is None:
        return ""
    asked, these = f"hich {{{side}.kind}}", f"hich of these {_ALL_OF.get(entity.type, '')}".rstrip()
    if template.startswith("Who "):
        return f"W{these}{template.removeprefix('Who')}"
    return template.replace(asked, these) if asked in template else ""


def _of_its_type(template: str, fact: Fact, side: Side, graph: Graph) -> str:
    """`Which of these founded X` with what is asked for: `Which of these people founded X`."""
    entity = graph.entity(fact, side)
    noun = _ALL_OF.get(entity.type) if entity else None
    return _BARE.sub(rf"\1hich of these {noun} ", template) if noun else template


def rivals(stem: Stem, fact: Fact, graph: Graph) -> set[str]:
    """All known true answers that the stem's words leave open, the key among them."""
    key = slot(fact, stem.side)
    found = set()
    for known in graph.of(fact.relation):
        answer = slot(known, stem.side)
        given = other(stem.side)
        same_given = graph.may_be_same(fact.relation, given, slot(known, given), slot(fact, given))
        if not same_given or (stem.says_scope and known.scope != fact.scope) or known.as_of != fact.as_of:
            continue
        if answer != key and outweighs(fact, known):
            continue
        if answer != key and graph.may_be_same(fact.relation, stem.side, answer, key):
            continue
        if stem.same_within and graph.entities[answer].within != graph.entities[key].within:
            continue
        found.add(answer)
    return found


def _of_these(stem: Stem, fact: Fact, graph: Graph) -> Stem:
    """The stem that owns up to further answers outside the options: "Which of these films ..."."""
    entity = graph.entity(fact, stem.side)
    if stem.of_these or entity is None or not entity.kind:
        return stem
    found = re.compile(rf"\b([Ww])hich {re.escape(entity.kind)}\b")
    text, count = found.subn(rf"\1hich of these {english.plural(entity.kind)}", stem.text, count=1)
    return replace(stem, text=text, of_these=bool(count))


def explanation(fact: Fact, graph: Graph) -> str:
    """The fact as a sentence, with its date and source where it leans on them, and its note."""
    found = _first(graph.relation(fact).statement, fact, graph)
    if found is None:
        return fact.note
    template, text = found
    text = _in_its_time(text, fact, graph)
    return f"{_anchored(text, template, fact, graph)} {fact.note}".strip()


def _first(templates: Sequence[str], fact: Fact, graph: Graph) -> tuple[str, str] | None:
    for template in templates:
        text = wording.fill(template, fact, graph)
        if text is not None:
            return template, text
    return None


def _anchored(text: str, template: str, fact: Fact, graph: Graph) -> str:
    """The sentence with `According to ..., as of ...,` before it where the template does not say so."""
    used = fields(template)
    openings = []
    if fact.according_to and "according_to" not in used:
        openings.append(f"according to {wording.source_name(fact, graph)}")
    if fact.as_of and "as_of" not in used:
        openings.append(f"as of {literals.shown_date(fact.as_of)}")
    if not openings:
        return text
    opening = wording.capitalised(", ".join(openings) + ",")
    return wording.prefixed(opening, text, wording.opens_with_name(template))
