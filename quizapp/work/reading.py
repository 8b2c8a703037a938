"""Reads what authors upload. Web pages and PDFs are read by a process of its own, whose memory and time are
bounded: what is made to do harm ends that process, and is refused."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import quizapp
from quizapp.errors import DocumentRefused
from quizapp.services.documents import Unread

_PATIENCE_S = 180
_GLANCE_S = 0.5


def read_unread(unread: Unread, glance: Callable[[], None]) -> tuple[str, Mapping[int, str]]:
    """The text of the document and its known furniture; `glance` is called meanwhile and may raise."""
    from quizapp.generation.reading import kind_of, read_content

    if kind_of(unread.content, unread.name) == "text":
        read = read_content(unread.content, unread.name)
        return read.text, read.furniture
    told = json.loads(_apart(unread, glance) or "null")
    if told is None:
        raise DocumentRefused(
            f"{unread.name}: takes more memory or time to read than a document may; give its text as .txt."
        )
    if "refusal" in told:
        raise DocumentRefused(told["refusal"])
    return told["text"], {int(number): what for number, what in told["furniture"].items()}


def _apart(unread: Unread, glance: Callable[[], None]) -> bytes:
    """What the process of its own says; nothing where it was ended."""
    command = [sys.executable, "-m", "quizapp.work.reader", unread.name]
    until = time.monotonic() + _PATIENCE_S
    with subprocess.Popen(  # noqa: S603 (our own command; the name is one word of it)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # It needs no setting and no secret, only to find this copy of the program.
        env={"PYTHONPATH": str(Path(quizapp.__file__).parent.parent)},
    ) as process:
        given: bytes | None = unread.content
        try:
            while time.monotonic() < until:
                try:
                    said, _ = process.communicate(given, timeout=_GLANCE_S)
                except subprocess.TimeoutExpired:
                    given = None
                    glance()
                else:
                    return said if process.returncode == 0 else b""
        finally:
            process.kill()
    return b""
