import random
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.pdf import MOST_PAGES, read_pdf
from tests.generation.reading.printing import a_page, a_pdf

SENTENCE = "Kell was built in 1884."


def lines(pdf: bytes) -> list[str]:
    return read_pdf(pdf, "report.pdf").text.split("\n")


def test_printed_lines_become_paragraphs_and_broken_words_whole() -> None:
    page = a_page(
        "The harbour of Kell was built in 1884 by the engi-",
        "neer Ada Bell, whose well-known drawings are in the",
        "museum.",
        "",
        "Her well-",
        "known son drew the lighthouse and lived from 1850-",
        "1921 in the town.",
    )

    assert lines(a_pdf([page])) == [
        "The harbour of Kell was built in 1884 by the engineer Ada Bell, "
        "whose well-known drawings are in the museum.",
        "Her well-known son drew the lighthouse and lived from 1850-1921 in the town.",
    ]


def test_a_heading_is_a_line_of_its_own_even_over_two_lines() -> None:
    page = [
        ("The Old Harbour", 760.0, 22.0),
        ("Of Kell and Its Light", 734.0, 22.0),
        *a_page("Kell was built in 1884 by the engineer", "Ada Bell."),
    ]

    assert lines(a_pdf([page])) == [
        "The Old Harbour Of Kell and Its Light",
        "Kell was built in 1884 by the engineer Ada Bell.",
    ]


def test_running_heads_and_page_numbers_are_furniture_and_a_sentence_runs_over_them() -> None:
    texts = [
        "Kell was built in 1884 by the engineer",
        "Ada Bell. Its light was lit in the winter",
        "of 1890.",
    ]
    pages = [
        [("The Book of Kell", 800.0, 9.0), *a_page(text), (str(number), 40.0, 9.0)]
        for number, text in enumerate(texts, 1)
    ]

    reading = read_pdf(a_pdf(pages), "report.pdf")

    paragraphs = reading.text.split("\n")
    article = [text for number, text in enumerate(paragraphs, 1) if number not in reading.furniture]
    assert article == [" ".join(texts)]
    assert sorted(reading.furniture.values()) == ["page number"] * 3 + ["running head"] * 3


def test_scripts_in_a_pdf_are_left_alone() -> None:
    pdf = a_pdf([a_page(SENTENCE)], r"/OpenAction << /S /JavaScript /JS (app.alert\(1\)) >>")

    assert lines(pdf) == [SENTENCE]


def test_three_hundred_pages_are_read_and_one_more_is_refused() -> None:
    assert lines(a_pdf([a_page(SENTENCE)] * MOST_PAGES))

    with pytest.raises(DocumentRefused, match="has 301 pages, more than 300"):
        lines(a_pdf([a_page(SENTENCE)] * (MOST_PAGES + 1)))


def test_a_pdf_that_opens_without_a_password_is_read_and_another_refused() -> None:
    assert lines(encrypted("")) == [SENTENCE]

    with pytest.raises(DocumentRefused, match="is encrypted; save a copy without a password"):
        lines(encrypted("secret"))


@pytest.mark.parametrize(
    ("pdf", "complaint"),
    [
        (a_pdf([[], []]), "has no text, only pictures"),
        (b"%PDF-1.7 and nothing else", "broken PDF"),
        (a_pdf([a_page(SENTENCE)])[:300], "broken PDF"),
        (a_pdf([]), "has no pages"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(pdf: bytes, complaint: str) -> None:
    with pytest.raises(DocumentRefused, match=complaint):
        lines(pdf)


def test_a_page_that_unpacks_to_too_much_is_refused() -> None:
    packed = zlib.compress(b" " * (32 * 1024 * 1024))
    pdf = a_pdf([[]], stream=b"@").replace(
        b"<< /Length 1 >>\nstream\n@",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s" % (len(packed), packed),
    )

    with pytest.raises(DocumentRefused, match="too large"):
        lines(pdf)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_pdf_is_read_or_refused_and_never_breaks_the_program(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(a_pdf([a_page(SENTENCE, "Its light was lit in 1890.")] * 3))
    for _ in range(chance.randint(1, 30)):
        damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)

    try:
        assert read_pdf(bytes(damaged), "report.pdf").text
    except DocumentRefused as refused:
        assert "report.pdf" in str(refused)


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(a_pdf([a_page(SENTENCE)]))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
