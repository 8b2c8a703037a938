"""Frames read off clauses: each sentence is parsed by our own pipeline, its names are told."""

from dataclasses import dataclass

import pytest

from quizapp.domain.fact import EntityType
from quizapp.generation.catalogue import parse
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax import matching
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.values import values
from quizapp.generation.language import load_language

CATALOGUE = parse(
    """
[founded_by]
subject = ["organisation"]
value = ["person"]
says = ["{value} [found|establish] {subject}", "{subject} [be found|establish] by {value}"]
statement = ["{value} founded {subject}."]

[founded_in_year]
subject = ["organisation"]
value = ["year"]
says = ["{subject} [be found|establish] in|on {value}"]
statement = ["{subject} was founded in {value}."]

[held_in_year]
subject = ["organisation"]
value = ["year"]
says = ["{subject} [be hold] in|on {value}"]
statement = ["{subject} was held in {value}."]

[first_held_in_year]
subject = ["organisation"]
value = ["year"]
says = ["{subject} [be first hold] in|on {value}"]
statement = ["{subject} was first held in {value}."]

[in_use_in_year]
subject = ["organisation"]
value = ["year"]
says = ["{subject} [come] into use in|on {value}"]
statement = ["{subject} came into use in {value}."]

[opened_in_year]
subject = ["organisation"]
value = ["year"]
says = ["{subject} [open] in|on {value}"]
statement = ["{subject} opened in {value}."]

[capital]
subject = ["place"]
value = ["place"]
says = ["{value} [be] capital of {subject}"]
statement = ["{value} is the capital of {subject}."]

[independent_in_year]
subject = ["place"]
value = ["year"]
says = ["{subject} [become] independent in|on {value}"]
statement = ["{subject} became independent in {value}."]

[died_in_place]
subject = ["person"]
value = ["place"]
says = ["{subject} [die] in|at {value}"]
statement = ["{subject} died in {value}."]

[died_in_year]
subject = ["person"]
value = ["year"]
says = ["{subject} [die] in|on {value}"]
statement = ["{subject} died in {value}."]

[number]
subject = ["place"]
value = ["number"]
says = ["{subject} [have] atomic number {value}"]
statement = ["{subject} has the atomic number {value}."]

[height]
subject = ["place"]
value = ["quantity"]
says = ["{subject} [be] {value} high|tall"]
statement = ["{subject} is {value} high."]
"""
)
FRAMES = matching.by_verb(
    frame(relation.relation_id, text) for relation in CATALOGUE.values() for text in relation.says
)
NAMES = {
    "Corbel Works": EntityType.ORGANISATION,
    "Nadia Brisk": EntityType.PERSON,
    "Owen Tull": EntityType.PERSON,
    "Max Tull": EntityType.PERSON,
    "Owen": EntityType.PERSON,
    "Veldra": EntityType.PLACE,
    "Port Asker": EntityType.PLACE,
    "Mount Sorrel": EntityType.PLACE,
}


@dataclass(frozen=True)
class Told:
    """Names that mean what the test says."""

    def mention(self, line: Line, start: int, end: int, types: tuple[EntityType, ...]) -> Mention | None:
        words = line.text[start:end].strip(" ,")
        found = next((name for name in NAMES if words.endswith(name)), None)
        return Mention(found, NAMES[found]) if found and NAMES[found] in types else None


def read(text: str) -> set[tuple[str, str, str]]:
    line = Line(text, 1, 1)
    (doc,) = parsed([line], load_language())
    sentence = matching.Sentence(line, clauses(Tree(doc, line.text), line), tuple(values(text)), Told())
    found = list(matching.matched(sentence, FRAMES, CATALOGUE))
    assert all(candidate.witness == "syntax" for candidate in found)
    return {
        (c.subject.name, c.relation, c.value if isinstance(c.value, str) else c.value.name) for c in found
    }


BY_NADIA = ("Corbel Works", "founded_by", "Nadia Brisk")
BY_OWEN = ("Corbel Works", "founded_by", "Owen Tull")
BY_MAX = ("Corbel Works", "founded_by", "Max Tull")
IN_ASKER = ("Nadia Brisk", "died_in_place", "Port Asker")
DIED_1871 = ("Nadia Brisk", "died_in_year", "1871")
IN_1871 = ("Corbel Works", "founded_in_year", "1871")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Nadia Brisk founded Corbel Works.", {BY_NADIA}),
        ("In 1871 Corbel Works was founded by Nadia Brisk.", {BY_NADIA, IN_1871}),
        ("Corbel Works was established by Nadia Brisk and Owen Tull.", {BY_NADIA, BY_OWEN}),
        ("Nadia Brisk, who founded Corbel Works, lived in Veldra.", {BY_NADIA}),
        ("Corbel Works, a firm founded in 1871, made bells.", {IN_1871}),
        ("Corbel Works opened in Veldra in 1871.", {("Corbel Works", "opened_in_year", "1871")}),
        ("Port Asker is the capital of Veldra.", {("Veldra", "capital", "Port Asker")}),
        ("Port Asker, the capital of Veldra, burned twice.", {("Veldra", "capital", "Port Asker")}),
        ("Mount Sorrel is 812 metres high.", {("Mount Sorrel", "height", "812 metres")}),
        ("Nadia Brisk founded Corbel Works in 1871.", {BY_NADIA, IN_1871}),
        ("Founded in 1871 by Nadia Brisk, Corbel Works made bells.", {BY_NADIA, IN_1871}),
        ("Corbel Works, a firm founded by the brothers Owen and Max Tull, made bells.", {BY_OWEN, BY_MAX}),
        ("Veldra became independent in 1871.", {("Veldra", "independent_in_year", "1871")}),
        ("Nadia Brisk died in Port Asker, Veldra, in 1871.", {IN_ASKER, DIED_1871}),
        ("Nadia Brisk died in Port Asker, in Veldra.", {IN_ASKER}),
        ("Nadia Brisk died of typhoid fever in Port Asker in 1871.", {IN_ASKER, DIED_1871}),
        ("Nadia Brisk died in a car accident in May 1871.", {DIED_1871}),
        ("Veldra has the atomic number 9.", {("Veldra", "number", "9")}),
        ("Built by Owen Tull and founded in 1871, Corbel Works made bells.", {IN_1871}),
        ("Corbel Works, established in 1871, makes bells.", {IN_1871}),
        ("Corbel Works was first held in Veldra in 1871.", {("Corbel Works", "first_held_in_year", "1871")}),
        (
            "Corbel Works is a firm by the baker Owen Tull, founded in 1871 by Nadia Brisk.",
            {BY_NADIA, IN_1871},
        ),
        ("Corbel Works came into use on 3 May 1871.", {("Corbel Works", "in_use_in_year", "1871")}),
        ("Corbel Works was held in Veldra in 1871.", {("Corbel Works", "held_in_year", "1871")}),
    ],
)
def test_a_clause_that_is_a_frame_states_its_relation(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert read(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Nadia Brisk did not found Corbel Works.",
        "Corbel Works may have been founded in 1871.",
        "Nadia Brisk left Corbel Works in 1871.",
        "The son of Nadia Brisk founded a school.",
        "Port Asker is the capital of the district.",
        "Mount Sorrel is up to 812 metres high.",
        "Was Corbel Works founded in 1871?",
        "Corbel Works, which opened a mill in 1871, burned.",
    ],
)
def test_what_no_frame_says_or_nobody_states_is_left(text: str) -> None:
    assert read(text) == set()
