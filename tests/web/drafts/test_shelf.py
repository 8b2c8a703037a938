"""/drafts: the author's shelf, and the ways to begin a draft."""

from io import BytesIO

from quizapp.domain.draft import Draft
from quizapp.packs.writer import write_pack
from tests.builders import a_pack
from tests.web.accounts.visitor import Visitor


def test_a_stranger_is_asked_to_log_in_and_comes_back(stranger: Visitor) -> None:
    answer = stranger.client.get("/drafts")

    assert (answer.status_code, answer.location) == (303, "/log-in?next=/drafts")


def test_an_empty_shelf_says_what_will_be_there(alice: Visitor) -> None:
    assert "You have no drafts yet" in alice.see("/drafts")


def test_a_draft_begins_from_nothing(alice: Visitor) -> None:
    answer = alice.send("/drafts", title="My <b>first</b> pack")

    page = alice.see(answer.location)
    assert "My &lt;b&gt;first&lt;/b&gt; pack" in page


def test_a_draft_begins_as_a_copy(alice: Visitor) -> None:
    answer = alice.send("/drafts/from-pack", on="/drafts", slug="solar-system")

    assert "The Solar System" in alice.see(answer.location)


def test_a_draft_begins_from_a_pack_file(alice: Visitor) -> None:
    file = (BytesIO(write_pack(a_pack()).encode()), "pack.yaml")

    answer = alice.send("/drafts/from-file", on="/drafts", pack=file)

    assert answer.status_code == 303


def test_a_broken_pack_file_is_answered_with_its_lines(alice: Visitor) -> None:
    file = (BytesIO(b"format: 1\ntitle: A pack\nitems: nothing\n"), "pack.yaml")

    answer = alice.send("/drafts/from-file", on="/drafts", pack=file)

    assert answer.status_code == 400
    assert "Line 3" in answer.text


def test_somebody_elses_draft_is_not_there(bob: Visitor, draft: Draft) -> None:
    assert bob.client.get(f"/drafts/{draft.public_id}").status_code == 404


def test_a_removed_draft_is_gone_from_the_shelf(alice: Visitor, draft: Draft) -> None:
    alice.send(f"/drafts/{draft.public_id}/remove", on=f"/drafts/{draft.public_id}")

    assert "You have no drafts yet" in alice.see("/drafts")


def test_there_is_nothing_to_undo_in_a_new_draft(alice: Visitor, draft: Draft) -> None:
    answer = alice.send(f"/drafts/{draft.public_id}/undo", on=f"/drafts/{draft.public_id}")

    assert answer.status_code == 409
