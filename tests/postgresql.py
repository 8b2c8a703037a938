"""Every test that keeps rows, on a PostgreSQL server: `python -m tests.postgresql [WORDS FOR PYTEST]`.

The server is that of QUIZAPP_TEST_DATABASE_URL, or the one on this machine. Where none answers that is said,
and it is a failure with QUIZAPP_REQUIRE_POSTGRESQL=1. Databases are made on it and dropped in the end.
"""

import os
import subprocess
import sys

from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

HERE = "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"


def main(words: list[str]) -> int:
    """Run them, where a server answers; the exit code."""
    address = os.environ.get("QUIZAPP_TEST_DATABASE_URL", HERE)
    if reason := _refusal(address):
        sys.stderr.write(
            f"No PostgreSQL server answers, so nothing is tested on one: {reason}\n"
            "Name one: QUIZAPP_TEST_DATABASE_URL=postgresql+psycopg://user@host/postgres\n"
        )
        return 1 if os.environ.get("QUIZAPP_REQUIRE_POSTGRESQL") else 0
    environment = os.environ | {"QUIZAPP_TEST_DATABASE_URL": address}
    command = [sys.executable, "-m", "pytest", "-m", "database", *words]
    return subprocess.run(command, env=environment, check=False).returncode


def _refusal(address: str) -> str:
    """Why the server cannot be used; empty where it can."""
    engine = create_engine(address, connect_args={"connect_timeout": 5})
    try:
        engine.connect().close()
    except OperationalError as error:
        return str(error.orig)
    finally:
        engine.dispose()
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
