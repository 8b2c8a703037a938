from quizapp.domain.fact import EntityType
from quizapp.generation.catalogue import load
from quizapp.generation.characters import as_characters
from quizapp.generation.extraction import Candidate, Mention

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
