import pytest

from quizapp.generation.extraction.moments import moment
from quizapp.generation.extraction.values import values


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("In 2018 Skell had 25,700 inhabitants.", "2018"),
        ("At the census of 2011, Skell had 25,700 inhabitants.", "2011"),
        ("At the 2011 census Skell had 25,700 inhabitants.", "2011"),
        ("Skell had 25,700 inhabitants at the census of 2021.", "2021"),
        ("Skell has 25,700 inhabitants (2019).", "2019"),
        ("Skell, founded in 1668, has 25,700 inhabitants.", ""),
        ("In 1900 Skell was a village; now it has 25,700 inhabitants.", ""),
        ("Skell had 25,700 inhabitants in 2021 than before.", ""),
    ],
)
def test_a_number_is_dated_by_the_year_that_opens_its_clause_or_follows_it(sentence: str, year: str) -> None:
    number = next(value for value in values(sentence) if value.content == "25,700")

    assert moment(sentence, number) == year
