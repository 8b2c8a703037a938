"""Findings: what is wrong in a pack file, on which line, how to mend it; and the report that gathers them."""

from dataclasses import asdict, dataclass
from typing import Literal

from quizapp.errors import PackError

Severity = Literal["error", "warning"]

# Whoever has this many mistakes mends the first ones first; an endless report helps nobody.
MOST_FINDINGS = 200


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend, on a line counted from 1. Findings sort as a person reads the file."""

    path: str
    line: int
    code: str
    what: str
    mend: str
    severity: Severity = "error"

    def __str__(self) -> str:
        line = f"{self.path}:{self.line}: {self.code}: {self.what} - {self.mend}"
        # It quotes the file, and what the file says must not steer a terminal.
        return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in line)

    def to_json(self) -> dict[str, str | int]:
        """The finding as a dictionary that JSON can hold."""
        return asdict(self)


class Report:
    """The findings of one file, gathered while it is read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def add(self, line: int, code: str, what: str, mend: str, severity: Severity = "error") -> None:
        """Notes a finding; ends the reading when there are too many to be useful."""
        self.findings.append(Finding(self.path, line, code, what, mend, severity))
        if len(self.findings) >= MOST_FINDINGS:
            raise self.error()

    def fatal(self, line: int, code: str, what: str, mend: str) -> PackError:
        """The error to raise for a finding after which nothing more can be read."""
        self.findings.append(Finding(self.path, line, code, what, mend))
        return self.error()

    @property
    def in_order(self) -> tuple[Finding, ...]:
        """The findings as a person reads the file."""
        return tuple(sorted(self.findings))

    @property
    def errors(self) -> int:
        """How many findings keep the pack from being used."""
        return sum(finding.severity == "error" for finding in self.findings)

    def error(self) -> PackError:
        """The error that carries all findings; its message is the first, and how many more there are."""
        found = self.in_order
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        return PackError(f"{found[0]}{more}", found)


def raised_findings(error: PackError) -> tuple[Finding, ...]:
    """The findings that the error carries."""
    return tuple(finding for finding in error.findings if isinstance(finding, Finding))
