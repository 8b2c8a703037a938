"""Casts, crews, works and people as the parse shows them: the second reading of what lists and asides say."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from tests.generation.extraction.syntax.parsing import seen

pytestmark = pytest.mark.model

WORK = "Cold Harbour"
PART = ("Anna Holt", "plays", "Nora Finch")


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt plays Nora Finch, a baker of pies.",
        "Anna Holt plays the role of Nora Finch.",
        "Anna Holt stars as Nora Finch.",
        "The role of Nora Finch is played by Anna Holt, a local hero.",
        "Nora Finch, a stern baker played by Anna Holt, moves in.",
        "Actress Anna Holt is back. Tom waits while Nora Finch (Anna Holt) sleeps.",
        "The series stars Anna Holt. Anna Holt’s Nora Finch is a baker.",
    ],
)
def test_a_part_is_seen_in_the_usual_constructions(sentence: str) -> None:
    assert PART in seen(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt may have played Nora Finch.",
        "Anna Holt never plays Nora Finch.",
        "Critics say that Anna Holt plays Nora Finch.",
        "Nora Finch (Gull Street) has gone.",
    ],
)
def test_what_is_doubted_denied_or_said_by_others_is_no_part(sentence: str) -> None:
    assert PART not in seen(sentence)


def test_parts_that_are_described_belong_to_the_names_before_them() -> None:
    facts = seen("The cast includes Anna Holt as the head baker and Otto Lund as Nora’s cousin.")

    assert facts == {("Anna Holt", "plays_part", "head baker"), ("Otto Lund", "plays_part", "Nora’s cousin")}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("The series is directed by Anna Holt.", {("Anna Holt", "directed", WORK)}),
        ("The music, composed by Anna Holt, is slow.", {("Anna Holt", "composed_music_for", WORK)}),
        (
            "Anna Holt serves as production designer and Otto Lund as editor.",
            {("Anna Holt", "production_designer_of", WORK), ("Otto Lund", "edited", WORK)},
        ),
        (
            "Anna Holt, Otto Lund, and Kari Moe are listed as the producers.",
            {(name, "produced", WORK) for name in ("Anna Holt", "Otto Lund", "Kari Moe")},
        ),
        (
            "It was produced by Gull Pictures, a Danish studio responsible for films like Salt and Low Tide.",
            {(work, "produced_by", "Gull Pictures") for work in (WORK, "Salt", "Low Tide")},
        ),
    ],
)
def test_makers_are_seen_with_what_they_made(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert seen(sentence) >= facts


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("It was adapted from the 1998 French film Le Port.", (WORK, "based_on", "Le Port")),
        ("She saw the 2013 sea drama 12 Knots twice.", ("12 Knots", "released_in_year", "2013")),
        ("Here is a six-episode series about ice.", (WORK, "episode_count", "6")),
        ("The series premieres globally on Gullvision on May 3.", (WORK, "released_on", "Gullvision")),
        ("He edited the Oscar-winning Danish film Low Tide.", ("Low Tide", "won_award", "Oscar")),
    ],
)
def test_what_is_said_of_works_is_seen(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact in seen(sentence)


def test_an_actor_appears_in_every_work_of_a_list() -> None:
    facts = seen(
        "Anna Holt plays Nora Finch. Anna Holt is known for her roles in the film Like Salt, Like Sand, "
        "the series Northbound and the films Low Tide and W."
    )

    assert {work for _, relation, work in facts if relation == "appears_in"} == {
        *("Like Salt, Like Sand", "Northbound", "Low Tide", "W")
    }


def test_two_who_star_in_another_work_do_so_together() -> None:
    facts = seen(
        "Anna Holt plays Nora Finch. She is known for starring alongside Otto Lund in the film Salt."
    )

    assert ("Anna Holt", "co_starred_with", "Otto Lund") in facts


@pytest.mark.parametrize(
    "sentence",
    [
        "The script was sent to the Danish actress Anna Holt.",
        "Anna Holt, a renowned Danish actor, lives here.",
        "The script was written by Denmark’s Anna Holt.",
    ],
)
def test_where_someone_comes_from_stands_beside_the_name(sentence: str) -> None:
    assert ("Anna Holt", "comes_from", "Denmark") in seen(sentence)


def test_the_series_is_not_the_main_one_once_another_was_named() -> None:
    facts = seen("Many remember the series Northbound. The series was directed by Anna Holt.")

    assert not any(relation == "directed" for _, relation, _ in facts)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Salt Marsh is a 1925 novel by the Danish writer Anna Holt.", ("Anna Holt", "wrote", "Salt Marsh")),
        ("Salt Marsh, a silent film by Anna Holt, opened in May.", ("Anna Holt", "directed", "Salt Marsh")),
        ("Anna Holt’s album Salt Marsh sold well.", ("Salt Marsh", "recorded_by", "Anna Holt")),
        ("He liked the Netflix series Northbound.", ("Northbound", "released_on", "Netflix")),
    ],
)
def test_a_noun_for_a_work_tells_whose_it_is(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact in seen(sentence)


def test_a_title_that_may_go_on_after_and_is_not_cut() -> None:
    facts = seen("She liked the 2013 comedy Salt and Sand.")

    assert not any(relation == "released_in_year" for _, relation, _ in facts)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Nora Finch is the heir to a massive oyster farm.", ("Nora Finch", "heir_to", "an oyster farm")),
        ("They meet Nora Finch, the heir to a bank.", ("Nora Finch", "heir_to", "a bank")),
        ("They meet Nora Finch, the owner of a tea room.", ("Nora Finch", "owner_of", "a tea room")),
        ("Nora Finch is Tom's mentor.", ("Nora Finch", "mentor_of", "Tom")),
        ("Nora Finch takes over Gull House.", ("Nora Finch", "took_over", "Gull House")),
    ],
)
def test_what_people_of_a_story_are_to_one_another_is_seen(sentence: str, told: tuple[str, str, str]) -> None:
    assert told in seen(sentence)


def test_who_wrote_what_the_work_is_based_on_is_seen_where_only_the_writer_has_a_name() -> None:
    facts = seen("Cold Harbour is based on a 1998 Danish film written by Ada Quill.")

    assert ("Cold Harbour", "based_on_work_by", "Ada Quill") in facts


def test_of_two_nouns_before_a_title_the_channel_between_them_is_no_title() -> None:
    facts = seen(
        "Ada Quill, a filmmaker known for titles like Salt Road and the hit Netflix series Low Tide."
    )

    assert {value for _, relation, value in facts if relation == "directed"} == {"Salt Road", "Low Tide"}
