import pytest

from tests.generation.extraction.reading import found


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("It was written by Denmark’s Anna Holt.", ("Anna Holt", "comes_from", "Denmark")),
        ("It was written with Danish veteran Anna Holt.", ("Anna Holt", "comes_from", "Denmark")),
        ("The music is by the South Korean composer Dalo.", ("Dalo", "comes_from", "South Korea")),
        ("Gull Works, a small Danish studio, paid.", ("Gull Works", "country_of_origin", "Denmark")),
    ],
)
def test_where_someone_comes_from_stands_before_the_name_or_the_noun(
    sentence: str, fact: tuple[str, str, str]
) -> None:
    assert fact in found(sentence)


def test_what_a_land_owns_is_no_person() -> None:
    assert found("It won Denmark’s Golden Gull. It may be by Denmark’s Anna Holt.") == set()
