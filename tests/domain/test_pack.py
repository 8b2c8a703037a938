import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.amount import amount
from quizapp.domain.fact import Evidence
from quizapp.errors import Malformed
from tests.builders import a_fact, a_pack, an_item


@pytest.mark.parametrize(
    "changes",
    [
        {"stem": " "},
        {"stem": "x" * 301},
        {"stem": "Who\nis it?"},
        {"stem": "Who is \u202eit?"},
        {"stem": "Who is\u2028it?"},
        {"key": "Pluto"},
        {"key": "PLUTO "},
        {"key": "ＰＬＵＴＯ"},
        {"distractors": ("Pluto", "Eris")},
        {"distractors": ("Pluto", "Eris", "Haumea", "Makemake")},
        {"distractors": ("Pluto", "Eris", "")},
        {"explanation": "x" * 801},
    ],
)
def test_a_malformed_item_cannot_exist(changes: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        an_item(**changes)


def test_an_item_without_an_id_is_named_by_its_content() -> None:
    one, same, other = an_item(item_id=""), an_item(item_id=""), an_item(key="Vesta")

    assert one.item_id == same.item_id
    assert one.item_id != other.item_id


def test_rewording_the_explanation_keeps_the_id() -> None:
    assert an_item(item_id="", explanation="Other words.").item_id == an_item(item_id="").item_id


def test_a_digest_names_everything_in_a_pack() -> None:
    assert a_pack().digest == a_pack().digest
    assert a_pack().digest != a_pack(description="Other words.").digest
    assert a_pack().digest != a_pack(facts=(a_fact(),)).digest


def test_editions_keep_the_names_under_which_databases_hold_them() -> None:
    digest = a_pack(facts=(a_fact(),)).digest

    assert digest == "72158e49290c5cfc9bc633e01646ef5a5aa481c7421fb05990d015f8c5d5912b"
    assert a_pack(facts=(a_fact(witnesses=2),)).digest != digest


def test_a_fact_has_a_countable_number_of_witnesses() -> None:
    with pytest.raises(Malformed):
        a_fact(witnesses=-1)
    assert a_fact(witnesses=120).witnesses == 99


def test_two_items_of_one_id_do_not_share_a_pack() -> None:
    with pytest.raises(Malformed):
        a_pack(items=(an_item(), an_item()))


@pytest.mark.parametrize("slug", ["", "x", "-x", "x-", "Solar", "a b", "a" * 61, "../etc"])
def test_a_slug_is_fit_for_an_address(slug: str) -> None:
    with pytest.raises(Malformed):
        a_pack(slug=slug)


def test_evidence_counts_from_one() -> None:
    with pytest.raises(Malformed):
        Evidence("guide", 0)
    with pytest.raises(Malformed):
        Evidence("guide", None, 2)


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_is_its_own_amount(number: int) -> None:
    assert amount(f"{number:,}") == number
    assert amount(f"{number:,} km") == number


def test_a_billion_is_more_than_nine_hundred_million() -> None:
    assert (amount("$1 billion") or 0) > (amount("$900 million") or 0)


@pytest.mark.parametrize("text", ["Ceres", "Friday", "May Day", "", "km"])
def test_other_words_have_no_amount(text: str) -> None:
    assert amount(text) is None


@given(st.text())
def test_any_text_may_be_asked_for_its_amount(text: str) -> None:
    amount(text)
