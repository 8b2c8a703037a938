"""`quizapp read`: an author finds the place of a sentence."""

import json
from pathlib import Path

from click.testing import CliRunner

from quizapp.cli.read import read

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
