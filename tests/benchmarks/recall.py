"""How much of what a reader listed of some texts the generator finds and asks, and what it missed.

    python -m tests.benchmarks.recall FOLDER [LIST]

FOLDER holds the texts; LIST is a file in the form of tests/generation/articles.toml, or that file itself.
A listed fact counts as found where a fact links its two ends, by whatever relation: relations are shown where
they differ, for a reader to judge.
"""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from quizapp.domain.fact import Disagreement
from quizapp.generation.catalogue import load
from quizapp.generation.document import Document, read_documents
from quizapp.generation.pipeline import Generated, make_pack
from tests.benchmarks.extraction import TODAY, published_in, share
from tests.benchmarks.witnesses import witnesses
from tests.generation.gold import ARTICLES, Difference, ListedFact, ReadersList, readers_list
from tests.generation.likeness import Stated, listed, names_of

STEPS = ("surface", "syntax", "either", "both", "published", "asked")

Readings = Mapping[str, Collection[Stated]]


def report(documents: Sequence[Document], told: ReadersList) -> str:
    """The table of recall, the facts that are missing, and the disagreements."""
    made = make_pack(documents, [], load(), TODAY)
    readings = _readings(documents, made)
    words = sum(len(passage.text.split()) for document in documents for passage in document.passages)
    items = len(made.pack.items)
    return "\n".join(
        (
            *_table(told, readings),
            f"  facts published: {len(made.pack.facts)}, of them on the list: "
            f"{_on_list(told, readings['published'])}",
            f"  items: {items}, {1000 * items / words:.1f} per 1,000 words",
            *_names(told, made),
            *_differences(told, made),
            *_missing(told, readings),
        )
    )


def _readings(documents: Sequence[Document], made: Generated) -> Readings:
    """What each step states of all the documents."""
    stated: dict[str, list[Stated]] = {step: [] for step in STEPS}
    for document in documents:
        for witness, found in witnesses(document, load()).items():
            stated[witness] += found
    asked = {item.fact_id for item in made.pack.items}
    stated["published"] = published_in(made)
    stated["asked"] = [
        one for fact, one in zip(made.pack.facts, stated["published"], strict=True) if fact.fact_id in asked
    ]
    return stated


def _table(told: ReadersList, readings: Readings) -> Iterator[str]:
    yield f"a reader's list         {'listed':>8}" + "".join(f"{step:>11}" for step in STEPS)
    groups = {fact.group: [one for one in told.facts if one.group == fact.group] for fact in told.facts}
    groups["all"] = list(told.facts)
    groups["all but the hard"] = [fact for fact in told.facts if not fact.hard]
    for name, facts in groups.items():
        counts = [sum(bool(_linking(fact, told, readings[step])) for fact in facts) for step in STEPS]
        shares = "".join(f"{count:6} {share(count, len(facts)):>4}" for count in counts)
        yield f"  {name:22}{len(facts):8}{shares}"


def _linking(fact: ListedFact, told: ReadersList, stated: Collection[Stated]) -> list[str]:
    """The relations by which the ends of a listed fact are linked."""
    wanted = listed(fact.subject, fact.relation, fact.value, told.same)
    return sorted({one.relation for one in stated if one.links(wanted)})


def _on_list(told: ReadersList, stated: Collection[Stated]) -> int:
    wanted = [listed(fact.subject, fact.relation, fact.value, told.same) for fact in told.facts]
    return sum(any(one.links(other) for other in wanted) for one in stated)


def _names(told: ReadersList, made: Generated) -> Iterator[str]:
    """Which names of one thing stand for two, and which of two for one."""
    bearers = [(entity.name, names_of(entity.names)) for entity in made.pack.entities]
    for group in told.same:
        bearing = [name for name, names in bearers if names & names_of(group)]
        if len(bearing) > 1:
            yield f"  not united: {' / '.join(bearing)}"
    for pair in told.apart:
        one, other = (names_of((name,)) for name in pair)
        if mixed := [name for name, names in bearers if names & one and names & other]:
            yield f"  wrongly united: {' / '.join(pair)} as {mixed[0]}"


def _differences(told: ReadersList, made: Generated) -> Iterator[str]:
    """Which listed disagreements were printed, and which printed ones nobody listed."""
    printed = [(one, _places(one)) for one in made.disagreements]
    if told.differences:
        found = {one.about for one in told.differences if any(_both(one) <= at for _, at in printed)}
        open_ones = {one.about for one in told.differences if one.is_open}
        yield f"  disagreements: {len(found & open_ones)} of {len(open_ones)} printed"
        yield from (f"    not printed: {about}" for about in sorted(open_ones - found))
    for one, at in printed:
        about = next((each.about for each in told.differences if _both(each) <= at), "not listed")
        values = " / ".join(fact.value for fact in one.facts)
        yield f"    printed ({about}): {one.subject} {one.relation} {values}"


def _places(disagreement: Disagreement) -> set[tuple[str, int | None, int | None]]:
    evidence = [place for fact in disagreement.facts for place in fact.evidence]
    return {(place.document_id, place.paragraph, place.sentence) for place in evidence}


def _both(one: Difference) -> set[tuple[str, int | None, int | None]]:
    return {(side.document, side.paragraph, side.sentence) for side in (one.one, one.other)}


def _missing(told: ReadersList, readings: Readings) -> Iterator[str]:
    """Every listed fact that is not published as it is listed: how far it came, and where it stands."""
    yield "not published, or by another relation:"
    for fact in told.facts:
        came = {step: _linking(fact, told, readings[step]) for step in ("surface", "syntax", "published")}
        if fact.relation not in came["published"]:
            how = (
                "; ".join(f"{step}: {', '.join(names)}" for step, names in came.items() if names) or "nowhere"
            )
            at = ", ".join(
                f"{document[:24]} {paragraph}.{number}" for document, paragraph, number in fact.places
            )
            yield f"  {fact.subject} / {fact.relation} / {fact.value}  [{how}]  {at}"


if __name__ == "__main__":
    folder, *lists = map(Path, sys.argv[1:])
    print(report(read_documents(sorted(folder.glob("*.txt"))), readers_list(*(lists or [ARTICLES]))))
