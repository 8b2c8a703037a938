"""The catalogue of relations: relations.toml read strictly into domain relations.

A slip in the catalogue would spoil every pack made with it, so anything unknown or contradictory is refused
with file, line and relation. Templates are only checked here; `wording` fills them.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from quizapp.domain.fact import LITERAL_KINDS, EntityType, Relation
from quizapp.errors import Malformed
from quizapp.generation.extraction.frames import frame
from quizapp.generation.scopes import FORMS

CATALOGUE = Path(__file__).with_name("relations.toml")

_TEMPLATES = ("statement", "ask_value", "ask_subject", "describe_value", "describe_subject")
_LISTS = ("subject", "value", *_TEMPLATES, "tags", "says", "few")
_SWITCHES = ("single_valued", "single_subject", "volatile", "exhaustive", "exhaustive_subject", "waits")
_TEXTS = ("unit", "dimension", "finer")
_KNOWN = (*_LISTS, *_SWITCHES, *_TEXTS)
_TYPES = tuple(EntityType)
_FREE_FIELDS = {*FORMS, "as_of", "according_to"}


@cache
def load(path: Path = CATALOGUE) -> Mapping[str, Relation]:
    """The relations of a catalogue file, by name."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, where: str = "relations.toml") -> Mapping[str, Relation]:
    """The relations written in a TOML text, by name; Malformed names the first slip."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Malformed(f"{where}: not TOML: {error}") from None
    relations = {}
    for name, table in tables.items():
        if isinstance(table, dict) and isinstance(table.get("value"), str):
            table["value"] = [table["value"]]
        slips = [*_slips(name, table), *_slips_of_finer(table, tables)]
        if slips:
            raise Malformed(f"{where}:{_line(text, name)}: [{name}] {slips[0]}")
        relations[name] = _relation(name, table)
    return relations


def fields(template: str) -> set[str]:
    """The names between braces in a template."""
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


def _relation(name: str, table: Mapping[str, object]) -> Relation:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return Relation(relation_id=name, **values)  # type: ignore[arg-type]


def _line(text: str, name: str) -> int:
    header = re.search(rf"^[ \t]*\[[ \t]*\"?{re.escape(name)}\"?\s*\]", text, re.MULTILINE)
    return text.count("\n", 0, header.start()) + 1 if header else 1


def _slips(name: str, table: object) -> Iterator[str]:
    if not isinstance(table, dict):
        yield "is not a table; write it as [name] with its fields below"
        return
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        yield "is not a name of a-z, 0-9 and _"
    yield from _slips_of_shape(table)
    if not list(_slips_of_shape(table)):
        yield from _slips_of_types(table)
        yield from _slips_of_templates(table)
        yield from _slips_of_says(name, table)


def _slips_of_shape(table: Mapping[str, object]) -> Iterator[str]:
    for key, value in table.items():
        if key not in _KNOWN:
            yield f"has the unknown field {key!r}; known are {', '.join(_KNOWN)}"
        elif key in _LISTS and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            yield f"{key} must be a list of texts"
        elif key in _SWITCHES and not isinstance(value, bool):
            yield f"{key} must be true or false"
        elif key in _TEXTS and not isinstance(value, str):
            yield f"{key} must be a text"
    for key in ("subject", "value", "statement"):
        if not table.get(key):
            yield f"needs {key}"


def _slips_of_types(table: Mapping[str, list[str]]) -> Iterator[str]:
    if strange := [t for t in table["subject"] if t not in _TYPES]:
        yield f"subject has the unknown type {strange[0]!r}; known are {', '.join(_TYPES)}"
    literal = [kind for kind in table["value"] if kind in LITERAL_KINDS]
    if literal and len(table["value"]) > 1:
        yield f"value mixes the literal {literal[0]!r} with other types"
    if strange := [t for t in table["value"] if t not in (*_TYPES, *LITERAL_KINDS)]:
        yield f"value has the unknown type {strange[0]!r}; known are {', '.join((*_TYPES, *LITERAL_KINDS))}"
    if table.get("unit") and table["value"] != ["number"]:
        yield "has a unit but its value is not a number"
    if table.get("dimension") and table["value"] != ["quantity"]:
        yield "has a dimension but its value is not a quantity"


def _slips_of_says(name: str, table: Mapping[str, list[str]]) -> Iterator[str]:
    for text in table.get("says", []):
        try:
            found = frame(name, text)
        except Malformed as error:
            yield str(error)
            continue
        if found.first == "value" and table["value"][0] in LITERAL_KINDS:
            yield f"says {text!r} begins with a {table['value'][0]}; a literal stands last"


def _slips_of_finer(table: object, tables: Mapping[str, object]) -> Iterator[str]:
    """A year is said more exactly by the date in another relation, and by nothing else."""
    if not isinstance(table, dict) or not isinstance(table.get("finer"), str):
        return
    exact = tables.get(table["finer"])
    if not isinstance(exact, dict):
        yield f"finer names the unknown relation {table['finer']!r}"
    elif table.get("value") != ["year"] or exact.get("value") not in (["date"], "date"):
        yield f"finer must lead from a year to a date; {table['finer']!r} does not"


def _slips_of_templates(table: Mapping[str, list[str]]) -> Iterator[str]:
    parts = {"subject", "subject.kind", "subject.within", "value"}
    if table["value"][0] not in LITERAL_KINDS:
        parts |= {"value.kind", "value.within"}
    for key in _TEMPLATES:
        for template in table.get(key, []):
            try:
                found = fields(template)
            except ValueError as error:
                yield f"{key} {template!r}: {error}"
                continue
            if strange := sorted(found - parts - _FREE_FIELDS):
                yield f"{key} {template!r} has the unknown field {{{strange[0]}}}"
            yield from _slips_of_sides(key, template, found)


def _slips_of_sides(key: str, template: str, found: set[str]) -> Iterator[str]:
    stop = {"statement": ".", "ask": "?"}.get(key.partition("_")[0], "")
    is_gap = stop == "?" and template.endswith("____.")
    if not template.endswith(stop) and not is_gap:
        yield f"{key} {template!r} must end with {stop!r}"
    if key == "statement":
        if not {"subject", "value"} <= found:
            yield f"{key} {template!r} must name {{subject}} and {{value}}"
        return
    wanted = key.partition("_")[2]
    given = "value" if wanted == "subject" else "subject"
    if wanted in found:
        yield f"{key} {template!r} names {{{wanted}}}, which it {'asks for' if stop else 'describes'}"
    if given not in found:
        yield f"{key} {template!r} must name {{{given}}}"
