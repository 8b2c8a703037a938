"""The values of one mapping in a pack file, each taken as what it must be; the rest becomes findings."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar

from rapidfuzz import fuzz, process

from quizapp.domain.text import shown
from quizapp.errors import Malformed
from quizapp.packs import shape
from quizapp.packs.findings import Report, Severity
from quizapp.packs.tree import Mapping, Node, Scalar, Sequence

Built = TypeVar("Built")

_NEAR = 60.0
_KINDS = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}
_TRUTHS = {"true": True, "false": False}


class Fields:
    """One mapping; `what` names it in findings ("this item"). A value that is refused reads as if absent."""

    def __init__(
        self, node: Node, what: str, known: tuple[str, ...], needed: tuple[str, ...], report: Report
    ) -> None:
        self.line = node.line
        self._report = report
        self._errors_before = report.errors
        self._mapping = node if isinstance(node, Mapping) else Mapping({}, {}, node.line)
        if not isinstance(node, Mapping):
            self._wrong_type(node, what, Mapping)
            return
        self._refuse_unknown(what, known)
        for key in needed:
            if key not in self._mapping.values:
                report.add(self.line, "missing-key", f"{what} has no `{key}`", f"add `{key}: ...`")

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong in this mapping, or in what was read since it was opened."""
        return self._report.errors == self._errors_before

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._mapping.values

    def refuse(self, key: str, code: str, what: str, mend: str, severity: Severity = "error") -> None:
        """Notes a finding on the line of the key."""
        self._report.add(self._mapping.key_lines.get(key, self.line), code, what, mend, severity)

    def text(self, key: str, default: str = "", longest: int | None = None) -> str:
        """One line of text that can be shown."""
        node = self._of_type(key, Scalar)
        if not isinstance(node, Scalar):
            return default
        return self._shown(key, node, longest or shape.LONGEST[key]) or default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of such texts."""
        parts = self.parts(key)
        for part in parts:
            if not isinstance(part, Scalar):
                self._wrong_type(part, f"`{key}`", Scalar)
        found = [self._shown(key, part, shape.LONGEST[key]) for part in parts if isinstance(part, Scalar)]
        return tuple(text for text in found if text)

    def matching(self, key: str, pattern: re.Pattern[str], example: str, default: str = "") -> str:
        """Text of a fixed form."""
        text = self._raw(key)
        if text is None or pattern.fullmatch(text):
            return default if text is None else text
        self.refuse(
            key,
            f"bad-{key.replace('_', '-')}",
            f"`{key}: {text[:60]}` has not the form it must have",
            example,
        )
        return default

    def choice(self, key: str, choices: Collection[str], default: str) -> str:
        """One of the words allowed."""
        text = self._raw(key)
        if text is None or text in choices:
            return default if text is None else text
        self.refuse(
            key, f"bad-{key}", f"`{key}: {text[:60]}` is unknown", f"choose one of {', '.join(choices)}"
        )
        return default

    def flag(self, key: str) -> bool:
        """true or false; false when absent."""
        return _TRUTHS[self.choice(key, tuple(_TRUTHS), "false")]

    def count(self, key: str) -> int | None:
        """A number from 1, or None when absent."""
        text = self.matching(key, shape.COUNT, "count from 1, in digits")
        return int(text) if text else None

    def date(self, key: str) -> str:
        """A date as text: a year, a month of a year, or a day."""
        text = self._raw(key)
        if text is None or _is_date(text):
            return text or ""
        self.refuse(key, "bad-date", f"`{key}: {text[:40]}` is no date", "write 2025, 2025-10 or 2025-10-13")
        return ""

    def reference(self, key: str, kind: str, declared: Collection[str]) -> str:
        """The id of something that the pack declares."""
        text = self._raw(key)
        if text is None or text in declared:
            return text or ""
        what = f"`{key}: {text[:60]}` is no {kind} of this pack"
        self.refuse(
            key, f"unknown-{kind}", what, _suggestion(text, declared) or f"declare it, or name another {kind}"
        )
        return ""

    def parts(self, key: str) -> tuple[Node, ...]:
        """The parts of a list; none when it is absent."""
        node = self._of_type(key, Sequence)
        return node.parts if isinstance(node, Sequence) else ()

    def built(self, make: Callable[[], Built]) -> Built | None:
        """What the domain makes of the values, unless they are unsound or it refuses them."""
        if not self.sound:
            return None
        try:
            return make()
        except Malformed as error:
            self._report.add(self.line, "malformed", str(error), "mend it here")
            return None

    def _raw(self, key: str) -> str | None:
        node = self._of_type(key, Scalar)
        return node.text if isinstance(node, Scalar) else None

    def _of_type(self, key: str, kind: type) -> Node | None:
        node = self._mapping.values.get(key)
        if node is None or isinstance(node, kind):
            return node
        self._wrong_type(node, f"`{key}`", kind)
        return None

    def _shown(self, key: str, node: Scalar, longest: int) -> str:
        if "\n" in node.text:
            self._report.add(
                node.line, "line-break", f"`{key}` goes over several lines", "write it as one line"
            )
            return ""
        try:
            return shown(node.text, f"`{key}`", longest)
        except Malformed as error:
            self._report.add(node.line, "bad-text", str(error), "mend the text")
            return ""

    def _wrong_type(self, node: Node, what: str, wanted: type) -> None:
        found = f"{what} is {_KINDS[type(node)]}"
        self._report.add(node.line, "wrong-type", found, f"write {_KINDS[wanted]}")

    def _refuse_unknown(self, what: str, known: tuple[str, ...]) -> None:
        for key, line in self._mapping.key_lines.items():
            if key not in known:
                mend = _suggestion(key, known) or f"use only {', '.join(known)}"
                self._report.add(line, "unknown-key", f"{what} has the unknown key {key[:40]!r}", mend)


def nearest(text: str, known: Collection[str], least: float = _NEAR) -> str:
    """The known word that reads most like the text; empty when none comes near."""
    found = process.extractOne(text[:120], known, scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else ""


def _suggestion(text: str, known: Collection[str]) -> str:
    near = nearest(text, known)
    return near and f"did you mean {near!r}?"


def _is_date(text: str) -> bool:
    match = shape.PARTIAL_DATE.fullmatch(text)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
