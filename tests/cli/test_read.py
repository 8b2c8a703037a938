"""`quizapp read`: an author finds the place of a sentence."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.read import read
from quizapp.errors import LanguageMissing

TEXT = "A Small Moon\n\nDeimos circles Mars. It is small.\n\nShare this article\n"


def test_each_sentence_is_shown_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "moon.txt"
    file.write_text(TEXT, "utf8")

    said = CliRunner().invoke(read, [str(file)]).output

    assert "2.1  Deimos circles Mars." in said
    assert "2.2  It is small." in said
    assert "(share bar) Share this article" in said


def test_places_in_the_text_come_as_json(tmp_path: Path) -> None:
    file = tmp_path / "moon.txt"
    file.write_text(TEXT, "utf8")

    (document,) = json.loads(CliRunner().invoke(read, [str(file), "--json"]).output)

    found = [TEXT[s["start"] : s["end"]] for s in document["sentences"]]
    assert found == [s["text"] for s in document["sentences"]]
    assert [out["reason"] for out in document["dropped"]] == ["share bar"]


def test_the_text_alone_counts_the_same(tmp_path: Path) -> None:
    file = tmp_path / "moon.txt"
    file.write_text(TEXT, "utf8")

    assert CliRunner().invoke(read, [str(file), "--text"]).output.rstrip() == TEXT.rstrip()


@pytest.mark.model
def test_names_are_shown_below_their_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "moon.txt"
    file.write_text("Asaph Hall found Deimos in Washington in 1877.", "utf8")

    said = CliRunner().invoke(read, [str(file), "--names"]).output

    assert "Asaph Hall (person)" in said
    assert "1877 (date)" in said


def test_a_pipeline_that_is_not_there_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUIZAPP_LANGUAGE_MODEL", "nowhere_to_be_found")
    file = tmp_path / "moon.txt"
    file.write_text(TEXT, "utf8")

    outcome = CliRunner().invoke(read, [str(file), "--names"])

    assert isinstance(outcome.exception, LanguageMissing)
    assert "nowhere_to_be_found" in str(outcome.exception)
