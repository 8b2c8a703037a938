"""Pack text to Pack. Everything that is wrong is found in one reading, each with its line.

Whether the questions are any good is judged by `packs.lint`; what a relation may link, by `generation`.
"""

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import TypeVar, cast

from quizapp.domain.fact import Document, Entity, EntityType, Evidence, Fact, Side
from quizapp.domain.item import DISTRACTORS, Difficulty, Item
from quizapp.domain.pack import SLUG, Pack
from quizapp.errors import PackError
from quizapp.packs import shape
from quizapp.packs.fields import Fields, nearest
from quizapp.packs.findings import Finding, Report, raised_findings
from quizapp.packs.source import plain_text
from quizapp.packs.tree import Mapping, Node, Scalar, Sequence, tree_of

Part = TypeVar("Part", Document, Entity, Fact, Item)

_LIKE_AN_ID = re.compile(r"(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a reading: the pack, if nothing forbids it; the findings; each item's line, by its id."""

    pack: Pack | None
    findings: tuple[Finding, ...]
    lines: MappingOf[str, int] = field(default_factory=dict)


def read_pack(source: str | bytes, path: str) -> Pack:
    """The pack of that text, or a PackError with every finding."""
    pack, report, _ = _read(source, path)
    if pack is None:
        raise report.error()
    return pack


def read_report(source: str | bytes, path: str) -> tuple[Pack | None, tuple[Finding, ...]]:
    """The pack, when it can be used, and all findings; never raises."""
    reading = survey(source, path)
    return reading.pack, reading.findings


def survey(source: str | bytes, path: str) -> Reading:
    """The pack, its findings, and where its items stand; never raises."""
    try:
        pack, report, lines = _read(source, path)
    except PackError as error:
        return Reading(None, raised_findings(error))
    return Reading(pack, report.in_order, lines)


def _read(source: str | bytes, path: str) -> tuple[Pack | None, Report, dict[str, int]]:
    report = Report(path)
    reader = _Reader(tree_of(plain_text(source, report), report), report)
    pack = reader.pack()
    return None if report.errors else pack, report, reader.item_lines


class _Reader:
    """Reads one tree. What it declares is known from the start, so the order of its parts does not matter."""

    def __init__(self, root: Node, report: Report) -> None:
        self._report = report
        self._top = Fields(root, "the pack", shape.PACK_KEYS, ("format", "title", "slug"), report)
        self._documents = _declared(root, "documents")
        self._entities = _declared(root, "entities")
        self._facts = _declared(root, "facts")
        self.item_lines: dict[str, int] = {}

    def pack(self) -> Pack | None:
        top = self._top
        top.choice("format", (shape.FORMAT,), shape.FORMAT)
        heading = {key: top.text(key) for key in ("licence", "attribution", "description", "topic")} | {
            "title": top.text("title", longest=shape.LONGEST_PACK_TITLE),
            "slug": top.matching("slug", SLUG, "write 2 to 60 of a-z, 0-9 and inner hyphens"),
            "language": top.matching("language", shape.LANGUAGE, "write a tag such as en or pt-BR", "en"),
        }
        documents = tuple(self._each("documents", self._document, shape.DOCUMENT_KEYS, ("id", "title")))
        entities = tuple(self._each("entities", self._entity, shape.ENTITY_KEYS, ("id", "name", "type")))
        facts = tuple(self._each("facts", self._fact, shape.FACT_KEYS, ("subject", "relation", "value")))
        items = tuple(self._each("items", self._item, shape.ITEM_KEYS, ("stem", "key", "distractors")))
        self._refuse_loops(entities)
        return top.built(
            lambda: Pack(**heading, documents=documents, entities=entities, facts=facts, items=items)
        )

    def _each(
        self, key: str, read: Callable[[Fields], Part | None], known: tuple[str, ...], needed: tuple[str, ...]
    ) -> Iterator[Part]:
        """The sound parts of a list, each under an id of its own."""
        lines: dict[str, int] = {}
        noun = shape.NOUNS[key]
        for node in self._top.parts(key):
            fields = Fields(node, f"this {noun}", known, needed, self._report)
            part = read(fields)
            if part is None:
                continue
            part_id = getattr(part, f"{noun}_id")
            if part_id in lines:
                what = f"the id {part_id!r} is taken on line {lines[part_id]} already"
                fields.refuse("id", "duplicate-id", what, f"give this {noun} another id, or take it out")
            lines.setdefault(part_id, fields.line)
            yield part
        if key == "items":
            self.item_lines = lines

    def _document(self, fields: Fields) -> Document | None:
        document = Document(
            _id(fields),
            fields.text("title"),
            fields.text("publisher"),
            _url(fields),
            fields.date("date"),
            fields.text("licence"),
        )
        return document if fields.sound else None

    def _entity(self, fields: Fields) -> Entity | None:
        entity_id, name = _id(fields), fields.text("name")
        type_ = EntityType(fields.choice("type", tuple(EntityType), EntityType.THING))
        kind, takes_the = fields.text("kind"), fields.flag("the")
        within = fields.reference("within", "entity", self._entities)
        aliases = fields.texts("aliases")
        return fields.built(lambda: Entity(entity_id, name, type_, kind, takes_the, within, aliases))

    def _fact(self, fields: Fields) -> Fact | None:
        fact = Fact(
            subject=fields.reference("subject", "entity", self._entities),
            relation=fields.matching("relation", shape.RELATION, "write the relation's name as in plays"),
            value=fields.text("value"),
            evidence=self._evidence(fields),
            scope=fields.text("scope"),
            as_of=fields.date("as_of"),
            according_to=fields.reference("according_to", "document", self._documents),
            ask=self._sides(fields),
            note=fields.text("note"),
            witnesses=_witnesses(fields),
            fact_id=_id(fields),
        )
        if not fields.sound:
            return None
        self._warn_of_misspelt_value(fields, fact.value)
        self._facts.add(fact.fact_id)
        return fact

    def _item(self, fields: Fields) -> Item | None:
        item_id, stem, key = _id(fields), fields.text("stem"), fields.text("key")
        distractors = fields.texts("distractors")
        if fields.sound and len(distractors) != DISTRACTORS:
            what = f"an item has {DISTRACTORS} distractors, this one has {len(distractors)}"
            fields.refuse(
                "distractors", "distractors", what, "write as many as are missing, or take some out"
            )
        explanation, evidence = fields.text("explanation"), self._evidence(fields)
        fact_id = fields.reference("fact", "fact", self._facts)
        difficulty = cast(Difficulty, fields.choice("difficulty", shape.DIFFICULTIES, "medium"))
        tags, made = fields.texts("tags"), fields.flag("made")
        return fields.built(
            lambda: Item(
                stem, key, distractors, explanation, evidence, fact_id, difficulty, tags, made, item_id
            )
        )

    def _evidence(self, fields: Fields) -> tuple[Evidence, ...]:
        found = (self._one_evidence(node) for node in fields.parts("evidence"))
        return tuple(evidence for evidence in found if evidence)

    def _one_evidence(self, node: Node) -> Evidence | None:
        fields = Fields(node, "this evidence", shape.EVIDENCE_KEYS, ("document",), self._report)
        document_id = fields.reference("document", "document", self._documents)
        paragraph, sentence = fields.count("paragraph"), fields.count("sentence")
        return fields.built(lambda: Evidence(document_id, paragraph, sentence))

    def _sides(self, fields: Fields) -> tuple[Side, ...]:
        if not fields.has("ask"):
            return shape.SIDES
        sides = fields.texts("ask")
        if not set(sides) <= set(shape.SIDES) or len(set(sides)) != len(sides):
            what = f"`ask: [{', '.join(sides)}]` names no sides of a fact"
            fields.refuse("ask", "bad-ask", what, "list subject, value, both or none")
        return cast(tuple[Side, ...], sides)

    def _warn_of_misspelt_value(self, fields: Fields, value: str) -> None:
        # Only the relation knows whether a value is an entity, so a near miss is all that can be told here.
        if value in self._entities or not _LIKE_AN_ID.fullmatch(value):
            return
        if near := nearest(value, self._entities, least=85):
            what = f"`value: {value}` is taken as text, though the pack has the entity {near!r}"
            fields.refuse(
                "value",
                "misspelt-entity",
                what,
                "mend the id, or write the text as people read it",
                "warning",
            )

    def _refuse_loops(self, entities: tuple[Entity, ...]) -> None:
        within = {entity.entity_id: entity.within for entity in entities}
        for entity_id in within:
            above, seen = within[entity_id], {entity_id}
            while above and above not in seen:
                seen.add(above)
                above = within.get(above, "")
            if above == entity_id:
                what = f"the entity {entity_id!r} lies within itself"
                self._top.refuse("entities", "within-loop", what, "take one `within` out")
                return


def _declared(root: Node, key: str) -> set[str]:
    """The ids that a list of the pack declares, whether or not the rest of each entry is sound."""
    listed = root.values.get(key) if isinstance(root, Mapping) else None
    parts = listed.parts if isinstance(listed, Sequence) else ()
    ids = (part.values.get("id") for part in parts if isinstance(part, Mapping))
    return {node.text for node in ids if isinstance(node, Scalar)}


def _id(fields: Fields) -> str:
    return fields.matching("id", shape.ID, "write a-z, 0-9 and inner hyphens")


def _url(fields: Fields) -> str:
    return fields.matching("url", shape.URL, "write an address that begins with https://")


def _witnesses(fields: Fields) -> int:
    return int(fields.matching("witnesses", shape.WITNESSES, "count from 1 to 99, in digits") or 0)
