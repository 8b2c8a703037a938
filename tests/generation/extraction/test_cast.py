import pytest

from tests.generation.extraction.reading import found

PLAYS = {("Ada Quill", "plays", "Nora Finch")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill plays Nora Finch, a baker of pies.",
        "Ada Quill plays the role of Nora Finch.",
        "Ada Quill stars as Nora Finch.",
        "The role of Nora Finch is played by Ada Quill, a local hero.",
        "Nora Finch, a stern baker played by Ada Quill, moves in.",
        "Actress Ada Quill is back. Tom waits while Nora Finch (Ada Quill) sleeps.",
    ],
)
def test_a_part_is_read_off_the_usual_phrases(sentence: str) -> None:
    assert found(sentence) >= PLAYS


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill may have played Nora Finch.",
        "Reportedly, Ada Quill plays Nora Finch.",
        "Ada Quill never plays Nora Finch.",
        "Who says that Ada Quill plays Nora Finch?",
        "“I hear from the people at the pier that Ada Quill plays Nora Finch,” he said.",
        "Nora Finch (Gull Street) has gone.",
    ],
)
def test_what_is_doubted_denied_asked_or_said_by_others_is_no_fact(sentence: str) -> None:
    assert not found(sentence) & PLAYS


def test_many_brackets_of_one_shape_are_a_cast() -> None:
    facts = found("Nora Finch (Ada Quill) meets Tom Reed (Bram Osei) and Max Dunn (Cleo Varga).")

    assert facts == {
        ("Ada Quill", "plays", "Nora Finch"),
        ("Bram Osei", "plays", "Tom Reed"),
        ("Cleo Varga", "plays", "Max Dunn"),
    }


def test_one_bracket_alone_is_no_cast() -> None:
    assert found("Nora Finch (Ada Quill) sleeps.") == set()


def test_an_actor_s_character_may_stand_in_the_genitive() -> None:
    assert found("Ada Quill stars in it. Ada Quill’s Nora Finch is a baker.") >= PLAYS


def test_a_role_in_another_work_is_placed_there() -> None:
    facts = found("Ada Quill plays Nora Finch. Many remember Quill for her role as Kit Marsh in Salt Road.")

    assert facts >= {("Ada Quill", "plays", "Kit Marsh")}


def test_a_role_that_someone_is_known_for_is_one() -> None:
    facts = found(
        "It stars Ada Quill. Ada Quill, who is best known for her role as Kit Marsh in Salt Road, sings."
    )

    assert ("Ada Quill", "plays", "Kit Marsh") in facts


def test_those_who_star_in_it_appear_in_it() -> None:
    assert found("It stars Ada Quill, Bram Osei and Cleo Varga.") == {
        (name, "appears_in", "Cold Harbour") for name in ("Ada Quill", "Bram Osei", "Cleo Varga")
    }


def test_lines_of_one_shape_are_a_list_of_the_cast() -> None:
    facts = found(
        "Cast", "Ada Quill as Nora Finch", "Bram Osei as Tom Reed", "Cleo Varga as Max Dunn", "It is new."
    )

    assert facts == {
        ("Ada Quill", "plays", "Nora Finch"),
        ("Bram Osei", "plays", "Tom Reed"),
        ("Cleo Varga", "plays", "Max Dunn"),
    }


def test_a_part_may_be_described_instead_of_named() -> None:
    facts = found(
        "The cast is large, including Bram Osei as Nora’s uncle, Cleo Varga as the head baker, and others."
    )

    assert facts == {("Bram Osei", "plays_part", "Nora’s uncle"), ("Cleo Varga", "plays_part", "head baker")}
