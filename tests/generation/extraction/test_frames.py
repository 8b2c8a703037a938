import pytest

from quizapp.errors import Malformed
from quizapp.generation.extraction.frames import frame, holds


def test_a_frame_has_its_slots_its_verbs_and_its_words() -> None:
    found = frame("founded_by", "{subject} [be found|establish] by {value}")

    assert (found.first, found.last) == ("subject", "value")
    assert found.verbs == {"found", "establish"}
    assert found.passive
    assert found.words == (frozenset({"by"}),)


def test_a_verb_of_two_words_is_written_with_a_low_line() -> None:
    assert frame("founded_by", "{value} [set_up|found] {subject}").verbs == {"set up", "found"}


@pytest.mark.parametrize(
    ("text", "copula", "takes_object"),
    [
        ("{subject} [be] {value} high|tall", True, True),
        ("{value} [be] capital|seat of {subject}", True, False),
        ("{value} [design] {subject}", False, True),
        ("{subject} [be name] {value}", False, True),
    ],
)
def test_what_kind_of_frame_it_is(text: str, copula: bool, takes_object: bool) -> None:
    found = frame("any", text)

    assert (found.is_copula, found.takes_object) == (copula, takes_object)


def test_what_is_done_first_drives_out_what_is_done_again() -> None:
    held = frame("held_in", "{subject} [be hold] in {value}")
    first_held = frame("first_held_in", "{subject} [be first hold] in {value}")
    built = frame("built_in", "{subject} [be build] in {value}")
    frames = (held, first_held, built)

    assert [one.relation for one in frames if holds(one, frames, is_first=True)] == [
        "first_held_in",
        "built_in",
    ]
    assert [one.relation for one in frames if holds(one, frames, is_first=False)] == ["held_in", "built_in"]


def test_only_be_and_first_stand_before_the_verbs() -> None:
    with pytest.raises(Malformed, match="only `be` and `first`"):
        frame("any", "{subject} [be often hold] in {value}")


@pytest.mark.parametrize("text", ["{subject} founded {value}", "{value} [found]", "{value} [found] {value}"])
def test_a_text_that_is_no_frame_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Malformed, match=r"write one as \{subject\}"):
        frame("any", text)
