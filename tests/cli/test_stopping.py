"""Ctrl-C stops a command in one line, with the code that shells expect, and leaves no half-written pack."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli import cli
from quizapp.packs.writer import write_pack
from tests.builders import a_pack

TEXT = "Altmoor\n\n" + "\n".join(
    f"The Altmoor Bridge number {n} was opened in {1800 + n % 200} by Anna Finch. It is {n} metres long."
    for n in range(1, 4000)
)


def test_a_stopped_command_says_so_and_ends_as_shells_expect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["quizapp.cli.generate"], "generate_pack", stopped)

    result = CliRunner().invoke(cli, ["generate", "a.txt", "-o", str(tmp_path / "pack.yaml")])

    assert result.exit_code == 130
    assert result.stderr.strip() == "quizapp: stopped."


@pytest.mark.model
@pytest.mark.parametrize("seconds", [3.0, 6.0])
def test_ctrl_c_leaves_the_old_pack_as_it_was(seconds: float, tmp_path: Path) -> None:
    article, output = tmp_path / "article.txt", tmp_path / "pack.yaml"
    article.write_text(TEXT, encoding="utf-8")
    output.write_text(write_pack(a_pack()), encoding="utf-8")
    before = output.read_bytes()
    arguments = [sys.executable, "-m", "quizapp", "generate", str(article), "-o", str(output)]

    running = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, preexec_fn=_listen)
    time.sleep(seconds)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)

    assert running.returncode == 130
    assert said.strip() == "quizapp: stopped."
    assert output.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "pack.yaml"]


def _listen() -> None:
    """What is started in the background is deaf to Ctrl-C, and so would be its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
