"""The sentence that evidence points to, as paragraphs and sentences are counted everywhere."""

from pathlib import Path

import pytest

from quizapp.domain.fact import Evidence
from quizapp.packs.quotation import LONGEST, quotation

TEXT = "Small worlds\n\nCeres circles the Sun. Dr. Piazzi saw it\tfirst.\r\n\r\n\r\nPluto lies far out.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.txt").write_bytes(TEXT.encode())
    return tmp_path


def quoted(folder: Path, paragraph: int | None, sentence: int | None, document: str = "guide") -> str:
    return quotation(Evidence(document, paragraph, sentence), (folder,))


def test_the_sentence_is_found_by_its_place(folder: Path) -> None:
    assert quoted(folder, 2, 1) == "Ceres circles the Sun."
    assert quoted(folder, 2, 2) == "Dr. Piazzi saw it first."
    assert quoted(folder, 3, 1) == "Pluto lies far out."


@pytest.mark.parametrize("place", [(2, 3), (4, 1), (2, None), (None, None)])
def test_a_place_that_is_no_sentence_of_the_text_gives_none(
    folder: Path, place: tuple[int | None, int | None]
) -> None:
    assert quoted(folder, *place) == ""


def test_a_text_that_is_not_at_hand_gives_none(folder: Path) -> None:
    assert quoted(folder, 1, 1, "atlas") == ""
    assert quoted(folder / "nowhere", 1, 1) == ""


def test_the_first_folder_that_has_the_text_wins(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "guide.md").write_text("# My own words\n", "utf-8-sig")

    assert quotation(Evidence("guide", 1, 1), (own, folder)) == "# My own words"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfeno UTF-8",
        "It is \u202eturned around.".encode(),
        b"x" * (LONGEST + 1),
    ],
    ids=["no UTF-8", "hidden characters", "too long"],
)
def test_what_cannot_be_shown_is_not_quoted(folder: Path, content: bytes) -> None:
    (folder / "odd.txt").write_bytes(content)

    assert quoted(folder, 1, 1, "odd") == ""


def test_what_is_no_file_is_not_at_hand(folder: Path) -> None:
    (folder / "odd.txt").mkdir()

    assert quoted(folder, 1, 1, "odd") == ""
