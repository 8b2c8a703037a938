from collections.abc import Sequence

from quizapp.domain.fact import Evidence
from quizapp.domain.item import Item
from quizapp.generation.ranking import Proposal
from quizapp.generation.selection import select
from tests.generation.stage import DIRECTORS, a_fact


def a_proposal(
    key: str = "Ada Quill", play: str = "salt", closeness: float = 0.5, sentence: int = 1
) -> Proposal:
    evidence = (Evidence("harbour", 1, sentence),)
    fact = a_fact(key.lower().replace(" ", "-"), "directed", play, evidence=evidence)
    others = tuple(name for name in DIRECTORS if name != key)[:3]
    item = Item(f"Who directed {play}?", key, others, evidence=evidence, fact_id=fact.fact_id, made=True)
    return Proposal(item, fact, "subject", "", closeness)


def no_flaws(items: Sequence[Item]) -> dict[str, str]:
    return {}


def test_one_item_asks_each_fact_and_the_better_one_does() -> None:
    good, poor = a_proposal(closeness=0.9), a_proposal(closeness=0.1)

    taken, refused = select([poor, good], [], no_flaws)

    assert taken == [good]
    assert refused == [(poor, "the fact is asked already")]


def test_an_item_written_by_hand_comes_before_a_made_one_on_its_fact() -> None:
    made = a_proposal()
    by_hand = Item("Whose is “Salt”?", "Ada Quill", ("A", "B", "C"), fact_id=made.fact.fact_id)

    taken, _ = select([made], [by_hand], no_flaws)

    assert taken == []


def test_two_items_do_not_ask_in_the_same_words() -> None:
    one, other = a_proposal("Ada Quill"), a_proposal("Bram Osei")

    _, refused = select([one, other], [], no_flaws)

    assert [reason for _, reason in refused] == ["another item asks in the same words"]


def test_three_items_may_have_one_key_and_not_four() -> None:
    proposals = [a_proposal(play=f"play {n}", sentence=n) for n in range(1, 5)]

    taken, refused = select(proposals, [], no_flaws)

    assert len(taken) == 3
    assert refused[0][1] == "3 items have this key already"


def test_two_items_come_from_one_sentence_and_not_three() -> None:
    proposals = [a_proposal(key, play=f"play of {key}") for key in DIRECTORS[:3]]

    taken, refused = select(proposals, [], no_flaws)

    assert len(taken) == 2
    assert refused[0][1] == "2 items come from its sentences already"


def test_what_does_not_fit_the_pack_goes_and_the_next_on_its_fact_steps_in() -> None:
    good, poor = a_proposal(closeness=0.9), a_proposal(closeness=0.1)
    poor = Proposal(
        Item("Whose is it?", "Ada Quill", ("A", "B", "C"), fact_id=good.fact.fact_id),
        poor.fact,
        "subject",
        "",
        0.1,
    )

    taken, refused = select([good, poor], [], lambda items: {good.item.item_id: "rubric: clang"})

    assert taken == [poor]
    assert refused == [(good, "rubric: clang")]
