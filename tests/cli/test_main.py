"""The `quizapp` command as a whole: what a person can mend is said in one line."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"QUIZAPP_HTTPS": "perhaps"}, "quizapp: QUIZAPP_HTTPS is 'perhaps'; it can be off or on"),
        (
            {"QUIZAPP_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "QUIZAPP_SECRET_KEY": "s" * 40},
            "quizapp: the database cannot be used: ",
        ),
    ],
)
def test_trouble_is_said_in_words(environment: dict[str, str], said: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quizapp", "boards", "check"]

    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr
