import pytest

from quizapp.generation.extraction.values import values


def found(text: str) -> list[tuple[str, str]]:
    """Kind and content of the exact values in a text, the counted noun after a number."""
    return [(v.kind, f"{v.content} {v.noun}".strip()) for v in values(text) if v.exact]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened in 1871.", [("year", "1871")]),
        ("The town fell in AD 79.", [("year", "79")]),
        ("The dictator died in 44 BC.", [("year", "-44")]),
        ("The 1906 earthquake broke it.", [("year", "1906")]),
        ("It opened on 10 October 1861.", [("date", "1861-10-10"), ("year", "1861")]),
        ("It opened on October 10, 1861.", [("date", "1861-10-10"), ("year", "1861")]),
        ("It opened on the 3rd of May 1871.", [("date", "1871-05-03"), ("year", "1871")]),
        ("It opened in October 1888.", [("date", "1888-10"), ("year", "1888")]),
        ("It was signed on 5 May 1954 by nine men.", [("date", "1954-05-05"), ("year", "1954")]),
        ("Thirteen men built it.", [("number", "13 men")]),
        ("It has 2,318 steel arches.", [("number", "2,318 steel arches")]),
        ("It seats 2000 people.", [("number", "2,000 people")]),
        ("A 2,000-seat hall burnt.", [("number", "2,000 seat")]),
        ("The city has 4.5 million inhabitants.", [("number", "4,500,000 inhabitants")]),
        ("Two hundred and fifty-one ships sank.", [("number", "251 ships")]),
        ("It holds 13 species of orchid.", [("number", "13 species of orchid")]),
        ("A 62-metre tower stands there.", [("quantity", "62 metres")]),
        ("It is 62 m (203 ft) high.", [("quantity", "62 metres"), ("quantity", "203 feet")]),
        ("It covers 40 sq km.", [("quantity", "40 square kilometres")]),
        ("It covers 40 km².", [("quantity", "40 square kilometres")]),
        ("It runs at 120 kilometers per hour.", [("quantity", "120 km/h")]),
        ("Water boils at 100 °C.", [("quantity", "100 degrees Celsius")]),
        ("The share was 20%.", [("quantity", "20 per cent")]),
        ("It cost 31 million crowns.", [("quantity", "31 million crowns")]),
        ("It cost 500 Danish kroner.", [("quantity", "500 Danish kroner")]),
        ("It cost £4m.", [("quantity", "4 million pounds")]),
        ("It took three years.", [("quantity", "3 years")]),
    ],
)
def test_values_are_read_as_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was built in the 1990s.",
        "He was mayor 1906-08.",
        "He was mayor from 1906 to 1908.",
        "It opened in 1906 or 1907.",
        "It is about 40 metres high.",
        "More than thirteen men worked there.",
        "It carries 40 or so people.",
        "It has between 3 and 5 arches.",
        "It has 3 to 5 arches.",
        "He is 5 feet 10 inches tall.",
        "It pumps 400 litres per second.",
        "Apollo 11 came back.",
        "Twelve Angry Men was shown.",
        "They met at 10:30 am and won 3-2.",
        "No one knew the one in the hall.",
        "Two thirds of it and two and a half days were lost.",
        "The 3rd man came on 31 February 1900.",
        "He was born on 3 May.",
    ],
)
def test_what_is_not_exactly_one_value_is_left(text: str) -> None:
    assert found(text) == []


def test_a_value_knows_its_place() -> None:
    text = "The bridge, 62 metres long, was opened on 3 May 1871."

    places = {text[v.start : v.end] for v in values(text)}

    assert places == {"62 metres", "3 May 1871"}


@pytest.mark.parametrize(
    ("text", "is_about"),
    [
        ("It is about 40 metres high.", True),
        ("It has some fifty rooms.", True),
        ("Nearly 300 ships came.", True),
        ("It is 40 metres high.", False),
        ("It is over 40 metres high.", False),
        ("It is no more than about 40 metres high.", False),
        ("It is perhaps about 40 metres high.", False),
        ("It costs about 40 euros a day.", False),
        ("It takes about 40 or 50 rooms.", False),
        ("It was sold in about 1871.", False),
    ],
)
def test_a_number_said_to_be_near_the_truth_is_told_from_a_bound_or_a_guess(
    text: str, is_about: bool
) -> None:
    (first, *_) = values(text)

    assert (first.about, first.is_said and not first.exact) == (is_about, is_about)
