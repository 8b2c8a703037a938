from pathlib import Path

import pytest

from quizapp.errors import DocumentRefused
from quizapp.generation.document import LARGEST_BYTES, document_of, read_documents, read_text


def test_a_title_and_an_id_come_from_the_first_line() -> None:
    document = document_of("The Gull’s Return\n\nIt came back.", "file")

    assert (document.document_id, document.title) == ("the-gull-return", "The Gull’s Return")


def test_the_file_name_stands_in_where_the_first_line_is_a_sentence() -> None:
    assert document_of("It came back to the pier.", "gulls_2026").document_id == "gulls-2026"


def test_two_documents_of_one_title_have_ids_of_their_own(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.md"]
    for path in paths:
        path.write_text("Harbour\n\nIt is deep.", encoding="utf-8")

    assert [d.document_id for d in read_documents(paths)] == ["harbour", "harbour-2"]


def test_furniture_is_set_aside_and_still_counted() -> None:
    document = document_of("Harbour\n\nShare this article\n\nIt is deep.", "file")

    assert [passage.number for passage in document.passages] == [1, 3]
    assert [(dropped.passage.number, dropped.reason) for dropped in document.dropped] == [(2, "share bar")]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.txt", b"  \n ", "is empty"),
        ("binary.txt", b"a\0b", "binary"),
        ("latin.txt", "café".encode("latin-1"), "not UTF-8"),
        ("page.pdf", b"%PDF", "only text files"),
        ("large.txt", b"a" * (LARGEST_BYTES + 1), "larger than 10 MB"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(DocumentRefused, match=complaint):
        read_text(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match=r"gone\.txt: there is no such file"):
        read_text(tmp_path / "gone.txt")
