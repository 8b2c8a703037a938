import pytest

from quizapp.generation.furniture import furniture
from quizapp.packs.passage import passages

PROSE = "The harbour froze that winter, and for six weeks no boat came in or went out of it at all."


def reasons(*lines: str) -> dict[int, str]:
    return furniture(passages("\n".join(lines)))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home | News | Weather | Tides", "menu"),
        ("Share this story", "share bar"),
        ("Leave a comment", "comment form"),
        ("Was this page helpful?", "feedback form"),
        ("Continue reading", "read-on link"),
        ("3 days ago", "time stamp"),
        ("This text contains spoilers", "spoiler notice"),
        ("Subscribe to our newsletter for more tides", "advert"),
        ("The frozen pier at dawn. Photo: Ann Lee", "caption"),
        ("PORT SOUND – MARCH 3: Boats lie in the ice on March 3, 2024.", "caption"),
        ("© 2026 The Gazette", "copyright"),
        ("You may also like", "related headlines"),
    ],
)
def test_lines_that_are_on_every_page_are_dropped(line: str, reason: str) -> None:
    assert reasons("Ice in the harbour", PROSE, line, PROSE) == {3: reason}


def test_prose_stays_even_when_it_uses_the_words_of_furniture() -> None:
    prose = (
        f"{PROSE} Those who wished to subscribe to the newsletter of the harbour had to wait until the thaw."
    )

    assert reasons("Ice in the harbour", prose) == {}


def test_section_headings_between_prose_stay() -> None:
    assert reasons("Ice in the harbour", PROSE, "The thaw", PROSE) == {}


def test_a_picture_with_its_source_is_dropped_with_the_heading_above_it() -> None:
    lines = (
        "Ice",
        PROSE,
        "The pier at dawn",
        "Gazette",
        PROSE,
        "Winter gala",
        "Guests. Photo by Ann Lee",
        PROSE,
    )

    assert reasons(*lines) == {3: "caption", 4: "caption", 6: "caption", 7: "caption"}


def test_a_list_above_a_heading_stays() -> None:
    assert reasons("Ice", PROSE, "Those who came", "Ada Quill", "Bram Osei", "The thaw", PROSE) == {}


def test_teasers_after_the_last_prose_are_other_articles() -> None:
    lines = ("Ice", PROSE, "Council votes on new lamp posts", "Ten pies to try before the first snow and…")

    assert reasons(*lines) == {3: "related headlines", 4: "related headlines"}


def test_a_byline_set_twice_and_the_box_about_the_author_are_dropped() -> None:
    lines = (
        "Ice in the harbour",
        "Ann Lee",
        "Ann Lee",
        PROSE,
        PROSE,
        PROSE,
        "Written by",
        "Ann likes ice. A lot.",
    )

    assert reasons(*lines) == {2: "author box", 3: "author box", 7: "author box", 8: "author box"}


def test_a_title_said_over_again_is_dropped() -> None:
    assert reasons("“Ice in the Harbour”: all we know", "Ice in the harbour", PROSE) == {2: "repeated title"}
