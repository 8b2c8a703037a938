"""/drafts/<id>/details: the head of a draft, with findings beside the fields."""

import re
from dataclasses import replace
from html import unescape

from quizapp.domain.draft import Draft
from quizapp.services.drafting import open_draft
from tests.services.authors import mended
from tests.web.accounts.visitor import Visitor


def _form(page: str) -> dict[str, str]:
    """The fields as they stand in the page."""
    found = re.findall(
        r'<input class="field__input" id="[^"]+" name="([^"]+)" type="\w+" value="([^"]*)"', page
    )
    mark = re.search(r'name="mark" value="(\w+)"', page)
    assert mark
    return {name: unescape(value) for name, value in found} | {"mark": mark[1]}


def test_the_details_are_saved(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/details"
    fields = _form(alice.see(address)) | {"title": "  Wanderers of <the>  sky ", "licence": "CC-BY-4.0"}

    answer = alice.send(address, **fields)

    assert answer.status_code == 303
    saved = open_draft(draft.owner_id, draft.public_id).pack
    assert (saved.title, saved.licence) == ("Wanderers of <the> sky", "CC-BY-4.0")
    assert "Wanderers of &lt;the&gt; sky" in alice.see(address)


def test_a_licence_in_own_words_is_kept(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/details"
    fields = _form(alice.see(address)) | {"licence": "other", "licence_words": "Ask me first"}

    alice.send(address, **fields)

    assert open_draft(draft.owner_id, draft.public_id).pack.licence == "Ask me first"


def test_a_wrong_field_says_so_and_keeps_the_words(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/details"
    fields = _form(alice.see(address)) | {"slug": "Not A Slug!", "guide.url": "javascript:alert(1)"}

    answer = alice.send(address, **fields)

    assert answer.status_code == 400
    assert answer.text.count('class="field__error"') == 2
    assert 'value="Not A Slug!"' in answer.text
    assert open_draft(draft.owner_id, draft.public_id).pack == draft.pack


def test_details_changed_elsewhere_are_shown_and_not_written_over(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/details"
    fields = _form(alice.see(address)) | {"title": "Wanderers"}
    mended(draft, lambda pack: replace(pack, topic="space"))

    answer = alice.send(address, **fields)

    assert answer.status_code == 409
    assert "Elsewhere it has become" in answer.text
    assert 'value="Wanderers"' in answer.text
    again = alice.send(address, **(_form(answer.text)))
    assert again.status_code == 303


def test_somebody_elses_details_are_not_there(bob: Visitor, draft: Draft) -> None:
    assert bob.client.get(f"/drafts/{draft.public_id}/details").status_code == 404
