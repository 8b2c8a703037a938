import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.cli.generate import generate
from quizapp.packs.reader import read_pack
from tests.generation.reading.printing import a_page, a_pdf
from tests.generation.test_pipeline import ARTICLE

BY_HAND = """format: 1
title: Our harbour
slug: our-harbour
licence: CC0-1.0
attribution: The harbour
items:
  - stem: Who swept the stage of “Cold Harbour”?
    key: Una Roe
    distractors: [Vic Lund, Wes Tarn, Xan Bly]
    explanation: Una Roe swept it.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(generate, [str(argument) for argument in arguments] + ["--today", "2026-11-21"])


def test_documents_become_a_pack_file(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "pack.yaml"

    result = run(article, "-o", output, "-t", "Cold Harbour")

    assert result.exit_code == 0, result.output
    pack = read_pack(output.read_text(encoding="utf-8"), str(output))
    assert pack.title == "Cold Harbour"
    assert f"{len(pack.items)} questions made" in result.output


def test_a_web_page_and_a_pdf_prove_what_the_same_text_proves(article: Path, tmp_path: Path) -> None:
    lines = ARTICLE.strip().split("\n")
    page, report = tmp_path / "page.html", tmp_path / "report.pdf"
    page.write_text(
        f"<!doctype html><html><head><meta charset=utf-8><title>x</title></head><body><h1>{lines[0]}</h1>"
        + "".join(f"<p>{line}</p>" for line in lines[1:] if line)
        + "</body></html>",
        encoding="utf-8",
    )
    report.write_bytes(a_pdf([a_page(*lines)]))

    packs = []
    for document in (article, page, report):
        output = tmp_path / f"{document.stem}.yaml"
        assert run(document, "-o", output, "-t", "Cold Harbour").exit_code == 0
        packs.append(output.read_bytes())

    assert packs[0] == packs[1] == packs[2]


def test_what_was_written_by_hand_at_the_output_stays(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "pack.yaml"
    output.write_text(BY_HAND, encoding="utf-8")

    result = run(article, "-o", output)

    pack = read_pack(output.read_text(encoding="utf-8"), str(output))
    assert "1 written by hand kept" in result.output
    assert (pack.title, pack.items[0].key) == ("Our harbour", "Una Roe")
    assert len(pack.items) > 1


def test_an_item_that_two_packs_hold_is_kept_once(tmp_path: Path) -> None:
    output, other = tmp_path / "pack.yaml", tmp_path / "other.yaml"
    for path in (output, other):
        path.write_text(BY_HAND.replace("  - stem", "  - id: sweeper\n    stem"), encoding="utf-8")
    assert "1 written by hand kept" in run(other, "-o", output).output
    other.write_text(output.read_text(encoding="utf-8").replace("Xan Bly", "Yan Bly"), encoding="utf-8")
    before = output.read_bytes()

    result = run(other, "-o", output)

    assert f"{other}: the item “sweeper” is written differently in {output}" in str(result.exception)
    assert output.read_bytes() == before


def test_making_the_same_pack_again_writes_the_same_bytes(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "pack.yaml"
    run(article, "-o", output)
    first = output.read_bytes()

    run(article, "-o", output)

    assert output.read_bytes() == first


def test_the_funnel_is_explained_on_request(article: Path, tmp_path: Path) -> None:
    result = run(article, "-o", tmp_path / "pack.yaml", "--explain", "--refusals")

    assert "statements in them:" in result.output
    assert "refused: " in result.output


def test_the_account_can_be_read_by_a_program(article: Path, tmp_path: Path) -> None:
    result = run(article, "-o", tmp_path / "pack.yaml", "--json")

    assert json.loads(result.output)["funnel"]["documents"] == 1


def test_disagreements_are_shown_side_by_side(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        ARTICLE.replace("six-episode", "nine-episode").replace("return", "end"), encoding="utf-8"
    )

    result = run(article, other, "-o", tmp_path / "pack.yaml")

    assert "disagreement: Cold Harbour, episode_count:" in result.output
    assert "  6  The return of ‘Cold Harbour’ paragraph 2 sentence 1" in result.output
    assert "  9  The end of ‘Cold Harbour’ paragraph 2 sentence 1" in result.output


def test_documents_without_a_fact_leave_no_file(tmp_path: Path) -> None:
    dull, output = tmp_path / "dull.txt", tmp_path / "pack.yaml"
    dull.write_text("It rained. It went on raining.", encoding="utf-8")

    result = run(dull, "-o", output)

    assert result.exit_code == 1
    assert "No fact was found" in str(result.exception)
    assert not output.exists()


@pytest.mark.parametrize(
    ("output", "complaint"), [("pack.txt", "ends in .yaml"), ("nowhere/pack.yaml", "there is no folder")]
)
def test_an_output_that_cannot_be_a_pack_is_refused(
    article: Path, tmp_path: Path, output: str, complaint: str
) -> None:
    result = run(article, "-o", tmp_path / output)

    assert result.exit_code == 1
    assert complaint in str(result.exception)


def test_a_pack_that_cannot_be_read_is_not_overwritten(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "pack.yaml"
    output.write_bytes(b"\xff\xfe not a pack")

    result = run(article, "-o", output)

    assert result.exit_code == 1
    assert output.read_bytes() == b"\xff\xfe not a pack"


def test_a_command_without_output_is_a_wrong_command(article: Path) -> None:
    assert run(article).exit_code == 2


def test_another_language_pipeline_that_is_not_there_is_named(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_LANGUAGE_MODEL", "en_of_nobody")

    result = run(article, "-o", tmp_path / "pack.yaml")

    assert result.exit_code != 0
    assert "en_of_nobody" in str(result.exception)


def test_what_one_reading_states_is_kept_and_stands_when_given_back(article: Path, tmp_path: Path) -> None:
    waiting, output = tmp_path / "waiting.yaml", tmp_path / "pack.yaml"
    run(article, "-o", output, "-c", waiting)
    before = read_pack(output.read_text(encoding="utf-8"), str(output))
    given = read_pack(waiting.read_text(encoding="utf-8"), str(waiting))

    result = run(article, waiting, "-o", output)

    after = read_pack(output.read_text(encoding="utf-8"), str(output))
    assert result.exit_code == 0, result.output
    assert given.facts
    assert {fact.fact_id for fact in given.facts} <= {fact.fact_id for fact in after.facts}
    assert len(after.facts) > len(before.facts)


def test_the_facts_found_in_a_pack_are_asked_again_without_its_documents(
    article: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    run(article, "-o", first)

    result = run(first, "-o", second)

    assert result.exit_code == 0, result.output
    assert read_pack(second.read_text(encoding="utf-8"), str(second)).facts
