"""What the program writes about its own doing: lines for people, or JSON for programs that read logs.

Nothing personal comes here, no answer, no body of a request and no address with what follows its "?".
"""

import json
import logging
import sys
import time
from contextvars import ContextVar
from functools import lru_cache

# Which request a line belongs to; empty outside of requests.
request_id: ContextVar[str] = ContextVar("request_id", default="")


def set_up(kind: str) -> None:
    """Write to standard error in that kind: our own lines from INFO, those of libraries from WARNING."""
    lines = logging.StreamHandler(sys.stderr)
    lines.addFilter(_name_request)
    lines.setFormatter(_json() if kind == "json" else _Text())
    # Finding out who calls, and in which thread, is the dearer half of a line; nobody reads it.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None
    root = logging.getLogger()
    root.handlers[:] = [lines]
    root.setLevel(logging.WARNING)
    logging.getLogger("quizapp").setLevel(logging.INFO)


def _name_request(record: logging.LogRecord) -> bool:
    record.request_id = request_id.get()
    return True


class _Text(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(request)s%(message)s")

    def format(self, record: logging.LogRecord) -> str:
        name = getattr(record, "request_id", "")
        record.request = f"[{name}] " if name else ""
        return super().format(record)

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802
        return _second(int(record.created))


def _json() -> logging.Formatter:
    from pythonjsonlogger.json import JsonFormatter

    class Json(JsonFormatter):
        """Lines of requests are a table's rows, which the library need not look through for what is extra."""

        def format(self, record: logging.LogRecord) -> str:
            row = getattr(record, "row", None)
            if row is None:
                return super().format(record)
            at = f"{_second(int(record.created)).replace(' ', 'T')}.{int(record.msecs):03}+00:00"
            head = {"at": at, "level": record.levelname, "logger": record.name}
            return json.dumps(head | {"request_id": request_id.get()} | row)

    fields = ["levelname", "name", "message", "request_id"]
    renamed = {"levelname": "level", "name": "logger"}
    return Json(fields, rename_fields=renamed, timestamp="at")


@lru_cache(maxsize=2)
def _second(at_s: int) -> str:
    """For example "2026-11-21 12:00:00", in UTC."""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(at_s))
