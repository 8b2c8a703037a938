"""Web pages: the article's text by trafilatura. Nothing is fetched, nothing runs, no markup stays.

Places are counted in the text that is extracted, not in the HTML: inline tags and entities stand amid
sentences, so that a sentence can seldom be found again in the source by search.
"""

import codecs
import re
from typing import TYPE_CHECKING

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.reading import Reading, library_missing, muted

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Far above what an article has; a page of millions of tags would fill the memory.
MOST_TAGS = 200_000
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(
    rb"""<(?:meta[^>]*charset|\?xml[^>]*encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# What no reader of the page sees. JSON inside of scripts would otherwise count as a source of text.
_UNSEEN = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
    "textarea", "select", "button", "dialog",
)  # fmt: skip
_HIDDEN = (
    "//*[@hidden or @aria-hidden='true' or contains(translate(@style,' ','')"
    ",'display:none') or contains(translate(@style,' ',''),'visibility:hidden')]"
)
# Entities that a page declares for itself are not read; the parser would take the rest of them for text.
_DECLARATIONS = re.compile(r"<!doctype[^>\[]*\[[^\]]*\]\s*>", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—·»-]\s+")
_BROKEN_LINE = re.compile(r"(?<=[^.!?:;\s])[ \t]*\n(?=[a-z])")
_BULLET = re.compile(r"^[-*•] ", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?:\[\w{1,3}\])*$")


def read_page(raw: bytes, name: str) -> Reading:
    """The article on a page, its title first, a paragraph a line."""
    try:
        import trafilatura
    except ImportError:
        raise library_missing(name, "web pages", "trafilatura") from None

    tree = _tree(_decoded(raw, name), name)
    title = _title(tree)
    _strip(tree)
    with muted("trafilatura"):
        article = trafilatura.extract(tree, include_comments=False) or ""
    text = _lines(article)
    if not any(_SENTENCE_END.search(line) for line in text.split("\n")):
        raise DocumentRefused(f"{name}: no article was found on this page; save its text as .txt.")
    return Reading(text if not title or _opens_with(text, title) else f"{title}\n{text}")


def _decoded(raw: bytes, name: str) -> str:
    """The page's letters: by its byte order mark, else as it declares, else UTF-8."""
    encoding = next((known for mark, known in _MARKS if raw.startswith(mark)), "") or _declared(raw)
    if b"\0" in raw and not encoding.startswith("utf-16"):
        raise DocumentRefused(f"{name}: holds binary data, not a web page.")
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DocumentRefused(
            f"{name}: is not {encoding.upper()} as it should be (byte {error.start}); save it as UTF-8."
        ) from None
    if not text.strip():
        raise DocumentRefused(f"{name}: is empty.")
    return text


def _declared(raw: bytes) -> str:
    found = _CHARSET.search(raw[:4096])
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name if found else "utf-8"
        b"".decode(encoding)
    except (LookupError, ValueError):
        return "utf-8"
    # Browsers read Latin-1 as Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
    return "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding


def _tree(text: str, name: str) -> "HtmlElement":
    from lxml import etree, html

    if text.count("<") > 2 * MOST_TAGS:
        raise DocumentRefused(f"{name}: has more than {MOST_TAGS:,} tags; save its text as .txt.")
    text = _DECLARATIONS.sub("", text, count=1)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(
            text.replace("\0", "").encode("utf-8", errors="replace"), parser=parser
        )
    except etree.ParserError:
        raise DocumentRefused(f"{name}: no article was found on this page; save its text as .txt.") from None


def _title(tree: "HtmlElement") -> str:
    """The page's only first heading, else its title without the site's name."""
    heads = [_words(head.text_content()) for head in tree.iter("h1")]
    if len(heads) == 1 and heads[0]:
        return heads[0]
    return _SITE.split(_words(tree.findtext(".//title") or ""))[0]


def _strip(tree: "HtmlElement") -> None:
    """Takes what nobody sees out of the tree, and makes a line of each row of a fact box."""
    for unseen in [*tree.iter(*_UNSEEN), *tree.xpath(_HIDDEN)]:
        if unseen.getparent() is not None:
            unseen.drop_tree()
    for row in list(tree.iter("tr")):
        cells = list(row)
        if [cell.tag for cell in cells] == ["th", "td"]:
            name, value = (_words(cell.text_content()) for cell in cells)
            row.remove(cells[0])
            cells[1].clear()
            cells[1].text = f"{name.rstrip(':')}: {value}"


def _lines(article: str) -> str:
    """The paragraphs, a line each: lines broken amid a sentence are whole again, tables reduced to prose."""
    whole = _BROKEN_LINE.sub(" ", _BULLET.sub("", article))
    lines = [line for found in whole.split("\n") for line in _cells(found.strip())]
    return "\n".join(filter(None, map(_words, lines)))


def _cells(line: str) -> list[str]:
    """What of a table's row can be read alone: its only cell, or cells that hold sentences."""
    if not (line.startswith("|") and line.endswith("|")):
        return [line]
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return [cell for cell in cells if cell.strip("-") and (len(cells) == 1 or _SENTENCE_END.search(cell))]


def _words(text: str) -> str:
    return " ".join(text.split())


def _opens_with(text: str, title: str) -> bool:
    return title.casefold() in (line.casefold() for line in text.split("\n", 4)[:4])
