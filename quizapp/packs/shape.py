"""The keys of a pack file, in the order they are written, and how long their texts may be."""

import re

from quizapp.domain.fact import Side
from quizapp.domain.item import LONGEST_EXPLANATION, LONGEST_OPTION, LONGEST_STEM

FORMAT = "1"

PACK_KEYS = (
    "format", "title", "slug", "language", "licence", "attribution", "description", "topic",
    "documents", "entities", "facts", "items",
)  # fmt: skip
DOCUMENT_KEYS = ("id", "title", "publisher", "url", "date", "licence")
ENTITY_KEYS = ("id", "name", "type", "kind", "the", "within", "aliases")
FACT_KEYS = (
    "id", "subject", "relation", "value", "evidence", "witnesses", "scope", "as_of", "according_to", "ask",
    "note",
)  # fmt: skip
EVIDENCE_KEYS = ("document", "paragraph", "sentence")
ITEM_KEYS = (
    "id", "stem", "key", "distractors", "explanation", "fact", "evidence", "difficulty", "tags", "made",
)  # fmt: skip

NOUNS = {"documents": "document", "entities": "entity", "facts": "fact", "items": "item"}

SIDES: tuple[Side, ...] = ("subject", "value")
DIFFICULTIES = ("easy", "medium", "hard")

LONGEST = {
    "title": 300,
    "licence": 60,
    "attribution": 300,
    "description": 500,
    "topic": 60,
    "publisher": 120,
    "url": 500,
    "name": 120,
    "kind": 60,
    "aliases": 120,
    "value": 300,
    "scope": 150,
    "note": 400,
    "stem": LONGEST_STEM,
    "key": LONGEST_OPTION,
    "distractors": LONGEST_OPTION,
    "explanation": LONGEST_EXPLANATION,
    "tags": 40,
    "ask": 40,
}
LONGEST_PACK_TITLE = 100

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
RELATION = re.compile(r"[a-z][a-z0-9_-]{0,59}")
URL = re.compile(r"https?://[^\s<>\"]+")
COUNT = re.compile(r"[1-9][0-9]{0,5}")
WITNESSES = re.compile(r"[1-9][0-9]?")
PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
