import sys
from pathlib import Path

import pytest

from quizapp.errors import DocumentRefused
from quizapp.generation.reading import LARGEST_BYTES, read_file
from tests.generation.reading.printing import a_page, a_pdf

SENTENCE = "Kell was built in 1884 by the engineer Ada Bell."
PAGE = f"<!doctype html><html><body><p>{SENTENCE}</p></body></html>".encode()


def a_file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", SENTENCE.encode()),
        ("a.html", PAGE),
        ("a.pdf", a_pdf([a_page(SENTENCE)])),
        ("a-page.txt", PAGE),
        ("a-pdf.txt", a_pdf([a_page(SENTENCE)])),
        ("a-page.pdf", PAGE),
        ("no-tags.html", SENTENCE.encode()),
        ("a-fragment.htm", f"<p>{SENTENCE}</p>".encode()),
    ],
)
def test_a_file_is_read_by_what_it_holds(tmp_path: Path, name: str, content: bytes) -> None:
    assert read_file(a_file(tmp_path, name, content)).text == SENTENCE


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.txt", b"  \n ", "is empty"),
        ("empty.html", b"  \n ", "is empty"),
        ("binary.txt", b"a\0b", "binary"),
        ("binary.html", b"<html>\0\xff", "binary"),
        ("latin.txt", "café".encode("latin-1"), "not UTF-8"),
        ("latin.html", "<html><p>café".encode("latin-1"), "not UTF-8"),
        ("words.pdf", b"only words", "holds no PDF"),
        ("letter.docx", b"PK", "this kind of file"),
        ("large.txt", b"a" * (LARGEST_BYTES + 1), "larger than 10 MB"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    with pytest.raises(DocumentRefused, match=complaint):
        read_file(a_file(tmp_path, name, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match=r"gone\.txt: there is no such file"):
        read_file(tmp_path / "gone.txt")


@pytest.mark.parametrize(
    ("library", "name", "content"),
    [("trafilatura", "a.html", PAGE), ("pypdf", "a.pdf", a_pdf([a_page(SENTENCE)]))],
)
def test_without_the_library_the_message_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str, content: bytes
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(DocumentRefused, match=rf"{library}.*pip install quizapp\[documents\]"):
        read_file(a_file(tmp_path, name, content))


def test_plain_text_needs_none_of_the_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("trafilatura", "lxml", "pypdf"):
        monkeypatch.setitem(sys.modules, library, None)

    assert read_file(a_file(tmp_path, "a.txt", SENTENCE.encode())).text == SENTENCE
