"""Fact -> stem and explanation, by the templates of its relation: grammar comes from the catalogue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.domain.fact import Fact, Side
from quizapp.generation import english, literals, wording
from quizapp.generation.catalogue import fields
from quizapp.generation.graph import Graph, other, slot


@dataclass(frozen=True, slots=True)
class Stem:
    """One way to ask one side of a fact, and what its words promise about every option."""

    text: str
    side: Side
    same_kind: bool = False
    same_within: bool = False
    says_scope: bool = False
    of_these: bool = False


def stem(fact: Fact, side: Side, graph: Graph) -> Stem | None:
    """The question for one side, or None when no template of the relation can be filled."""
    relation = graph.relation(fact)
    templates = relation.ask_subject if side == "subject" else relation.ask_value
    found = _first(templates, fact, graph)
    if found is None:
        return None
    template, text = found
    used = fields(template)
    narrow = f"{side}.within" in used or "scope" in used
    found_one = Stem(
        text,
        side,
        same_kind=f"{side}.kind" in used,
        same_within=f"{side}.within" in used,
        says_scope="scope" in used,
        of_these="hich of these" in template,
    )
    single = relation.single_subject if side == "subject" else relation.single_valued
    if not single and (not narrow or len(rivals(found_one, fact, graph)) > 1):
        found_one = _of_these(found_one, fact, graph)
    return replace(found_one, text=_anchored(found_one.text, template, fact, graph))


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
