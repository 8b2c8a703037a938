"""`quizapp read`: what the program reads in a document, and where each sentence stands."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.config import read_settings
from quizapp.services.authoring import names_seen, read_files

if TYPE_CHECKING:
    from quizapp.generation.document import Document


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--names", is_flag=True, help="Show the names that the language pipeline sees.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
@click.option("--text", is_flag=True, help="Print only the text, for a folder of documents that packs quote.")
def read(files: tuple[Path, ...], names: bool, as_json: bool, text: bool) -> None:
    """Show what is read in documents: each sentence with its place, and what is dropped and why.

    A place is paragraph.sentence, as the evidence of a fact names it.
    """
    documents = read_files(files)
    if text:
        click.echo("\n".join(document.text for document in documents))
    elif as_json:
        click.echo(json.dumps([_told(document) for document in documents], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for d in documents for line in _lines(d, _names(d) if names else {})))


def _names(document: "Document") -> dict[int, str]:
    """The names in each sentence in words, found by where the sentence starts."""
    sentences = [sentence for passage in document.passages for sentence in passage.sentences]
    seen = names_seen([s.text for s in sentences], read_settings(os.environ).language_model)
    return {
        sentence.start: ", ".join(f"{name.text} ({name.kind})" for name in names)
        for sentence, names in zip(sentences, seen, strict=True)
        if names
    }


def _lines(document: "Document", names: Mapping[int, str]) -> Iterator[str]:
    yield f"{document.document_id}: {document.title}"
    dropped = {out.passage.number: out for out in document.dropped}
    kept = {passage.number: passage for passage in document.passages}
    for number in sorted(dropped | kept):
        if number in dropped:
            yield f"  {number:>5}    ({dropped[number].reason}) {dropped[number].passage.text[:60]}"
        else:
            for sentence in kept[number].sentences:
                yield f"  {number:>5}.{sentence.number:<2} {sentence.text}"
                if sentence.start in names:
                    yield f"           {names[sentence.start]}"


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
