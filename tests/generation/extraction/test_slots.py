import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.extraction.slots import is_of
from quizapp.generation.extraction.values import values


@pytest.mark.parametrize(
    ("relation", "fitting", "other"),
    [
        ("length", "62 kilometres", "62 minutes"),
        ("lasted", "62 minutes", "62 kilometres"),
        ("area", "62 hectares", "62 per cent"),
        ("cost", "62 crowns", "62 tonnes"),
    ],
)
def test_a_quantity_fits_the_dimension_of_its_relation(relation: str, fitting: str, other: str) -> None:
    told = load()[relation]

    assert [is_of(value, told) for value in values(f"It was {fitting}.")] == [True]
    assert [is_of(value, told) for value in values(f"It was {other}.")] == [False]
