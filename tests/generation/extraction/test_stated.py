"""What frames find in sentences by shape alone. Names mean what a small list says."""

from dataclasses import dataclass

import pytest

from quizapp.domain.fact import EntityType
from quizapp.generation.catalogue import parse
from quizapp.generation.document import document_of
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.stated import stated

CATALOGUE = parse(
    """
[founded]
subject = ["person"]
value = ["organisation"]
statement = ["{subject} founded {value}."]
says = ["{subject} [found|establish|set_up] {value}", "{value} [be found|establish|set_up] by {subject}"]

[founded_in]
subject = ["organisation"]
value = "year"
statement = ["{subject} was founded in {value}."]
says = ["{subject} [be found|establish] in|on {value}"]

[designed]
subject = ["person"]
value = ["place"]
statement = ["{subject} designed {value}."]
says = ["{subject} [design] {value}", "{value} [be design] by {subject}"]

[rebuilt_in]
subject = ["place"]
value = "year"
statement = ["{subject} was rebuilt in {value}."]
says = ["{subject} [be rebuild] in|on {value}"]

[held_in]
subject = ["organisation"]
value = "year"
statement = ["{subject} was held in {value}."]
says = ["{subject} [be hold] in|on {value}"]

[first_held_in]
subject = ["organisation"]
value = "year"
statement = ["{subject} was first held in {value}."]
says = ["{subject} [be first hold] in|on {value}"]

[opened_on]
subject = ["place"]
value = "date"
statement = ["{subject} opened on {value}."]
says = ["{subject} [be open] on|in {value}", "{subject} [open] on|in {value}"]

[lies_in]
subject = ["place"]
value = ["place"]
statement = ["{subject} lies in {value}."]
says = ["{subject} [be] town|city in {value}"]

[capital]
subject = ["place"]
value = ["place"]
statement = ["The capital of {subject} is {value}."]
says = ["{value} [be] capital of {subject}"]

[height]
subject = ["place"]
value = "quantity"
statement = ["{subject} is {value} tall."]
says = ["{subject} [be] {value} high|tall"]

[arches]
subject = ["place"]
value = "number"
statement = ["{subject} has {value} arches."]
says = ["{subject} [have] {value} arches"]

[died_in]
subject = ["person"]
value = ["place"]
statement = ["{subject} died in {value}."]
says = ["{subject} [die] in|at {value}"]

[wrote]
subject = ["person"]
value = ["work"]
statement = ["{subject} wrote {value}."]
says = ["{subject} [write] {value}", "{value} [be write] by {subject}"]
"""
)
P, ORG, L, W = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.WORK
NAMES = {
    "Ada Quill": P, "Bram Osei": P, "Cleo Varga": P, "Harbour Bank": ORG, "Finch & Sons": ORG,
    "Pier Bridge": L, "Ostrava Tower": L, "Norland": L, "Saltby": L, "Deepham": L, "Low Water": W,
}  # fmt: skip
OTHER = {
    "He": "Bram Osei", "he": "Bram Osei", "She": "Ada Quill", "It": "Harbour Bank",
    "the bank": "Harbour Bank",
    "the bridge": "Pier Bridge", "Quill": "Ada Quill",
}  # fmt: skip


@dataclass(frozen=True)
class FewMeanings(Meanings):
    """Meanings from a list: full names, one description that may stand before them, and a few phrases."""

    def mention(self, line: Line, start: int, end: int, types: tuple[EntityType, ...]) -> Mention | None:
        phrase = line.text[start:end].strip("“”‘’")
        phrase = phrase if phrase in OTHER or phrase in NAMES else phrase[:1].lower() + phrase[1:]
        name = OTHER.get(phrase) or next(
            (n for n in NAMES if phrase in (n, f"the {n}", f"the engineer {n}")), ""
        )
        return Mention(name, NAMES[name]) if name and NAMES[name] in types else None


def found(sentence: str) -> set[tuple[str, str, str]]:
    """Subject, relation and value of all that the frames find in a sentence."""
    scene = Scene(document_of(f"Harbour notes\n\n{sentence}", "file"))
    book = phrasebook(CATALOGUE)
    return {
        (c.subject.name, c.relation, c.value if isinstance(c.value, str) else c.value.name)
        for line in scene.lines[1:]
        for c in stated(line, FewMeanings(scene), book)
    }


