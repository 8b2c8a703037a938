import pytest

from tests.generation.extraction.reading import found

WORK = "Cold Harbour"


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "The series is directed by Ada Quill and written by newcomer Bram Osei.",
            {("Ada Quill", "directed", WORK), ("Bram Osei", "wrote", WORK)},
        ),
        ("The show’s director, Ada Quill, was pleased.", {("Ada Quill", "directed", WORK)}),
        (
            "Quiet is the script, penned by Norway’s Bram Osei.",
            {("Bram Osei", "wrote", WORK), ("Bram Osei", "comes_from", "Norway")},
        ),
        ("The music, composed by award-winning Dalbrek, is slow.", {("Dalbrek", "composed_music_for", WORK)}),
        ("Ada Quill is the showrunner.", {("Ada Quill", "showrunner_of", WORK)}),
        (
            "Ada Quill serves as production designer and Bram Osei as editor.",
            {("Ada Quill", "production_designer_of", WORK), ("Bram Osei", "edited", WORK)},
        ),
        (
            "Ada Quill, Bram Osei, and Cleo Varga are listed as the producers.",
            {(name, "produced", WORK) for name in ("Ada Quill", "Bram Osei", "Cleo Varga")},
        ),
        (
            "Pier Lane is the production company behind the project.",
            {(WORK, "produced_by", "Pier Lane")},
        ),
        (
            "It is produced by Pier Lane, a small studio responsible for films like Salt Road and Tern.",
            {(work, "produced_by", "Pier Lane") for work in (WORK, "Salt Road", "Tern")},
        ),
    ],
)  # fmt: skip
def test_who_made_it_is_read_off_the_usual_phrases(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert found(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "The series is based on a novel written by Ada Quill.",
        "The series will be directed by Ada Quill.",
        "Ada Quill is the editor of The Gazette.",
        "The series is nothing like the film Salt Road directed by Ada Quill.",
    ],
)
def test_what_was_made_by_others_or_later_is_not_taken_for_the_main_work(sentence: str) -> None:
    assert not {fact for fact in found(sentence) if fact[2] == WORK}
