"""Reading what authors upload: web pages and PDFs apart, within bounds; scripts are never part of a text."""

import zlib

import pytest

from quizapp.errors import DocumentRefused, WorkDropped
from quizapp.services.documents import Unread
from quizapp.work.reading import read_unread
from tests.generation.reading.printing import a_page, a_pdf

SENTENCE = "The Altmoor Bridge was opened in 1890 by the mayor of the town, and it is 400 metres long."
PAGE = f"""<!doctype html><html><head><title>The bridge</title><script>alert("ours")</script></head><body>
<h1>The bridge at Altmoor</h1><script>document.write("ours")</script>
<p onclick="alert('ours')">{SENTENCE}</p><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>"""


def read(name: str, content: bytes) -> str:
    return read_unread(Unread(1, name, content), lambda: None)[0]


def test_a_page_with_scripts_gives_its_text_alone() -> None:
    text = read("page.html", PAGE.encode())

    assert SENTENCE in text
    assert "ours" not in text


def test_a_pdf_with_a_script_gives_its_text_alone() -> None:
    script = b"<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\('ours'\\)) >>"
    pdf = a_pdf([a_page("The bridge at Altmoor", SENTENCE)]).replace(b"<< /Type /Catalog", script)

    text = read("report.pdf", pdf)

    assert "1890" in text
    assert "ours" not in text


def test_a_pdf_that_unpacks_to_gigabytes_is_refused() -> None:
    packed = zlib.compress(b"(all work and no play) Tj\n" * 4_000_000, 9)
    bomb = a_pdf([a_page("The bridge", SENTENCE)])
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream"
    start = bomb.index(b"<< /Length")
    end = bomb.index(b"endstream", start) + len(b"endstream")

    with pytest.raises(DocumentRefused):
        read("bomb.pdf", bomb[:start] + stream + bomb[end:])


def test_what_takes_more_memory_than_there_is_for_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.work.reading._apart", lambda *_: b"")

    with pytest.raises(DocumentRefused, match="more memory or time"):
        read("page.html", PAGE.encode())


def test_reading_stops_when_nobody_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def unwanted() -> None:
        raise WorkDropped("The work was called off.")

    monkeypatch.setattr("quizapp.work.reading._GLANCE_S", 0.01)

    with pytest.raises(WorkDropped):
        read_unread(Unread(1, "page.html", PAGE.encode()), unwanted)
