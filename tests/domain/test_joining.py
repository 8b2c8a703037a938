"""What was found, joined to a draft: what a person wrote or decided stays."""

from dataclasses import replace

from quizapp.domain.draft import Decision, Draft
from quizapp.domain.fact import Evidence
from quizapp.domain.joining import joined
from quizapp.domain.pack import Pack
from tests.builders import a_found_pack, an_item

FOUND = a_found_pack()
READ = {"guide"}


def a_draft(pack: Pack, **changes: object) -> Draft:
    return replace(Draft(1, "d", 1, 1, 1, 0, pack), **changes)  # type: ignore[arg-type]


def test_an_empty_draft_gets_all_that_was_found() -> None:
    after = joined(a_draft(Pack("mine", "Mine")), FOUND, READ)

    assert (after.items, after.facts, after.entities) == (FOUND.items, FOUND.facts, FOUND.entities)
    assert (after.slug, after.title, after.documents) == ("mine", "Mine", FOUND.documents)


def test_what_is_found_twice_changes_nothing() -> None:
    assert joined(a_draft(FOUND), FOUND, READ) == FOUND


def test_items_that_were_mended_stay_mended() -> None:
    mended = replace(FOUND.items[0], distractors=("Pluto", "Ceres", "Eris"), made=False)
    pack = replace(FOUND, items=(mended, *FOUND.items[1:]))

    assert joined(a_draft(pack), FOUND, READ).items[0] == mended


def test_a_fact_that_is_asked_already_is_not_asked_in_other_words() -> None:
    own = an_item(stem="Closest to the Sun is which?", key="Mercury", fact_id="f-mercury")
    pack = replace(FOUND, items=(own,))

    after = joined(a_draft(pack), FOUND, READ)

    assert after.items == (own, *FOUND.items[1:])


def test_found_facts_that_the_documents_no_longer_yield_go_unless_decided_or_asked() -> None:
    gone = [
        replace(FOUND.facts[0], subject=f"e-{name}", fact_id=f"f-{name}")
        for name in ("gone", "decided", "asked")
    ]
    asking = an_item(stem="Which one is asked?", key="Vesta", fact_id="f-asked")
    pack = replace(FOUND, facts=(*FOUND.facts, *gone), items=(*FOUND.items, asking))
    decided = {("fact", "f-decided"): Decision("accepted")}

    after = joined(a_draft(pack, decisions=decided), FOUND, READ)

    assert {fact.fact_id for fact in after.facts} - {fact.fact_id for fact in FOUND.facts} == {
        "f-decided",
        "f-asked",
    }


def test_a_fact_that_more_witnesses_state_now_says_so_and_one_of_a_person_stays() -> None:
    again = tuple(replace(fact, witnesses=4, evidence=(Evidence("guide", 3, 1),)) for fact in FOUND.facts)
    own = replace(FOUND.facts[0], witnesses=0)
    pack = replace(FOUND, facts=(own, *FOUND.facts[1:]))

    after = joined(a_draft(pack), replace(FOUND, facts=again), READ)

    assert after.facts == (own, *again[1:])


def test_entities_that_are_found_in_another_order_keep_their_places() -> None:
    found = replace(FOUND, entities=FOUND.entities[::-1])

    assert joined(a_draft(FOUND), found, READ) == FOUND


def test_an_entity_keeps_the_name_that_its_author_gave_it() -> None:
    renamed = replace(FOUND.entities[0], name="Sol")
    pack = replace(FOUND, entities=(renamed, *FOUND.entities[1:]))

    after = joined(a_draft(pack), FOUND, READ)

    assert {entity.entity_id: entity.name for entity in after.entities}["sun"] == "Sol"
