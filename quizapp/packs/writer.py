"""Pack to text: the same pack gives the same bytes, and a small change gives a small diff.

Keys come in one order, what has its default is left out, every text stays on one line. Texts that another
YAML reader would take for a number, a date, a truth or nothing are quoted: ordinary tools read what we read.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from quizapp.domain.fact import Document, Entity, Evidence, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.packs import shape

# Text that means itself in every YAML: it begins with a letter or a printer's opening quotation mark, and no
# sign of the syntax is in it. The rest is quoted, numbers and dates with it.
_PLAIN = re.compile(r"[^\W\d_“‘«„][^\n]*|[“‘«„][^\n]*")
_SYNTAX = re.compile(r": |:$| #")
_FLOW_SYNTAX = re.compile(r"[,\[\]{}:]")
_TYPED_WORD = re.compile(r"y|n|yes|no|on|off|true|false|null|nan|inf", re.IGNORECASE)
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def write_pack(pack: Pack) -> str:
    """The pack as YAML text that `read_pack` turns back into an equal pack."""
    return "".join(f"{line}\n" for line in _lines(pack))


def save_pack(pack: Pack, path: Path) -> None:
    """Writes the pack to the file at once: whoever reads meanwhile finds the old one or the new one whole."""
    text = write_pack(pack).encode()
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(0o644)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _lines(pack: Pack) -> Iterator[str]:
    yield f"format: {shape.FORMAT}"
    for key in ("title", "slug", "language", "licence", "attribution", "description", "topic"):
        if text := getattr(pack, key):
            yield f"{key}: {_scalar(text)}"
    yield from _list("documents", [_document(document) for document in pack.documents])
    yield from _list("entities", [_entity(entity) for entity in pack.entities])
    yield from _list("facts", [_fact(fact) for fact in pack.facts])
    yield from _list("items", [_item(item) for item in pack.items])


def _list(key: str, parts: list[list[str]]) -> Iterator[str]:
    if not parts:
        return
    yield f"{key}:"
    for first, *rest in parts:
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)


def _document(document: Document) -> list[str]:
    return [
        f"id: {_scalar(document.document_id)}",
        *_texts(title=document.title, publisher=document.publisher, url=document.url, date=document.date),
        *_texts(licence=document.licence),
    ]


def _entity(entity: Entity) -> list[str]:
    return [
        f"id: {_scalar(entity.entity_id)}",
        *_texts(name=entity.name, type=entity.type, kind=entity.kind),
        *(["the: true"] if entity.takes_the else []),
        *_texts(within=entity.within),
        *([f"aliases: {_flow(entity.aliases)}"] if entity.aliases else []),
    ]


def _fact(fact: Fact) -> list[str]:
    return [
        f"id: {_scalar(fact.fact_id)}",
        *_texts(subject=fact.subject, relation=fact.relation, value=fact.value),
        *_evidence(fact.evidence),
        *([f"witnesses: {fact.witnesses}"] if fact.witnesses else []),
        *_texts(scope=fact.scope, as_of=fact.as_of, according_to=fact.according_to),
        *([] if fact.ask == shape.SIDES else [f"ask: {_flow(fact.ask)}"]),
        *_texts(note=fact.note),
    ]


def _item(item: Item) -> list[str]:
    return [
        f"id: {_scalar(item.item_id)}",
        *_texts(stem=item.stem, key=item.key),
        "distractors:",
        *(f"  - {_scalar(option)}" for option in item.distractors),
        *_texts(explanation=item.explanation, fact=item.fact_id),
        *_evidence(item.evidence),
        *_texts(difficulty="" if item.difficulty == "medium" else item.difficulty),
        *([f"tags: {_flow(item.tags)}"] if item.tags else []),
        *(["made: true"] if item.made else []),
    ]


def _texts(**texts: str) -> list[str]:
    return [f"{key}: {_scalar(text)}" for key, text in texts.items() if text]


def _evidence(evidence: tuple[Evidence, ...]) -> list[str]:
    return ["evidence:", *(f"  - {_pointer(one)}" for one in evidence)] if evidence else []


def _pointer(evidence: Evidence) -> str:
    places = [("paragraph", evidence.paragraph), ("sentence", evidence.sentence)]
    counted = "".join(f", {key}: {place}" for key, place in places if place is not None)
    return f"{{document: {_in_flow(evidence.document_id)}{counted}}}"


def _flow(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_in_flow, texts))}]"


def _in_flow(text: str) -> str:
    return _quoted(text) if _FLOW_SYNTAX.search(text) else _scalar(text)


def _scalar(text: str) -> str:
    means_itself = _PLAIN.fullmatch(text) and text.isprintable() and text == text.strip()
    if means_itself and not _SYNTAX.search(text) and not _TYPED_WORD.fullmatch(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    # A JSON string is a YAML one, but for a few characters that YAML wants escaped.
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04X}", json.dumps(text, ensure_ascii=False))
