import io
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.generate import generate
from quizapp.cli.progress import progress_bars
from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.pipeline import make_pack
from tests.generation.stage import TODAY

TEXT = "Altmoor\n\nThe Altmoor Bridge was opened in 1902 by Anna Finch. It is 312 metres long. It is old.\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_each_long_step_has_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with progress_bars() as progress:
        for done in range(1, 1001):
            progress("reading sentences", done, 1000)
        for done in range(1, 601):
            progress("making questions", done, 600)

    assert "reading sentences" in terminal.getvalue()
    assert "making questions" in terminal.getvalue()
    assert terminal.getvalue().count("100%") == 2


def test_short_work_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with progress_bars() as progress:
        progress("reading sentences", 1, 20)

    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_the_error_output_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bars() as progress:
        progress("reading sentences", 1, 10_000)

    assert capsys.readouterr().err == ""


@pytest.mark.model
def test_the_generator_tells_how_far_each_step_has_come() -> None:
    told: list[tuple[str, int, int]] = []

    made = make_pack(
        [document_of(TEXT, "file")], [], load(), TODAY, progress=lambda *progress: told.append(progress)
    )

    assert [each for each in told if each[0] == "reading sentences"] == [
        ("reading sentences", done, 4) for done in range(1, 5)
    ]
    facts = made.funnel.facts
    assert [each for each in told if each[0] == "making questions"] == [
        ("making questions", done, facts) for done in range(1, facts + 1)
    ]


@pytest.mark.model
def test_a_piped_command_prints_nothing_but_its_account(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")

    result = CliRunner().invoke(generate, [str(article), "-o", str(tmp_path / "pack.yaml")])

    assert result.exit_code == 0, result.exception
    assert result.stderr == ""
