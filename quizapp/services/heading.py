"""The head of a draft: title, slug, licence and the like, and the heads of its documents.

What an author types is judged by the reader of packs, so that no other rules hold here than in a file; each
finding is told beside the field that it concerns.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from quizapp.domain.draft import Draft
from quizapp.domain.pack import Pack
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.packs.reader import survey
from quizapp.services.drafting import Edit, change

OF_PACK = ("title", "slug", "language", "licence", "attribution", "description", "topic")
OF_DOCUMENT = ("title", "publisher", "url", "date", "licence")
_NEEDED = {"title", "slug"}

# Those of the pack under their own names, those of a document as "id.title".
Head = Mapping[str, str]


def head_of(pack: Pack) -> Head:
    """The head as it stands."""
    head = {name: getattr(pack, name) for name in OF_PACK}
    for document in pack.documents:
        head |= {f"{document.document_id}.{name}": getattr(document, name) for name in OF_DOCUMENT}
    return head


def mark_of(head: Head) -> str:
    """What tells whether somebody has changed the head meanwhile."""
    return hashlib.sha256(json.dumps(dict(head), sort_keys=True).encode()).hexdigest()


def problems(pack: Pack, head: Head) -> Mapping[str, str]:
    """What is wrong with each field, and how to mend it; nothing for a head that can be kept."""
    return _read(pack, head)[1]


def save_head(owner_id: int, public_id: str, head: Head, mark: str, now_ms: int) -> Draft:
    """The draft under that head. Where somebody has changed it since the mark, that is told first."""

    def edit(now: Draft) -> Edit:
        theirs = head_of(now.pack)
        if mark_of(theirs) != mark:
            raise ChangedMeanwhile("The details have been changed elsewhere since you opened them.", theirs)
        new, wrong = _read(now.pack, head)
        if new is None:
            raise Malformed(next(iter(wrong.values()), "The details cannot be kept as they are."))
        return Edit("Changed the details", new)

    return change(owner_id, public_id, now_ms, edit)


def _read(pack: Pack, head: Head) -> tuple[Pack | None, Mapping[str, str]]:
    """The pack under that head, if it can be one, and what is wrong by field; "" for what has none."""
    lines, fields = ["format: 1"], [""]
    for name in OF_PACK:
        if head[name] or name in _NEEDED:
            lines.append(f"{name}: {_quoted(head[name])}")
            fields.append(name)
    if pack.documents:
        lines.append("documents:")
        fields.append("")
    for document in pack.documents:
        lines.append(f"  - id: {document.document_id}")
        fields.append("")
        for name in OF_DOCUMENT:
            field = f"{document.document_id}.{name}"
            if head[field] or name in _NEEDED:
                lines.append(f"    {name}: {_quoted(head[field])}")
                fields.append(field)
    reading = survey("\n".join(lines) + "\n", "these details")
    wrong: dict[str, str] = {}
    for finding in reading.findings:
        wrong.setdefault(fields[finding.line - 1], f"{_plain(finding.what)}; {finding.mend}.")
    if reading.pack is None:
        return None, wrong
    changed = {name: getattr(reading.pack, name) for name in (*OF_PACK, "documents")}
    return replace(pack, **changed), {}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _plain(what: str) -> str:
    """The finding for somebody who sees fields and not YAML."""
    return (what[:1].upper() + what[1:]).replace("`", "")
