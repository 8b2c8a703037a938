"""Small PDFs made by hand: lines of text at heights, page by page."""

from collections.abc import Sequence

# A line to print: its text, its height on the page, the size of its letters.
Printed = tuple[str, float, float]

LEADING = 14.0


def a_pdf(pages: Sequence[Sequence[Printed]], catalogue: str = "", stream: bytes | None = None) -> bytes:
    """A PDF with these lines; `catalogue` adds to its root, `stream` replaces what its pages hold."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{_kids(len(pages))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        content = stream if stream is not None else b"\n".join(_shown(line) for line in lines)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def a_page(*lines: str, top: float = 700.0) -> list[Printed]:
    """Lines of one size set close together from the top; an empty one leaves a space between paragraphs."""
    return [(line, top - LEADING * place, 11.0) for place, line in enumerate(lines) if line]


def _kids(count: int) -> str:
    return " ".join(f"{4 + 2 * number} 0 R" for number in range(count))


def _shown(line: Printed) -> bytes:
    text, height, size = line
    letters = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf 1 0 0 1 72 %.1f Tm (%s) Tj ET" % (size, height, letters)


def _file(objects: Sequence[bytes]) -> bytes:
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return made + head + table + tail
