import pytest

from tests.generation.extraction.reading import found

LIFE = "Nora Vale"


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Salt Marsh is a 1925 novel by the Danish writer Anna Holt.", ("Anna Holt", "wrote", "Salt Marsh")),
        ("Salt Marsh, a silent film by Anna Holt, opened in May.", ("Anna Holt", "directed", "Salt Marsh")),
        ("Salt Marsh is an opera in two acts by Anna Holt.", ("Anna Holt", "composed", "Salt Marsh")),
        ("In May she saw the painting Salt Marsh by Anna Holt.", ("Anna Holt", "painted", "Salt Marsh")),
        ("Anna Holt’s debut novel, Salt Marsh, won a prize.", ("Anna Holt", "wrote", "Salt Marsh")),
        ("Anna Holt’s album Salt Marsh sold well.", ("Salt Marsh", "recorded_by", "Anna Holt")),
    ],
)
def test_a_noun_for_a_work_tells_what_its_maker_did(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact in found(sentence)


def test_her_novel_is_hers_whom_the_text_is_about() -> None:
    facts = found("Nora Vale wrote much. She lives here. Her second novel, Salt Marsh, is long.", title=LIFE)

    assert ("Nora Vale", "wrote", "Salt Marsh") in facts


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora Vale met Emma Holt. She was glad. Her second novel, Salt Marsh, is long.",
        "Nora Vale is here. She paints. Anna Holt’s film Salt Marsh is long.",
        "Nora Vale is here. She reads. Perhaps Salt Marsh is a novel by Anna Holt.",
    ],
)
def test_a_work_whose_maker_is_in_doubt_has_none(sentence: str) -> None:
    assert not {relation for _, relation, _ in found(sentence, title=LIFE)} & {"wrote", "directed"}
