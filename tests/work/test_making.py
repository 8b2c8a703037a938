"""The worker's way from documents to a draft, with the readings of real documents left to other tests."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp import measures
from quizapp.domain.draft import Decision, Draft, Part
from quizapp.domain.making import CHOOSING, Making
from quizapp.services import drafting, tasks
from quizapp.services.accounts import sign_up
from quizapp.services.documents import Given, documents_of, give_documents
from quizapp.services.draft_shelf import new_draft
from quizapp.services.drafting import Edit, change, history, open_draft, undo
from quizapp.services.making import ask_for_making, cancel_making, making_of
from quizapp.work import making, working
from quizapp.work.working import work_on
from tests.conftest import NOON_MS
from tests.generation.test_pipeline import ARTICLE

pytestmark = pytest.mark.model


@pytest.fixture
def draft(app: Flask) -> Draft:
    draft = new_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id, "", NOON_MS)
    give(draft, ("article.txt", ARTICLE.encode()))
    return draft


def give(draft: Draft, *given: tuple[str, bytes]) -> None:
    give_documents(draft.owner_id, draft.public_id, [Given(*each) for each in given], NOON_MS)


def made(app: Flask, draft: Draft) -> Making:
    ask_for_making(draft.owner_id, draft.public_id, NOON_MS)
    work_on(app, tasks.waiting_tasks()[0])
    found = making_of(draft.owner_id, draft.public_id)
    assert found
    return found


def now(draft: Draft) -> Draft:
    return open_draft(draft.owner_id, draft.public_id)


def test_the_time_that_it_takes_is_counted(app: Flask, draft: Draft) -> None:
    def counted() -> list[float]:
        (metric,) = measures.work.labels("making", "done").collect()
        return [sample.value for sample in metric.samples]

    before = counted()

    made(app, draft)

    assert counted() != before


def test_documents_become_questions_in_one_change(app: Flask, draft: Draft) -> None:
    told = made(app, draft)

    after = now(draft)
    assert told.state == "done"
    assert told.counts["questions"] == len(after.pack.items) > 0
    assert [each.what for each in history(draft.owner_id, draft.public_id)] == [
        f"Made {len(after.pack.items)} questions from 1 document"
    ]
    assert after.pack.title == "The return of ‘Cold Harbour’"
    assert after.pack.slug == "the-return-of-cold-harbour"
    assert set(after.worth) == {item.item_id for item in after.pack.items}
    assert {fact.witnesses for fact in after.pack.facts} <= {1, 2, 3}
    assert after.counts["open"] == len(after.pack.items)


def test_making_again_changes_nothing_and_undo_takes_the_whole_back(app: Flask, draft: Draft) -> None:
    made(app, draft)
    once = now(draft)

    again = made(app, draft)

    assert again.counts["questions"] == 0
    assert now(draft).pack == once.pack
    undo(draft.owner_id, draft.public_id, NOON_MS)
    assert now(draft).pack == draft.pack


def test_decisions_and_mended_questions_stay(app: Flask, draft: Draft) -> None:
    made(app, draft)
    first, second, *others = now(draft).pack.items
    mended = replace(first, explanation="So it is.", made=False)
    pack = replace(now(draft).pack, items=(mended, second, *others))
    rejected: dict[Part, Decision | None] = {("item", second.item_id): Decision("rejected", "dull")}
    change(draft.owner_id, draft.public_id, NOON_MS, lambda _: Edit("Mended", pack, rejected))

    made(app, draft)

    assert now(draft).pack.items == pack.items
    assert now(draft).decisions == rejected


def test_a_document_that_cannot_be_read_is_told_and_the_others_go_on(app: Flask, draft: Draft) -> None:
    give(draft, ("headlines.txt", b"One headline\nAnother one\n"), ("copy.txt", ARTICLE.encode()))

    told = made(app, draft)

    listed = documents_of(draft.owner_id, draft.public_id)
    assert [each.refusal for each in listed] == [
        "",
        "has headlines only, no sentences.",
        "has the same text as article.txt.",
    ]
    assert (told.counts["documents"], told.counts["refused"]) == (1, 2)


def test_called_off_in_the_middle_it_leaves_the_draft_as_it_was(
    app: Flask, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = tasks.tell

    def called_off(held: tasks.Claim, step: str, *more: object) -> None:
        if step == CHOOSING:
            cancel_making(draft.owner_id, draft.public_id, NOON_MS)
        tell(held, step, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(tasks, "tell", called_off)

    assert made(app, draft).state == "cancelled"
    assert now(draft).pack == draft.pack


def test_called_off_at_the_last_moment_nothing_is_written(
    app: Flask, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object) -> Draft:
        cancel_making(draft.owner_id, draft.public_id, NOON_MS)
        return change_by_id(*_)  # type: ignore[arg-type]

    change_by_id = drafting.change_by_id
    monkeypatch.setattr(making, "change_by_id", late)

    assert made(app, draft).state == "cancelled"
    assert now(draft).pack == draft.pack


def test_what_breaks_is_said_in_words_and_the_draft_is_whole(
    app: Flask, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(making, "_generated", breaks)

    told = made(app, draft)

    assert (told.state, told.message) == ("failed", working.BROKEN)
    assert now(draft).pack == draft.pack


def test_documents_that_came_meanwhile_are_read_next(
    app: Flask, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    generated = making._generated

    def slow(*given: object) -> object:
        give(draft, ("second.txt", b"The bridge\n\nThe Altmoor Bridge was opened in 1890.\n"))
        return generated(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "_generated", slow)

    assert made(app, draft).state == "waiting"
