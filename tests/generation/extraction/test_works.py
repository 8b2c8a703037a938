import pytest

from tests.generation.extraction.reading import found

WORK = "Cold Harbour"


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "It was adapted from the 1998 French film La Jetée froide.",
            {
                (WORK, "based_on", "La Jetée froide"),
                ("La Jetée froide", "country_of_origin", "France"),
                ("La Jetée froide", "released_in_year", "1998"),
            },
        ),
        ("She saw the 2013 sea drama 12 Knots twice.", {("12 Knots", "released_in_year", "2013")}),
        ("Here is a six-episode series about ice.", {(WORK, "episode_count", "6")}),
        (
            "Cold Harbour is a 2011 Irish crime series.",
            {(WORK, "released_in_year", "2011"), (WORK, "country_of_origin", "Ireland")},
        ),
        ("The series has 12 episodes.", {(WORK, "episode_count", "12")}),
        ("It was screened at the 4th Gull Film Festival.", {(WORK, "screened_at", "4th Gull Film Festival")}),
        ("The series premieres globally on Gullvision on May 3.", {(WORK, "released_on", "Gullvision")}),
        ("They saw the Oscar-winning film Low Tide.", {("Low Tide", "won_award", "Oscar")}),
        ("They saw the Netflix series Low Tide.", {("Low Tide", "released_on", "Netflix")}),
        ("The series is currently in production.", {(WORK, "release_state", "in production")}),
        ("The most popular show is the drama Cold Harbour.", {(WORK, "release_state", "released")}),
    ],
)  # fmt: skip
def test_facts_about_works_are_read_off_the_usual_phrases(
    sentence: str, facts: set[tuple[str, str, str]]
) -> None:
    assert found(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "The first two episodes are out.",
        "It will be screened at the 4th Port Sound Film Festival.",
        "He liked it.",
    ],
)
def test_what_only_looks_like_a_fact_is_left(sentence: str) -> None:
    assert found(sentence) == set()


def test_a_document_without_a_main_work_gives_no_facts_about_one() -> None:
    assert found("A six-episode series is coming.", title="Notes from the pier") == set()


def test_who_wrote_what_the_work_is_based_on_is_read_where_only_the_writer_has_a_name() -> None:
    facts = found("Cold Harbour is based on a 1998 Danish film written by Ada Quill.")

    assert ("Cold Harbour", "based_on_work_by", "Ada Quill") in facts


def test_a_list_of_writers_that_goes_on_is_left() -> None:
    facts = found("Cold Harbour is based on a film written by Ada Quill and others.")

    assert not {each for each in facts if each[1] == "based_on_work_by"}
