"""The test documents are what they say, and whatever can be made from them keeps the rules."""

import re

import pytest

from quizapp.domain.text import folded
from quizapp.generation.catalogue import load
from quizapp.generation.document import Document
from quizapp.generation.pipeline import make_pack
from quizapp.packs.lint import lint_pack
from tests.generation.gold import LICENCE, Contradiction, GoldFact, Place, gold, written_documents
from tests.generation.stage import TODAY

DOCUMENTS = written_documents()
GOLD = gold()
EACH = pytest.mark.parametrize("name", DOCUMENTS)
CONTRADICTIONS = pytest.mark.parametrize("told", GOLD.contradictions, ids=lambda told: told.about)


def test_there_are_twelve_and_anyone_may_use_them() -> None:
    assert len(DOCUMENTS) == 12
    assert "SPDX-License-Identifier: CC0-1.0" in LICENCE.read_text(encoding="utf-8")


@EACH
def test_each_document_is_as_long_as_an_article(name: str) -> None:
    assert 400 <= len(DOCUMENTS[name].text.split()) <= 800


@EACH
def test_exactly_the_planted_furniture_is_dropped(name: str) -> None:
    dropped = tuple(line.passage.number for line in DOCUMENTS[name].dropped)

    assert dropped == GOLD.furniture.get(name, ())


def test_furniture_stands_in_three_documents() -> None:
    assert len(GOLD.furniture) == 3


def test_six_documents_have_gold_facts_the_pair_among_them() -> None:
    covered = {fact.document for fact in GOLD.facts}

    assert len(covered) == 6
    assert covered > set(GOLD.pair)


@pytest.mark.parametrize("fact", GOLD.facts, ids=lambda fact: f"{fact.document} {fact.relation} {fact.value}")
def test_a_gold_fact_points_to_a_sentence_about_it(fact: GoldFact) -> None:
    told = folded(_sentence(fact))

    assert any(word in told for word in _words(fact.subject) | _words(fact.value))


def test_no_gold_fact_is_told_twice() -> None:
    facts = [(f.document, f.subject, f.relation, f.value) for f in GOLD.facts]

    assert len(set(facts)) == len(facts)


def test_there_are_ten_contradictions() -> None:
    assert len({told.about for told in GOLD.contradictions}) == 10


@CONTRADICTIONS
def test_a_contradiction_stands_in_both_documents_of_the_pair(told: Contradiction) -> None:
    assert (told.one.document, told.other.document) == GOLD.pair
    for here, there in ((told.one, told.other), (told.other, told.one)):
        assert _says(_sentence(here), here.value)
        assert not _says(DOCUMENTS[there.document].text, here.value)


@pytest.mark.parametrize("names", [*GOLD.aliases, *GOLD.apart], ids=" / ".join)
def test_planted_names_stand_in_the_pair(names: tuple[str, ...]) -> None:
    told = " ".join(DOCUMENTS[name].text for name in GOLD.pair).replace('"Buck"', "“Buck”")

    assert all(_says(told, name) for name in names)


@EACH
def test_whatever_one_document_makes_has_no_blocking_flaw(name: str) -> None:
    assert _flaws(DOCUMENTS[name]) == []


def test_all_documents_together_make_a_pack_without_blocking_flaws() -> None:
    assert _flaws(*DOCUMENTS.values()) == []


def _flaws(*documents: Document) -> list[str]:
    """What blocks the pack of these documents; that it may be empty is the generator's honest answer."""
    pack = make_pack(documents, [], load(), TODAY).pack
    return [flaw.what for flaw in lint_pack(pack) if flaw.level == "error" and flaw.code != "no-items"]


def _sentence(place: GoldFact | Place) -> str:
    passages = {passage.number: passage for passage in DOCUMENTS[place.document].passages}
    return passages[place.paragraph].sentences[place.sentence - 1].text


def _says(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _words(text: str) -> set[str]:
    """What of a name, number or date must be readable in a sentence: words of weight, or the year."""
    if re.fullmatch(r"\d{4}(-\d\d){1,2}", text):
        return {text[:4]}
    words = re.findall(r"[^\W_][\w,.]*", folded(text))
    return {word for word in words if word not in {"the", "of", "and", "as", "in", "be", "a"}}
