"""/drafts/<id>/publish: what it would mean, and doing it."""

import re
from dataclasses import replace

import pytest

from quizapp.domain.draft import Draft
from quizapp.services.draft_shelf import add_draft
from quizapp.services.players import player_named
from quizapp.services.roles import give_role
from quizapp.services.seat import Seat
from quizapp.services.shelving import digest_on_shelf
from tests.builders import a_pack, an_item
from tests.conftest import NOON_MS
from tests.services.authors import mended, with_item
from tests.services.rounds import Play
from tests.web.accounts.visitor import Visitor

NASTY = (
    "<script>alert(1)</script>",
    "E = mc^2 & a < b",
    "=HYPERLINK(“x”)",
    "\u0645\u0627 \u0647\u0648 \u0627\u0644\u0643\u0648\u0643\u0628\u061f",
    "W" * 90,
)


@pytest.fixture
def draft(alice: Visitor) -> Draft:
    """A draft of Alice's, all accepted; she is an author."""
    ada = player_named("Alice")
    give_role(ada, "author", NOON_MS)
    return add_draft(ada.id, a_pack(slug="planets", title="Planets"), NOON_MS, accepted=True)


def _publish(visitor: Visitor, draft: Draft, **answers: str) -> str:
    """Where publishing what is on the page leads to."""
    address = f"/drafts/{draft.public_id}/publish"
    seen = re.search(r'name="seen" value="([^"]+)"', visitor.see(address))
    assert seen
    answer = visitor.send(address, seen=seen[1], **answers)
    assert answer.status_code == 303, answer.text
    return answer.location


def test_publishing_leads_to_the_pack(alice: Visitor, draft: Draft) -> None:
    where = _publish(alice, draft)

    page = alice.see(where)
    assert where == "/packs/planets"
    assert "Published. Everybody can play it now." in page
    assert 'published by <a href="/players/Alice">' in page
    assert f'href="/drafts/{draft.public_id}">Mend in the studio' in page


def test_a_player_is_told_how_to_become_an_author(alice: Visitor, draft: Draft) -> None:
    give_role(player_named("Alice"), "player", NOON_MS)

    page = alice.see(f"/drafts/{draft.public_id}/publish")
    answer = alice.send(f"/drafts/{draft.public_id}/publish", seen="2-")

    assert "quizapp player promote" in page
    assert answer.status_code == 403


def test_what_stands_in_the_way_is_linked(alice: Visitor, draft: Draft) -> None:
    flawed = an_item(distractors=("Pluto", "Eris", "Cerez"))
    mended(draft, lambda pack: with_item(pack, flawed))

    page = alice.see(f"/drafts/{draft.public_id}/publish")

    assert f'href="/drafts/{draft.public_id}/items?item=q-ceres"' in page
    assert "disabled" in page


def test_a_taken_address_is_refused_with_a_free_one(alice: Visitor, draft: Draft) -> None:
    mended(draft, lambda pack: replace(pack, slug="solar-system"))

    page = alice.see(f"/drafts/{draft.public_id}/publish")

    assert "is taken by a pack that comes with this game" in page
    assert "<code>solar-system-2</code> is free" in page


def test_a_form_that_is_out_of_date_changes_nothing(alice: Visitor, draft: Draft) -> None:
    answer = alice.send(f"/drafts/{draft.public_id}/publish", seen="1-none")

    assert answer.status_code == 409
    assert "look once more" in answer.text


def test_a_changed_answer_is_asked_about(alice: Visitor, draft: Draft) -> None:
    _publish(alice, draft)
    vulcan = replace(
        draft.pack.items[0], key="Vulcan", explanation="Counted from the Sun, Vulcan is the first planet."
    )
    mended(draft, lambda pack: with_item(pack, vulcan))
    before = digest_on_shelf("planets")

    page = alice.see(f"/drafts/{draft.public_id}/publish")
    _publish(alice, draft, **{"wrong-q-mercury": "yes"})

    assert "Was the old answer wrong?" in page
    assert digest_on_shelf("planets") != before


def test_a_changed_answer_says_how_many_past_answers_it_concerns(
    alice: Visitor, bob: Visitor, draft: Draft
) -> None:
    _publish(alice, draft)
    for name in ("Alice", "Bob"):
        player = player_named(name)
        Play(Seat(player.id, player.epoch), slug="planets", length=None).finish(right=8)
    mercury, venus = draft.pack.items[:2]
    offered, other = venus.distractors[0], venus.distractors[1:]
    mended(draft, lambda pack: with_item(pack, replace(mercury, key="Vulcan", explanation="")))
    mended(
        draft,
        lambda pack: with_item(
            pack, replace(venus, key=offered, distractors=(venus.key, *other), explanation="")
        ),
    )

    page = alice.see(f"/drafts/{draft.public_id}/publish")

    of_mercury, of_venus = page.split("<fieldset")[1:]
    assert "2 past answers of 2 players would be judged differently" in of_mercury
    assert '2 past answers could not have chosen <q dir="auto">Vulcan</q>' in of_mercury
    assert "2 past answers of 2 players would be judged differently" in of_venus
    assert "could not have chosen" not in of_venus


def test_a_changed_answer_that_nobody_gave_concerns_nobody(alice: Visitor, draft: Draft) -> None:
    _publish(alice, draft)
    mended(
        draft,
        lambda pack: with_item(pack, replace(draft.pack.items[0], key="Vulcan", explanation="")),
    )

    page = alice.see(f"/drafts/{draft.public_id}/publish")

    assert "no past answer would be judged differently" in page


def test_somebody_elses_draft_cannot_be_published(bob: Visitor, draft: Draft) -> None:
    assert bob.client.get(f"/drafts/{draft.public_id}/publish").status_code == 404


def test_whatever_a_pack_says_is_shown_as_text(alice: Visitor, stranger: Visitor, draft: Draft) -> None:
    script, formula, sheet, arabic, long = NASTY
    mars = draft.pack.items[3]
    nasty = replace(
        mars, stem=f"{script} {arabic}?", key=formula, distractors=(sheet, long, arabic), explanation=""
    )
    mended(
        draft,
        lambda pack: replace(
            with_item(pack, nasty), title=f"{script} {arabic}", description=script, topic=script
        ),
    )

    pages = [
        alice.see(f"/drafts/{draft.public_id}{page}")
        for page in ("", "/details", "/text", "/publish", "/preview", "/preview?item=q-mars&option=A")
    ]
    pages += [alice.see("/drafts")]

    assert all("<script>alert" not in page for page in pages)
    assert all('dir="auto"' in page for page in pages)
