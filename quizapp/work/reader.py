"""Reads one document from the standard input, within bounds of memory and time; see `reading`.

`python -m quizapp.work.reader NAME` prints what was read as JSON, or why nothing could be.
"""

import json
import resource
import sys
from typing import Any

from quizapp.errors import DocumentRefused

# Far above what the largest document takes that is read; a file that needs more is made to do harm.
MOST_MEMORY_BYTES = 1536 * 1024 * 1024
MOST_SECONDS = 60


def main(name: str) -> None:
    """Read and print."""
    from quizapp.generation.reading import read_content

    _bound(resource.RLIMIT_AS, MOST_MEMORY_BYTES)
    _bound(resource.RLIMIT_CPU, MOST_SECONDS)
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_CORE, 0)
    try:
        read = read_content(sys.stdin.buffer.read(), name)
    except DocumentRefused as refusal:
        told: dict[str, Any] = {"refusal": str(refusal)}
    else:
        told = {"text": read.text, "furniture": dict(read.furniture)}
    sys.stdout.write(json.dumps(told))


def _bound(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