QUILL_BANK = ("Ada Quill", "founded", "Harbour Bank")
BANK_1871 = ("Harbour Bank", "founded_in", "1871")
OSEI_BRIDGE = ("Bram Osei", "designed", "Pier Bridge")
OPENED = ("Pier Bridge", "opened_on", "1871-05-03")
DIED = ("Ada Quill", "died_in", "Saltby")
REBUILT = ("Pier Bridge", "rebuilt_in", "1871")
CAPITAL = ("Norland", "capital", "Saltby")
HIGH = ("Ostrava Tower", "height", "62 metres")


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Ada Quill founded Harbour Bank.", {QUILL_BANK}),
        ("Harbour Bank was first held in 1871.", {("Harbour Bank", "first_held_in", "1871")}),
        ("Harbour Bank, first held in 1871, is old.", {("Harbour Bank", "first_held_in", "1871")}),
        ("Pier Bridge is a low bridge by Bram Osei, opened on 3 May 1871.", {OPENED}),
        ("Pier Bridge is a bridge designed by Bram Osei and rebuilt in 1871.", {OSEI_BRIDGE, REBUILT}),
        ("Pier Bridge is a low bridge that was rebuilt in 1871.", {REBUILT}),
        ("Pier Bridge is one of the bridges of a line that was rebuilt in 1871.", set()),
        ("Pier Bridge is a bridge by Bram Osei, rebuilt in 1871.", {REBUILT}),
        ("Pier Bridge was designed between 1869 and 1871 by Bram Osei.", {OSEI_BRIDGE}),
        ("Harbour Bank was held in 1871.", {("Harbour Bank", "held_in", "1871")}),
        ("Harbour Bank was founded in the rebuilt hall in 1871.", {BANK_1871}),
        ("Ada Quill founded the Harbour Bank in 1871.", {QUILL_BANK, BANK_1871}),
        ("Her second bank, Harbour Bank, was founded in 1871.", {BANK_1871}),
        ("In 1871 Ada Quill founded Harbour Bank.", {QUILL_BANK, BANK_1871}),
        ("In 1871, the engineer Ada Quill set up Harbour Bank.", {QUILL_BANK}),
        ("Harbour Bank was founded in 1871 by Ada Quill.", {QUILL_BANK, BANK_1871}),
        ("Harbour Bank was founded by Ada Quill in 1871.", {QUILL_BANK, BANK_1871}),
        (
            "Harbour Bank was originally founded in Saltby in early 1871 by Ada Quill.",
            {QUILL_BANK, BANK_1871},
        ),
        ("Harbour Bank, founded in 1871 by Ada Quill, has two rooms.", {QUILL_BANK, BANK_1871}),
        ("Harbour Bank is a small bank founded in 1871 by Ada Quill.", {QUILL_BANK, BANK_1871}),
        ("He met her at Harbour Bank, a small bank founded by Ada Quill.", {QUILL_BANK}),
        ("Founded in 1871 by Ada Quill, the bank is old.", {QUILL_BANK, BANK_1871}),
        ("Founded by Ada Quill and opened in 1871, the bank is old.", {QUILL_BANK}),
        ("Designed in Saltby and founded by Ada Quill, the bank is old.", {QUILL_BANK}),
        ("Harbour Bank was, at the request of the mayor, founded by Ada Quill.", {QUILL_BANK}),
        ("Harbour Bank was built by Bram Osei, founded in 1871 and led by Cleo Varga.", {BANK_1871}),
        ("Harbour Bank was built by Bram Osei, restored by Cleo Varga and founded in 1871.", {BANK_1871}),
        ("Ada Quill, an engineer from Saltby, founded Harbour Bank.", {QUILL_BANK}),
        ("Ada Quill (1840–1912) founded Harbour Bank.", {QUILL_BANK}),
        ("Ada Quill, who founded Harbour Bank in 1871, was rich.", {QUILL_BANK, BANK_1871}),
        ("Harbour Bank, which was founded by Ada Quill, closed.", {QUILL_BANK}),
        ("Bram Osei met Ada Quill, who had founded Harbour Bank.", {QUILL_BANK}),
        ("She later founded Harbour Bank.", {QUILL_BANK}),
        ("In his memory Ada Quill founded Harbour Bank.", {QUILL_BANK}),
        ("In May 1871 Ada Quill founded Harbour Bank.", {QUILL_BANK, BANK_1871}),
        ("He lived in Saltby, and in 1871 Ada Quill founded Harbour Bank.", {QUILL_BANK, BANK_1871}),
        ("Ada Quill did found Harbour Bank.", {QUILL_BANK}),
        ("Ada Quill founded Harbour Bank and a school.", {QUILL_BANK}),
        ("SALTBY, Norland (Wire) - Ada Quill founded Harbour Bank.", {QUILL_BANK}),
        ("It met its founder, Ada Quill, who had founded Harbour Bank.", {QUILL_BANK}),
        ("Ada Quill was born in Deepham and died in Saltby.", {DIED}),
        ("Ada Quill died of a fever in Saltby, Norland.", {DIED}),
        ("Ada Quill, who lived in Deepham and founded Harbour Bank, was rich.", {QUILL_BANK}),
        ("Lectures on Harbour Bank, founded by Ada Quill, are long.", set()),
        ("She moved to Saltby in 1870 and founded Harbour Bank.", {QUILL_BANK}),
        ("After the war, She founded Harbour Bank.", {QUILL_BANK}),
        ("When Ada Quill founded Harbour Bank, the pier was new.", {QUILL_BANK}),
        (
            "Harbour Bank was founded by Ada Quill, Bram Osei and Cleo Varga.",
            {(name, "founded", "Harbour Bank") for name in ("Ada Quill", "Bram Osei", "Cleo Varga")},
        ),
        (
            "Ada Quill and Bram Osei founded Harbour Bank.",
            {(name, "founded", "Harbour Bank") for name in ("Ada Quill", "Bram Osei")},
        ),
        (
            "Bram Osei designed Pier Bridge and Ostrava Tower.",
            {OSEI_BRIDGE, ("Bram Osei", "designed", "Ostrava Tower")},
        ),
        ("Pier Bridge was designed by Bram Osei and opened on 3 May 1871.", {OSEI_BRIDGE, OPENED}),
        ("On 3 May 1871 the bridge was opened.", {OPENED}),
        ("On 3 May 1871, the bridge was finally opened by Cleo Varga.", {OPENED}),
        ("Pier Bridge, designed by the engineer Bram Osei, opened on 3 May 1871.", {OSEI_BRIDGE, OPENED}),
        ("Saltby is the capital of Norland.", {CAPITAL}),
        ("Saltby is the capital and largest city of Norland.", {CAPITAL}),
        ("Saltby is the largest city and capital of Norland.", {CAPITAL}),
        ("The capital of Norland is Saltby.", {CAPITAL}),
        ("They met in Saltby, the capital of Norland.", {CAPITAL}),
        ("Saltby, the capital of Norland, lies low.", {CAPITAL}),
        ("Ostrava Tower is 62 metres high.", {HIGH}),
        ("Ostrava Tower is 62 m tall and old.", {HIGH}),
        ("Pier Bridge has thirteen steel arches.", {("Pier Bridge", "arches", "13")}),
        ("Bram Osei died of fever in Deepham.", {("Bram Osei", "died_in", "Deepham")}),
        ("Ada Quill wrote “Low Water”.", {("Ada Quill", "wrote", "Low Water")}),
        (
            "Pier Bridge, designed by Bram Osei and opened on the evening of 3 May 1871, is old.",
            {OSEI_BRIDGE, OPENED},
        ),
        ("Harbour Bank was founded by the brewer and amateur painter Ada Quill.", {QUILL_BANK}),
        ("Two years later Ada Quill founded Harbour Bank.", {QUILL_BANK}),
        ("A year before that he designed Pier Bridge.", {OSEI_BRIDGE}),
        ("The town was poor, and Ada Quill founded Harbour Bank.", {QUILL_BANK}),
        ("Ada Quill of Saltby founded Harbour Bank.", {QUILL_BANK}),
        ("She met the mayor, sold her house and founded Harbour Bank.", {QUILL_BANK}),
        ("Harbour Bank was founded in Deepham, Saltby in 1871.", {BANK_1871}),
        ("Bram Osei died in Deepham, Saltby, and Ostrava Tower fell.", {("Bram Osei", "died_in", "Deepham")}),
        ("Finch & Sons was established by Ada Quill.", {("Ada Quill", "founded", "Finch & Sons")}),
    ],
)
def test_frames_are_found_as_english_writes_them(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert found(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "The son of Ada Quill founded Harbour Bank.",
        "The firm of Bram Osei and Ada Quill founded Harbour Bank.",
        "A friend who knew Ada Quill founded Harbour Bank.",
        "Harbour Bank was not founded by Ada Quill.",
        "Harbour Bank may have been founded by Ada Quill.",
        "Harbour Bank was to be founded by Ada Quill.",
        "Legend says that Harbour Bank was founded by Ada Quill.",
        "Was Harbour Bank founded by Ada Quill?",
        "Harbour Bank was founded by friends of Ada Quill.",
        "Harbour Bank was founded by the brother of Ada Quill.",
        "Harbour Bank was founded by Ada Quill’s brother.",
        "Ada Quill’s brother founded Harbour Bank.",
        "Harbour Bank was founded by Ada Quill and others.",
        "Harbour Bank was founded by Ada Quill and her two brothers.",
        "Harbour Bank was founded by Ada Quill supporters.",
        "Ada Quill and her brother founded Harbour Bank.",
        "Harbour Bank was founded before 1871.",
        "Harbour Bank was founded in about 1871.",
        "Harbour Bank was founded in 1871 or 1872.",
        "Harbour Bank was founded in the 1870s.",
        "Harbour Bank was founded when Cleo Varga came in 1871.",
        "Harbour Bank was founded in a house built in 1871.",
        "She found Harbour Bank on a map.",
        "Ada Quill left Saltby, and Harbour Bank founded in 1871 was sold.",
        "The bank that Ada Quill founded failed.",
        "Ada Quill wanted to design Pier Bridge.",
        "A copy of Pier Bridge, designed by Bram Osei, fell.",
        "Bram Osei designed Pier Bridge station.",
        "Bram Osei designed the gates of Pier Bridge.",
        "Deepham is the former capital of Norland.",
        "Deepham was the capital of Norland until 1871.",
        "The capital of Norland was Deepham until 1871.",
        "The capital of Norland is Deepham’s neighbour.",
        "Deepham is near the capital of Norland.",
        "Leaving Deepham, Saltby and the capital of Norland, he wept.",
        "The mayor of Saltby, the capital of Norland club, wept.",
        "Ostrava Tower is less than 62 metres high.",
        "Ostrava Tower is 62 metres from the sea.",
        "The roof of Ostrava Tower is 62 metres high.",
        "Pier Bridge has more than thirteen arches.",
        "Pier Bridge has thirteen gates and arches.",
        "Bram Osei said that she died in Deepham.",
        "In Deepham Bram Osei died in the arms of Saltby women.",
        "The bridge opened on 3 May.",
        "Cleo Varga said that he founded Harbour Bank.",
        "She met Cleo Varga, born in Deepham and founded Harbour Bank.",
        "Friends of Cleo Varga, and Ada Quill founded Harbour Bank.",
        "She joined a firm run by Bram Osei and founded in 1871.",
    ],
)
def test_what_only_looks_like_a_statement_is_left(sentence: str) -> None:
    assert found(sentence) == set()


