"""The YAML of a pack as a tree of text, each node with its line: nothing typed, shared, tagged or deep.

Anchors, aliases and tags are refused as the parser meets them, so no file can grow in memory. What the keys
mean is the reader's affair.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from quizapp.packs.findings import Report

DEEPEST = 8
# A pack of 5 MB has a third of this; a parser in Python needs some seconds for so many.
MOST_NODES = 250_000


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Values by key; `key_lines` says where each key stands."""

    values: dict[str, "Node"]
    key_lines: dict[str, int]
    line: int


Node = Scalar | Sequence | Mapping


def tree_of(text: str, report: Report) -> Node:
    """The tree of the only document in the text, or a PackError that says where it is no such tree."""
    return _Composer(text, report).document()


class _Composer:
    def __init__(self, text: str, report: Report) -> None:
        self._events = self._parsed(text)
        self._report = report
        self._line = 1
        self._nodes = 0

    def document(self) -> Node:
        event = next(self._events)
        if not isinstance(event, DocumentStartEvent):
            raise self._refused("empty", "there is no pack in this file", "begin with `format: 1`")
        root = self._node(next(self._events), 1)
        if not isinstance(next(self._events), DocumentEndEvent) or isinstance(
            next(self._events), DocumentStartEvent
        ):
            raise self._refused("documents", "a second document begins", "keep one pack in a file")
        return root

    def _node(self, event: Event, depth: int) -> Node:
        self._refuse_odd(event, depth)
        if isinstance(event, MappingStartEvent):
            return self._mapping(depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(depth)
        assert isinstance(event, ScalarEvent)  # noqa: S101 - nothing else is left
        # Folded and literal blocks end in a line feed that nobody means.
        return Scalar(event.value.strip() if event.style in {"|", ">"} else event.value, self._line)

    def _sequence(self, depth: int) -> Sequence:
        line, parts = self._line, []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            parts.append(self._node(event, depth + 1))
        return Sequence(tuple(parts), line)

    def _mapping(self, depth: int) -> Mapping:
        mapping = Mapping({}, {}, self._line)
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self._refused("key", "a key is a list or a mapping", "use a word as the key")
            value = self._node(next(self._events), depth + 1)
            if key.text in mapping.values:
                first = mapping.key_lines[key.text]
                what = f"the key {key.text[:40]!r} stands here again; it is on line {first} already"
                self._report.add(key.line, "duplicate-key", what, "keep one of them")
                continue
            mapping.values[key.text] = value
            mapping.key_lines[key.text] = key.line
        return mapping

    def _refuse_odd(self, event: Event, depth: int) -> None:
        self._nodes += 1
        if isinstance(event, AliasEvent):
            raise self._refused("alias", f"the alias *{event.anchor} stands for other text", "write it out")
        if isinstance(event, NodeEvent) and event.anchor:
            raise self._refused("anchor", f"the anchor &{event.anchor} is not allowed", "take it out")
        if (tag := getattr(event, "tag", None)) is not None:
            raise self._refused("tag", f"the tag {tag} is not allowed", "everything is text: take it out")
        if depth > DEEPEST:
            raise self._refused(
                "deep", f"lists and mappings lie more than {DEEPEST} deep", "mend the indentation"
            )
        if self._nodes > MOST_NODES:
            raise self._refused(
                "too-big", f"holds more than {MOST_NODES:,} values", "split it into several packs"
            )

    def _refused(self, code: str, what: str, mend: str) -> Exception:
        return self._report.fatal(self._line, code, what, mend)

    def _parsed(self, text: str) -> Iterator[Event]:
        try:
            for event in YAML(typ="safe", pure=True).parse(text):
                self._line = event.start_mark.line + 1
                if not isinstance(event, StreamStartEvent):
                    yield event
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else self._line
            what = error.problem or error.context or "this is not YAML"
            raise self._report.fatal(
                line, "yaml", what, "mend the YAML; quote text with special signs"
            ) from error
        # The parser lets the errors of chr() through when an escape names no character.
        except (YAMLError, ValueError, OverflowError) as error:
            raise self._refused("yaml", "this is not YAML", "check quotes, colons and indentation") from error
