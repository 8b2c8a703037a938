"""The packed pipeline: its size, what strings are in it, its card, and a few sentences that it must parse."""

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

srsly = pytest.importorskip("srsly")
pytest.importorskip("spacy")

from quizapp.generation.language import OURS, load_language  # noqa: E402

MODEL = OURS.parent
MOST_BYTES = 5_000_000
PRIVATE = {
    "a mail or user address": re.compile(r"@"),
    "a web address": re.compile(r"https?:|www\.|\w\.(?:com|org|net|edu|gov|info|html?|php)\b", re.IGNORECASE),
    "a number to call": re.compile(r"\d[\d ().-]{4,}\d"),
    "a user name": re.compile(
        r"\b(?!(?:tok2vec|key2row)\b)(?=[\w.-]*[a-z])(?=[\w.-]*\d)[\w.-]{5,}\b", re.IGNORECASE
    ),
}
# Lines of spaCy's configuration: [components.tagger.model] and @architectures = "spacy.Tagger.v2"
SETTING = re.compile(r"""\[[\w.]+\]|@?\w+ = "(?:spacy|quizapp)\.\w+\.v\d+\"""")
IRREGULAR = {"Best", "Better", "Worse", "Worst", "Went"}


def test_the_file_is_at_most_five_megabytes() -> None:
    assert OURS.stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("kind", PRIVATE)
def test_nothing_in_the_file_looks_like(kind: str) -> None:
    found = sorted(
        text for text in strings_in_file() if PRIVATE[kind].search(text) and not SETTING.fullmatch(text)
    )

    assert found == []


def test_the_lemmatizer_spells_no_proper_name() -> None:
    """Its longer rules are for the irregular words of English."""
    labels = {part for text in vocabulary() if "=" in text for part in re.split(r"[|=]", text)}
    spelled = {text for text in vocabulary() - labels if re.fullmatch(r"[A-Z][a-z]{3,}", text)}

    assert spelled <= IRREGULAR


def test_the_vocabulary_holds_only_what_the_pipeline_needs_to_run() -> None:
    assert len(vocabulary()) < 2_500
    assert max(len(text.partition("=")[0]) for text in vocabulary() if "|" not in text) <= 16


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE", "CARD.md"])
def test_licence_sources_and_card_lie_beside_the_file(name: str) -> None:
    assert (MODEL / name).read_text(encoding="utf-8").strip()


def test_the_card_gives_the_size_of_the_file_that_is_there() -> None:
    assert f"{OURS.stat().st_size:,} bytes" in (MODEL / "CARD.md").read_text(encoding="utf-8")


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "arcs"),
    [
        (
            "Marie Curie discovered radium in 1898.",
            {("Marie", "nsubj", "discovered"), ("radium", "obj", "discovered")},
        ),
        (
            "The bridge was designed by Anna Keller.",
            {("bridge", "nsubj:pass", "designed"), ("Anna", "obl:agent", "designed")},
        ),
        (
            "Oslo is the capital of Norway.",
            {("Oslo", "nsubj", "capital"), ("is", "cop", "capital"), ("Norway", "nmod", "capital")},
        ),
        (
            "The Danube flows through ten countries.",
            {("Danube", "nsubj", "flows"), ("countries", "obl", "flows")},
        ),
    ],
)
def test_a_plain_sentence_gets_its_main_arcs(sentence: str, arcs: set[tuple[str, str, str]]) -> None:
    doc = load_language()(sentence)

    assert arcs <= {(token.text, token.dep_, token.head.text) for token in doc}


@pytest.mark.model
def test_names_are_found_whole() -> None:
    doc = load_language()("In 1911 Roald Amundsen reached the South Pole before Robert Scott.")

    assert {"Roald Amundsen", "Robert Scott"} <= {name.text for name in doc.ents}


@pytest.mark.model
def test_two_sentences_are_two_sentences() -> None:
    doc = load_language()("Mary Shelley wrote the novel in 1816. It was published in London two years later.")

    assert len(list(doc.sents)) == 2


@cache
def strings_in_file() -> frozenset[str]:
    with zipfile.ZipFile(OURS) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    return frozenset(text for part in parts for text in _strings(part))


@cache
def vocabulary() -> frozenset[str]:
    with zipfile.ZipFile(OURS) as archive:
        return frozenset(srsly.json_loads(srsly.msgpack_loads(archive.read("vocab"))["strings"]))


def _strings(value: Any) -> Iterator[str]:
    """Every string inside, through lists, tables, JSON and nested bytes; "nodes" are names of layers."""
    if isinstance(value, str):
        yield from _strings_of_text(value)
    elif isinstance(value, bytes):
        yield from _strings_of_bytes(value)
    elif isinstance(value, dict):
        yield from (
            text for pair in value.items() if pair[0] != "nodes" for part in pair for text in _strings(part)
        )
    elif isinstance(value, (list, tuple)):
        yield from (text for part in value for text in _strings(part))


def _strings_of_text(text: str) -> Iterator[str]:
    if text[:1] in ("{", "["):
        try:
            yield from _strings(srsly.json_loads(text))
            return
        except ValueError:
            pass
    yield from text.splitlines()


def _strings_of_bytes(data: bytes) -> Iterator[str]:
    try:
        yield from _strings_of_text(data.decode("utf-8"))
    except UnicodeDecodeError:
        yield from _strings(srsly.msgpack_loads(data))
