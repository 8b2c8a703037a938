"""The schema for editors says the same as the reader."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from quizapp.packs import shape
from quizapp.packs.reader import read_report
from quizapp.places import place
from tests.packs.texts import GOOD, broken

SCHEMA = json.loads(resources.files("quizapp.packs").joinpath("pack.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SHIPPED = sorted(place("questions").glob("*.yaml"))

AGREED = {
    "a good pack": GOOD,
    "a title that is a number": broken("The Solar System", "1984"),
    "options that are numbers": broken("[Pluto, Eris, Haumea]", "[1, 2.5, true]"),
    "a partial date": broken("2025-10-13", "2025"),
    "nothing but a heading": "format: 1\ntitle: T\nslug: tt\n",
    "no title": broken("title: The Solar System\n", ""),
    "an unknown key": broken("topic:", "topc:"),
    "an unknown key in an item": broken("stem:", "stemm:"),
    "another format": broken("format: 1", "format: 2"),
    "a slug with capitals": broken("slug: solar", "slug: Solar"),
    "a slug of one letter": broken("slug: solar-system", "slug: s"),
    "a long title": broken("The Solar System", "S" * 101),
    "an empty text": broken("licence: CC0-1.0", "licence: ''"),
    "a list for a text": broken("key: Ceres", "key: [Ceres]"),
    "a text for a list": broken("tags: [belt]", "tags: belt"),
    "two distractors": broken("[Pluto, Eris, Haumea]", "[Pluto, Eris]"),
    "an unknown type": broken("type: place", "type: rock"),
    "an unknown difficulty": broken("easy", "fiendish"),
    "an unknown side": broken("ask: [value]", "ask: [relation]"),
    "a side twice": broken("ask: [value]", "ask: [value, value]"),
    "no side": broken("ask: [value]", "ask: []"),
    "a thirteenth month": broken("2025-10-13", "2025-13"),
    "paragraph nought": broken("paragraph: 12", "paragraph: 0"),
    "a sentence in no paragraph": broken("paragraph: 12, ", ""),
    "a script for an address": broken("https://example.org/guide", "javascript:x"),
    "made perhaps": broken("made: true", "made: perhaps"),
    "a relation in words": broken("discovered_in", "was discovered in"),
    "a licence that is empty": broken("licence: CC-BY-4.0", "licence: ''"),
    "a long licence": broken("licence: CC-BY-4.0", f"licence: {'L' * 61}"),
    "a licence on two lines": broken("licence: CC-BY-4.0", 'licence: "CC\\nBY"'),
    "ninety-nine witnesses": broken("witnesses: 2", "witnesses: 99"),
    "a hundred witnesses": broken("witnesses: 2", "witnesses: 100"),
    "no witness": broken("witnesses: 2", "witnesses: 0"),
    "half a witness": broken("witnesses: 2", "witnesses: 1.5"),
    "witnesses in words": broken("witnesses: 2", "witnesses: two"),
    "witnesses in a list": broken("witnesses: 2", "witnesses: [2]"),
    "an id with capitals": broken("id: q-ceres", "id: Q-ceres"),
}


def _loaded(text: str) -> Any:
    """What an ordinary YAML 1.2 reader makes of it, in the terms of JSON."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


@pytest.mark.parametrize("text", AGREED.values(), ids=AGREED.keys())
def test_schema_and_reader_agree(text: str) -> None:
    pack, _ = read_report(text, "p.yaml")

    assert VALIDATOR.is_valid(_loaded(text)) == (pack is not None)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_packs_fit_the_schema(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(_loaded(path.read_text("utf-8")))] == []


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (SCHEMA, shape.PACK_KEYS),
        (SCHEMA["$defs"]["document"], shape.DOCUMENT_KEYS),
        (SCHEMA["$defs"]["entity"], shape.ENTITY_KEYS),
        (SCHEMA["$defs"]["fact"], shape.FACT_KEYS),
        (SCHEMA["$defs"]["evidence"], shape.EVIDENCE_KEYS),
        (SCHEMA["$defs"]["item"], shape.ITEM_KEYS),
    ],
    ids=["pack", "document", "entity", "fact", "evidence", "item"],
)
def test_the_schema_knows_the_keys_of_the_reader_in_their_order(
    part: dict[str, Any], keys: tuple[str, ...]
) -> None:
    assert tuple(part["properties"]) == keys
    assert all("description" in value or "$ref" in value for value in part["properties"].values())
