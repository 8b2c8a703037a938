"""A pack file as read and judged: what the reader and the rubric find in it, each on its line."""

from pathlib import Path

from quizapp.domain.pack import Pack
from quizapp.errors import PackError
from quizapp.packs.findings import Finding, raised_findings
from quizapp.packs.lint import Flaw, lint_pack
from quizapp.packs.reader import survey
from quizapp.packs.source import read_bytes


def check_file(path: Path) -> tuple[Pack | None, tuple[Finding, ...]]:
    """The pack in the file, unless something forbids it, and all findings in the order of lines."""
    try:
        source = read_bytes(path)
    except PackError as error:
        return None, raised_findings(error)
    return check_text(source, str(path))


def check_text(source: str | bytes, path: str) -> tuple[Pack | None, tuple[Finding, ...]]:
    """The pack of that text, unless something forbids it, and all findings in the order of lines."""
    reading = survey(source, path)
    if reading.pack is None:
        return None, reading.findings
    judged = (_finding(flaw, path, reading.lines.get(flaw.item_id, 1)) for flaw in lint_pack(reading.pack))
    findings = tuple(sorted((*reading.findings, *judged)))
    forbidden = any(finding.severity == "error" for finding in findings)
    return None if forbidden else reading.pack, findings


def _finding(flaw: Flaw, path: str, line: int) -> Finding:
    return Finding(path, line, flaw.code, flaw.what, flaw.mend, flaw.level)
