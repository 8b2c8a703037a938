"""`quizapp pack`: what authors see of their mistakes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from quizapp.cli.pack import pack
from quizapp.config import Settings
from quizapp.domain.round import Pace
from quizapp.packs.writer import save_pack
from quizapp.services.accounts import new_guest
from quizapp.services.playing import Seat, flag_item, round_page, start_round
from tests.builders import a_pack, an_item
from tests.conftest import NOON_MS
from tests.services.rounds import Play


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(pack, [str(argument) for argument in arguments])


def test_a_good_folder_is_said_to_be_good(tmp_path: Path) -> None:
    save_pack(a_pack(), tmp_path / "solar-system.yaml")

    result = _run("check", tmp_path)

    assert (result.exit_code, result.output) == (0, "1 pack checked: 0 errors, 0 warnings\n")


def test_a_flaw_is_shown_on_the_line_of_its_item(tmp_path: Path) -> None:
    path = tmp_path / "solar-system.yaml"
    save_pack(a_pack(items=(an_item(distractors=("Pluto", "Eris", "Cerez")),)), path)

    result = _run("check", path)

    assert result.exit_code == 1
    assert result.output == (
        f"{path}:14: trick-spelling: 'Ceres' and 'Cerez' differ by one letter at most"
        " - write another real distractor\n"
        "1 pack checked: 1 error, 0 warnings\n"
    )


def test_warnings_alone_do_not_fail(tmp_path: Path) -> None:
    save_pack(a_pack(licence=""), tmp_path / "solar-system.yaml")

    result = _run("check", tmp_path)

    assert result.exit_code == 0
    assert "no-licence" in result.output
    assert "(warning)\n1 pack checked: 0 errors, 1 warning\n" in result.output


def test_findings_of_several_files_come_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.yaml").write_text("format: 1\nslug: ok\n", "utf-8")

    lines = _run("check", tmp_path / "b.yaml", tmp_path / "a.yaml").output.splitlines()

    assert [line.partition(": ")[0] for line in lines[:2]] == [f"{tmp_path}/a.yaml:1", f"{tmp_path}/b.yaml:1"]
    assert lines[2] == "2 packs checked: 2 errors, 0 warnings"


def test_json_is_for_programs(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("format: 1\nslug: ok\n", "utf-8")

    result = _run("check", "--json", path)

    assert result.exit_code == 1
    assert json.loads(result.output) == [
        {
            "path": str(path),
            "line": 1,
            "code": "missing-key",
            "what": "the pack has no `title`",
            "mend": "add `title: ...`",
            "severity": "error",
        }
    ]


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert _run("check", tmp_path / "nowhere.yaml").exit_code == 2


def test_the_schema_is_printed_as_json() -> None:
    result = _run("schema")

    assert result.exit_code == 0
    assert json.loads(result.output)["title"] == "quizapp pack"


@pytest.fixture
def seat(settings: Settings, app: Flask, monkeypatch: pytest.MonkeyPatch) -> Seat:
    """A guest, in the database that the command finds by its settings."""
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", settings.secret_key)
    guest = new_guest(NOON_MS)
    return Seat(guest.id, guest.epoch)


def test_a_corrected_key_judges_past_answers_again(seat: Seat) -> None:
    Play(seat, length=None).finish(right=8)

    said = _run("correct", "solar-system", "q-mars", "--key", "Saturn").output
    again = _run("correct", "solar-system", "q-mars", "--key", "Saturn").output

    assert "the key is “Saturn”, no longer “Mars”" in said
    assert "1 answer of 1 player judged differently." in said
    assert "is the key already" in again


def test_a_key_that_is_no_option_is_refused(seat: Seat) -> None:
    refused = _run("correct", "solar-system", "q-mars", "--key", "Ceres")

    assert "none of the options" in str(refused.exception)


def test_flags_are_kept_for_the_author(seat: Seat) -> None:
    address = start_round(seat, "solar-system", 5, Pace("relaxed"), NOON_MS)
    item_id = round_page(seat, address, NOON_MS).prompt.item_id
    flag_item(seat, address, item_id, "typo", "an s is missing", NOON_MS)

    said = CliRunner().invoke(pack, ["flags", "solar-system"]).output

    assert f"solar-system: {item_id}: typo (2026-11-21)" in said
    assert "an s is missing" in said
    assert "1 flag" in said
