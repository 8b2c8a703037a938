"""`quizapp read`: what the program reads in a document, and where each sentence stands."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.services.authoring import read_files

if TYPE_CHECKING:
    from quizapp.generation.document import Document


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
def read(files: tuple[Path, ...], as_json: bool) -> None:
    """Show what is read in documents: each sentence with its place, and what is dropped and why.

    A place is paragraph.sentence, as the evidence of a fact names it.
    """
    documents = read_files(files)
    if as_json:
        click.echo(json.dumps([_told(document) for document in documents], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for document in documents for line in _lines(document)))


def _lines(document: "Document") -> Iterator[str]:
    yield f"{document.document_id}: {document.title}"
    dropped = {out.passage.number: out for out in document.dropped}
    kept = {passage.number: passage for passage in document.passages}
    for number in sorted(dropped | kept):
        if number in dropped:
            yield f"  {number:>5}    ({dropped[number].reason}) {dropped[number].passage.text[:60]}"
        else:
            for sentence in kept[number].sentences:
                yield f"  {number:>5}.{sentence.number:<2} {sentence.text}"


def _told(document: "Document") -> dict[str, Any]:
    sentences = [
        {"paragraph": passage.number, "sentence": s.number, "start": s.start, "end": s.end, "text": s.text}
        for passage in document.passages
        for s in passage.sentences
    ]
    dropped = [
        {"paragraph": out.passage.number, "reason": out.reason, "text": out.passage.text}
        for out in document.dropped
    ]
    return {
        "document": document.document_id,
        "title": document.title,
        "sentences": sentences,
        "dropped": dropped,
    }
