"""Treebank files (CoNLL-U, and the IOB2 files of name labels) as sentences of tokens.

Reads only; what of it is learned, and under which name, is decided elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

# Columns of the format, https://universaldependencies.org/format.html
FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, MISC = 1, 2, 3, 4, 5, 6, 7, 9


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word; `head` is an index into its sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str = ""
    space_after: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A named span of a sentence: tokens start to end (exclusive) and the type of what is named."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens in order; `names` is None where nobody annotated names, `unsure` holds tokens nobody judged."""

    sent_id: str
    tokens: tuple[Token, ...]
    starts_paragraph: bool = False
    names: tuple[Name, ...] | None = None
    unsure: frozenset[int] = frozenset()


@dataclass(slots=True)
class Document:
    """The sentences of one document of a treebank."""

    document_id: str
    sentences: list[Sentence] = field(default_factory=list)


def read_treebank(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file, in order."""
    document = Document("")
    for comments, rows in _blocks(path):
        if "newdoc id" in comments:
            if document.sentences:
                yield document
            document = Document(comments["newdoc id"])
        starts_paragraph = any(key.startswith("newpar") for key in comments)
        document.sentences.append(Sentence(comments["sent_id"], _tokens(rows), starts_paragraph))
    if document.sentences:
        yield document


def read_name_labels(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Form and IOB2 label of each token, by sentence id."""
    return {comments["sent_id"]: [(row[1], row[2]) for row in rows] for comments, rows in _blocks(path)}


def _blocks(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = {}, []


def _tokens(rows: list[list[str]]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    last_part, surface, joined = 0, "", False
    for row in rows:
        if "." in row[0]:  # an empty node of the enhanced graph is not in the text
            continue
        if "-" in row[0]:
            last_part, surface, joined = int(row[0].split("-")[1]), row[FORM], "SpaceAfter=No" in row[MISC]
            continue
        token, number = _token(row), int(row[0])
        if number < last_part:
            form = _leading_part(surface, token.form)
            token, surface = replace(token, form=form, space_after=False), surface[len(form) :]
        elif number == last_part:
            token = replace(token, form=surface or token.form, space_after=not joined)
        tokens.append(token)
    return tuple(tokens)


def _token(row: list[str]) -> Token:
    head = int(row[HEAD])
    return Token(
        form=row[FORM],
        lemma=row[FORM] if row[LEMMA] == "_" else row[LEMMA],
        upos="X" if row[UPOS] == "_" else row[UPOS],
        xpos=row[XPOS],
        feats="" if row[FEATS] == "_" else row[FEATS],
        head=head - 1 if head else int(row[0]) - 1,
        deprel=row[DEPREL] if head else "root",
        misc=row[MISC],
        space_after="SpaceAfter=No" not in row[MISC],
    )


def _leading_part(surface: str, form: str) -> str:
    """The piece of a contracted word ("don't") that one of its words ("do") covers.

    Words that are not spelled inside the surface form ("du" = de + le) get one letter, so that every
    token stays anchored in the text.
    """
    if surface.lower().startswith(form.lower()) and len(surface) > len(form):
        return surface[: len(form)]
    return surface[:1]
