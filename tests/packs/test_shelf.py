"""The shelf holds what can be trusted, and says what it left out."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.packs.shelf import stock
from quizapp.packs.writer import save_pack
from tests.builders import a_pack, an_item


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_pack(a_pack(), tmp_path / "solar-system.yaml")
    return tmp_path


def test_packs_are_found_by_slug(folder: Path) -> None:
    shelf = stock([folder])

    assert shelf.packs == {"solar-system": a_pack()}
    assert shelf.broken == ()


def test_a_broken_pack_is_left_out_and_said(folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: 1\n", "utf-8")

    shelf = stock([folder])

    [(path, findings)] = shelf.broken
    assert list(shelf.packs) == ["solar-system"]
    assert path.name == "broken.yaml"
    assert {finding.code for finding in findings} == {"missing-key"}


def test_a_pack_with_a_blocking_flaw_is_left_out_whole(tmp_path: Path) -> None:
    flawed = an_item(distractors=("Pluto", "Eris", "None of the above"))
    save_pack(a_pack(items=(*a_pack().items, flawed)), tmp_path / "solar-system.yaml")

    shelf = stock([tmp_path])

    assert shelf.packs == {}
    assert [finding.code for finding in shelf.broken[0][1]] == ["none-of-the-above"]


def test_a_pack_with_a_warning_is_played(tmp_path: Path) -> None:
    save_pack(a_pack(items=(an_item(explanation=""),)), tmp_path / "solar-system.yaml")

    assert list(stock([tmp_path]).packs) == ["solar-system"]


def test_of_two_packs_with_one_slug_the_first_folder_wins(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("own")
    save_pack(replace(a_pack(), title="My Solar System"), own / "mine.yaml")

    shelf = stock([own, folder])

    assert shelf.packs["solar-system"].title == "My Solar System"
    assert shelf.broken == ()


def test_two_files_of_one_folder_cannot_share_a_slug(folder: Path) -> None:
    save_pack(a_pack(), folder / "twin.yaml")

    shelf = stock([folder])

    [(path, findings)] = shelf.broken
    assert path.name == "twin.yaml"
    assert [finding.code for finding in findings] == ["duplicate-slug"]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert stock([tmp_path / "nowhere"]).packs == {}


def test_what_is_no_readable_file_is_said(folder: Path) -> None:
    (folder / "folder.yaml").mkdir()
    (folder / "gone.yaml").symlink_to(folder / "nowhere")

    broken = stock([folder]).broken

    assert [(path.name, findings[0].code) for path, findings in broken] == [
        ("folder.yaml", "unreadable"), ("gone.yaml", "unreadable"),
    ]  # fmt: skip


def test_a_file_that_is_too_big_is_not_opened(folder: Path) -> None:
    with (folder / "big.yaml").open("wb") as file:
        file.truncate(50_000_000_000)

    [(_, findings)] = stock([folder]).broken

    assert [finding.code for finding in findings] == ["too-big"]
