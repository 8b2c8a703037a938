import re
from itertools import combinations

import lemminflect
import pytest

from quizapp.domain.fact import Relation
from quizapp.errors import Malformed
from quizapp.generation.catalogue import load, parse
from quizapp.generation.extraction.frames import frame
from tests.generation.told import sentences

GOOD = """
[directed]
subject = ["person"]
value = ["work"]
statement = ["{subject} directed {value}."]
ask_subject = ["Who directed {value}?"]
"""


def test_the_catalogue_that_ships_is_sound() -> None:
    assert "plays" in load()


def test_a_relation_is_read_with_its_templates() -> None:
    relation = parse(GOOD)["directed"]

    assert relation.ask_subject == ("Who directed {value}?",)
    assert relation.literal == ""


def test_a_literal_kind_may_stand_without_a_list() -> None:
    relation = parse('[opened]\nsubject = ["work"]\nvalue = "year"\nstatement = ["{subject}: {value}."]')[
        "opened"
    ]

    assert relation.literal == "year"


@pytest.mark.parametrize(
    ("slip", "complaint"),
    [
        ("colour = true", "unknown field 'colour'"),
        ("single_valued = 1", "must be true or false"),
        ('unit = "km"', "not a number"),
        ('ask_value = ["Which play did {subject} direct."]', "must end with '?'"),
        ('ask_value = ["Which play was it?"]', "must name {subject}"),
        ('ask_value = ["Is {value} by {subject}?"]', "which it asks for"),
        ('ask_value = ["Which {value.colour} is by {subject}?"]', "unknown field {value.colour}"),
        ('ask_value = ["Which play is by {subject?"]', "ask_value"),
        ('describe_subject = ["the director {subject} of {value}"]', "which it describes"),
        ('describe_subject = ["the director"]', "must name {value}"),
    ],
)
def test_a_slip_is_named_with_its_line(slip: str, complaint: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse(GOOD + slip)

    assert str(refused.value).startswith("relations.toml:2: [directed]")
    assert complaint in str(refused.value)


@pytest.mark.parametrize("types", ['["person", "year"]', '["ghost"]', "[]"])
def test_types_must_be_known_and_of_one_sort(types: str) -> None:
    with pytest.raises(Malformed):
        parse(GOOD.replace('["work"]', types))


def test_text_that_is_not_toml_is_refused() -> None:
    with pytest.raises(Malformed, match="not TOML"):
        parse("[directed")


@pytest.mark.parametrize(
    ("says", "complaint"),
    [
        ("{subject} directed {value}", "is no frame"),
        ("{subject} [direct] {subject}", "is no frame"),
        ("{subject} [direct {value}", "is no frame"),
    ],
)
def test_what_texts_say_must_be_frames(says: str, complaint: str) -> None:
    with pytest.raises(Malformed, match=r"relations\.toml:2: \[directed\].*" + complaint):
        parse(f'{GOOD}says = ["{says}"]')


OPENED = """
[opened]
subject = ["place"]
value = ["year"]
statement = ["{subject} was opened in {value}."]
"""


def test_a_literal_stands_last() -> None:
    with pytest.raises(Malformed, match="a literal stands last"):
        parse(OPENED + 'says = ["{value} [see] opening of {subject}"]')


def test_a_year_is_said_more_exactly_by_a_date() -> None:
    exact = OPENED.replace("opened]", "opened_on]").replace('"year"', '"date"')

    relations = parse(f'{OPENED}finer = "opened_on"{exact}')

    assert relations["opened"].finer == "opened_on"


@pytest.mark.parametrize(("finer", "complaint"), [("never", "unknown relation"), ("opened", "to a date")])
def test_nothing_else_is_finer(finer: str, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        parse(f'{OPENED}finer = "{finer}"')


def test_only_quantities_have_a_dimension() -> None:
    with pytest.raises(Malformed, match="not a quantity"):
        parse(f'{OPENED}dimension = "length"')


SAID = [relation for relation in load().values() if relation.says]


@pytest.mark.parametrize("relation", SAID, ids=lambda relation: relation.relation_id)
def test_what_frames_say_is_a_sentence(relation: Relation) -> None:
    for sentence in sentences(relation):
        assert re.fullmatch(r"(?:the |“)?[A-Z][^{}\[\]|_]* (?:was|[a-z]+) [^{}\[\]|_]*\.", sentence)


def test_sentences_keep_the_order_and_the_voice_of_their_frames() -> None:
    assert list(sentences(load()["has_capital"])) == [
        "Velland was the capital of Ostrey.",
        "Velland was the capital city of Ostrey.",
    ]
    assert "Brandt Works was set up by Jonas Thorn." in sentences(load()["founded_by"])
    assert "Ostrey was 62 metres above sea level." in sentences(load()["altitude"])


@pytest.mark.parametrize("relation", SAID, ids=lambda relation: relation.relation_id)
def test_verbs_of_frames_are_lemmas(relation: Relation) -> None:
    verbs = {verb.split()[0] for says in relation.says for verb in frame("any", says).verbs} - {"born"}

    assert [
        verb for verb in sorted(verbs) if verb not in lemminflect.getAllLemmas(verb, "VERB")["VERB"]
    ] == []


def test_what_is_said_alike_differs_in_its_slots() -> None:
    """Two relations with one frame and the same slots would both be stated by one clause."""
    slots: dict[tuple[str, ...], list[Relation]] = {}
    for relation in SAID:
        for says in relation.says:
            slots.setdefault((says, relation.dimension), []).append(relation)

    alike = [
        (one.relation_id, other.relation_id)
        for relations in slots.values()
        for one, other in combinations(relations, 2)
        if set(one.subject) & set(other.subject) and set(one.value) & set(other.value)
    ]

    assert sorted(set(alike)) == []


@pytest.mark.parametrize("relation", SAID, ids=lambda relation: relation.relation_id)
def test_a_relation_that_texts_state_can_be_asked(relation: Relation) -> None:
    assert relation.ask_value or relation.ask_subject
