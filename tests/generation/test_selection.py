from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizapp.domain.fact import Evidence
from quizapp.domain.item import Item
from quizapp.generation.ranking import Proposal
from quizapp.generation.seeded import fraction
from quizapp.generation.selection import PER_KEY, PER_SENTENCE, select
from tests.generation.stage import DIRECTORS, a_fact


def a_proposal(
    key: str = "Ada Quill", play: str = "salt", closeness: float = 0.5, sentence: int = 1
) -> Proposal:
    evidence = (Evidence("harbour", 1, sentence),)
    fact = a_fact(key.lower().replace(" ", "-"), "directed", play, evidence=evidence)
    others = tuple(name for name in DIRECTORS if name != key)[:3]
    item = Item(f"Who directed {play}?", key, others, evidence=evidence, fact_id=fact.fact_id, made=True)
    return Proposal(item, fact, "subject", "", closeness)


def score(proposal: Proposal) -> float:
    return proposal.closeness


def no_flaws(items: Sequence[Item]) -> dict[str, str]:
    return {}


def test_one_item_asks_each_fact_and_the_better_one_does() -> None:
    good, poor = a_proposal(closeness=0.9), a_proposal(closeness=0.1)

    taken, refused = select([poor, good], [], no_flaws, score)

    assert taken == [good]
    assert refused == [(poor, "the fact is asked already")]


def test_an_item_written_by_hand_comes_before_a_made_one_on_its_fact() -> None:
    made = a_proposal()
    by_hand = Item("Whose is “Salt”?", "Ada Quill", ("A", "B", "C"), fact_id=made.fact.fact_id)

    taken, _ = select([made], [by_hand], no_flaws, score)

    assert taken == []


def test_two_items_do_not_ask_in_the_same_words() -> None:
    one, other = a_proposal("Ada Quill"), a_proposal("Bram Osei")

    _, refused = select([one, other], [], no_flaws, score)

    assert [reason for _, reason in refused] == ["another item asks in the same words"]


def test_three_items_may_have_one_key_and_not_four() -> None:
    proposals = [a_proposal(play=f"play {n}", sentence=n) for n in range(1, 5)]

    taken, refused = select(proposals, [], no_flaws, score)

    assert len(taken) == 3
    assert refused[0][1] == "3 items have this key already"


def test_two_items_come_from_one_sentence_and_not_three() -> None:
    proposals = [a_proposal(key, play=f"play of {key}") for key in DIRECTORS[:3]]

    taken, refused = select(proposals, [], no_flaws, score)

    assert len(taken) == 2
    assert refused[0][1] == "2 items come from its sentences already"


def test_who_has_one_sentence_alone_goes_before_who_has_another() -> None:
    both = (Evidence("harbour", 1, 1), Evidence("harbour", 1, 2))
    well_told = [a_proposal(key, f"play of {key}", 0.9) for key in DIRECTORS[:2]]
    well_told = [replace(each, item=replace(each.item, evidence=both)) for each in well_told]
    once_told = [a_proposal(DIRECTORS[2], "play", 0.1, sentence=1), a_proposal(DIRECTORS[3], "pier", 0.1, 1)]

    taken, _ = select([*well_told, *once_told], [], no_flaws, score)

    assert len(taken) == 4


def in_two_places() -> tuple[Proposal, Proposal, Proposal, Proposal]:
    """The best of a sentence, the next best, its fact asked by another sentence, the worst of the first."""
    best, next_best = a_proposal("Ada Quill", "salt", 0.9), a_proposal("Bram Osei", "pier", 0.8)
    elsewhere = (Evidence("harbour", 1, 2),)
    again = replace(next_best.item, stem="Which play is by Bram Osei?", evidence=elsewhere)
    worst = a_proposal("Cleo Varga", "tide", 0.1)
    return best, next_best, replace(next_best, item=again, closeness=0.2), worst


def test_one_is_given_up_where_two_others_find_room() -> None:
    best, next_best, again, worst = in_two_places()

    taken, refused = select([best, next_best, again, worst], [], no_flaws, score)

    assert taken == [best, worst, again] or taken == [best, again, worst]
    assert refused == [(next_best, "the fact is asked already")]


def test_one_is_not_given_up_for_two_that_make_a_flaw() -> None:
    best, next_best, again, worst = in_two_places()

    def flaws(items: Sequence[Item]) -> dict[str, str]:
        return {worst.item.item_id: "rubric: clang"} if again.item in items and worst.item in items else {}

    taken, _ = select([best, next_best, again, worst], [], flaws, score)

    assert taken == [best, next_best]


def test_a_flaw_that_nothing_new_makes_ends_the_search() -> None:
    by_hand = Item("Whose is “Salt”?", "Ada Quill", ("A", "B", "C"))

    taken, _ = select([a_proposal()], [by_hand], lambda _: {by_hand.item_id: "rubric: clang"}, score)

    assert taken == [a_proposal()]


def test_a_fact_is_asked_in_two_steps_where_one_in_ten_may_be() -> None:
    plain = [a_proposal(f"Author {n}", f"play {n}", sentence=n) for n in range(1, 11)]
    longer = replace(
        plain[0], item=replace(plain[0].item, stem="Who directed the play of the year?"), via=plain[1].fact
    )

    taken, _ = select([*plain, replace(longer, closeness=0.1)], [], no_flaws, score)

    assert [each.item.stem for each in taken if each.via] == ["Who directed the play of the year?"]
    assert len(taken) == 10


