"""Nobody pauses while he writes to SQLite: in one thread for all, the next writer would wait for ever."""

import json
import subprocess
import sys
from pathlib import Path

from tests.load.server import CHECKOUT


def test_no_request_pauses_between_the_beginning_and_the_end_of_a_write(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.pauses", str(tmp_path)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["found"] == []
    assert told["writes"] >= 10
    assert told["switches"] > 0  # limits and the queue were looked for, outside of writes