def test_a_sentence_repeated_over_and_over_does_not_hang() -> None:
    sentence = "Ada Quill, an engineer, founded Harbour Bank in 1871 and designed the old "
    scene = Scene(document_of("Harbour notes", "file"))
    line = Line(sentence * 20, 2, 1)
    book = phrasebook(CATALOGUE)

    for _ in range(50):
        list(stated(line, FewMeanings(scene), book))


@pytest.mark.parametrize(
    "sentence",
    [
        "Deepham is a town in Norland.",
        "Deepham is a small port city in Norland and the capital of the north.",
        "Home to 4,000 people, Deepham is an old market town in Norland.",
        "Deepham, with 4,000 people, is a town in Norland.",
    ],
)
def test_a_town_of_any_sort_lies_where_it_is_a_town(sentence: str) -> None:
    assert ("Deepham", "lies_in", "Norland") in found(sentence)


def test_the_second_verb_of_a_sentence_has_its_subject_whatever_the_first_one_is() -> None:
    sentence = "Bram Osei carries the line across the water and designed Pier Bridge."

    assert OSEI_BRIDGE in found(sentence)


def test_numbers_of_notes_are_not_read() -> None:
    assert ("Harbour Bank", "founded_in", "1871") in found("It is old. [3] Harbour Bank was founded in 1871.")