def test_what_does_not_fit_the_pack_goes_and_the_next_on_its_fact_steps_in() -> None:
    good, poor = a_proposal(closeness=0.9), a_proposal(closeness=0.1)
    poor = Proposal(
        Item("Whose is it?", "Ada Quill", ("A", "B", "C"), fact_id=good.fact.fact_id),
        poor.fact,
        "subject",
        "",
        0.1,
    )

    taken, refused = select([good, poor], [], lambda items: {good.item.item_id: "rubric: clang"}, score)

    assert taken == [poor]
    assert refused == [(good, "rubric: clang")]


def test_what_is_chosen_is_what_comparing_all_with_all_at_each_step_would_choose() -> None:
    proposals = [
        a_proposal(DIRECTORS[n % 5], f"play {n % 17}", closeness=(n * 7 % 13) / 13, sentence=1 + n % 11)
        for n in range(120)
    ]

    taken, refused = select(proposals, [], no_flaws, score)

    assert [*taken] == _chosen_by_comparing_all(proposals)
    assert len(taken) + len(refused) == len(proposals)


def _chosen_by_comparing_all(proposals: Sequence[Proposal]) -> list[Proposal]:
    waiting, taken = list(proposals), list[Proposal]()
    while waiting:
        relations = Counter(one.fact.relation for one in taken)
        keys = Counter(one.item.key for one in taken)
        sentences = Counter(place for one in taken for place in one.item.evidence)

        def rank(one: Proposal, relations: Counter[str] = relations, keys: Counter[str] = keys) -> object:
            crowded = 0.15 * relations[one.fact.relation] + 0.2 * keys[one.item.key]
            return score(one) - crowded, fraction(one.item.item_id)

        best = max(waiting, key=rank)  # type: ignore[arg-type]
        waiting.remove(best)
        is_new = all(
            best.fact.fact_id != one.fact.fact_id and best.item.stem != one.item.stem for one in taken
        )
        has_room = all(sentences[place] < PER_SENTENCE for place in best.item.evidence)
        if is_new and keys[best.item.key] < PER_KEY and has_room:
            taken.append(best)
    return taken


def asked_for_a_year(value: str, literal: str, closeness: float = 0.5) -> Proposal:
    evidence = (Evidence("harbour", 1, 1),)
    fact = a_fact("salt", "opened" if literal == "year" else "opened_on", value, evidence=evidence)
    item = Item(
        f"When, {literal}?", value, ("A", "B", "C"), evidence=evidence, fact_id=fact.fact_id, made=True
    )
    return Proposal(item, fact, "value", literal, closeness)


def test_a_year_and_the_date_in_it_are_not_both_asked() -> None:
    year, day = asked_for_a_year("1901", "year"), asked_for_a_year("1901-05-03", "date", 0.6)

    taken, refused = select([day, year], [], no_flaws, score)

    assert taken == [year]
    assert refused == [(day, "its year is asked already")]


def test_one_item_in_ten_may_ask_in_two_steps() -> None:
    proposals = [
        replace(a_proposal(name, play=f"play of {name}", sentence=n), via=a_fact())
        for n, name in enumerate(DIRECTORS, 1)
    ]

    taken, refused = select(proposals, [], no_flaws, score)

    assert len(taken) == 1
    assert {reason for _, reason in refused} == {"one item in ten asks in two steps already"}


def test_a_pack_of_the_asked_size_holds_the_best() -> None:
    proposals = [
        a_proposal(key, play=f"play of {key}", closeness=worth, sentence=number)
        for number, (key, worth) in enumerate(zip(DIRECTORS, (0.2, 0.9, 0.5, 0.7), strict=False), 1)
    ]

    taken, refused = select(proposals, [], no_flaws, score, most=2)

    assert [each.closeness for each in taken] == [0.9, 0.7]
    assert {reason for _, reason in refused} == {"the pack has as many as were asked for"}


def test_no_item_tells_the_year_that_another_asks_for() -> None:
    evidence = (Evidence("harbour", 1, 1),)
    year = a_fact("ada-quill", "did_in_year", "1887", evidence=evidence, scope="bought Gull Lines")
    deed = a_fact("ada-quill", "person_did", "bought Gull Lines in 1887", evidence=evidence)
    asks = Item("When did Ada Quill buy Gull Lines?", "1887", ("1880", "1883", "1890"), fact_id=year.fact_id)
    tells = Item("Who bought Gull Lines in 1887?", "Ada Quill", DIRECTORS[1:4], fact_id=deed.fact_id)
    proposals = [
        Proposal(replace(asks, evidence=evidence), year, "value", "year", 0.9),
        Proposal(replace(tells, evidence=evidence), deed, "subject", "text", 0.5),
    ]

    taken, refused = select(proposals, [], no_flaws, score)

    assert [each.item.key for each in taken] == ["1887"]
    assert [reason for _, reason in refused] == ["another item tells its year"]


def test_years_give_way_to_other_questions_the_more_there_are() -> None:
    years = [
        replace(a_proposal(f"{1900 + n}", f"play {n}", 0.3, n), literal="year", side="value")
        for n in range(1, 6)
    ]
    place = a_proposal("Ada Quill", "play 6", 0.1, 6)

    taken, _ = select([*years, place], [], no_flaws, score)

    assert 0 < taken.index(place) < len(years)


def test_of_the_same_two_one_question_is_enough() -> None:
    wrote = a_proposal("Ada Quill", "salt", 0.9, 1)
    screenplay = replace(wrote, fact=replace(wrote.fact, relation="wrote_screenplay_of"), closeness=0.8)
    screenplay = replace(
        screenplay, item=replace(wrote.item, stem="Who wrote the screenplay of salt?", fact_id="other")
    )

    taken, refused = select([wrote, screenplay], [], no_flaws, score)

    assert taken == [wrote]
    assert [reason for _, reason in refused] == ["another item asks for one of the same two"]
