"""A draft as text: saved whole, and never over what somebody else has changed meanwhile."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.draft import Decision, Draft, Part
from quizapp.errors import ChangedMeanwhile, Malformed, PackError
from quizapp.packs.writer import write_pack
from quizapp.services.accounts import sign_up
from quizapp.services.draft_shelf import add_draft
from quizapp.services.draft_text import (
    Meeting,
    Together,
    findings_of_text,
    save_text,
    shown_pack,
    text_of_draft,
)
from quizapp.services.drafting import Edit, change, open_draft
from tests.builders import a_found_pack, an_item
from tests.conftest import NOON_MS
from tests.services.authors import mended, reopened, with_item

MARS = a_found_pack().items[3]
CERES = an_item(evidence=())


@pytest.fixture
def draft(app: Flask) -> Draft:
    """A draft of Ada's with found items, one of them and one fact of another rejected."""
    ada = sign_up(None, "Ada", "a long enough password", None, NOON_MS).id
    made = add_draft(ada, a_found_pack(), NOON_MS)
    rejected: dict[Part, Decision | None] = {
        ("item", "q-mars"): Decision("rejected"),
        ("fact", "f-venus"): Decision("rejected"),
    }
    return change(ada, made.public_id, NOON_MS, lambda _: Edit("Rejected", decisions=rejected))


def saved(draft: Draft, text: str, base: str, together: Together | None = None) -> Draft:
    return save_text(draft.owner_id, draft.public_id, text, base, NOON_MS + 1, together)[0]


def test_the_text_leaves_out_what_was_rejected(draft: Draft) -> None:
    shown = shown_pack(draft)

    assert len(shown.items) == 6
    assert "f-venus" not in {fact.fact_id for fact in shown.facts}


def test_a_saved_text_keeps_what_was_rejected_and_accepts_what_is_new(draft: Draft) -> None:
    base = text_of_draft(draft)
    text = write_pack(with_item(replace(shown_pack(draft), title="Wanderers"), replace(CERES, made=True)))

    after = saved(draft, text, base)

    assert after.pack.title == "Wanderers"
    assert after.decisions["item", "q-mars"] == Decision("rejected")
    assert after.state(replace(CERES, made=True)) == "accepted"
    assert {item.item_id for item in after.pack.items} == {item.item_id for item in draft.pack.items} | {
        "q-ceres"
    }
    assert open_draft(draft.owner_id, draft.public_id).pack == after.pack


def test_saving_the_same_text_changes_nothing(draft: Draft) -> None:
    text = text_of_draft(draft)

    assert saved(draft, text, text).counts == draft.counts


def test_a_broken_text_is_not_saved(draft: Draft) -> None:
    text = text_of_draft(draft)

    with pytest.raises(PackError) as raised:
        saved(draft, text.replace("key: Mercury", "ley: Mercury"), text)

    assert raised.value.findings
    assert reopened(draft) == draft


def test_what_rests_on_something_taken_out_of_the_text_goes_with_it(draft: Draft) -> None:
    shown = shown_pack(draft)
    bare = replace(shown, items=(replace(CERES, made=False),), facts=(), entities=(), documents=())

    after = saved(draft, write_pack(bare), text_of_draft(draft))

    assert (after.pack.items, after.pack.facts) == (bare.items, ())


def test_a_change_meanwhile_is_told_and_nothing_is_written_over_it(draft: Draft) -> None:
    base = text_of_draft(draft)
    theirs = mended(draft, lambda pack: with_item(pack, CERES))

    with pytest.raises(ChangedMeanwhile) as raised:
        saved(draft, base.replace("title: The Solar System", "title: Wanderers"), base)

    meeting = raised.value.theirs
    assert isinstance(meeting, Meeting)
    assert meeting.fits
    assert [item.key for item in meeting.changes.added] == ["Ceres"]
    assert reopened(draft) == theirs


def test_changes_of_different_parts_are_merged_when_the_author_wishes_it(draft: Draft) -> None:
    base = text_of_draft(draft)
    theirs = mended(draft, lambda pack: with_item(pack, CERES))
    text = base.replace("title: The Solar System", "title: Wanderers")

    after = saved(draft, text, base, Together("mine", shown_pack(theirs).digest))

    assert (after.pack.title, after.pack.item("q-ceres")) == ("Wanderers", CERES)


@pytest.mark.parametrize(("favoured", "title"), [("mine", "Wanderers"), ("theirs", "Planets")])
def test_where_both_changed_one_part_the_author_chooses(draft: Draft, favoured: str, title: str) -> None:
    base = text_of_draft(draft)
    theirs = mended(draft, lambda pack: replace(pack, title="Planets"))
    text = base.replace("title: The Solar System", "title: Wanderers")
    together = Together("mine" if favoured == "mine" else "theirs", shown_pack(theirs).digest)

    assert saved(draft, text, base, together).pack.title == title


def test_a_merge_holds_only_for_what_the_author_saw(draft: Draft) -> None:
    base = text_of_draft(draft)
    seen = mended(draft, lambda pack: replace(pack, title="Planets"))
    mended(draft, lambda pack: replace(pack, title="Planets and more"))

    with pytest.raises(ChangedMeanwhile):
        saved(draft, base, base, Together("mine", shown_pack(seen).digest))


def test_a_merge_that_makes_no_pack_is_refused(draft: Draft) -> None:
    base = text_of_draft(draft)
    theirs = mended(draft, lambda pack: replace(pack, items=(), facts=(), documents=()))
    text = write_pack(with_item(shown_pack(draft), an_item()))

    with pytest.raises(PackError, match="together"):
        saved(draft, text, base, Together("mine", shown_pack(theirs).digest))


def test_a_page_that_lost_its_beginning_is_refused(draft: Draft) -> None:
    with pytest.raises(Malformed, match="reload"):
        saved(draft, text_of_draft(draft), "")


def test_findings_name_their_lines() -> None:
    text = write_pack(a_found_pack())

    (finding,) = findings_of_text(text.replace("  - id: q-mars\n", "  - id: Q MARS\n"))

    assert "Q MARS" in text.replace("q-mars", "Q MARS").splitlines()[finding.line - 1]
