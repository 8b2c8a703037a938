"""What stands on its own, what waits for a person, and what a person has let stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from quizapp.domain.fact import EntityType
from quizapp.domain.pack import Pack
from quizapp.generation.document import Document, document_of
from quizapp.generation.extraction import witnesses
from quizapp.generation.extraction.candidate import Candidate, Mention, Witness
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.pipeline import Generated, Steps, make_pack
from tests.generation.stage import CATALOGUE, DIRECTORS, PLAYS, TODAY

GUIDE = document_of("The plays of the harbour\n\nAda Quill directed Salt.\n", "guide")
DIARY = document_of("A diary of the harbour\n\nSalt was directed by Ada Quill.\n", "diary")


@dataclass(frozen=True)
class Told:
    """A reader that finds what it is told to, in documents and in stems."""

    candidates: Mapping[str, Sequence[Candidate]] = field(default_factory=dict)

    def hear(self, document: Document) -> witnesses.Testimony:
        people = tuple(Mention(name, EntityType.PERSON, "director") for name in DIRECTORS)
        return witnesses.Testimony(tuple(self.candidates.get(document.document_id, ())), people)

    def again(self, sentences: Sequence[tuple[str, Meaning]]) -> Iterator[tuple[Candidate, ...]]:
        yield from (() for _ in sentences)


def directed(witness: Witness = "surface", director: str = DIRECTORS[0], play: str = PLAYS[0]) -> Candidate:
    return Candidate(
        Mention(director, EntityType.PERSON, "director"),
        "directed",
        Mention(play, EntityType.WORK, "play"),
        2,
        1,
        "told",
        witness=witness,
    )


def made(
    *found: tuple[Document, Candidate], packs: Sequence[Pack] = (), steps: Steps | None = None
) -> Generated:
    documents = list(dict.fromkeys(document for document, _ in found)) or [GUIDE]
    told = {each.document_id: [c for d, c in found if d is each] for each in documents}
    return make_pack(documents, packs, CATALOGUE, TODAY, reader=Told(told), steps=steps or Steps())


def test_what_one_reading_alone_states_waits_for_a_person() -> None:
    found = made((GUIDE, directed("surface")))

    assert found.pack.facts == ()
    assert [fact.relation for fact in found.waiting.facts] == ["directed"]


@pytest.mark.parametrize(
    "second", [(GUIDE, directed("syntax")), (DIARY, directed("surface"))], ids=["kind", "document"]
)
def test_two_kinds_of_reading_or_two_documents_let_a_fact_stand(second: tuple[Document, Candidate]) -> None:
    found = made((GUIDE, directed("surface")), second)

    assert [fact.witnesses for fact in found.pack.facts] == [2]
    assert found.funnel.standing == 1


def test_the_same_reading_twice_in_one_document_is_one_witness() -> None:
    again = replace(directed("surface"), paragraph=3)

    assert made((GUIDE, directed("surface")), (GUIDE, again)).pack.facts == ()


def test_without_the_rule_one_witness_is_enough() -> None:
    found = made((GUIDE, directed("surface")), steps=Steps(two_witnesses=False))

    assert len(found.pack.facts) == 1


def test_what_a_person_gives_back_stands_and_stays_when_the_pack_is_made_again() -> None:
    waiting = made((GUIDE, directed("surface"))).waiting

    found = made((GUIDE, directed("surface")), packs=[waiting])
    again = made((GUIDE, directed("surface")), packs=[found.pack])

    assert [fact.witnesses for fact in found.pack.facts] == [0]
    assert found.waiting.facts == ()
    assert again.pack == found.pack


def test_a_dispute_that_rests_on_one_witness_each_is_the_same_when_made_again() -> None:
    one, other = (GUIDE, directed("surface")), (DIARY, directed("surface", DIRECTORS[1]))

    found = made(one, other)

    assert len(found.disagreements) == 1
    assert made(one, other, packs=[found.pack]).pack == found.pack


def test_what_was_found_before_and_is_found_no_more_goes() -> None:
    before = made((GUIDE, directed("surface")), (GUIDE, directed("syntax"))).pack

    assert made(packs=[before]).pack.facts == ()


def test_what_was_found_in_a_document_that_is_not_read_again_stays() -> None:
    before = made((DIARY, directed("surface")), (DIARY, directed("syntax"))).pack

    assert len(made(packs=[before]).pack.facts) == 1


def test_an_item_that_is_hardly_worth_asking_waits_until_a_person_gives_its_fact_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quizapp.generation.ranking.WORTH_ASKING_IN_ITS_WORDS", 1.0)
    twice = (GUIDE, directed("surface")), (GUIDE, directed("syntax"))

    found = made(*twice)
    given_back = made(*twice, packs=[found.pack, found.waiting])

    assert found.pack.items == ()
    assert [fact.fact_id for fact in found.waiting.facts] == [fact.fact_id for fact in found.pack.facts]
    assert [item.stem for item in found.waiting.items] == [item.stem for item in given_back.pack.items]


def test_a_name_that_another_document_says_to_be_a_persons_is_theirs() -> None:
    here = Mention("Mara Lind-Osei", EntityType.PERSON)
    there = Mention("Lind-Osei Mara", EntityType.PERSON)
    other = Mention("Tern Sound", EntityType.PERSON)

    class Reader(Told):
        def hear(self, document: Document) -> witnesses.Testimony:
            if document is GUIDE:
                return witnesses.Testimony((), (here,))
            return witnesses.Testimony((), (), (there, other))

    found = make_pack([GUIDE, DIARY], [], CATALOGUE, TODAY, reader=Reader())

    assert [entity.names for entity in found.whole.entities] == [("Mara Lind-Osei", "Lind-Osei Mara")]
