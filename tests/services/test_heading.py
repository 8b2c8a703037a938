"""The head of a draft: judged by the rules of a file, told field by field."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.errors import ChangedMeanwhile
from quizapp.services.accounts import sign_up
from quizapp.services.draft_shelf import add_draft
from quizapp.services.heading import head_of, mark_of, problems, save_head
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.authors import mended, reopened

PACK = a_pack()
HEAD = head_of(PACK)


@pytest.fixture
def draft(app: Flask) -> Draft:
    """A draft of Ada's."""
    return add_draft(sign_up(None, "Ada", "a long enough password", None, NOON_MS).id, PACK, NOON_MS)


def test_a_sound_head_has_no_problems() -> None:
    assert problems(PACK, HEAD) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 101),
        ("title", "left \u202e right"),
        ("title", "a\x00b"),
        ("slug", "Not A Slug"),
        ("slug", ""),
        ("language", "klingon!"),
        ("licence", "x" * 61),
        ("description", "x" * 501),
        ("guide.title", ""),
        ("guide.url", "javascript:alert(1)"),
        ("guide.date", "2026-13-01"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(field: str, value: str) -> None:
    wrong = problems(PACK, dict(HEAD) | {field: value})

    assert set(wrong) == {field}
    assert wrong[field].endswith(".")


def test_what_looks_like_syntax_is_text() -> None:
    head = dict(HEAD) | {"title": 'Say: "yes" # or {no}', "topic": "null", "guide.title": "- [x]"}

    assert problems(PACK, head) == {}


def test_a_saved_head_changes_nothing_else(draft: Draft) -> None:
    head = dict(HEAD) | {"title": "Wanderers", "language": "", "guide.date": "2026"}

    after = save_head(draft.owner_id, draft.public_id, head, mark_of(HEAD), NOON_MS)

    assert (after.pack.title, after.pack.language, after.pack.documents[0].date) == (
        "Wanderers",
        "en",
        "2026",
    )
    assert after.pack.items == PACK.items
    assert reopened(draft) == after


def test_a_head_that_was_changed_elsewhere_is_not_written_over(draft: Draft) -> None:
    theirs = mended(draft, lambda pack: replace(pack, topic="space"))

    with pytest.raises(ChangedMeanwhile) as raised:
        save_head(draft.owner_id, draft.public_id, HEAD, mark_of(HEAD), NOON_MS)

    assert raised.value.theirs == head_of(theirs.pack)
    assert reopened(draft) == theirs
