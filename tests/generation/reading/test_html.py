import pytest

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.html import MOST_TAGS, read_page

PAGE = """<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>The Harbour of Kell | Coast News</title>
<script>var x = "Words of a script.";</script>
<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "More words of a script."}
</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<header><h1>The Harbour of Kell</h1></header>
<main><article>
<p onclick="go()">The harbour of Kell was built in <b>1884</b> by <a href="/x">Ada Bell</a>, who had
come<br>from the islands in the north. It is 12 km from the town.</p>
<h2>Its light</h2>
<p>The lighthouse is 42 m high &amp; was drawn by Vic Lund. A line such
as &lt;script&gt;x&lt;/script&gt; stays.</p>
<ul><li>Two piers stand.</li></ul>
<table><tr><th>Founded</th><td>1884</td></tr></table>
<table><tr><td>Ship</td><td>Captain</td></tr><tr><td>Gull</td><td>Wes Tarn</td></tr></table>
<p hidden>Hidden words.</p><p style="display: none">Hidden too.</p><template><p>A template.</p></template>
<p>In 1902 a storm broke the northern pier, and it was built again in stone within two years.</p>
</article></main>
<aside><h3>Related</h3><a href="/1">Ten ports to see</a></aside>
<footer>All rights reserved. <a href="/p">Privacy policy</a></footer>
<script>document.write("<p>Written words.</p>")</script></body></html>"""


def test_a_page_gives_its_article_a_paragraph_a_line_with_headings() -> None:
    assert read_page(PAGE.encode(), "page.html").text.split("\n") == [
        "The Harbour of Kell",
        "The harbour of Kell was built in 1884 by Ada Bell, who had come from the islands in the north."
        " It is 12 km from the town.",
        "Its light",
        "The lighthouse is 42 m high & was drawn by Vic Lund. A line such as <script>x</script> stays.",
        "Two piers stand.",
        "Founded: 1884",
        "In 1902 a storm broke the northern pier, and it was built again in stone within two years.",
    ]


def test_a_page_without_a_heading_has_its_title_without_the_name_of_the_site() -> None:
    page = b"<html><head><title>Kell - Coast News</title></head><body><p>Kell is deep.</p></body></html>"

    assert read_page(page, "page.html").text == "Kell\nKell is deep."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [('<meta charset="iso-8859-1">', "cp1252"), ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16")],
)
def test_letters_are_read_as_the_page_declares(declared: str, encoding: str) -> None:
    page = f"<html><head>{declared}</head><body><p>The “Café” is old.</p></body></html>".encode(encoding)

    assert read_page(page, "page.html").text == "The “Café” is old."


def test_entities_that_a_page_declares_open_no_file() -> None:
    page = b"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
    <html><body><p>The word is &secret; here.</p></body></html>"""

    assert read_page(page, "page.xhtml").text == "The word is &secret; here."


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ("<html><body></body></html>", "no article"),
        ("<html><frameset><frame src=x></frameset></html>", "no article"),
        ("<html><body><script>var x = 1;</script></body></html>", "no article"),
        ("<html><body>" + "<i>" * (2 * MOST_TAGS + 1), "more than 200,000 tags"),
        ("<html><body>" + "<div>" * 9000 + "Deep." + "</div>" * 9000, "no article"),
    ],
)
def test_a_page_without_an_article_is_refused_kindly(page: str, complaint: str) -> None:
    with pytest.raises(DocumentRefused, match=complaint):
        read_page(page.encode(), "page.html")
