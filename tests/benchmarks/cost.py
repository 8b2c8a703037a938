"""What generation costs: its time beside that of the parse alone, words a second, memory for a long read."""

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

from quizapp.generation.catalogue import load
from quizapp.generation.document import Document, document_of
from quizapp.generation.language import load_language
from quizapp.generation.pipeline import make_pack
from quizapp.packs.vocabulary import vocabulary
from tests.benchmarks.extraction import TODAY
from tests.generation.gold import written_documents

LONG = 1_000_000
_ENDINGS = ("", "en", "by", "mark", "stad", "ley", "ov", "ini", "ez", "ard")
# Words that begin sentences, and what is not a name though it has a capital.
_KEPT = vocabulary(
    "the a an in on at it he she they his her its this that but and after before when january february march "
    "april may june july august september october november december"
)
_NAME = re.compile(r"\b[A-Z][a-z]+\b")


def run() -> str:
    """The table: the twelve documents timed here, the long read measured in a process of its own."""
    documents = tuple(written_documents().values())
    language = load_language(None)
    _parse(documents)
    make_pack(documents, [], load(), TODAY)
    parse = min(_seconds(lambda: _parse(documents)) for _ in range(3))
    whole = min(_seconds(lambda: make_pack(documents, [], load(), TODAY)) for _ in range(3))
    words = _words(documents)
    long_read = subprocess.run(
        [sys.executable, "-m", __name__], check=True, capture_output=True, text=True
    ).stdout.strip()
    return "\n".join(
        (
            "cost of generation",
            f"  {len(language.pipe_names)} parts of the pipeline over {words} words: {parse:.1f} s",
            f"  making the pack: {whole:.1f} s, {whole / parse:.2f} x the parse, {words / whole:.0f} words/s",
            f"  {long_read}",
        )
    )


def _parse(documents: Sequence[Document]) -> None:
    for _ in load_language(None).pipe(passage.text for each in documents for passage in each.passages):
        pass


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _words(documents: Sequence[Document]) -> int:
    return sum(len(passage.text.split()) for each in documents for passage in each.passages)


def _long_read() -> str:
    """Time and memory for a megabyte, in documents as long as articles and about different things."""
    load_language(None)
    before = _peak_mb()
    documents = tuple(_many())
    seconds = _seconds(lambda: make_pack(documents, [], load(), TODAY))
    return (
        f"1 MB in {len(documents)} documents: {seconds:.0f} s, {_words(documents) / seconds:.0f} words/s, "
        f"peak {_peak_mb():.0f} MB ({before:.0f} MB before it is read)"
    )


def _many() -> Iterator[Document]:
    """Copies of the twelve, each about other names, until a megabyte is full."""
    size, taken = 0, set[str]()
    for number, document in enumerate(cycle(written_documents().values())):
        if size >= LONG:
            return
        copy = document_of(_renamed(document.text, number // 12), document.title, taken)
        size += len(copy.text.encode())
        taken.add(copy.document_id)
        yield copy


def _renamed(text: str, round_: int) -> str:
    """The text with another ending on every name; the rounds after the tenth stretch the endings."""
    ending = _ENDINGS[round_ % 10] + "a" * (round_ // 10)
    return _NAME.sub(lambda name: name[0] if name[0].lower() in _KEPT else name[0] + ending, text)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(_long_read())
