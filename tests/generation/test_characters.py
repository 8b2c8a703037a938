from quizapp.domain.fact import EntityType
from quizapp.generation.catalogue import load
from quizapp.generation.characters import as_characters
from quizapp.generation.extraction import Candidate, Mention
from quizapp.generation.extraction.story import STORY

ACTOR, NORA = Mention("Ada Quill", EntityType.PERSON), Mention("Nora Finch", EntityType.PERSON)
PART = Candidate(
    ACTOR, "plays", Mention("Nora Finch", EntityType.CHARACTER, "character", "Salt"), 1, 1, "plays"
)


def test_what_is_said_of_one_who_is_played_is_said_of_a_character() -> None:
    (_, found) = as_characters([PART, Candidate(NORA, "mentor_of", ACTOR, 1, 2, "says")], load())

    assert (found.subject.type, found.subject.within) == (EntityType.CHARACTER, "Salt")
    assert found.value == ACTOR


def test_a_plot_is_no_biography() -> None:
    assert as_characters([PART, Candidate(NORA, "born_in_year", "1871", 1, 2, "says")], load()) == [PART]


def test_an_actor_who_plays_under_the_own_name_stays_a_person() -> None:
    own = Candidate(
        ACTOR, "plays", Mention("Ada Quill", EntityType.CHARACTER, "character", "Salt"), 1, 1, "plays"
    )
    born = Candidate(ACTOR, "born_in_year", "1871", 1, 2, "says")

    assert as_characters([own, born], load()) == [own, born]


def test_whoever_is_tied_to_a_character_is_one() -> None:
    tied = Candidate(
        Mention("Kit", EntityType.PERSON), "mentor_of", Mention("Nora", EntityType.PERSON), 1, 2, STORY
    )

    (_, found) = as_characters([PART, tied], load())

    assert found.subject == Mention("Kit", EntityType.CHARACTER, "character", "Salt")
    assert found.value == PART.value


def test_ties_between_people_of_whom_none_is_played_are_no_story() -> None:
    tied = Candidate(
        Mention("Kit", EntityType.PERSON), "mentor_of", Mention("Tom", EntityType.PERSON), 1, 2, STORY
    )

    assert as_characters([PART, tied], load()) == [PART]


def test_a_character_goes_by_the_nickname_that_everybody_else_writes() -> None:
    full = Mention(
        "Honora “Nora” Finch",
        EntityType.CHARACTER,
        "character",
        "Salt",
        ("Nora Finch", "Honora Finch", "Nora"),
    )
    rich = Candidate(Mention("Nora", EntityType.PERSON), "heir_to", "a bank", 1, 2, STORY)

    (_, found) = as_characters([Candidate(ACTOR, "plays", full, 1, 1, "plays"), rich], load())

    assert found.subject.name == "Nora Finch"
