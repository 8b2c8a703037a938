"""The round trip: a stem with its key filled in is read like any document, and must give the fact back.

What a stem asks by accident (another relation, the other side, a broken clause) does not come back.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.domain.fact import Entity, EntityType, Fact, Side
from quizapp.domain.text import folded
from quizapp.generation import scopes, wording
from quizapp.generation.english import past, plural, present
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.witnesses import Reader
from quizapp.generation.graph import SIDES, Graph, other
from quizapp.generation.literals import shown_date
from quizapp.generation.proposing import refusal
from quizapp.generation.ranking import Proposal
from quizapp.generation.refusals import Refusal

_ALL_OF_A_TYPE = "people|characters|places|works|organisations|events"
_ASKED_FIRST = rf"(?:Who|What|Which(?: of these(?: (?:{_ALL_OF_A_TYPE}))?)?(?: {{kinds}})?)"
_FRONTED = r"(?:(?P<preposition>[A-Z]\w+(?: \d{4} until)?) )?(?:[Ww]ho[m]?|[Ww]hat|[Ww]hich)(?: [\w-]+){0,4}?"
_QUOTES = re.compile("[“”]")
_ABOUT = re.compile(r"\b[Aa]bout ")
_HOW = r"How (?P<measure>many [\w -]+?|[a-z]+(?: above sea level)?)"
_WHAT_IS = r"What (?:is|was) the (?P<what>[a-z -]+) of "
_OF_PART = r"(?:What|How (?P<how>[a-z ]+?)) (?P<verb>is|are|was|were) (?P<part>the [a-z -]+ of) "
_HOW_FAR = r"How far (?P<where>.+) (?P<verb>does|do) "
_HOW_LONG_TO = r"How long did it take to (?P<verb>[a-z]+) "
_INFLECTED: Mapping[str, Callable[[str], str]] = {"did": past, "does": present, "do": str}
_AUXILIARY = r"(?P<auxiliary>was|were|is|are|did|does|do|has|have|had)"


@dataclass(frozen=True)
class Known:
    """Names that mean what the run has linked them to: in a filled-in stem nothing else is left open."""

    entities: Sequence[Entity]

    def mention(self, line: Line, start: int, end: int, types: tuple[EntityType, ...]) -> Mention | None:
        """The entity whose name stands there, alone or with its kind before it."""
        text = f" {folded(_QUOTES.sub('', line.text[start:end]))} "
        found = [
            (len(name), entity)
            for entity in self.entities
            for name in entity.names
            if entity.type in types and text.endswith(f" {folded(name)} ")
        ]
        if not found:
            return None
        entity = max(found, key=lambda each: each[0])[1]
        return Mention(entity.name, entity.type, entity.kind)


def proved(tried: Sequence[Proposal | Refusal], graph: Graph, reader: Reader) -> Iterator[Proposal | Refusal]:
    """What was tried, with every proposal refused whose fact was found by reading and does not come back."""
    asked = [each for each in tried if isinstance(each, Proposal) and _is_read_again(each, graph)]
    asked_of = {id(each): each for each in asked}
    sentences = [
        (id(each), text, Known(_entities(each.fact, graph)))
        for each in asked
        for text in filled_in(each, graph)
    ]
    read = reader.again([(text, known) for _, text, known in sentences]) if sentences else ()
    back = {
        proposal
        for (proposal, _, _), candidates in zip(sentences, read, strict=True)
        if comes_back(asked_of[proposal].fact, graph, candidates)
    }
    for each in tried:
        if isinstance(each, Refusal) or id(each) not in asked_of or id(each) in back:
            yield each
        else:
            yield refusal(
                "does not come back when it is read again", each.fact, each.side, graph, each.item.stem
            )


def _is_read_again(proposal: Proposal, graph: Graph) -> bool:
    """Whether readers could find it: found in a text, of a relation told in clauses, asked in one step."""
    relation = graph.relation(proposal.fact)
    is_general = any("{scope." in each for each in relation.ask_value) or relation.literal == "text"
    if relation.waits:
        return False
    return proposal.fact.witnesses > 0 and (bool(relation.says) or is_general) and proposal.via is None


def _entities(fact: Fact, graph: Graph) -> list[Entity]:
    return [entity for side in SIDES if (entity := graph.entity(fact, side))]


def filled_in(proposal: Proposal, graph: Graph) -> list[str]:
    """The stem as statements, its key in the places of what it asks; nothing where its form is unknown."""
    moment = f" in {shown_date(proposal.fact.as_of)}" if proposal.fact.as_of else "?"
    source = f"According to {wording.source_name(proposal.fact, graph)}, "
    asked = wording.capitalised(proposal.item.stem.removeprefix(source))
    stem = asked.rstrip("?").removesuffix(moment)
    if scopes.is_nearly(proposal.fact.scope):
        stem = wording.capitalised(_ABOUT.sub("", stem, count=1))
    readings = _readings(stem, proposal.fact, proposal.side, graph)
    return list(dict.fromkeys(readings))


def comes_back(fact: Fact, graph: Graph, candidates: Sequence[Candidate]) -> bool:
    """Whether the fact is among what was read, and no other filling of its relation."""
    read = [each for each in candidates if each.relation == fact.relation]
    return bool(read) and all(_is(each, fact, graph) for each in read)


def _is(candidate: Candidate, fact: Fact, graph: Graph) -> bool:
    value = candidate.value if isinstance(candidate.value, str) else candidate.value.name
    entity = graph.entity(fact, "value")
    names = entity.names if entity else (fact.value,)
    return (
        candidate.subject.name in graph.names(fact, "subject")
        and folded(value) in {folded(name) for name in names}
        and folded(candidate.scope) in ("", folded(fact.scope))
    )


def _readings(stem: str, fact: Fact, side: Side, graph: Graph) -> Iterator[str]:
    asked, given = graph.entity(fact, side), graph.entity(fact, other(side))
    key = wording.running(asked) if asked else _literal(fact, side, graph)
    kinds = "|".join(re.escape(kind) for kind in _kinds(asked))
    subject = wording.running(given) if given else graph.names(fact, other(side))[0]
    introduced = rf"(?:the (?:[\w ]+ )?)?{re.escape(subject.removeprefix('the '))}"
    tail = rf" {_AUXILIARY} (?P<subject>{introduced})(?P<rest>.*)"
    # Patterns with a name in them are made for one stem: only those that it can fit.
    how, what = stem.startswith("How "), stem.startswith("What ")
    if what and (found := re.fullmatch(rf"{_WHAT_IS}{introduced}", stem)):
        yield wording.capitalised(f"{subject} has a {found['what']} of {key}.")
    if how and (found := re.fullmatch(rf"{_HOW_LONG_TO}{introduced}", stem)):
        yield wording.capitalised(f"{subject} took {key} to {found['verb']}.")
    if how and (found := re.fullmatch(rf"{_HOW_FAR}{introduced} lie", stem)):
        yield wording.capitalised(f"{subject} lies {key} {found['where']}.")
    if given and (how or what) and (found := re.fullmatch(rf"{_OF_PART}{introduced}", stem)):
        dimension = f" {found['how']}" if found["how"] else ""
        yield wording.capitalised(f"{found['part']} {subject} {found['verb']} {key}{dimension}.")
    if how and (found := re.fullmatch(_HOW + tail, stem)):
        yield _measured(found, key)
    if given and not how and (found := re.fullmatch(_FRONTED + tail, stem)):
        preposition = f"{found['preposition'] or ''} ".lower().lstrip()
        verb, rest = _finite(found)
        yield f"{verb}{rest} {preposition}{key}."
        # "Which part does X play in Y": the part stands between.
        for at in re.finditer(r" (?=(?:in|on|at|for|to|from|by|with|as) )", rest):
            yield f"{verb}{rest[: at.start()]} {preposition}{key}{rest[at.start() :]}."
    if found := re.fullmatch(rf"{_ASKED_FIRST.format(kinds=f'(?:{kinds})')} (?P<rest>.+)", stem):
        yield wording.capitalised(f"{key} {found['rest']}.")


def _literal(fact: Fact, side: Side, graph: Graph) -> str:
    """The literal as a sentence has it: with `about` where it is only near the truth."""
    value = graph.names(fact, side)[0]
    return f"about {value}" if side == "value" and scopes.is_nearly(fact.scope) else value


def _measured(found: re.Match[str], key: str) -> str:
    """`How long is X` becomes `X is 62 metres long`, `How many arches does X have`: `X has 28 arches`."""
    what = found["measure"]
    verb, rest = _finite(found)
    if what.startswith("many "):
        counted = "" if key.endswith(what[5:]) else what[4:]
        return f"{verb}{rest} {key}{counted}."
    what = what.removeprefix("high ") if " " in what else what
    after = f" {what}" if what != "much" and not rest else ""
    return f"{verb}{rest} {key}{after}."


def _finite(found: re.Match[str]) -> tuple[str, str]:
    """Subject and verb as a statement has them, and what follows: `did build` is `built`."""
    subject, auxiliary, rest = wording.capitalised(found["subject"]), found["auxiliary"], found["rest"]
    if auxiliary in _INFLECTED and rest.strip():
        verb, _, after = rest.strip().partition(" ")
        return f"{subject} {_INFLECTED[auxiliary](verb)}", f" {after}".rstrip()
    return f"{subject} {auxiliary}", rest


def _kinds(entity: Entity | None) -> list[str]:
    return [entity.kind, plural(entity.kind)] if entity and entity.kind else ["year", "date"]
