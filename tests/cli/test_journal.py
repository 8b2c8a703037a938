"""`quizapp journal` and `quizapp player ban|unban|marks`: looking after the game at a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli import cli

PASSWORD = "correct horse"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    """A terminal in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", f"sqlite:///{tmp_path / 'game.sqlite3'}")
    return Run()


class Run:
    """Runs a command and gives what it printed."""

    def __call__(self, *words: str) -> str:
        done = CliRunner().invoke(cli, list(words), catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output


def sign_up(name: str) -> None:
    from quizapp.cli.application import ready_app
    from quizapp.services.accounts import sign_up as service

    with ready_app():
        service(None, name, PASSWORD, None, 1_795_262_400_000)


def test_the_journal_tells_who_did_what(run: Run) -> None:
    sign_up("Alice")
    run("player", "promote", "Alice", "--author")
    run("player", "ban", "Alice", "--reason", "A bot played")
    run("player", "unban", "Alice")

    lines = run("journal", "--player", "alice").splitlines()

    assert [line.split("  ")[1].strip() for line in lines] == ["the terminal"] * 3 + ["Alice"]
    assert "unbanned" in lines[0]
    assert "player to author" in lines[2]
    assert lines[3].startswith("2026-11-21 12:00:00")


def test_scripts_read_one_object_a_line(run: Run) -> None:
    sign_up("Alice")

    (entry,) = map(json.loads, run("journal", "--json", "--kind", "sign-up").splitlines())

    assert (entry["kind"], entry["actor_name"], entry["happened_at_ms"]) == (
        *("sign-up", "Alice"),
        1_795_262_400_000,
    )
    assert run("journal", "--json", "--since", "2199-01-01") == ""
    assert run("journal", "--since", "2199-01-01") == "Nothing is written down that fits.\n"


def test_the_list_of_players_tells_who_is_banned(run: Run) -> None:
    sign_up("Alice")
    run("player", "ban", "Alice", "--reason", "A bot played")

    assert "Alice  (banned: A bot played.)" in run("player", "list")


def test_there_may_be_nothing_to_look_at(run: Run) -> None:
    assert run("player", "marks") == "No play looks unlikely.\n"
