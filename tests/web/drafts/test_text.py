"""/drafts/<id>/text and pack.yaml: the whole pack as one text."""

import re
from dataclasses import replace
from io import BytesIO

from quizapp.domain.draft import Draft
from quizapp.domain.pack import Pack
from quizapp.packs.writer import write_pack
from quizapp.services.draft_text import text_of_draft
from quizapp.services.drafting import open_draft
from tests.builders import an_item
from tests.services.authors import mended, with_item
from tests.web.accounts.visitor import Visitor


def _text(draft: Draft) -> str:
    return text_of_draft(open_draft(draft.owner_id, draft.public_id))


def _pack(draft: Draft) -> Pack:
    return open_draft(draft.owner_id, draft.public_id).pack


def test_the_text_is_saved(alice: Visitor, draft: Draft) -> None:
    address, text = f"/drafts/{draft.public_id}/text", _text(draft)
    crlf = text.replace("title: The Solar System", "title: Wanderers").replace("\n", "\r\n")

    answer = alice.send(address, text=crlf, base=text.replace("\n", "\r\n"))

    assert answer.status_code == 303
    assert _pack(draft) == replace(draft.pack, title="Wanderers")
    assert "Saved." in alice.see(address)


def test_a_broken_text_stays_in_the_form_with_its_lines(alice: Visitor, draft: Draft) -> None:
    address, text = f"/drafts/{draft.public_id}/text", _text(draft)
    broken = text.replace("key: Mars", "ley: <b>Mars</b>")

    answer = alice.send(address, text=broken, base=text)

    line = broken.splitlines().index("    ley: <b>Mars</b>") + 1
    assert answer.status_code == 400
    assert f'data-line="{line}"' in answer.text
    assert "ley: &lt;b&gt;Mars&lt;/b&gt;" in answer.text
    assert _pack(draft) == draft.pack


def test_a_text_that_closes_the_form_is_only_text(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/text"

    answer = alice.send(address, text="</textarea><script>alert(1)</script>", base=_text(draft))

    assert answer.status_code == 400
    assert "<script>alert" not in answer.text


def test_a_change_meanwhile_is_shown_and_merged_on_demand(alice: Visitor, draft: Draft) -> None:
    address, text = f"/drafts/{draft.public_id}/text", _text(draft)
    mended(draft, lambda pack: with_item(pack, an_item()))
    mine = {"text": text.replace("title: The Solar System", "title: Wanderers"), "base": text}

    told = alice.send(address, **mine)

    assert told.status_code == 409
    assert "Which dwarf planet lies in the asteroid belt?" in told.text
    assert _pack(draft).title == "The Solar System"
    theirs = re.search(r'name="theirs" value="(\w+)"', told.text)
    assert theirs
    merged = alice.send(address, **mine, favoured="mine", theirs=theirs[1])
    assert merged.status_code == 303
    assert (_pack(draft).title, len(_pack(draft).items)) == ("Wanderers", 9)


def test_clashes_are_shown_side_by_side(alice: Visitor, draft: Draft) -> None:
    address, text = f"/drafts/{draft.public_id}/text", _text(draft)
    mended(draft, lambda pack: replace(pack, title="Planets"))

    told = alice.send(address, text=text.replace("title: The Solar System", "title: Wanderers"), base=text)

    assert told.status_code == 409
    assert ">Wanderers</q>" in told.text
    assert ">Planets</q>" in told.text


def test_the_text_comes_as_a_file_and_goes_back_as_one(alice: Visitor, draft: Draft) -> None:
    file = alice.client.get(f"/drafts/{draft.public_id}/pack.yaml")
    changed = file.text.replace("title: The Solar System", "title: Wanderers").encode()

    answer = alice.send(
        f"/drafts/{draft.public_id}/pack.yaml",
        on=f"/drafts/{draft.public_id}/text",
        base=_text(draft),
        pack=(BytesIO(changed), "pack.yaml"),
    )

    assert 'filename="solar-system.yaml"' in file.headers["Content-Disposition"]
    assert answer.status_code == 303
    assert _pack(draft).title == "Wanderers"


def test_a_file_that_is_no_pack_is_refused_in_words(alice: Visitor, draft: Draft) -> None:
    answer = alice.send(
        f"/drafts/{draft.public_id}/pack.yaml",
        on=f"/drafts/{draft.public_id}/text",
        base=_text(draft),
        pack=(BytesIO(b"\x89PNG\x00\xff"), "pack.yaml"),
    )

    assert answer.status_code == 400
    assert "not UTF-8" in answer.text


def test_a_long_text_is_not_too_long_for_its_form(alice: Visitor, draft: Draft) -> None:
    items = tuple(
        replace(
            an_item(stem=f"Which dwarf planet number {n} is it?", item_id=f"q-{n}"), explanation="x" * 790
        )
        for n in range(400)
    )
    base = _text(draft)
    text = write_pack(replace(draft.pack, items=items))

    answer = alice.send(f"/drafts/{draft.public_id}/text", text=text, base=base)

    assert len(text) > 400_000
    assert answer.status_code == 303


def test_other_forms_stay_small(alice: Visitor, draft: Draft) -> None:
    answer = alice.send(f"/drafts/{draft.public_id}/details", title="x" * 700_000)

    assert answer.status_code == 413


def test_somebody_elses_text_is_not_there(bob: Visitor, draft: Draft) -> None:
    for page in ("text", "pack.yaml"):
        assert bob.client.get(f"/drafts/{draft.public_id}/{page}").status_code == 404
