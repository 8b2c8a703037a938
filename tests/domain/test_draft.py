from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.draft import Decision, Draft, Part
from tests.builders import a_found_pack
from tests.conftest import NOON_MS

PACK = a_found_pack()
PARTS: list[Part] = [
    *(("item", item.item_id) for item in PACK.items),
    *(("fact", fact.fact_id) for fact in PACK.facts),
    ("item", "q-removed"),
]
VERDICTS = (None, Decision("accepted"), Decision("rejected", "dull"))
CHANGES = st.dictionaries(st.sampled_from(PARTS), st.sampled_from(VERDICTS), max_size=4)


def a_draft() -> Draft:
    return Draft(1, "comets", 1, 1, 1, NOON_MS, PACK)


@given(st.lists(CHANGES, max_size=6))
def test_counts_kept_from_decision_to_decision_are_those_counted_anew(
    steps: list[dict[Part, Decision | None]],
) -> None:
    draft = a_draft()

    for step in steps:
        draft = draft.decided(step, revision=draft.revision + 1)
        anew = Draft(1, "comets", 1, 1, draft.revision, NOON_MS, PACK, decisions=draft.decisions)

        assert draft == anew
        assert draft.counts == anew.counts


@pytest.mark.parametrize(("first", "second"), list(product(VERDICTS, repeat=2)))
def test_a_later_decision_takes_the_place_of_the_one_before(
    first: Decision | None, second: Decision | None
) -> None:
    part = PARTS[0]

    after = a_draft().decided({part: first}).decided({part: second})

    assert after.decisions.get(part) == second
